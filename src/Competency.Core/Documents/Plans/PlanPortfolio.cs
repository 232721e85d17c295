namespace Competency.Documents.Plans;

/// <summary>What a portfolio must hold at gateway.</summary>
/// <param name="parts">The ids of the methods or outcomes that it underpins, whose KSBs it must cover.</param>
sealed partial class PlanPortfolio(IEnumerable<string> parts)
{
    /// <summary>The ids of the methods or outcomes that it underpins, whose KSBs it must cover.</summary>
    public IReadOnlyList<string> Parts { get; } = Frozen.List(parts ?? throw new ArgumentNullException(nameof(parts)));

    /// <summary>Whether a signed statement is needed that the work is the apprentice's own.</summary>
    public bool NeedsAuthenticity { get; init; } = true;

    /// <summary>How many items it may hold at most; null for no limit.</summary>
    public int? MaxItems { get; init; }
}
