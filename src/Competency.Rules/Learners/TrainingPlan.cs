namespace Competency.Rules;

/// <summary>The agreed training plan. A later one takes the place of an earlier one. Null is "not recorded", never "none".</summary>
/// <param name="On">The day on which it was agreed.</param>
public sealed record TrainingPlan(DateOnly On) : LedgerEntry(On)
{
    /// <summary>The planned duration of training in weeks; above 0.</summary>
    public decimal? Weeks { get; init => field = Positive(value, nameof(Weeks)); }

    /// <summary>The planned last day of training, from which the weeks follow where <see cref="Weeks"/> is not given.</summary>
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>Paid hours a week; above 0, up to 168.</summary>
    public decimal? WeeklyHours { get; init => field = Positive(value, nameof(WeeklyHours)) is > 168 ? throw new ArgumentOutOfRangeException(nameof(WeeklyHours), value, "A week has 168 hours.") : value; }

    /// <summary>All paid hours of the planned training, for starts up to 31 July 2022; above 0.</summary>
    public decimal? PaidHours { get; init => field = Positive(value, nameof(PaidHours)); }

    /// <summary>The off-the-job hours that the plan promises; above 0. Not a minimum: falling short of it is no failure.</summary>
    public decimal? AgreedHours { get; init => field = Positive(value, nameof(AgreedHours)); }

    private static decimal? Positive(decimal? value, string name) => value is null or > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "The value is above 0.");
}
