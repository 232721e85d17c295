namespace Competency.Rules;

/// <summary>The agreed training plan. A later one takes the place of an earlier one. Null is "not recorded", never "none".</summary>
/// <param name="On">The day on which it was agreed.</param>
public sealed record TrainingPlan(DateOnly On) : LedgerEntry(On)
{
    internal const decimal Least = 0.1m;
    internal const decimal MostWeeks = 1_000;
    internal const decimal MostHours = 100_000;

    /// <summary>The hours of a week.</summary>
    internal const decimal MostWeeklyHours = 168;

    /// <summary>The planned duration of training in weeks: 0.1 to 1,000.</summary>
    public decimal? Weeks { get; init => field = Bounded.Number(value, Least, MostWeeks, nameof(Weeks)); }

    /// <summary>The planned last day of training, from which the weeks follow where <see cref="Weeks"/> is not given.</summary>
    public DateOnly? PlannedEnd { get; init => field = Bounded.Day(value, nameof(PlannedEnd)); }

    /// <summary>Paid hours a week: 0.1 to 168.</summary>
    public decimal? WeeklyHours { get; init => field = Bounded.Number(value, Least, MostWeeklyHours, nameof(WeeklyHours)); }

    /// <summary>All paid hours of the planned training, for starts up to 31 July 2022: 0.1 to 100,000.</summary>
    public decimal? PaidHours { get; init => field = Bounded.Number(value, Least, MostHours, nameof(PaidHours)); }

    /// <summary>The off-the-job hours that the plan promises: 0.1 to 100,000. Not a minimum: falling short of it is no failure.</summary>
    public decimal? AgreedHours { get; init => field = Bounded.Number(value, Least, MostHours, nameof(AgreedHours)); }
}
