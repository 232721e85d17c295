namespace Competency.Rules;

/// <summary>A programme's milestones as they fall due for one learner.</summary>
internal sealed class DueMilestones
{
    private readonly OccupationalStandard _standard;

    private DueMilestones(AssessmentContext context, IEnumerable<ProgrammeMilestone> milestones, StandardOption? option)
    {
        _standard = context.Standard;
        Option = option;
        var inForce = context.Standard.CodesInForce(option).ToHashSet();
        DueMilestone[] all = [.. milestones.Select((m, i) => Of(m ?? throw new ArgumentException($"The milestone at {i} is null.", nameof(milestones)), context, inForce)).OrderBy(m => m.Due).ThenBy(m => m.Planned).ThenBy(m => m.Id, NaturalOrder.Instance).ThenBy(m => m.Id, StringComparer.Ordinal)];
        if (all.Length == 0)
        {
            throw new ArgumentException("A programme without milestones has no pace.", nameof(milestones));
        }

        if (all.GroupBy(m => m.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } same)
        {
            throw new ArgumentException($"Two milestones have the id '{same.Key}'.", nameof(milestones));
        }

        Overdue = [.. all.Where(m => m.Due < context.AsOf)];
        Later = [.. all.Where(m => m.Due >= context.AsOf)];
        HaveHours = all.Any(m => m.Hours > 0);
    }

    /// <summary>A programme for one learner, or where the option is not recorded for each that the learner may take, in the standard's order.</summary>
    /// <param name="context">The learner on a day.</param>
    /// <param name="milestones">The programme.</param>
    public static IReadOnlyList<DueMilestones> Of(AssessmentContext context, IReadOnlyList<ProgrammeMilestone> milestones) =>
        context.KnowsKsbsInForce ? [new DueMilestones(context, milestones, context.Option)] : [.. context.Standard.Options.Select(o => new DueMilestones(context, milestones, o))];

    /// <summary>The option with which they fall due; null where the standard has none.</summary>
    public StandardOption? Option { get; }

    /// <summary>Those that were due before the day, the first due first, those of one day by their ids.</summary>
    public IReadOnlyList<DueMilestone> Overdue { get; }

    /// <summary>Those that are due on the day or later.</summary>
    public IReadOnlyList<DueMilestone> Later { get; }

    /// <summary>The same, those of one day together: none of them is due before another. What a break without an end holds up goes by its planned days; what never falls due is left out.</summary>
    public IEnumerable<DueMilestone[]> LaterDays => Later.Where(m => !m.IsNeverDue).GroupBy(m => (m.Due, m.Due == DateOnly.MaxValue ? m.Planned : m.Due)).Select(g => g.ToArray());

    /// <summary>Whether any milestone says hours.</summary>
    public bool HaveHours { get; }

    /// <summary>Codes, each once, in the standard's order.</summary>
    public IReadOnlyList<KsbCode> InOrder(IEnumerable<KsbCode> codes)
    {
        var set = codes.ToHashSet();
        return [.. _standard.Ksbs.Select(k => k.Code).Where(set.Contains)];
    }

    private static DueMilestone Of(ProgrammeMilestone milestone, AssessmentContext context, HashSet<KsbCode> inForce)
    {
        foreach (var ksb in milestone.Ksbs)
        {
            if (!context.Standard.Contains(ksb))
            {
                throw new ArgumentException($"Milestone '{milestone.Id}' names {(ksb.HasValue ? $"{ksb}, which {context.Standard.Id} does not have" : "a KSB that was never set")}.", nameof(milestone));
            }
        }

        // A module of other options alone is not this learner's, nor are its hours.
        KsbCode[] ksbs = [.. milestone.Ksbs.Where(inForce.Contains).Distinct()];
        var isOfOthers = milestone.Ksbs.Count > 0 && ksbs.Length == 0;
        var (due, isNever) = Moved(milestone.Due, context.Time);
        return new DueMilestone(milestone.Id, milestone.Due, due, isNever, ksbs, [.. ksbs.Where(k => context.Ksbs[k] != KsbStanding.Achieved)], isOfOthers ? 0 : milestone.Hours ?? 0);
    }

    /// <summary>The due date moved by the days of every pause that began before it; the end of the calendar where a pause has no end, and whether that is no break, but the end of learning.</summary>
    private static (DateOnly Due, bool IsNever) Moved(DateOnly due, LearningTime time)
    {
        foreach (var (from, until) in time.Pauses)
        {
            if (from > due)
            {
                break;
            }

            if (until is not { } again || (long)due.DayNumber + again.DayNumber - from.DayNumber > DateOnly.MaxValue.DayNumber)
            {
                return (DateOnly.MaxValue, until is null && (time.StateOn(from) != EpisodeKind.Break || time.LastDayOfPauses is not null));
            }

            due = due.AddDays(again.DayNumber - from.DayNumber);
        }

        return (due, false);
    }
}

/// <summary>A milestone as it falls due for one learner.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Planned">The day on which it is due for a learner without breaks.</param>
/// <param name="Due">The day by the end of which it is due; the end of the calendar where a break without an end holds it up.</param>
/// <param name="IsNeverDue">Whether it never falls due, as learning has ended by then.</param>
/// <param name="Ksbs">Its KSBs that are in force for the learner.</param>
/// <param name="Lacking">Those of them that are not achieved.</param>
/// <param name="Hours">Its hours; 0 where nobody says.</param>
internal sealed record DueMilestone(string Id, DateOnly Planned, DateOnly Due, bool IsNeverDue, IReadOnlyList<KsbCode> Ksbs, IReadOnlyList<KsbCode> Lacking, decimal Hours);
