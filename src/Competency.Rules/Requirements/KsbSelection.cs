using Competency.Notation;
using Competency.Text;

namespace Competency.Rules;

/// <summary>KSBs that a requirement names before it meets a standard: codes, ranges, and duties for the KSBs that they map.</summary>
public sealed class KsbSelection
{
    private readonly IReadOnlyList<KsbCode> _codes;

    private KsbSelection(string text, IReadOnlyList<KsbCode> codes, IReadOnlyList<int> duties)
    {
        Text = text;
        _codes = codes;
        Duties = duties;
    }

    /// <summary>The selection in compact notation, such as <c>K1-K10, S4, Duty3</c>.</summary>
    public string Text { get; }

    /// <summary>The codes that it names itself.</summary>
    public IReadOnlyList<KsbCode> Codes => _codes;

    /// <summary>The duties that it names, whose KSBs are meant.</summary>
    public IReadOnlyList<int> Duties { get; }

    /// <summary>The selection as it reads in a sentence, such as <c>K1-K10, S4, Duty 3</c>.</summary>
    internal string Words => Named(_codes, Duties, "Duty ");

    /// <summary>Reads a selection.</summary>
    /// <param name="ksbs">KSB notation, such as <c>K1-K10, S4</c> or <c>Duty 3</c>.</param>
    /// <exception cref="ArgumentException">The text is not KSB notation, names nothing, or names a standard or a weight as well.</exception>
    public static KsbSelection Parse([KsbNotation] string ksbs)
    {
        ArgumentNullException.ThrowIfNull(ksbs);
        var result = KsbNotation.Parse(ksbs);
        return !result.IsReadable ? throw new ArgumentException(string.Join(' ', result.Problems.Select(p => TextFolding.Sentence(p.Message))), nameof(ksbs))
            : result.References.FirstOrDefault(r => r.Qualifier.HasValue || r.Weight is not null) is { } overfull
                ? throw new ArgumentException($"'{overfull}' {(overfull.Weight is null ? "names a standard of its own" : "has a weight")}; a requirement names KSBs alone.", nameof(ksbs))
            : result.References.Count == 0 ? throw new ArgumentException($"'{ksbs}' names no KSB.", nameof(ksbs))
            : new KsbSelection(Named(result.Codes, result.Duties, "Duty"), result.Codes, result.Duties);
    }

    /// <summary>The selection in compact notation.</summary>
    public override string ToString() => Text;

    /// <summary>The KSBs that a requirement asks of a learner, or why nobody can tell.</summary>
    /// <param name="selection">The selection; null for every KSB in force.</param>
    /// <param name="kinds">The kinds of KSB that are meant; none for every kind.</param>
    /// <param name="context">The learner and the standard.</param>
    /// <param name="codes">The codes, in the standard's order; never empty.</param>
    internal static Outcome? Resolve(KsbSelection? selection, IReadOnlyList<KsbKind> kinds, AssessmentContext context, out IReadOnlyList<KsbCode> codes)
    {
        var standard = context.Standard;
        codes = [];
        if (standard.Ksbs.Count == 0)
        {
            return Gap.CannotTell($"{standard.Id} lists no KSBs, and a standard is not achieved because it asks nothing",
                Gap.Setting("ksbs", "the KSBs of the standard", $"Give a document of {standard.Id} that lists its KSBs"));
        }

        if (selection?.Unknown(standard) is { } unknown)
        {
            return Gap.CannotTell($"The policy names {unknown}, which {standard.Id} does not have",
                Gap.Setting("selection", $"which KSBs of {standard.Id} are meant", $"Name KSBs and duties that {standard.Id} has"));
        }

        if (!context.KnowsKsbsInForce)
        {
            return Gap.CannotTell($"{standard.Id} has options, and which KSBs are in force depends on the learner's", Gap.Option);
        }

        var inForce = context.Layout.InForce(context.Option).Codes;
        var selected = selection?.In(standard);
        codes = selected is null && kinds.Count == 0 ? inForce : [.. inForce.Where(c => selected?.Contains(c) != false && (kinds.Count == 0 || kinds.Contains(c.Kind)))];
        return codes.Count > 0 ? null : Gap.CannotTell("None of the KSBs that are asked is in force for this learner",
            Gap.Setting("selection", "which KSBs are meant", "Name KSBs that are in force"));
    }

    /// <summary>The codes of a standard that are meant.</summary>
    internal HashSet<KsbCode> In(OccupationalStandard standard) => [.. _codes, .. Duties.SelectMany(d => standard.FindDuty(d)?.Ksbs ?? [])];

    /// <summary>What the standard does not have; null where it has all.</summary>
    internal string? Unknown(OccupationalStandard standard)
    {
        var unknown = Named(_codes.Where(c => !standard.Contains(c)), Duties.Where(d => standard.FindDuty(d) is null), "Duty ");
        return unknown.Length == 0 ? null : unknown;
    }

    private static string Named(IEnumerable<KsbCode> codes, IEnumerable<int> duties, string duty) =>
        string.Join(", ", duties.Select(d => $"{duty}{d}").Prepend(Said.Codes(codes)).Where(t => t.Length > 0));
}
