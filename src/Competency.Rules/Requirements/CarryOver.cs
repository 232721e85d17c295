namespace Competency.Rules;

/// <summary>
/// What evidence that is accepted under other standards and versions may yet be carried over to KSBs that are not achieved, and how that is said. Across
/// versions a code means nothing: only a transfer plan says for which KSB something stands.
/// </summary>
/// <param name="Ksbs">The KSBs to which something may be carried.</param>
/// <param name="Items">What is accepted elsewhere.</param>
/// <param name="IsUnmoved">Whether some of it is of a version from which no transfer leads, so that it may stand for any KSB; else it is offered for these.</param>
internal sealed record CarryOver(KsbCode[] Ksbs, ElsewhereItem[] Items, bool IsUnmoved)
{
    private static readonly CarryOver None = new([], [], IsUnmoved: false);

    private string[]? _versions;

    /// <summary>The standards and versions under which it is accepted.</summary>
    public string[] Versions => _versions ??= [.. Items.Select(i => i.Standard).Distinct().Order().Select(s => s.ToString())];

    private string From => string.Join(" and ", Versions);

    /// <summary>What may be carried over to some KSBs that are not achieved, where one item that is accepted in full achieves a KSB.</summary>
    public static CarryOver To(IEnumerable<KsbCode> lacking, AssessmentContext context)
    {
        KsbCode[] ksbs = [.. lacking.Where(context.Ksbs.MayBeCarriedOver)];
        return ksbs.Length == 0 ? None : Of(ksbs, context.Ksbs.Unmoved, ksbs.SelectMany(context.Ksbs.OfferedFor));
    }

    /// <summary>What may be carried over.</summary>
    /// <param name="ksbs">The KSBs to which something may be.</param>
    /// <param name="unmoved">What may stand for any KSB.</param>
    /// <param name="offered">What is offered for these.</param>
    public static CarryOver Of(KsbCode[] ksbs, IEnumerable<ElsewhereItem> unmoved, IEnumerable<ElsewhereItem> offered)
    {
        ElsewhereItem[] any = [.. unmoved];
        return ksbs.Length == 0 ? None : new CarryOver(ksbs, [.. any.Concat(offered).Distinct()], any.Length > 0);
    }

    /// <summary>What is not known.</summary>
    public string Missing(StandardId standard) => IsUnmoved
        ? $"a transfer plan that says what of the evidence accepted under {string.Join(" and ", Items.GroupBy(i => i.Standard).OrderBy(g => g.Key).Select(g => $"{g.Key} ({Said.Codes(g.Select(i => i.Ksb).Distinct().Order())})"))} carries over to {Said.Codes(Ksbs)} of {standard}"
        : $"a transfer plan that says whether accepted evidence for {string.Join(" and ", Items.GroupBy(i => i.Standard).OrderBy(g => g.Key).Select(g => $"{Said.Codes(g.Select(i => i.Ksb).Distinct().Order())} of {g.Key}"))} carries over to {Said.Codes(Ksbs)} of {standard}";

    /// <summary>What an explanation goes on to say.</summary>
    public string Explanation => IsUnmoved ? $"; other evidence is accepted under {From}, and a code means something only within its version" : "; a code means something only within its version";

    /// <summary>What an instruction to hand in more of some KSBs goes on to say, so that nobody hands in again what a transfer brings.</summary>
    public string Unless(IEnumerable<KsbCode> codes) => IsUnmoved && codes.Any(Ksbs.Contains) ? $", as far as nothing carries over from {From}" : "";

    /// <summary>Each item once under each version, with the KSBs of that version for which it is accepted.</summary>
    public IEnumerable<ReportedFact> Facts() => Items
        .GroupBy(i => (i.Standard, i.Evidence))
        .OrderBy(g => g.Key.Standard)
        .ThenBy(g => g.Key.Evidence, StringComparer.Ordinal)
        .Select(g => new ReportedFact($"accepted under {g.Key.Standard}", Said.Codes(g.Select(i => i.Ksb).Distinct().Order()))
        {
            IsAside = true,
            Evidence = [g.Key.Evidence],
            Signatures = [.. g.Select(i => new Signature(i.Decision.By, i.Decision.Role, i.Decision.On)).Distinct().OrderBy(s => s.On).ThenBy(s => s.By, StringComparer.Ordinal)],
        });
}
