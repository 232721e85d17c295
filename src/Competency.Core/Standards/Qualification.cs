namespace Competency;

/// <summary>A qualification that a standard's publication names: a Higher Technical Qualification aligned to it, or one that it requires.</summary>
/// <param name="title">The title as published.</param>
sealed partial class Qualification(string title)
{
    /// <summary>The type of a Higher Technical Qualification.</summary>
    public const string HigherTechnical = "HTQ";

    /// <summary>The title as published.</summary>
    public string Title { get; } = title ?? throw new ArgumentNullException(nameof(title));

    /// <summary>The publisher's GUID, or null where the source has none.</summary>
    public string? Id { get; init; }

    /// <summary>The type as published, such as <c>HTQ</c>; null where the source does not say.</summary>
    public string? Type { get; init; }

    /// <summary>The level as published, 1 to 8; null where the source does not say.</summary>
    public int? Level { get; init; }

    /// <summary>The awarding body.</summary>
    public string? AwardingBody { get; init; }

    /// <summary>Who applied for the approval.</summary>
    public string? Applicant { get; init; }

    /// <summary>The day on which it was approved.</summary>
    public DateOnly? Approved { get; init; }

    /// <summary>The occupational pathway as published.</summary>
    public string? Pathway { get; init; }

    /// <summary>Whether it has a placement.</summary>
    public bool? Placement { get; init; }

    /// <summary>What the publication adds in words.</summary>
    public string? Information { get; init; }

    /// <summary>The KSBs that it covers, where published; null where not, which is not "none".</summary>
    public IReadOnlyList<KsbCode>? Ksbs { get; init => field = value is null ? null : Frozen.Sorted(value); }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
