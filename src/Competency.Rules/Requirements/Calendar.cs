namespace Competency.Rules;

/// <summary>Reckoning with calendar months.</summary>
internal static class Calendar
{
    /// <summary>The same day some months later, or the last of its month where that has fewer days; the last day of the calendar where it would lie beyond.</summary>
    public static DateOnly AddMonths(DateOnly day, int months) =>
        (day.Year * 12) + day.Month - 1 + months > (9999 * 12) + 11 ? DateOnly.MaxValue : day.AddMonths(months);
}
