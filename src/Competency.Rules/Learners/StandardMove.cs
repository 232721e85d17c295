namespace Competency.Rules;

/// <summary>
/// That a transfer plan was applied: evidence under one version was carried to another where it carries over, and what was not carried is history,
/// not evidence under the same code. Made by <see cref="VersionTransfer"/>; a later one between the same versions takes the place of an earlier one.
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

    /// <summary>The offers on which nobody has decided: whether accepted evidence for the old KSB carries over to the new one is not known.</summary>
    public IReadOnlyList<KsbLink> Pending { get; init => field = [.. value]; } = [];
}
