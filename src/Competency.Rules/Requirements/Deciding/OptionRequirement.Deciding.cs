namespace Competency.Rules;

public sealed partial class OptionRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Options;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        !context.HasOptions ? Verdict.DoesNotApply : context.Option is null ? Verdict.CannotTell : Verdict.Met;
}
