namespace Competency.Rules;

public sealed partial class ProgrammeRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.Programme != context.Standard.Id || context.Standard.Id.Reference.Kind is not (StandardKind.Apprenticeship or StandardKind.FoundationApprenticeship)
            ? Verdict.CannotTell
            : context.StateNow == EpisodeKind.Withdrawn ? Verdict.NotMet : Verdict.Met;
}
