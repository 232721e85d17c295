namespace Competency.Rules;

public sealed partial class DateReachedRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.None;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.AsOf > Until ? Verdict.NotMet : context.AsOf >= From ? Verdict.Met : Verdict.NotYetDue;
}
