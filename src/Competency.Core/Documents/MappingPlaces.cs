using Competency.Text;

namespace Competency.Documents;

/// <summary>Where the parts of a mapping stand in its document, for the checks.</summary>
internal sealed class MappingPlaces
{
    public SourceSpan Standard { get; set; }

    public Dictionary<MappingItem, SourceSpan> Ids { get; } = [];

    public Dictionary<MappingItem, IReadOnlyList<PlacedReferences>> Covers { get; } = [];
}
