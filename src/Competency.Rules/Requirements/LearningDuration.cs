namespace Competency.Rules;

/// <summary>Whether a number of calendar months of learning is behind a learner: what the law's and the standard's minimum share.</summary>
internal static class LearningDuration
{
    /// <summary>Judges a minimum. The original start must be known.</summary>
    public static Outcome Judge(AssessmentContext context, int months)
    {
        var time = context.Time;
        DateOnly? day;
        int missing;
        try
        {
            (day, missing) = time.Reach(months);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Gap.CannotTell($"{Months(months)} from the start and its breaks end beyond the calendar",
                Gap.Record("dates-beyond-calendar", "dates of learning and breaks within the calendar (episodes)", "Correct the dates of learning and breaks"));
        }

        Func<IEnumerable<ReportedFact>> facts = () => Facts(context, months, day);
        if (day is not { } reach)
        {
            return NeverReached(context, months, missing) with { FactsWhenRead = facts };
        }

        if (context.AsOf >= reach)
        {
            return Outcome.Met($"{Months(months)} of learning {(months == 1 ? "was" : "were")} complete on {Said.Date(reach)}", facts);
        }

        // Whoever is in a pause here is in one whose end is recorded, with learning after it.
        var isLearning = context.StateNow == EpisodeKind.Learning;
        var lastNeeded = Said.Date(reach.AddDays(-1));
        var goOn = isLearning ? $"Go on learning until {lastNeeded}" : $"Return to learning after the break and go on until {lastNeeded}";
        return Outcome.NotYetDue($"{Months(months)} of learning will be complete on {Said.Date(reach)}{(isLearning ? "" : ", the whole recorded break taken into account")}", reach) with
        {
            FactsWhenRead = facts,
            Shortfall = Said.Count(time.LearningDays(context.AsOf, reach), "day", "days") + " of learning",
            Actions = [OutstandingAction.Wait(reach, ActionBy.Apprentice, goOn) with { Amount = 1 }],
        };
    }

    /// <summary>The verdict of <see cref="Judge"/> and nothing else.</summary>
    public static Verdict Decide(AssessmentContext context, int months)
    {
        try
        {
            return context.Time.Reach(months).Day is not { } reach ? Verdict.NotMet
                : context.AsOf >= reach ? Verdict.Met
                : Verdict.NotYetDue;
        }
        catch (ArgumentOutOfRangeException)
        {
            return Verdict.CannotTell;
        }
    }

    /// <summary>The first day after a number of months, as a column of a cohort holds it. The original start must be known.</summary>
    public static int ReachNumber(AssessmentContext context, int months)
    {
        try
        {
            return context.Time.Reach(months).Day?.DayNumber ?? int.MaxValue;
        }
        catch (ArgumentOutOfRangeException)
        {
            return CohortCompiler.Unknown;
        }
    }

    private static Outcome NeverReached(AssessmentContext context, int months, int missing)
    {
        var end = context.Time.Pauses[^1].From;
        var state = context.Time.StateOn(end) switch
        {
            EpisodeKind.Break when context.Time.LastDayOfPauses is { } last => $"no learning is recorded after the break that {(last < context.AsOf ? "ended" : "ends")} on {Said.Date(last)}",
            EpisodeKind.Break => "the learner is on a break without a recorded end",
            EpisodeKind.Withdrawn => "the learner has withdrawn",
            EpisodeKind.Completed => "the training has ended",
            _ when end > context.AsOf => $"the recorded learning ends on {Said.Date(end.AddDays(-1))}",
            _ => "the last recorded episode of learning has ended",
        };
        return Outcome.NotMet($"{Months(months)} of learning are not complete, and {state}: time alone does not bring them", Said.Count(missing, "day", "days") + " of learning") with
        {
            Actions = [OutstandingAction.ReturnToLearning],
        };
    }

    /// <summary>Nobody can tell without the original start; where the record of episodes is complete, learning has not begun.</summary>
    public static Outcome WithoutStart(AssessmentContext context) => context.HasNotBegun
        ? Outcome.NotMet("No learning had begun", "the whole duration") with { Actions = [Gap.OriginalStart(context).Action] }
        : Gap.CannotTell("The original start is not recorded", Gap.OriginalStart(context));

    public static string Months(int months) => Said.Count(months, "calendar month", "calendar months");

    private static List<ReportedFact> Facts(AssessmentContext context, int months, DateOnly? reach)
    {
        var time = context.Time;
        var first = context.Episodes.Entries.First(e => e.Kind == EpisodeKind.Learning && e.On == time.Start);
        var facts = new List<ReportedFact>
        {
            Said.Fact("original start", Said.Date(time.Start!.Value), first.Pointer),
            Said.Fact("minimum", Months(months)),
        };
        foreach (var (from, until) in time.Pauses)
        {
            facts.Add(Said.Fact("break or gap", until is { } again
                ? $"{Said.Date(from)} to {Said.Date(again.AddDays(-1))}, {Said.Count(again.DayNumber - from.DayNumber, "day", "days")}"
                : $"from {Said.Date(from)}, with no learning recorded after it"));
        }

        if (reach is { } day)
        {
            facts.Add(Said.Fact("complete on", Said.Date(day)));
        }

        return facts;
    }
}
