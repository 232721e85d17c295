namespace Competency.Rules;

/// <summary>What no source that was read settles, and only the caller can say. Null is "not said", never a value.</summary>
public sealed record GatewaySettings
{
    /// <summary>Nothing said.</summary>
    public static GatewaySettings None { get; } = new();

    /// <summary>Whether a longer minimum duration of the standard prevails over the 8 months of law. Where it matters and is not said, nobody can tell.</summary>
    public bool? StandardMinimumPrevails { get; init; }

    /// <summary>The standard's own minimum duration in months, 1 to 120, where the caller knows it better than the document.</summary>
    public int? StandardMinimumMonths { get; init => field = (int?)Bounded.Number(value, 1, 120, nameof(StandardMinimumMonths)); }

    /// <summary>
    /// Whether a duration below the minimum of law is accepted for a recorded reason (redundancy, newer version, provider transfer, return):
    /// how much shorter it may be no source says. Where it matters and is not said, nobody can tell.
    /// </summary>
    public bool? ShorterDurationAccepted { get; init; }

    /// <summary>The published off-the-job hours, 0.01 to 100,000, where the caller knows them better than the document: 60 standards had lower ones for starts from August to December 2025.</summary>
    public decimal? PublishedOffTheJobHours { get; init => field = Bounded.Number(value, 0.01m, 100_000, nameof(PublishedOffTheJobHours)); }

    /// <summary>Whether a regulator or a mandatory qualification asks for a pass in English and maths of everyone.</summary>
    public bool EnglishAndMathsForEveryone { get; init; }

    /// <summary>The titles of the qualifications that are mandatory; empty for none; null where nobody said.</summary>
    public IReadOnlyList<string>? MandatoryQualifications { get; init => field = value is null ? null : [.. value]; }

    /// <summary>
    /// Whether the standard is assessed under the reform of 2025 and 2026: knowledge and skills are assessed, and the current employer verifies
    /// the behaviours once. It comes standard by standard; <see cref="EnglishApprenticeship.GatewayFor"/> takes it from the assessment plan.
    /// </summary>
    public bool ReformedAssessment { get; init; }

    /// <summary>Whether a report calls for the choice of an assessment organisation where none is recorded. It never decides. Certainty C.</summary>
    public bool CallForAssessmentOrganisation { get; init; }

    /// <summary>What a portfolio must hold; null where no assessment plan was given, and then a portfolio is not judged.</summary>
    public PortfolioSettings? Portfolio { get; init; }
}
