namespace Competency.Rules;

/// <summary>What can stand above a requirement.</summary>
internal enum CohortGateKind
{
    /// <summary>A condition: it is asked where that is met.</summary>
    When,

    /// <summary>A condition: it is asked unless that is met.</summary>
    Unless,

    /// <summary>An any of, or an at least: of those who have enough of it, what else it offers holds nobody back.</summary>
    Choice,
}
