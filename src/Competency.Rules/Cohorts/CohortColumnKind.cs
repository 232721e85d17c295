namespace Competency.Rules;

/// <summary>What a column of a cohort holds for each learner.</summary>
public enum CohortColumnKind
{
    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A whole number, or a day as <see cref="DateOnly.DayNumber"/>.</summary>
    Number,

    /// <summary>The verdict of a requirement that no column can decide.</summary>
    Verdict,
}
