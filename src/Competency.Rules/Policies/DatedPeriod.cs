namespace Competency.Rules;

/// <summary>A value of a rule, from when it applies, to whom, and where that stands.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="From">The first day.</param>
/// <param name="Value">The value.</param>
/// <param name="Basis">Which day of the learner is compared with <paramref name="From"/>: whether it reaches existing learners.</param>
/// <param name="Citation">Where it stands.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record DatedPeriod<T>(DateOnly From, T Value, DatedBasis Basis, Citation Citation)
{
    /// <summary>Which day decides.</summary>
    public DatedBasis Basis { get; init => field = Defined.Of(value, nameof(Basis)); } = Defined.Of(Basis, nameof(Basis));

    /// <summary>The last day; null where it lasts until the next period begins. A day between two periods has no value (KSB4004).</summary>
    public DateOnly? Until { get; init => field = Bounded.Day(value, nameof(Until)); }
}
