namespace Competency.Rules;

public sealed partial class ProgrammeRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.Programme != context.Standard.Id || !IsFor(context.Standard.Id)
            ? Verdict.CannotTell
            : context.StateNow == EpisodeKind.Withdrawn ? Verdict.NotMet : Verdict.Met;

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) =>
        !IsFor(compiler.Layout.Standard.Id)
            ? new SameForAllNode(this, Verdict.CannotTell)
            : new ProgrammeNode(
                this,
                compiler.Flag("on-programme", "Whether the learner is on this standard and version"),
                compiler.Flag("withdrawn", "Whether the learner has withdrawn by the day"));

    /// <summary>Whether the rules of apprenticeships, and this policy, are written for a standard.</summary>
    private bool IsFor(StandardId standard) =>
        standard.Reference.Kind is StandardKind.Apprenticeship or StandardKind.FoundationApprenticeship && (Standards.Count == 0 || Standards.Contains(standard));
}
