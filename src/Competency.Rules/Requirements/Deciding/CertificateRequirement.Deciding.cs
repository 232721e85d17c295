namespace Competency.Rules;

public sealed partial class CertificateRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Certificates;

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var mayBe = false;
        foreach (var certificate in context.Certificates.Items)
        {
            if (!certificate.IsIn(Subject) || ExpiryOf(certificate) < context.AsOf)
            {
                continue;
            }

            if (IsOfLevel(certificate))
            {
                return Verdict.Met;
            }

            mayBe |= certificate.Level is null;
        }

        return !mayBe && context.IsComplete(context.Certificates) ? Verdict.NotMet : Verdict.CannotTell;
    }

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) => new HeldUntilNode(this, compiler, "a certificate");
}
