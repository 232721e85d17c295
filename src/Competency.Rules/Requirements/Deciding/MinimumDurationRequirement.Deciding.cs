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
}
