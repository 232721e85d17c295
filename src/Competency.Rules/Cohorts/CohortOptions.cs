namespace Competency.Rules;

/// <summary>How a cohort is judged. None of it changes a result.</summary>
public sealed record CohortOptions
{
    /// <summary>Everything as usual.</summary>
    public static CohortOptions Default { get; } = new();

    /// <summary>How many threads work at most, from 1; null for one a processor.</summary>
    public int? DegreeOfParallelism { get; init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), value, "At least one thread works."); }

    /// <summary>Is told how many learners are done, from time to time, never fewer than before, and in the end all of them.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Whether for each requirement and learner it is kept whether that requirement is open: see <see cref="CohortResult.IsOpen"/>. A bit each.</summary>
    public bool KeepReasons { get; init; }

    /// <summary>Whether for each KSB it is counted how many lack it.</summary>
    public bool CountKsbs { get; init; } = true;
}
