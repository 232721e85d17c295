namespace Competency.Rules;

/// <summary>What changed about the outcome of one requirement between two reports.</summary>
/// <param name="Id">The requirement's id.</param>
/// <param name="Sentence">What it asks.</param>
/// <param name="Before">Its report before; null where it was not shown.</param>
/// <param name="After">Its report after; null where it is not shown.</param>
public sealed record VerdictChange(string Id, string Sentence, RequirementReport? Before, RequirementReport? After)
{
    /// <summary>Whether the verdict changed, rather than only a date, or what is missing or not known.</summary>
    public bool IsVerdictChange => Before?.Verdict != After?.Verdict;

    /// <summary>
    /// By how many days the first day on which it holds moved: below 0 for earlier, above 0 for later; null where one of the two has no such day.
    /// </summary>
    public int? Days => After?.EarliestDate?.DayNumber - Before?.EarliestDate?.DayNumber;

    /// <summary>Id and verdicts, as in <c>ksbs: NotMet → Met</c>.</summary>
    public override string ToString() => $"{Id}: {Before?.Verdict.ToString() ?? "-"} → {After?.Verdict.ToString() ?? "-"}";

    internal static VerdictChange? Between(RequirementReport? before, RequirementReport? after)
    {
        var requirement = (after ?? before!).Requirement;
        return before is not null && after is not null && Seen(before) == Seen(after) ? null : new VerdictChange(requirement.Id, requirement.Sentence, before, after);
    }

    private static (Verdict, DateOnly?, DateOnly?, string?, string) Seen(RequirementReport report) =>
        (report.Verdict, report.EarliestDate, report.MetUntil, report.Outcome.Shortfall, string.Join('\n', report.Outcome.MissingFacts));
}
