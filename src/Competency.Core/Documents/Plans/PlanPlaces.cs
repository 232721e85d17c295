using Competency.Text;

namespace Competency.Documents.Plans;

/// <summary>Where the parts of an assessment plan stand in its document, for the checks.</summary>
internal sealed class PlanPlaces
{
    /// <summary>Where the plan begins.</summary>
    public SourceSpan Plan { get; set; }

    /// <summary>Whether the plan holds a citation, readable or not.</summary>
    public bool IsCited { get; set; }

    public List<SourceSpan> Standards { get; } = [];

    public Dictionary<AssessmentPart, SourceSpan> Ids { get; } = [];

    public Dictionary<AssessmentPart, SourceSpan> Options { get; } = [];

    public Dictionary<AssessmentPart, IReadOnlyList<PlacedReferences>> Ksbs { get; } = [];
}
