namespace Competency.Rules;

/// <summary>A decision on a claim: what, by whom, when, and when it was recorded.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="On">The day of the decision.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum, or the day was never set.</exception>
public sealed record ClaimDecision(ClaimDecisionKind Kind, DateOnly On)
{
    /// <summary>What was decided.</summary>
    public ClaimDecisionKind Kind { get; init => field = Defined.Of(value, nameof(Kind)); } = Defined.Of(Kind, nameof(Kind));

    /// <summary>The day of the decision.</summary>
    public DateOnly On { get; init => field = Bounded.Day(value, nameof(On)); } = Bounded.Day(On, nameof(On));

    /// <summary>Who decided; null where that is not recorded.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public string? By { get; init => field = Bounded.Name(value, nameof(By)); }

    /// <summary>In which role, such as <c>assessor</c> or <c>internal quality assurer</c>; null where that is not recorded.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public string? Role { get; init => field = Bounded.Name(value, nameof(Role)); }

    /// <summary>The day on which it was recorded; <see cref="On"/> unless said otherwise.</summary>
    public DateOnly Recorded { get => field == default ? On : field; init; }

    internal bool IsKnown(DateOnly asOf, DateOnly knownAt) => On <= asOf && Recorded <= knownAt;

    /// <summary>Whether this one is in force beside another that stands before it in the list.</summary>
    internal bool Supersedes(ClaimDecision earlier) => On > earlier.On || (On == earlier.On && Recorded >= earlier.Recorded);
}
