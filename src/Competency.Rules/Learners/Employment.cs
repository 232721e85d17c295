namespace Competency.Rules;

/// <summary>A time in which the learner was employed by one employer.</summary>
/// <param name="On">The first day.</param>
/// <param name="Employer">The employer's name; compared without regard to case.</param>
public sealed record Employment(DateOnly On, string Employer) : LedgerEntry(On)
{
    /// <summary>The employer's name.</summary>
    public string Employer { get; init => field = Named(value); } = Named(Employer);

    /// <summary>The last day; null while it lasts.</summary>
    /// <exception cref="ArgumentException">The day is before the first.</exception>
    public DateOnly? To { get; init => field = value < On ? throw new ArgumentException("The last day is before the first.", nameof(To)) : value; }

    internal override string? Mistake => To < On ? "The last day of an employment is before its first" : null;

    private static string Named(string employer) => Bounded.Text(employer, "An employer has a name.", nameof(Employer));

    internal bool CoversDay(DateOnly day) => On <= day && (To is null || To >= day);
}
