namespace Competency.Rules;

/// <summary>Something that a programme plans to be done by a day: a module, a unit, a block.</summary>
/// <param name="Id">The id by which reports name it.</param>
/// <param name="Due">The day by the end of which it is due.</param>
public sealed record ProgrammeMilestone(string Id, DateOnly Due)
{
    /// <summary>The id by which reports name it.</summary>
    public string Id { get; init; } = string.IsNullOrWhiteSpace(Id) ? throw new ArgumentException("A milestone has an id.", nameof(Id)) : Id;

    /// <summary>The KSBs that are to be achieved by it; those of options that a learner does not take are left out for that learner.</summary>
    public IReadOnlyList<KsbCode> Ksbs { get; init => field = [.. value]; } = [];

    /// <summary>The hours of off-the-job training that it takes, above 0; null where nobody says.</summary>
    public decimal? Hours { get; init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Hours), value, "Hours are above 0."); }
}
