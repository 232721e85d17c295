using Competency.Documents;
using Competency.Text;

namespace Competency.Findings;

/// <summary>What can be wrong with a standard document by itself, once it has been read.</summary>
internal static class StandardCheck
{
    public static IEnumerable<Finding> Check(StandardDocument document)
    {
        if (document.Standard is not { } standard || !document.IsWhole)
        {
            return [];
        }

        return (document.LacksStatements ? [] : UnknownKsbs(document, standard))
            .Concat(UnmappedKsbs(document, standard))
            .Concat(DutiesWithoutKnowledgeOrSkill(document, standard));
    }

    /// <summary>KSB2001, at the code within the field.</summary>
    private static IEnumerable<Finding> UnknownKsbs(StandardDocument document, OccupationalStandard standard)
    {
        var owners = document.Places.DutyKsbs.Select(d => (Name: $"Duty {d.Key.Number}", References: d.Value))
            .Concat(document.Places.QualificationKsbs.Select(q => (Name: $"The qualification '{q.Key.Title}'", References: q.Value)));
        foreach (var (name, placed) in owners)
        {
            foreach (var references in placed)
            {
                foreach (var reference in references.Result.References)
                {
                    foreach (var (code, span) in UnknownCodes(standard, reference))
                    {
                        var nearest = CodeSuggestion.For(code, standard);
                        yield return new Finding(
                            FindingCatalogue.DutyMapsUnknownKsb,
                            $"{name} maps {code}, which {standard.Id} does not define" + (nearest is null ? "" : $"; did you mean {nearest}?"),
                            document.Source.Locate(references.Value.SpanWithin(span)))
                        {
                            Suggestion = reference.IsRange ? null : nearest?.ToString(),
                        };
                    }
                }
            }
        }
    }

    /// <summary>The first code of a reference that the standard lacks: one finding a reference is enough to mend it.</summary>
    private static IEnumerable<(KsbCode Code, SourceSpan Span)> UnknownCodes(OccupationalStandard standard, Notation.KsbReference reference) =>
        reference.Codes.Where(c => !standard.Contains(c)).Take(1)
            .Select(c => (c, c == reference.First ? reference.FirstSpan : c == reference.Last ? reference.LastSpan : reference.Span));

    /// <summary>KSB2002. A standard without duties maps nothing at all and is not complained of.</summary>
    private static IEnumerable<Finding> UnmappedKsbs(StandardDocument document, OccupationalStandard standard)
    {
        if (standard.Duties.Count == 0)
        {
            yield break;
        }

        var mapped = new HashSet<KsbCode>(standard.Duties.SelectMany(d => d.Ksbs));
        foreach (var ksb in standard.Ksbs.Where(k => !mapped.Contains(k.Code)))
        {
            yield return Defect(document, FindingCatalogue.UnmappedKsb, document.Places.Ksbs[ksb.Code], $"{ksb.Code} of {standard.Id} is mapped by no duty");
        }
    }

    /// <summary>KSB2003.</summary>
    private static IEnumerable<Finding> DutiesWithoutKnowledgeOrSkill(StandardDocument document, OccupationalStandard standard) =>
        standard.Duties
            .Where(d => d.Ksbs.All(c => c.Kind is KsbKind.Behaviour))
            .Select(d => Defect(document, FindingCatalogue.DutyWithoutKnowledgeOrSkill, document.Places.Duties[d],
                $"Duty {d.Number} of {standard.Id} has no knowledge and no skill" + (d.Ksbs.Count == 0 ? "; it maps nothing" : "")));

    /// <summary>A defect of published text is information, for the publisher alone can mend it; in a document of one's own it is a warning.</summary>
    private static Finding Defect(StandardDocument document, FindingDescriptor descriptor, SourceSpan span, string message) =>
        new(descriptor, message, document.Source.Locate(span))
        {
            Severity = document.Standard?.Source?.Publisher is null ? descriptor.Severity : FindingSeverity.Information,
        };
}
