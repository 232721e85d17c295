using System.Collections.ObjectModel;

namespace Competency.Rules;

/// <summary>
/// A starting-point assessment: how much of each KSB the learner had before learning. It shapes the plan, and is never evidence of a KSB. A
/// later one takes the place of an earlier one for the KSBs that it scores.
/// </summary>
/// <param name="On">The day of the assessment.</param>
/// <param name="OutOf">The highest score of its scale: 0.01 to 1,000; the lowest is 0.</param>
public sealed record StartingPoint(DateOnly On, decimal OutOf) : LedgerEntry(On)
{
    internal const decimal LeastOutOf = 0.01m;
    internal const decimal MostOutOf = 1_000;

    /// <summary>The highest score of its scale: 0.01 to 1,000.</summary>
    public decimal OutOf { get; init => field = Bounded.Number(value, LeastOutOf, MostOutOf, nameof(OutOf)); } = Bounded.Number(OutOf, LeastOutOf, MostOutOf, nameof(OutOf));

    /// <summary>The standard and version whose KSBs are meant; null for that of the programme. A transfer to another version writes it down.</summary>
    public StandardId? Standard { get; init; }

    /// <summary>The scores, each KSB at most once.</summary>
    /// <exception cref="ArgumentException">A KSB is scored twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is beyond the scale.</exception>
    public IReadOnlyList<KsbScore> Scores { get; init => field = Checked([.. value]); } = [];

    /// <summary>Who assessed; null where that is not recorded.</summary>
    public string? By { get; init => field = Bounded.Name(value, nameof(By)); }

    /// <summary>The score of a KSB; null where it was not scored.</summary>
    public decimal? this[KsbCode ksb] => Scores.FirstOrDefault(s => s.Ksb == ksb)?.Score;

    internal override string? Mistake => Scores.Any(s => s.Score > OutOf) ? "A score lies beyond the highest of its scale" : null;

    private ReadOnlyCollection<KsbScore> Checked(KsbScore[] scores) =>
        scores.FirstOrDefault(s => s.Score < 0 || s.Score > OutOf) is { } beyond ? throw new ArgumentOutOfRangeException(nameof(Scores), beyond.Score, "A score lies between 0 and the highest of its scale.")
        : scores.DistinctBy(s => s.Ksb).Count() < scores.Length ? throw new ArgumentException("A KSB is scored once in one assessment.", nameof(Scores))
        : Array.AsReadOnly(scores);
}
