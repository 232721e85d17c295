using Competency.Documents.Json;
using Competency.Text;

namespace Competency.Documents;

/// <summary>Where the parts of a standard stand in its document, for the checks.</summary>
internal sealed class StandardPlaces
{
    public SourceSpan Reference { get; set; }

    public SourceSpan TypeName { get; set; }

    public Dictionary<KsbCode, SourceSpan> Ksbs { get; } = [];

    /// <summary>Whether statements were left out because they could not be read.</summary>
    public bool LacksKsbs { get; set; }

    /// <summary>Whether the code of such a statement could not be read: a code that seems unknown may be its.</summary>
    public bool LacksCodes { get; set; }

    /// <summary>The codes of such statements, as far as they could be read: what names one of them is right.</summary>
    public Dictionary<KsbCode, SourceSpan> CodesWithoutText { get; } = [];

    public Dictionary<KsbCode, JsonValue> Texts { get; } = [];

    public Dictionary<Qualification, SourceSpan> QualificationLevels { get; } = [];

    public Dictionary<OccupationDuty, SourceSpan> Duties { get; } = [];

    public Dictionary<OccupationDuty, IReadOnlyList<PlacedReferences>> DutyKsbs { get; } = [];

    public Dictionary<Qualification, IReadOnlyList<PlacedReferences>> QualificationKsbs { get; } = [];
}
