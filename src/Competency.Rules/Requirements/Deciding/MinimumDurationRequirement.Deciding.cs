namespace Competency.Rules;

public sealed partial class MinimumDurationRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        if (context.OriginalStart is not { } start)
        {
            return context.IsComplete(context.Episodes) ? Verdict.NotMet : Verdict.CannotTell;
        }

        if (!EnglishParameters.MinimumDurationMonths.TryGet(start, context.AsOf, out var period))
        {
            return Verdict.CannotTell;
        }

        var verdict = LearningDuration.Decide(context, period.Value);
        return verdict == Verdict.Met || ShorterAccepted == false || Reason(context, start) is null ? verdict
            : ShorterAccepted == true ? Verdict.DoesNotApply
            : Verdict.CannotTell;
    }

    internal override CohortNode? TryCompile(CohortCompiler compiler, bool isReason)
    {
        var periods = EnglishParameters.MinimumDurationMonths.Periods;
        return periods.Any(p => p.Basis != DatedBasis.OriginalStart) ? null : new MonthsNode(
            this,
            [.. periods.Select(p => (p.From.DayNumber, p.Value, compiler.Reach(p.Value)))],
            compiler.Start(),
            compiler.NotBegun(),
            ShorterAccepted == false ? -1 : compiler.Flag("reason-for-less", "Whether a reason for a shorter duration is recorded that this learner's start allows"),
            ShorterAccepted == true ? Verdict.DoesNotApply : Verdict.CannotTell,
            static context => context.OriginalStart is { } start && Reason(context, start) is not null);
    }
}
