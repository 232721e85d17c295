using Competency.Notation;

namespace Competency.Rules;

/// <summary>KSBs that a requirement names, before it meets a standard.</summary>
internal static class KsbSelection
{
    /// <summary>The codes of a text in KSB notation.</summary>
    /// <exception cref="ArgumentException">The text is not KSB notation, or names no KSB.</exception>
    public static IReadOnlyList<KsbCode> Parse(string ksbs, string parameter)
    {
        ArgumentNullException.ThrowIfNull(ksbs, parameter);
        var result = KsbNotation.Parse(ksbs);
        return !result.IsReadable ? throw new ArgumentException(string.Join(". ", result.Problems.Select(p => p.Message)) + ".", parameter)
            : result.Codes.Count == 0 || result.Duties.Count > 0 || result.References.Any(r => r.Qualifier.HasValue)
                ? throw new ArgumentException($"'{ksbs}' must name KSBs, and neither duties nor a standard of its own.", parameter)
            : result.Codes;
    }

    /// <summary>The KSBs that a requirement asks of a learner, or why nobody can tell.</summary>
    /// <param name="selected">The codes that the requirement names; null for all in force.</param>
    /// <param name="context">The learner and the standard.</param>
    /// <param name="codes">The codes, in the standard's order; never empty.</param>
    public static Outcome? Resolve(IReadOnlyList<KsbCode>? selected, AssessmentContext context, out IReadOnlyList<KsbCode> codes)
    {
        var standard = context.Standard;
        codes = [];
        if (standard.Ksbs.Count == 0)
        {
            return Gap.CannotTell($"{standard.Id} lists no KSBs, and a standard is not achieved because it asks nothing",
                Gap.Setting("ksbs", "the KSBs of the standard", $"Give a document of {standard.Id} that lists its KSBs"));
        }

        if (selected?.Where(c => !standard.Contains(c)).ToArray() is { Length: > 0 } unknown)
        {
            return Gap.CannotTell($"The policy names {Said.Codes(unknown)}, which {standard.Id} does not have",
                Gap.Setting("selection", $"which KSBs of {standard.Id} are meant", $"Name KSBs that {standard.Id} has"));
        }

        if (!context.KnowsKsbsInForce)
        {
            return Gap.CannotTell($"{standard.Id} has options, and which KSBs are in force depends on the learner's", Gap.Option);
        }

        var inForce = context.Layout.InForce(context.Option).Codes;
        codes = selected is null ? inForce : [.. inForce.Where(selected.Contains)];
        return codes.Count > 0 ? null : Gap.CannotTell("None of the KSBs that are asked is in force for this learner",
            Gap.Setting("selection", "which KSBs are meant", "Name KSBs that are in force"));
    }
}
