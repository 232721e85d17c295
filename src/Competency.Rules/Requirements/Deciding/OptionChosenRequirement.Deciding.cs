namespace Competency.Rules;

public sealed partial class OptionChosenRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Options;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.Standard.FindOption(Option) is not { } asked || context.Option is not { } option ? Verdict.CannotTell
        : option.Id == asked.Id ? Verdict.Met : Verdict.NotMet;
}
