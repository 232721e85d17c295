namespace Competency.Rules;

/// <summary>What is counted of a node of a cohort, by its place: first the verdicts other than met, in the order of <see cref="VerdictPlanes"/>.</summary>
internal static class CohortCount
{
    public const int NotMet = 0;
    public const int CannotTell = 1;
    public const int NotYetDue = 2;
    public const int DoesNotApply = 3;

    /// <summary>Whom it holds back.</summary>
    public const int ByIt = 4;

    /// <summary>Whom nothing else holds back.</summary>
    public const int ByItAlone = 5;

    public const int Number = 6;
}
