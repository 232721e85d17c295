namespace Competency.Rules;

public sealed partial class PublishedQualificationsRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.None;

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var qualifications = context.Standard.Qualifications;
        for (var i = 0; i < qualifications.Count; i++)
        {
            if (qualifications[i].Type != Qualification.HigherTechnical)
            {
                return Verdict.CannotTell;
            }
        }

        return Verdict.DoesNotApply;
    }

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason)
    {
        var verdict = compiler.Layout.Standard.Qualifications.Any(q => q.Type != Qualification.HigherTechnical) ? Verdict.CannotTell : Verdict.DoesNotApply;
        return new SameForAllNode(this, verdict);
    }
}
