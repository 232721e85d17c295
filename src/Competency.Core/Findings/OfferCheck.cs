using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>
/// What the notation offers for a reference that is written wrongly, beside the standards in force: <c>K47</c> for <c>K047</c> is what was written, and no use to
/// anybody whose standard ends at K46.
/// </summary>
internal static class OfferCheck
{
    /// <summary>A problem as it is told beside standards: without an offer that would be wrong again.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="inForce">The standards in force where it stands. With none, everything is offered.</param>
    /// <param name="known">Every standard that is known.</param>
    /// <param name="isOfRequirement">Whether it stands in a requirement, which names no standard: what would is not offered there.</param>
    public static NotationProblem Beside(NotationProblem problem, IReadOnlyList<OccupationalStandard> inForce, StandardCatalogue known, bool isOfRequirement = false)
    {
        if (string.IsNullOrEmpty(problem.Suggestion) || problem.Descriptor == FindingCatalogue.UnknownCode)
        {
            return problem;
        }

        var meant = KsbNotation.Parse(problem.Suggestion!);
        return (isOfRequirement && meant.References.Any(r => r.Qualifier.HasValue))
            || (meant.IsReadable && ReferenceCheck.Missing(meant, inForce, known).Any(p => p.Descriptor == FindingCatalogue.UnknownCode && !p.IsOfUnread)) ? problem.WithoutOffer() : problem;
    }

    /// <summary>The findings of reading a document, in the same way: no standard was known when they were made.</summary>
    public static IEnumerable<Finding> Beside(IEnumerable<Finding> findings, IEnumerable<PlacedReferences> references, IReadOnlyList<OccupationalStandard> inForce, StandardCatalogue known, bool isOfRequirement = false)
    {
        var withoutOffer = new Dictionary<(SourceSpan, string), string>();
        foreach (var placed in references)
        {
            foreach (var problem in placed.Result.Problems)
            {
                if (Beside(problem, inForce, known, isOfRequirement) is var told && told != problem)
                {
                    withoutOffer[(placed.Value.SpanWithin(problem.Span), problem.Message)] = told.Message;
                }
            }
        }

        return withoutOffer.Count == 0 ? findings : findings.Select(f => f.Location is { } at && withoutOffer.TryGetValue((at.Span, f.Message), out var message)
            ? new Finding(f.Descriptor, message, at) { Severity = f.Severity }
            : f);
    }
}
