namespace Competency.Rules;

/// <summary>
/// The adjustment for a learning difficulty or disability: entry level 3 suffices in one subject. A fact about health: it is kept out of
/// reports that others read.
/// </summary>
/// <param name="On">The day from which it held.</param>
/// <param name="Subject">The subject; a learner can have it in one and not in the other.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record EnglishAndMathsExemption(DateOnly On, CoreSubject Subject) : LedgerEntry(On)
{
    /// <summary>The subject.</summary>
    public CoreSubject Subject { get; init => field = Defined.Of(value, nameof(Subject)); } = Defined.Of(Subject, nameof(Subject));

    /// <summary>Whether an education, health and care plan stands behind it, as was needed before 1 August 2024.</summary>
    public bool HasEhcPlan { get; init; }
}
