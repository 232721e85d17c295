namespace Competency.Rules;

public sealed partial class MinimumDurationRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        if (context.OriginalStart is not { } start)
        {
            return context.HasNotBegun ? Verdict.NotMet : Verdict.CannotTell;
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
        var dated = EnglishParameters.MinimumDurationMonths.Periods;
        // By place: an enumerator of their own kind would have the runtime load types for it, in every process.
        for (var i = 0; i < dated.Count; i++)
        {
            if (dated[i].Basis != DatedBasis.OriginalStart)
            {
                return null;
            }
        }

        var periods = new MonthsPeriod[dated.Count];
        for (var i = 0; i < periods.Length; i++)
        {
            periods[i] = new MonthsPeriod(compiler, dated[i].From.DayNumber, dated[i].Value);
        }

        return new MonthsNode(
            this,
            compiler,
            periods,
            ShorterAccepted == false ? -1 : compiler.Flag("reason-for-less", "Whether a reason for a shorter duration is recorded that this learner's start allows"),
            ShorterAccepted == true ? Verdict.DoesNotApply : Verdict.CannotTell,
            HasReasonForLess);
    }

    internal static bool HasReasonForLess(AssessmentContext context) => context.OriginalStart is { } start && Reason(context, start) is not null;
}
