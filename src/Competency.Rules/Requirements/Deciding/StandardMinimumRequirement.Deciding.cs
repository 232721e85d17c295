namespace Competency.Rules;

public sealed partial class StandardMinimumRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var published = Months is null ? context.Layout.PublishedDuration : null;
        if (Months is null && published is null)
        {
            // Said in one place what silence comes to.
            return null;
        }

        if (published is { IsMinimum: false })
        {
            return Verdict.DoesNotApply;
        }

        if (context.OriginalStart is null)
        {
            return context.HasNotBegun ? Verdict.NotMet : Verdict.CannotTell;
        }

        var months = Months ?? published!.Months;
        var verdict = LearningDuration.Decide(context, months);
        return verdict == Verdict.Met || Prevails == true
               || !LawAsksLess(context, months, out _) ? verdict
            : Prevails == false ? Verdict.DoesNotApply
            : Verdict.CannotTell;
    }

    internal override CohortNode? TryCompile(CohortCompiler compiler, bool isReason)
    {
        var published = Months is null ? EnglishStandards.DurationOf(compiler.Layout.Standard) : null;
        if (Months is null && published is null)
        {
            return null;
        }

        if (published is { IsMinimum: false })
        {
            return new SameForAllNode(this, Verdict.DoesNotApply);
        }

        var months = Months ?? published!.Months;
        return new MonthsNode(
            this,
            compiler,
            [new MonthsPeriod(compiler, fromDay: 0, months)],
            Prevails == true ? -1 : compiler.Flag($"law-below-{months}", $"Whether law asks less than {LearningDuration.Months(months)} of a learner with this start, or for a recorded reason, and less than of starts before"),
            Prevails == false ? Verdict.DoesNotApply : Verdict.CannotTell,
            context => LawAsksLess(context, months, out _));
    }
}
