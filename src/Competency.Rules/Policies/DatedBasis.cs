namespace Competency.Rules;

/// <summary>Which day of a learner decides whether a dated rule applies.</summary>
public enum DatedBasis
{
    /// <summary>The original start: the rule applies to those who start from its date on.</summary>
    OriginalStart,

    /// <summary>The day of assessment: from its date on the rule applies to everyone, existing learners too.</summary>
    AsOf,
}
