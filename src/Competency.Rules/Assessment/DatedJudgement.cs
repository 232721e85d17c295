namespace Competency.Rules;

/// <summary>
/// Judges a requirement of which a parameter changes on known days, for learners who are there already too: by the facts as they are, and the parameter of
/// today and of each of those days.
/// </summary>
internal static class DatedJudgement
{
    /// <summary>The report, with the dates that follow from all of them.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="context">The learner.</param>
    /// <param name="changes">The days after that of assessment on which the parameter changes, ascending; at least one.</param>
    /// <param name="judge">Judges by the parameter of <see cref="AssessmentContext.RulesOf"/>.</param>
    public static RequirementReport Report(Requirement requirement, AssessmentContext context, DateOnly[] changes, Func<AssessmentContext, Outcome> judge)
    {
        var asOf = context.AsOf;
        (DateOnly From, Outcome Outcome)[] periods = [.. changes.Prepend(asOf).Select(d => (d, Judge(context, d, judge)))];
        var timeline = SteppedTimeline.Of(
            Array.ConvertAll(periods, p => (p.From, LeafTimeline.Of(p.Outcome, context.Keeps(requirement)))),
            context.Keeps(requirement));
        return RequirementReport.OfOthers(requirement, timeline, Said(periods, timeline, asOf), asOf, []);
    }

    private static Outcome Judge(AssessmentContext context, DateOnly rulesOf, Func<AssessmentContext, Outcome> judge)
    {
        context.RulesOf = rulesOf;
        try
        {
            return judge(context).AsOf(context.AsOf);
        }
        finally
        {
            context.RulesOf = context.AsOf;
        }
    }

    /// <summary>What came of it today, and the later parameter that decides where it is not today's.</summary>
    private static Outcome Said((DateOnly From, Outcome Outcome)[] periods, SteppedTimeline timeline, DateOnly asOf)
    {
        var today = periods[0].Outcome;
        var verdict = timeline.On(asOf);
        var (earliest, metUntil) = timeline.DatesFrom(asOf, verdict);
        if (verdict == Verdict.Met)
        {
            // Why it ends where today's parameter lets it go on.
            return metUntil?.AddDays(1) is { } end && Array.Find(periods, p => p.From == end) is { Outcome: { } next }
                ? today with { Attention = [.. today.Attention, $"By the rule from {Rules.Said.Date(end)}: {next.Explanation}"] }
                : today;
        }

        if (verdict == Verdict.NotYetDue)
        {
            // The day that brings it is one of the parameter that is in use then.
            var by = Array.FindLast(periods, p => p.From <= earliest);
            return by.From == asOf ? today : ByLater(today, by.From, by.Outcome, earliest!.Value);
        }

        // Time would have brought it, and a later parameter does not let it.
        return today.Verdict != Verdict.NotYetDue ? today
            : verdict == Verdict.CannotTell && Array.Find(periods, p => p.Outcome.Verdict == Verdict.CannotTell) is { Outcome: { } unknown } ? unknown
            : NotBy(today, periods[^1].From, periods[^1].Outcome);
    }

    private static Outcome ByLater(Outcome today, DateOnly from, Outcome later, DateOnly day) => Outcome.NotYetDue(Explanation(today, from, later), day) with
    {
        FactsWhenRead = () => later.Facts,
        Citations = [.. today.Citations.Concat(later.Citations).Distinct()],
        Attention = [.. today.Attention.Concat(later.Attention).Distinct()],
        Shortfall = today.Shortfall,
        Actions = later.Actions.Count > 0 ? later.Actions : [OutstandingAction.Wait(day, ActionBy.Provider)],
    };

    private static Outcome NotBy(Outcome today, DateOnly from, Outcome later) => Outcome.NotMet(Explanation(today, from, later), later.Shortfall ?? later.Explanation) with
    {
        FactsWhenRead = () => later.Facts,
        Citations = [.. today.Citations.Concat(later.Citations).Distinct()],
        Attention = [.. today.Attention.Concat(later.Attention).Distinct()],
        Actions = later.Actions,
    };

    private static string Explanation(Outcome today, DateOnly from, Outcome later) => $"{today.Explanation}; by the rule from {Rules.Said.Date(from)}: {later.Explanation}";
}
