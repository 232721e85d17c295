namespace Competency;

/// <summary>What a publication says about a standard as a whole. Null is "the source does not say", never "no".</summary>
sealed partial class KeyInformation
{
    /// <summary>Nothing known.</summary>
    public static KeyInformation None { get; } = new();

    /// <summary>The level, 1 to 8.</summary>
    public int? Level { get; init; }

    /// <summary>The route, such as <c>Health and science</c>.</summary>
    public string? Route { get; init; }

    /// <summary>The status as published, such as <c>Approved for delivery</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The code in the Learning Aims Reference Service; unique to an apprenticeship standard.</summary>
    public int? LarsCode { get; init; }

    /// <summary>The day on which the publication was last updated.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>The time to gateway in months, as published.</summary>
    public int? DurationMonths { get; init; }

    /// <summary>The label that the publication gives <see cref="DurationMonths"/>, such as <c>Typical</c> or <c>Minimum</c>.</summary>
    public string? DurationLabel { get; init; }

    /// <summary>The end-point assessment period in months.</summary>
    public int? AssessmentMonths { get; init; }

    /// <summary>The published off-the-job training hours.</summary>
    public int? MinimumHours { get; init; }

    /// <summary>The largest funding in pounds.</summary>
    public int? MaximumFunding { get; init; }

    /// <summary>Whether the occupation is regulated.</summary>
    public bool? Regulated { get; init; }

    /// <summary>The regulator.</summary>
    public string? RegulatedBody { get; init; }

    /// <summary>The earliest day on which an apprentice can start on this version.</summary>
    public DateOnly? EarliestStart { get; init; }

    /// <summary>The last day on which an apprentice can start on this version.</summary>
    public DateOnly? LatestStart { get; init; }

    /// <summary>The job titles that the publication lists.</summary>
    public IReadOnlyList<string> JobTitles { get; init => field = Frozen.List(value); } = [];

    /// <summary>The summary of the occupation, paragraphs parted by line feeds.</summary>
    public string? Summary { get; init; }
}
