namespace Competency.Rules;

public sealed partial class StartedBetweenRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.OriginalStart is not { } start ? Verdict.CannotTell
        : start < From || start > Until ? Verdict.NotMet : Verdict.Met;

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) => new StartedNode(this, compiler);
}
