namespace Competency.Rules;

/// <summary>
/// The adjustment for a learning difficulty or disability: entry level 3 suffices in one subject. A fact about health: it is kept out of
/// reports that others read.
/// </summary>
/// <param name="On">The day from which it held.</param>
/// <param name="Subject">The subject; a learner can have it in one and not in the other.</param>
public sealed record EnglishAndMathsExemption(DateOnly On, CoreSubject Subject) : LedgerEntry(On)
{
    /// <summary>Whether an education, health and care plan stands behind it, as was needed before 1 August 2024.</summary>
    public bool HasEhcPlan { get; init; }
}
