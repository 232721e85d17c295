namespace Competency.Rules;

/// <summary>How far a learner is in one respect.</summary>
/// <param name="Pace">How far.</param>
/// <param name="Explanation">Why, in a sentence without a closing full stop.</param>
public sealed record ProgressPart(Pace Pace, string Explanation)
{
    /// <summary>By how many days: above 0 ahead, below 0 behind; null where days say nothing.</summary>
    public int? Days { get; init; }

    /// <summary>By how many hours: above 0 ahead of what is due, below 0 behind it; null where hours say nothing.</summary>
    public decimal? Hours { get; init; }

    /// <summary>The KSBs that were due and are not achieved, in the standard's order, those included that a transfer may yet bring.</summary>
    public IReadOnlyList<KsbCode> Overdue { get; init => field = [.. value]; } = [];

    /// <summary>The KSBs that are achieved and not due yet, in the standard's order.</summary>
    public IReadOnlyList<KsbCode> Early { get; init => field = [.. value]; } = [];

    /// <summary>The first days of calendar months without learning.</summary>
    public IReadOnlyList<DateOnly> Months { get; init => field = [.. value]; } = [];

    /// <summary>The facts that are missing where nobody can tell, or cannot tell of some.</summary>
    public IReadOnlyList<string> MissingFacts { get; init => field = [.. value]; } = [];
}
