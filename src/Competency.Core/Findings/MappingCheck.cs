using Competency.Documents;
using Competency.Notation;

namespace Competency.Findings;

/// <summary>What can be wrong with a mapping document beside the standards that are known.</summary>
internal static class MappingCheck
{
    public static IEnumerable<Finding> Check(MappingDocument document, StandardCatalogue known)
    {
        var standard = document.Standard.HasValue ? known.Find(document.Standard) : null;
        if (document.Standard.HasValue && standard is null)
        {
            var problem = ReferenceCheck.CheckStandard(document.Standard, document.StandardPlace, known)!;
            yield return new Finding(FindingCatalogue.MappingUnknownStandard, problem.Message, document.Source.Locate(document.StandardPlace))
            {
                Suggestion = problem.Suggestion is null ? null : $"\"{problem.Suggestion}\"",
            };
        }

        IReadOnlyList<OccupationalStandard> inForce = standard is null ? [] : [standard];
        foreach (var references in document.AllItems.SelectMany(i => i.Covers))
        {
            // The notation's own problems were reported when the document was read.
            foreach (var problem in ReferenceCheck.Check(references.Result, inForce, known).Except(references.Result.Problems))
            {
                yield return new Finding(OfMapping(problem.Descriptor), problem.Message, document.Source.Locate(references.Value.SpanWithin(problem.Span)))
                {
                    Suggestion = problem.Suggestion,
                };
            }
        }

        if (standard is not null && document.CoversWholeStandard)
        {
            var covered = new HashSet<KsbCode>(document.Covered(standard));
            var uncovered = standard.Ksbs.Select(k => k.Code).Where(c => !covered.Contains(c)).ToArray();
            if (uncovered.Length > 0)
            {
                yield return new Finding(
                    FindingCatalogue.UncoveredKsb,
                    $"No item covers {KsbNotation.Format(uncovered)} of {standard.Id} ({uncovered.Length} of {standard.Ksbs.Count}); map them, or say \"coverage\": \"partial\"",
                    document.Source.Locate(document.StandardPlace));
            }
        }
    }

    private static FindingDescriptor OfMapping(FindingDescriptor descriptor) =>
        descriptor == FindingCatalogue.UnknownCode ? FindingCatalogue.MappingUnknownKsb
        : descriptor == FindingCatalogue.UnknownStandard ? FindingCatalogue.MappingUnknownStandard
        : descriptor;
}
