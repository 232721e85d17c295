using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>What can be wrong with a mapping document beside the standards that are known.</summary>
internal static class MappingCheck
{
    public static IEnumerable<Finding> Check(MappingDocument document, StandardCatalogue known)
    {
        if (document.Mapping is not { } mapping)
        {
            return [];
        }

        var standard = known.Find(mapping.Standard);
        return (standard is null && mapping.Standard.HasValue ? [UnknownStandard(document, mapping, known)] : Enumerable.Empty<Finding>())
            .Concat(References(document, standard, known))
            .Concat(standard is null ? [] : OfOption(document, mapping, standard))
            .Concat(standard is null ? [] : CoverageCheck.Check(document, mapping, standard))
            .Concat(RepeatedIds(document, mapping));
    }

    /// <summary>What reading the document found, which offers nothing that its standard does not have.</summary>
    public static IEnumerable<Finding> OfReading(MappingDocument document, IEnumerable<Finding> findings, StandardCatalogue known) =>
        document.Mapping is { } mapping && known.Find(mapping.Standard) is { } standard ? OfferCheck.Beside(findings, document.Places.References, [standard], known) : findings;

    /// <summary>KSB3005, at the second and every further one, wherever they nest.</summary>
    private static IEnumerable<Finding> RepeatedIds(MappingDocument document, KsbMapping mapping)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(mapping.AllItems.Select(i => i.Id), StringComparer.Ordinal);
        foreach (var item in mapping.AllItems)
        {
            if (item.Id.Length > 0 && document.Places.Ids.TryGetValue(item, out var place) && !seen.Add(item.Id))
            {
                yield return new Finding(FindingCatalogue.RepeatedItemId, $"Another item has the id '{TextFolding.OnOneLine(item.Id)}' already", document.Source.Locate(place))
                {
                    Suggestion = document.References.Written(Free(item.Id, taken)),
                };
            }
        }
    }

    /// <summary>The id with a number behind it that no item has; null for an id that a format would have to quote.</summary>
    private static string? Free(string id, HashSet<string> taken)
    {
        // Among the first few: a file of a thousand equal ids is mended by other means.
        var isPlain = id.Length <= 100 && id.All(c => TextFolding.IsLetter(c) || TextFolding.IsDigit(c) || c is '-' or '_' or '.' or ' ');
        return isPlain ? Enumerable.Range(2, 20).Select(n => $"{id}-{n}").FirstOrDefault(taken.Add) : null;
    }

    private static Finding UnknownStandard(MappingDocument document, KsbMapping mapping, StandardCatalogue known)
    {
        var place = document.Places.Standard;
        var problem = ReferenceCheck.CheckStandard(mapping.Standard, place, known)!;
        return new Finding(FindingCatalogue.MappingUnknownStandard, problem.Message, document.Source.Locate(place))
        {
            Suggestion = document.References.Written(problem.Suggestion),
        };
    }

    private static IEnumerable<Finding> References(MappingDocument document, OccupationalStandard? standard, StandardCatalogue known)
    {
        IReadOnlyList<OccupationalStandard> inForce = standard is null ? [] : [standard];

        // The notation's own problems were reported when the document was read.
        return from placed in document.Places.References
               from problem in ReferenceCheck.CheckBeside(placed.Result, inForce, known)
               where !placed.Result.Problems.Contains(problem.AsRead)
               select new Finding(OfMapping(problem.Descriptor), problem.Message, document.Source.Locate(placed.Value.SpanWithin(problem.Span)))
               {
                   Suggestion = problem.Suggestion,
               };
    }

    /// <summary>KSB1009: an option that the standard lacks, and what belongs to other options alone.</summary>
    private static IEnumerable<Finding> OfOption(MappingDocument document, KsbMapping mapping, OccupationalStandard standard)
    {
        var named = mapping.Demands.Where(d => d.Option is not null).Select(d => (Name: d.Option!, document.Places.Demands[d].Option));
        foreach (var (name, place) in mapping.Option is { } own ? named.Prepend((own, document.Places.Option)) : named)
        {
            if (OptionCheck.CheckName(name, standard, place) is { } problem)
            {
                yield return new Finding(problem.Descriptor, problem.Message, document.Source.Locate(place)) { Suggestion = document.References.Written(problem.Suggestion) };
            }
        }

        if (mapping.Option is not { } chosen || standard.FindOption(chosen) is not { } option)
        {
            yield break;
        }

        foreach (var placed in document.Places.References)
        {
            foreach (var problem in OptionCheck.Check(placed.Result, standard, option))
            {
                yield return new Finding(problem.Descriptor, problem.Message, document.Source.Locate(placed.Value.SpanWithin(problem.Span)));
            }
        }
    }

    private static FindingDescriptor OfMapping(FindingDescriptor descriptor) =>
        descriptor == FindingCatalogue.UnknownCode ? FindingCatalogue.MappingUnknownKsb
        : descriptor == FindingCatalogue.UnknownStandard ? FindingCatalogue.MappingUnknownStandard
        : descriptor;
}
