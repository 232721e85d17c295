namespace Competency.Rules;

/// <summary>Somebody's word that a ledger holds everything up to a day. It is what turns "nothing is recorded" into "there is nothing".</summary>
/// <param name="AsAt">The day up to which, and including which, nothing is missing.</param>
public sealed record Completeness(DateOnly AsAt)
{
    /// <summary>The day up to which nothing is missing.</summary>
    public DateOnly AsAt { get; init => field = Bounded.Day(value, nameof(AsAt)); } = Bounded.Day(AsAt, nameof(AsAt));

    /// <summary>The day on which it was said; <see cref="AsAt"/> unless said otherwise.</summary>
    public DateOnly Recorded { get => field == default ? AsAt : field; init; }
}
