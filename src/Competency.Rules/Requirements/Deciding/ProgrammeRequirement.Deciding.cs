namespace Competency.Rules;

public sealed partial class ProgrammeRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.Programme != context.Standard.Id || context.Standard.Id.Reference.Kind is not (StandardKind.Apprenticeship or StandardKind.FoundationApprenticeship)
            ? Verdict.CannotTell
            : context.StateNow == EpisodeKind.Withdrawn ? Verdict.NotMet : Verdict.Met;

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) =>
        compiler.Layout.Standard.Id.Reference.Kind is not (StandardKind.Apprenticeship or StandardKind.FoundationApprenticeship)
            ? new SameForAllNode(this, static _ => Verdict.CannotTell)
            : new ProgrammeNode(
                this,
                compiler.Flag("on-programme", "Whether the learner is on this standard and version"),
                compiler.Flag("withdrawn", "Whether the learner has withdrawn by the day"));
}
