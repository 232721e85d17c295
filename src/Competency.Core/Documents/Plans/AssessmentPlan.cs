using Competency.Documents.Policies;

namespace Competency.Documents.Plans;

/// <summary>
/// An assessment plan as data: which method or outcome assesses which KSBs, and what gateway asks. The plan has a version of its own, and
/// serves one or several versions of a standard.
/// </summary>
/// <param name="id">The plan's own reference, such as <c>ST0583/AP02</c>.</param>
/// <param name="version">The plan's own version.</param>
/// <param name="standards">The standards and versions that it serves.</param>
/// <param name="approach">How it assesses.</param>
/// <param name="parts">Its methods or outcomes.</param>
sealed partial class AssessmentPlan(string id, string version, IEnumerable<StandardId> standards, PlanApproach approach, IEnumerable<AssessmentPart> parts)
{
    /// <summary>The plan's own reference.</summary>
    public string Id { get; } = id ?? throw new ArgumentNullException(nameof(id));

    /// <summary>The plan's own version.</summary>
    public string Version { get; } = version ?? throw new ArgumentNullException(nameof(version));

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The standards and versions that it serves.</summary>
    public IReadOnlyList<StandardId> Standards { get; } = Frozen.List(standards ?? throw new ArgumentNullException(nameof(standards)));

    /// <summary>How it assesses.</summary>
    public PlanApproach Approach { get; } = approach;

    /// <summary>Where it stands; null where that is not said.</summary>
    public CitationOutline? Citation { get; init; }

    /// <summary>Its methods or outcomes.</summary>
    public IReadOnlyList<AssessmentPart> Parts { get; } = Frozen.List(parts ?? throw new ArgumentNullException(nameof(parts)));

    /// <summary>What a portfolio must hold at gateway; null where none is asked.</summary>
    public PlanPortfolio? Portfolio { get; init; }

    /// <summary>The qualifications that it mandates at gateway; none where it mandates none.</summary>
    public IReadOnlyList<PlanQualification> Qualifications { get; init; } = [];

    /// <summary>Whether it asks a pass in English and maths of adults too.</summary>
    public bool EnglishAndMathsForEveryone { get; init; }

    /// <summary>The method or outcome of an id, or null.</summary>
    public AssessmentPart? FindPart(string id) => Parts.FirstOrDefault(p => p.Id == id);

    /// <summary>Reference and version.</summary>
    public override string ToString() => $"{Id} {Version}";
}
