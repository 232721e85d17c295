namespace Competency.Rules;

/// <summary>Hours of training, on one day or booked to it. Hours outside learning time (before the start, within a break, after the end) never count.</summary>
/// <param name="On">The day.</param>
/// <param name="Hours">How many hours: 0 to 10,000.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is beyond its range, or no member of its enum.</exception>
public sealed record HoursEntry(DateOnly On, decimal Hours) : LedgerEntry(On)
{
    internal const decimal MostHours = 10_000;

    /// <summary>How many hours: 0 to 10,000.</summary>
    public decimal Hours { get; init => field = Bounded.Number(value, 0, MostHours, nameof(Hours)); } = Bounded.Number(Hours, 0, MostHours, nameof(Hours));

    /// <summary>What they were spent on.</summary>
    public HoursCategory Category { get; init => field = Defined.Of(value, nameof(Category)); } = HoursCategory.OffTheJob;

    /// <summary>Whether they lay in paid working hours, as hours must to count.</summary>
    public bool InPaidHours { get; init; } = true;

    /// <summary>What was done; null where that is not recorded.</summary>
    public string? Activity { get; init => field = Bounded.Name(value, nameof(Activity)); }
}
