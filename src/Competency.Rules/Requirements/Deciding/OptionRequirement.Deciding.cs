namespace Competency.Rules;

public sealed partial class OptionRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Options;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        !context.HasOptions ? Verdict.DoesNotApply : context.Option is null ? Verdict.CannotTell : Verdict.Met;

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) =>
        compiler.Layout.HasOptions ? new OptionNode(this, compiler, asked: 0) : new SameForAllNode(this, Verdict.DoesNotApply);
}
