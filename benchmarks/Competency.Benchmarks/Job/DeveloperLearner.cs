namespace Competency.Benchmarks.Job;

/// <summary>A learner as a learning platform's own classes hold it.</summary>
internal sealed class DeveloperLearner
{
    public required DateOnly Start { get; init; }

    public required List<Evidence> Evidence { get; init; }

    public required List<(DateOnly From, DateOnly To)> Breaks { get; init; }

    public required List<Hours> Hours { get; init; }

    public required decimal PlannedWeeks { get; init; }

    public required decimal WeeklyHours { get; init; }

    public required List<Certificate> Certificates { get; init; }

    public required List<Declaration> Declarations { get; init; }

    public required string Employer { get; init; }
}

internal sealed record Evidence(string Id, string Status, DateOnly DecidedOn, List<string> Ksbs);

internal sealed record Hours(DateOnly Date, decimal Number, bool OffTheJob, bool InPaidHours);

internal sealed record Certificate(string Subject, int Level, DateOnly Date);

internal sealed record Declaration(string What, string Role, string? Employer, DateOnly Date);

/// <summary>A standard as the platform holds it.</summary>
internal sealed record DeveloperStandard(List<string> Ksbs, List<List<string>> Duties, int MinimumMonths);
