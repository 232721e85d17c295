namespace Competency.Rules;

/// <summary>What is counted of a node of a cohort, by its place: first the verdicts other than met, in the order of their planes.</summary>
internal static class CohortCount
{
    public const int NotMet = VerdictPlanes.NotMetAt;
    public const int CannotTell = VerdictPlanes.CannotTellAt;
    public const int NotYetDue = VerdictPlanes.NotYetDueAt;
    public const int DoesNotApply = VerdictPlanes.DoesNotApplyAt;

    /// <summary>Whom it holds back.</summary>
    public const int ByIt = VerdictPlanes.Number;

    /// <summary>Whom nothing else holds back.</summary>
    public const int ByItAlone = ByIt + 1;

    public const int Number = ByItAlone + 1;
}
