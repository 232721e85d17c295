namespace Competency.Rules;

/// <summary>
/// What is different between two reports: of one learner last month and today, of a learner as things are and as they would be, or of one
/// learner under two policies. Requirements are recognised by their ids, actions by their keys.
/// </summary>
public sealed class ReportDifference
{
    private ReportDifference(ReadinessReport before, ReadinessReport after)
    {
        Before = before;
        After = after;
        Requirements = [.. Compare(before.Root, after.Root)];
        Ksbs = before.Standard.Id == after.Standard.Id ? [.. Compare(before.Ksbs, after.Ksbs)] : [];
        Done = [.. before.Outstanding.Where(b => !after.Outstanding.Any(b.IsAs))];
        Added = [.. after.Outstanding.Where(a => !before.Outstanding.Any(a.IsAs))];
        Changed =
        [
            .. after.Outstanding.Select(a => (Was: before.Outstanding.FirstOrDefault(b => b.Key == a.Key) ?? before.Outstanding.FirstOrDefault(a.IsAs), Now: a))
                .Where(c => c.Was is not null && ReportWords.Action(c.Was) != ReportWords.Action(c.Now))
                .Select(c => new ActionChange(c.Was!, c.Now)),
        ];
    }

    /// <summary>The first report.</summary>
    public ReadinessReport Before { get; }

    /// <summary>The second report.</summary>
    public ReadinessReport After { get; }

    /// <summary>The requirements whose verdict, dates, shortfall or missing facts changed, and those that only one report shows, outermost first in the second report's order.</summary>
    public IReadOnlyList<VerdictChange> Requirements { get; }

    /// <summary>The KSBs that stand otherwise, in the standard's order; none where the reports judge two standards or versions, whose codes cannot be compared.</summary>
    public IReadOnlyList<KsbStandingChange> Ksbs { get; }

    /// <summary>The actions that are outstanding no more.</summary>
    public IReadOnlyList<OutstandingAction> Done { get; }

    /// <summary>The actions that came.</summary>
    public IReadOnlyList<OutstandingAction> Added { get; }

    /// <summary>The actions that stayed and read otherwise.</summary>
    public IReadOnlyList<ActionChange> Changed { get; }

    /// <summary>By how many days the policy's first day moved: below 0 for earlier, above 0 for later; null where one of the two has no such day.</summary>
    public int? Days => After.EarliestDate?.DayNumber - Before.EarliestDate?.DayNumber;

    /// <summary>Whether nothing that a reader would act on is different.</summary>
    public bool IsEmpty => Requirements.Count == 0 && Ksbs.Count == 0 && Done.Count == 0 && Added.Count == 0 && Changed.Count == 0;

    /// <summary>Compares two reports.</summary>
    /// <exception cref="ArgumentException">They are of two learners, or withhold different things: their difference would tell what one of them withholds.</exception>
    public static ReportDifference Between(ReadinessReport before, ReadinessReport after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Whose != after.Whose ? throw new ArgumentException($"The reports are of two learners{(before.LearnerId == after.LearnerId ? "" : $", '{before.LearnerId}' and '{after.LearnerId}'")}.", nameof(after))
            : before.Redaction == after.Redaction ? new ReportDifference(before, after)
            : throw new ArgumentException("Reports are compared at one level of redaction.", nameof(after));
    }

    /// <summary>The difference as plain text, one thing a line.</summary>
    public string ToText() => ReportDifferenceText.Write(this);

    private static IEnumerable<VerdictChange> Compare(RequirementReport before, RequirementReport after)
    {
        var was = before.All.ToDictionary(r => r.Requirement.Id, StringComparer.Ordinal);
        var now = after.All.ToDictionary(r => r.Requirement.Id, StringComparer.Ordinal);
        return after.All.Select(a => VerdictChange.Between(was.GetValueOrDefault(a.Requirement.Id), a))
            .Concat(before.All.Where(b => !now.ContainsKey(b.Requirement.Id)).Select(b => VerdictChange.Between(b, null)))
            .OfType<VerdictChange>();
    }

    private static IEnumerable<KsbStandingChange> Compare(KsbAchievement before, KsbAchievement after) =>
        after.Standard.Ksbs.Where(k => before.Standard.Contains(k.Code) && before[k.Code] != after[k.Code]).Select(k => new KsbStandingChange(k.Code, before[k.Code], after[k.Code]));
}
