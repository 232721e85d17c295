namespace Competency.Rules;

/// <summary>
/// That a transfer plan was applied: which statements of the version that was left are statements of the one that was taken, and which are offered for one. Evidence for the first counts
/// there from this day on, with its own days and assessors; what leads nowhere is history, not evidence under the same code. Made by <see cref="VersionTransfer"/>; a later one between the
/// same versions takes the place of an earlier one.
/// </summary>
/// <param name="On">The day of the transfer.</param>
/// <param name="From">The version that was left.</param>
/// <param name="To">The version that was taken; another.</param>
/// <exception cref="ArgumentException">A version is missing, or both are one.</exception>
public sealed record StandardMove(DateOnly On, StandardId From, StandardId To) : LedgerEntry(On)
{
    /// <summary>The version that was left.</summary>
    public StandardId From { get; init; } = From.HasValue ? From : throw new ArgumentException("A transfer names both versions.", nameof(From));

    /// <summary>The version that was taken.</summary>
    public StandardId To { get; init; } = !To.HasValue ? throw new ArgumentException("A transfer names both versions.", nameof(To))
        : To != From ? To : throw new ArgumentException($"Both versions are {To}.", nameof(To));

    /// <summary>Who applied the plan; null where that is not recorded.</summary>
    public string? By { get; init => field = Bounded.Name(value, nameof(By)); }

    /// <summary>What people decided on offers, and on pairs that were not offered, when this was applied; what was decided before stands in the moves before it. Of two decisions on a pair that of the later move stands.</summary>
    public IReadOnlyList<TransferDecision> Decisions { get; init => field = [.. value]; } = [];

    /// <summary>The same statements under the code of either version: evidence for the old KSB is evidence for the new one.</summary>
    public IReadOnlyList<KsbLink> Carried { get; init => field = [.. value]; } = [];

    /// <summary>Whether statements, duties and options of both versions are the same, so that portfolios go over too.</summary>
    public bool IsEquivalent { get; init; }

    /// <summary>How choices of options that were made on the old version are written on the new one, where their words would mean another there.</summary>
    public IReadOnlyList<OptionLink> Options { get; init => field = [.. value]; } = [];

    /// <summary>The offers on which nobody has decided: whether accepted evidence for the old KSB carries over to the new one is not known.</summary>
    public IReadOnlyList<KsbLink> Pending { get; init => field = [.. value]; } = [];
}
