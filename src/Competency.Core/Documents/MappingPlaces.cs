using Competency.Text;

namespace Competency.Documents;

/// <summary>Where the parts of a mapping stand in its document, for the checks.</summary>
internal sealed class MappingPlaces
{
    public SourceSpan Standard { get; set; }

    public Dictionary<MappingItem, SourceSpan> Ids { get; } = [];

    public Dictionary<MappingItem, IReadOnlyList<PlacedReferences>> Covers { get; } = [];

    /// <summary>Every text of references of the document, each once.</summary>
    public IEnumerable<PlacedReferences> References => Covers.Values.SelectMany(c => c).Distinct();
}
