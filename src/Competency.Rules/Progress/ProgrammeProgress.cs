using Competency.Text;

namespace Competency.Rules;

/// <summary>
/// A learner beside a programme's due dates: ahead, on track or behind, and by how much, in achieved KSBs, in hours and in months without
/// learning. It plans work, and says nothing about readiness: see <see cref="ReadinessPolicy"/> for that.
/// </summary>
/// <remarks>
/// Due dates are those of a learner without breaks: a break or gap moves by its days what was due after it began, and while its end is not
/// known nothing more falls due. Where the learner's option is not recorded, only what comes out alike with each is told.
/// </remarks>
public sealed class ProgrammeProgress
{
    private ProgrammeProgress(string learnerId, DateOnly asOf, ProgressPart ksbs, ProgressPart? hours, ProgressPart months)
    {
        LearnerId = learnerId;
        AsOf = asOf;
        Ksbs = ksbs;
        Hours = hours;
        Months = months;
        Pace[] all = [.. new[] { ksbs, hours, months }.OfType<ProgressPart>().Select(p => p.Pace)];
        Pace = all.Contains(Pace.Behind) ? Pace.Behind
            : all.Contains(Pace.CannotTell) ? Pace.CannotTell
            : all.Contains(Pace.Ahead) ? Pace.Ahead
            : Pace.OnTrack;
    }

    /// <summary>The id of the learner.</summary>
    public string LearnerId { get; }

    /// <summary>The day.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The whole: behind where any part is, else cannot tell where any part is, else ahead where any part is.</summary>
    public Pace Pace { get; }

    /// <summary>Achieved KSBs beside those that are due.</summary>
    public ProgressPart Ksbs { get; }

    /// <summary>Hours that count beside those that are due; null where no milestone says hours.</summary>
    public ProgressPart? Hours { get; }

    /// <summary>Calendar months without learning.</summary>
    public ProgressPart Months { get; }

    /// <summary>Looks at a learner on a day.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="standard">The standard of the programme.</param>
    /// <param name="milestones">What is due when; at least one.</param>
    /// <param name="asOf">The day. What is due on it is not overdue yet.</param>
    /// <param name="knownAt">The day by which things had been recorded; null for <paramref name="asOf"/>.</param>
    /// <param name="englishAndMathsCount">Whether hours of English and maths are learning of a month; null where that is not settled.</param>
    /// <exception cref="ArgumentException">The learner is on another standard or version, there is no milestone, two have one id, or one names a KSB that the standard does not have.</exception>
    public static ProgrammeProgress Of(
        Learner learner,
        OccupationalStandard standard,
        IEnumerable<ProgrammeMilestone> milestones,
        DateOnly asOf,
        DateOnly? knownAt = null,
        bool? englishAndMathsCount = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(milestones);
        if (learner.Standard != standard.Id)
        {
            throw new ArgumentException($"The learner is on {learner.Standard}, and the programme is of {standard.Id}: transfer the learner, or give the programme of {learner.Standard}.", nameof(standard));
        }

        var context = new AssessmentContext(learner, standard, Bounded.Day(asOf, nameof(asOf)), Bounded.Day(knownAt, nameof(knownAt)) ?? asOf);
        var schedules = DueMilestones.Of(context, [.. milestones]);
        return new ProgrammeProgress(
            context.Learner.Id,
            asOf,
            InEach(schedules, s => JudgeKsbs(context, s)),
            schedules.Any(s => s.HaveHours) ? InEach(schedules, s => JudgeHours(context, s)) : null,
            JudgeMonths(context, englishAndMathsCount));
    }

    /// <summary>The whole and its parts as plain text, one thing a line.</summary>
    public string ToText()
    {
        var lines = new List<string> { $"{Word(Pace)}: learner {LearnerId}, as of {Said.Date(AsOf)}" };
        foreach (var (name, part) in new[] { ("KSBs", Ksbs), ("Hours", Hours), ("Months", Months) })
        {
            if (part is not null)
            {
                lines.Add($"  {name}: {Word(part.Pace)}: {part.Explanation}");
                lines.AddRange(part.MissingFacts.Select(f => $"    Not known: {f}"));
            }
        }

        return string.Concat(lines.Select(l => "".PadLeft(l.Length - l.TrimStart(' ').Length) + TextFolding.OnOneLine(l.TrimStart(' ')) + "\n"));
    }

    /// <summary>Pace and learner on one line.</summary>
    public override string ToString() => $"{Pace}: learner {LearnerId}, as of {Said.Date(AsOf)}";

