namespace Competency.Rules;

/// <summary>
/// Where a claim was made at first, and when it was carried to another version. Its decisions are those of the claim there, with their days and
/// assessors; it stands under the new version from the day of the transfer on.
/// </summary>
/// <param name="Standard">The standard and version of the first claim.</param>
/// <param name="Ksb">Its KSB there.</param>
/// <param name="On">The day of the transfer.</param>
public sealed record ClaimOrigin(StandardId Standard, KsbCode Ksb, DateOnly On)
{
    /// <summary>The standard and version of the first claim.</summary>
    public StandardId Standard { get; init; } = Standard.HasValue ? Standard : throw new ArgumentException("A claim names a standard and its version.", nameof(Standard));

    /// <summary>Its KSB there.</summary>
    public KsbCode Ksb { get; init; } = Ksb.HasValue ? Ksb : throw new ArgumentException("A claim names a KSB.", nameof(Ksb));

    /// <summary>The day of the transfer.</summary>
    public DateOnly On { get; init => field = Bounded.Day(value, nameof(On)); } = Bounded.Day(On, nameof(On));

    /// <summary>The day on which the transfer was recorded; <see cref="On"/> unless said otherwise.</summary>
    public DateOnly Recorded { get => field == default ? On : field; init; }

    /// <summary>Who approved that the claim carries over; null where that is not recorded.</summary>
    public string? By { get; init => field = Bounded.Name(value, nameof(By)); }
}
