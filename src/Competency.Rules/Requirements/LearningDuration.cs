namespace Competency.Rules;

/// <summary>Whether a number of calendar months of learning is behind a learner: what the law's and the standard's minimum share.</summary>
internal static class LearningDuration
{
    /// <summary>Judges a minimum. The original start must be known.</summary>
    public static Outcome Judge(AssessmentContext context, int months)
    {
        var time = context.Time;
        var reach = time.Reach(months);
        var facts = Facts(context, months, reach);
        if (context.AsOf >= reach)
        {
            return Outcome.Met($"{Months(months)} of learning were complete on {Said.Date(reach)}") with { Facts = facts };
        }

        if (time.Now == EpisodeKind.Learning)
        {
            return Outcome.NotYetDue($"{Months(months)} of learning will be complete on {Said.Date(reach)}", reach) with
            {
                Facts = facts,
                Shortfall = Said.Count(reach.DayNumber - context.AsOf.DayNumber, "day", "days") + " of learning",
                Actions = [new OutstandingAction($"wait:{Said.Date(reach)}", $"Go on learning until {Said.Date(reach)}", ActionBy.Apprentice, ActionStage.Time)],
            };
        }

        // The pause was counted up to and with the day of assessment; learning could go on the day after.
        var remaining = reach.DayNumber - context.AsOf.DayNumber - 1;
        var state = time.Now switch
        {
            EpisodeKind.Break => "the learner is on a break",
            EpisodeKind.Withdrawn => "the learner has withdrawn",
            EpisodeKind.Completed => "the training has ended",
            _ => "the last recorded episode of learning has ended",
        };
        return Outcome.NotMet($"{Months(months)} of learning are not complete, and {state}: time alone does not bring them", Said.Count(remaining, "day", "days") + " of learning") with
        {
            Facts = facts,
            Actions = [new OutstandingAction("learn-on", "Return to learning and record it", ActionBy.Apprentice, ActionStage.Training)],
        };
    }

    /// <summary>Nobody can tell without the original start; where the record of episodes is complete, learning has not begun.</summary>
    public static Outcome WithoutStart(AssessmentContext context) => context.IsComplete(context.Learner.Episodes)
        ? Outcome.NotMet("No learning had begun", "the whole duration") with { Actions = [Gap.OriginalStart.Action] }
        : Gap.CannotTell("The original start is not recorded", Gap.OriginalStart);

    public static string Months(int months) => Said.Count(months, "calendar month", "calendar months");

    private static List<ReportedFact> Facts(AssessmentContext context, int months, DateOnly reach)
    {
        var time = context.Time;
        var first = context.Learner.Episodes.Entries.First(e => e.Kind == EpisodeKind.Learning && e.On == time.Start);
        var facts = new List<ReportedFact>
        {
            Said.Fact("original start", Said.Date(time.Start!.Value), first.Pointer),
            Said.Fact("minimum", Months(months)),
        };
        foreach (var (from, until) in time.Pauses)
        {
            facts.Add(Said.Fact("break or gap", $"{Said.Date(from)} to {Said.Date(until.AddDays(-1))}, {Said.Count(until.DayNumber - from.DayNumber, "day", "days")}"));
        }

        facts.Add(Said.Fact("complete on", Said.Date(reach)));
        return facts;
    }
}
