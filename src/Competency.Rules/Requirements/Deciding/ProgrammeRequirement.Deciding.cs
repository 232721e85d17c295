namespace Competency.Rules;

public sealed partial class ProgrammeRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.Programme != context.Standard.Id || !IsFor(context.Standard.Id) || !KnowsWhetherWithdrawn(context)
            ? Verdict.CannotTell
            : context.StateNow == EpisodeKind.Withdrawn ? Verdict.NotMet : Verdict.Met;

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) =>
        !IsFor(compiler.Layout.Standard.Id)
            ? new SameForAllNode(this, Verdict.CannotTell)
            : new ProgrammeNode(
                this,
                compiler.Flag("on-programme", "Whether the learner is on this standard and version, and a first day of learning or that there is none yet is recorded"),
                compiler.Flag("withdrawn", "Whether the learner has withdrawn by the day"));

    /// <summary>Whether it is recorded when the learner began, or that nothing was begun yet. An end of what nobody began is a contradiction.</summary>
    internal static bool KnowsWhetherWithdrawn(AssessmentContext context) => context.Time.First is not null || (context.HasNotBegun && context.Episodes.Entries.Count == 0);

    /// <summary>Whether the rules of apprenticeships, and this policy, are written for a standard.</summary>
    private bool IsFor(StandardId standard) =>
        standard.Reference.Kind is StandardKind.Apprenticeship or StandardKind.FoundationApprenticeship && (Standards.Count == 0 || Standards.Contains(standard));
}
