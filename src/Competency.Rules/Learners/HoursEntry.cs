namespace Competency.Rules;

/// <summary>Hours of training, on one day or booked to it. Hours outside learning time (before the start, within a break, after the end) never count.</summary>
/// <param name="On">The day.</param>
/// <param name="Hours">How many hours; not negative.</param>
public sealed record HoursEntry(DateOnly On, decimal Hours) : LedgerEntry(On)
{
    /// <summary>How many hours.</summary>
    public decimal Hours { get; init; } = Hours >= 0 ? Hours : throw new ArgumentOutOfRangeException(nameof(Hours), Hours, "Hours are not negative.");

    /// <summary>What they were spent on.</summary>
    public HoursCategory Category { get; init => field = Defined.Of(value, nameof(Category)); } = HoursCategory.OffTheJob;

    /// <summary>Whether they lay in paid working hours, as hours must to count.</summary>
    public bool InPaidHours { get; init; } = true;

    /// <summary>What was done; null where that is not recorded.</summary>
    public string? Activity { get; init; }
}
