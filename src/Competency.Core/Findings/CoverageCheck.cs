using System.Globalization;
using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>Whether a mapping covers what it should: the whole standard (KSB3002), or what it demands (KSB3003).</summary>
internal static class CoverageCheck
{
    // A message that names more is not read to its end.
    private const int MaxDuties = 5;

    public static IEnumerable<Finding> Check(MappingDocument document, KsbMapping mapping, OccupationalStandard standard)
    {
        if (!document.IsWhole || !standard.Unread.IsCountable)
        {
            return [];
        }

        var covered = new HashSet<KsbCode>(mapping.Covered(standard));
        return Whole(document, mapping, standard, covered)
            .Concat(mapping.Demands.SelectMany(d => Demand(document, mapping, standard, covered, d)));
    }

    private static IEnumerable<Finding> Whole(MappingDocument document, KsbMapping mapping, OccupationalStandard standard, HashSet<KsbCode> covered)
    {
        // A demand for every KSB says the same, and graver.
        if (!mapping.CoversWholeStandard || mapping.Demands.Any(d => d is { IsOfDuties: false, Kind: KsbKind.None, Option: null, Threshold.IsAll: true })
            || !TryOption(standard, mapping.Option, out var option))
        {
            yield break;
        }

        var asked = Ksbs(standard, KsbKind.None, option);
        var uncovered = asked.Where(c => !covered.Contains(c)).ToArray();
        if (uncovered.Length > 0)
        {
            yield return new Finding(
                FindingCatalogue.UncoveredKsb,
                $"No item covers {KsbNotation.Format(uncovered)} of {standard.Id} ({uncovered.Length} of {asked.Count}); map them, or say {document.References.Written("coverage")}: {document.References.Written("partial")}",
                document.Source.Locate(document.Places.Coverage ?? document.Places.Standard));
        }
    }

    private static IEnumerable<Finding> Demand(MappingDocument document, KsbMapping mapping, OccupationalStandard standard, HashSet<KsbCode> covered, CoverageDemand demand)
    {
        // An option that the standard lacks is reported by itself (KSB1009), and asks for nothing that can be counted.
        if (!TryOption(standard, demand.Option ?? mapping.Option, out var option))
        {
            yield break;
        }

        var missing = demand.IsOfDuties ? Duties(mapping, standard, covered, option) : Statements(demand, Ksbs(standard, demand.Kind, option), covered);
        if (missing is not null)
        {
            yield return new Finding(
                FindingCatalogue.CoverageBelowDemand,
                $"This asks for {demand} of {standard.Id}, {missing}",
                document.Source.Locate(document.Places.Demands[demand].Whole));
        }
    }

    /// <summary>What a demand for KSBs lacks, or null.</summary>
    private static string? Statements(CoverageDemand demand, IReadOnlyList<KsbCode> asked, HashSet<KsbCode> covered)
    {
        if (asked.Count == 0)
        {
            return "which has none";
        }

        var uncovered = asked.Where(c => !covered.Contains(c)).ToArray();
        var met = asked.Count - uncovered.Length;
        if (met >= demand.Threshold.Of(asked.Count))
        {
            return null;
        }

        // Rounded down: what is not there must not seem to be.
        var share = (Math.Floor(met * 1000m / asked.Count) / 10).ToString("0.#", CultureInfo.InvariantCulture);
        return uncovered.Length == 0
            ? $"which has {asked.Count}"
            : $"and {met} of {asked.Count} {(met == 1 ? "is" : "are")} covered ({share}%); no item covers {KsbNotation.Format(uncovered)}";
    }

    /// <summary>What a demand for every duty lacks, or null. A duty that maps nothing is covered where an item names it.</summary>
    private static string? Duties(KsbMapping mapping, OccupationalStandard standard, HashSet<KsbCode> covered, StandardOption? option)
    {
        var asked = standard.Duties.Where(d => option is null || d.IsCore || d.Options.Contains(option.Id)).ToArray();
        if (asked.Length == 0)
        {
            return "which has none";
        }

        var named = new HashSet<int>(mapping.AllItems.SelectMany(i => i.Covers).SelectMany(c => KsbNotation.Parse(c).Duties));
        var lacking = asked
            .Where(d => d.Ksbs.Count == 0 ? !named.Contains(d.Number) : d.Ksbs.Any(c => standard.Contains(c) && !covered.Contains(c)))
            .Select(d => $"Duty {d.Number} lacks {(d.Ksbs.Count == 0 ? "an item that names it" : KsbNotation.Format(d.Ksbs.Where(c => standard.Contains(c) && !covered.Contains(c))))}")
            .ToArray();
        var more = lacking.Length - MaxDuties;
        return lacking.Length == 0 ? null
            : $"and {asked.Length - lacking.Length} of {asked.Length} {(asked.Length - lacking.Length == 1 ? "is" : "are")} covered: {string.Join("; ", lacking.Take(MaxDuties))}{(more > 0 ? $"; and {more} more" : "")}";
    }

    private static IReadOnlyList<KsbCode> Ksbs(OccupationalStandard standard, KsbKind kind, StandardOption? option) =>
        (option is null ? standard.Ksbs.Select(k => k.Code) : standard.CodesInForce(option)).Where(c => kind == KsbKind.None || c.Kind == kind).ToArray();

    private static bool TryOption(OccupationalStandard standard, string? named, out StandardOption? option)
    {
        option = named is null ? null : standard.FindOption(named);
        return named is null || option is not null;
    }
}