    /// <summary>
    /// What is so with each option that the learner may take. Where it differs the least and the most are said, and only what holds in all of them
    /// is told: no pace where they have several.
    /// </summary>
    private static ProgressPart InEach(IReadOnlyList<DueMilestones> schedules, Func<DueMilestones, ProgressPart> judge)
    {
        var each = schedules.Select(s => (s.Option, Part: judge(s))).OrderBy(e => Rank(e.Part.Pace)).ThenBy(e => e.Part.Days).ThenBy(e => e.Part.Hours).ToArray();
        var (worst, best) = (each[0], each[^1]);
        var isSaidAlike = each.All(e => e.Part.Pace == worst.Part.Pace && e.Part.Explanation == worst.Part.Explanation);
        if (isSaidAlike && each.All(e => e.Part.Overdue.SequenceEqual(worst.Part.Overdue) && e.Part.Early.SequenceEqual(worst.Part.Early)))
        {
            return worst.Part;
        }

        var isAlike = worst.Part.Pace == best.Part.Pace;
        var nearest = each.Select(e => e.Part).Where(p => p.Days is not null || p.Hours is not null).MinBy(p => Math.Abs(p.Days ?? p.Hours ?? 0));
        return new ProgressPart(
            isAlike ? worst.Part.Pace : Pace.CannotTell,
            isSaidAlike ? worst.Part.Explanation : $"With option '{worst.Option!.Id}': {worst.Part.Explanation}. With option '{best.Option!.Id}': {best.Part.Explanation}")
        {
            Days = isAlike ? nearest?.Days : null,
            Hours = isAlike ? nearest?.Hours : null,
            Overdue = [.. worst.Part.Overdue.Where(k => each.All(e => e.Part.Overdue.Contains(k)))],
            Early = [.. worst.Part.Early.Where(k => each.All(e => e.Part.Early.Contains(k)))],
            MissingFacts = [.. each.SelectMany(e => e.Part.MissingFacts).Prepend(Gap.Option.Fact).Distinct()],
        };

        static int Rank(Pace pace) => pace switch
        {
            Pace.Behind => 0,
            Pace.CannotTell => 1,
            Pace.OnTrack => 2,
            _ => 3,
        };
    }

    private static ProgressPart JudgeKsbs(AssessmentContext context, DueMilestones schedule)
    {
        var overdue = schedule.InOrder(schedule.Overdue.SelectMany(m => m.Lacking));
        var early = schedule.InOrder(schedule.Later.SelectMany(m => m.Ksbs.Except(m.Lacking)).Except(schedule.Overdue.SelectMany(m => m.Ksbs)));
        var due = schedule.Overdue.SelectMany(m => m.Ksbs).Distinct().Count();
        var done = $"{due - overdue.Count} of {Said.Count(due, "KSB that is due", "KSBs that are due")} achieved{Ended(context)}";
        if (overdue.Count > 0)
        {
            return Late(context, schedule, overdue, done) with { Early = early };
        }

        // Only what is whole, in the order in which it falls due, makes days; what only repeats KSBs that were due before makes none. Nobody is ahead of what never falls due.
        var last = Ended(context).Length > 0 ? null : schedule.LaterDays.TakeWhile(d => d.All(m => m.Lacking.Count == 0)).LastOrDefault(d => d.Any(m => m.Ksbs.Any(early.Contains)));
        if (last is null)
        {
            return new ProgressPart(Pace.OnTrack, done + (early.Count == 0 ? "" : $", and {Said.Codes(early)} early")) { Early = early, Days = 0 };
        }

        string[] whole = [.. last.Where(m => m.Ksbs.Any(early.Contains)).Select(m => m.Id)];
        var lastDue = last[0].Due;
        int? ahead = lastDue == DateOnly.MaxValue ? null : lastDue.DayNumber - context.AsOf.DayNumber;
        var when = ahead is { } days ? $"{Said.Date(lastDue)}, in {Said.Count(days, "day", "days")}" : "after the break";
        return new ProgressPart(Pace.Ahead, $"{done}, and {Said.Codes(early)} early: {string.Join(" and ", whole)}, due {when}, {(whole.Length == 1 ? "is" : "are")} achieved") { Early = early, Days = ahead };
    }

    /// <summary>That nothing more falls due, since learning is over.</summary>
    private static string Ended(AssessmentContext context) => context.StateNow switch
    {
        EpisodeKind.Withdrawn => " (the learner has withdrawn, and nothing more falls due)",
        EpisodeKind.Completed => " (the training has ended, and nothing more falls due)",
        null when context.Time.First <= context.AsOf && context.Time.DayOfLearningFrom(context.AsOf) is null => " (the recorded learning has ended, and nothing more falls due)",
        _ => "",
    };

