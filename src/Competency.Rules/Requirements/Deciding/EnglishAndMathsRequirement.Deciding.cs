namespace Competency.Rules;

public sealed partial class EnglishAndMathsRequirement
{
    internal override LedgerKinds Reads =>
        LedgerKinds.Certificates | LedgerKinds.Episodes | LedgerKinds.Exemptions | LedgerKinds.Choices | LedgerKinds.Attempts;

    /// <summary>A certificate at level 2 settles it, for no rule asks more: so most learners are judged without a look at the rules.</summary>
    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var subject = Words.Subject.Of(Subject);
        foreach (var certificate in context.Certificates.Items)
        {
            if (certificate.Level >= QualificationLevel.Level2 && certificate.IsIn(subject))
            {
                return Verdict.Met;
            }
        }

        return null;
    }
}
