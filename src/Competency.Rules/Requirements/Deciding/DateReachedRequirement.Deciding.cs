namespace Competency.Rules;

public sealed partial class DateReachedRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.None;

    private protected override Verdict? TryDecide(AssessmentContext context) => On(context.AsOf);

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) => new DateNode(this);

    internal Verdict On(DateOnly day) => day > Until ? Verdict.NotMet : day >= From ? Verdict.Met : Verdict.NotYetDue;
}