    /// <summary>KSBs that were due and are not achieved. Behind is who lacks one that neither the record nor a transfer can yet bring.</summary>
    private static ProgressPart Late(AssessmentContext context, DueMilestones schedule, IReadOnlyList<KsbCode> overdue, string done)
    {
        var isComplete = context.IsComplete(context.Learner.Claims);
        var carryOver = CarryOver.To(overdue, context);
        string[] missing =
        [
            .. carryOver.Ksbs.Length > 0 ? [carryOver.Missing(context.Standard.Id)] : (string[])[],
            .. isComplete ? (string[])[] : [Gap.Completeness("claims", "decisions on evidence", context).Fact],
        ];
        KsbCode[] surely = isComplete ? [.. overdue.Except(carryOver.Ksbs)] : [];
        if (surely.Length == 0)
        {
            var first = schedule.Overdue.First(m => m.Lacking.Count > 0);
            return new ProgressPart(Pace.CannotTell, $"{done} as far as is recorded; {Said.Codes(overdue)} {(overdue.Count == 1 ? "was" : "were")} due{(overdue.Count == 1 ? "" : ", the first")} on {Said.Date(first.Due)} ({first.Id})") { Overdue = overdue, MissingFacts = missing };
        }

        var late = schedule.Overdue.First(m => m.Lacking.Any(surely.Contains));
        var days = late.Due.DayNumber - context.AsOf.DayNumber;
        var open = carryOver.Ksbs.Length == 0 ? "" : $"; {Said.Codes(carryOver.Ksbs)} {(carryOver.Ksbs.Length == 1 ? "was" : "were")} due too, and may be carried over";
        return new ProgressPart(Pace.Behind, $"{done}; {Said.Codes(surely)} overdue, the first for {Said.Count(-days, "day", "days")} ({late.Id}, due {Said.Date(late.Due)}){open}") { Overdue = overdue, Days = days, MissingFacts = missing };
    }

    private static ProgressPart JudgeHours(AssessmentContext context, DueMilestones schedule)
    {
        if (context.Time.First is null && !context.HasNotBegun)
        {
            return new ProgressPart(Pace.CannotTell, "Hours count on days of learning only, and the original start is not recorded") { MissingFacts = [Gap.OriginalStart(context).Fact] };
        }

        var counted = context.HasNotBegun ? 0 : context.Learner.Hours.Entries.Where(h => TrainingHours.Of(h, context.Time) == HoursStanding.Counts).Sum(h => h.Hours);
        var due = schedule.Overdue.Sum(m => m.Hours);
        var explanation = $"{Said.Hours(counted)} of {Said.Hours(due)} that are due{Ended(context)}{(context.HasNotBegun ? "; no learning had begun" : "")}";
        if (counted < due)
        {
            // Who came from elsewhere learnt before: hours of then may be of days of learning.
            var before = context.OriginalStart is null ? context.Learner.Hours.Entries.Where(h => h.On < context.Time.First && h.InPaidHours && h.Category == HoursCategory.OffTheJob).Sum(h => h.Hours) : 0;
            if (before > 0 && counted + before >= due)
            {
                return new ProgressPart(Pace.CannotTell, $"{explanation}; {Said.Hours(before)} of before {Said.Date(context.Time.First!.Value)} count if those were days of learning") { Hours = counted - due, MissingFacts = [Gap.OriginalStart(context).Fact] };
            }

            return context.IsComplete(context.Learner.Hours) || context.HasNotBegun
                ? new ProgressPart(Pace.Behind, explanation) { Hours = counted - due }
                : new ProgressPart(Pace.CannotTell, explanation + " as far as is recorded") { Hours = counted - due, MissingFacts = [Gap.Completeness("hours", "hours of training", context).Fact] };
        }

        // Nobody is ahead of what never falls due.
        var next = Ended(context).Length > 0 ? null : schedule.LaterDays.Select(d => d.Where(m => m.Hours > 0).ToArray()).FirstOrDefault(d => d.Length > 0);
        return next is not null && counted >= due + next.Sum(m => m.Hours)
            ? new ProgressPart(Pace.Ahead, $"{explanation}, and those of {string.Join(" and ", next.Select(m => m.Id))}") { Hours = counted - due }
            : new ProgressPart(Pace.OnTrack, explanation) { Hours = counted - due };
    }

    private static ProgressPart JudgeMonths(AssessmentContext context, bool? englishAndMathsCount)
    {
        if (context.HasNotBegun)
        {
            return new ProgressPart(Pace.OnTrack, "No learning had begun");
        }

        if (context.OriginalStart is null)
        {
            return new ProgressPart(Pace.CannotTell, "The original start is not recorded") { MissingFacts = [Gap.OriginalStart(context).Fact] };
        }

        var months = LearningMonths.Of(context, englishAndMathsCount);
        var without = months.Empty.Concat(months.Doubtful).Order().ToArray();
        if (without.Length == 0)
        {
            return new ProgressPart(Pace.OnTrack, months.Asked.Count == 0 ? "No whole calendar month of learning is over" : $"Learning is recorded in each of {Said.Count(months.Asked.Count, "whole calendar month", "whole calendar months")}");
        }

        var isComplete = context.IsComplete(context.Learner.Hours);
        var explanation = $"No learning is recorded in {LearningMonths.Say(without)}";
        return isComplete && months.Empty.Count > 0
            ? new ProgressPart(Pace.Behind, $"No learning in {LearningMonths.Say(months.Empty)}") { Months = months.Empty }
            : new ProgressPart(Pace.CannotTell, explanation + (months.Doubtful.Count > 0 ? " but hours of English and maths" : " so far"))
            {
                Months = without,
                MissingFacts = isComplete ? ["whether hours of English and maths are learning of a month"] : [Gap.Completeness("hours", "hours of training", context).Fact],
            };
    }

    private static string Word(Pace pace) => pace switch
    {
        Pace.Ahead => "Ahead",
        Pace.OnTrack => "On track",
        Pace.Behind => "Behind",
        _ => "Cannot tell",
    };
}
