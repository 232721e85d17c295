using Competency.Documents.Json;
using Competency.Text;

namespace Competency.Documents;

/// <summary>Where the parts of a standard stand in its document, for the checks.</summary>
internal sealed class StandardPlaces
{
    public SourceSpan Reference { get; set; }

    public SourceSpan TypeName { get; set; }

    public Dictionary<KsbCode, SourceSpan> Ksbs { get; } = [];

    /// <summary>What was left out because it could not be read.</summary>
    public UnreadParts Unread { get; } = new();

    public Dictionary<KsbCode, JsonValue> Texts { get; } = [];

    public Dictionary<Qualification, SourceSpan> QualificationLevels { get; } = [];

    public Dictionary<OccupationDuty, SourceSpan> Duties { get; } = [];

    public Dictionary<OccupationDuty, IReadOnlyList<PlacedReferences>> DutyKsbs { get; } = [];

    public Dictionary<Qualification, IReadOnlyList<PlacedReferences>> QualificationKsbs { get; } = [];
}
