using Competency.Text;

namespace Competency.Documents;

/// <summary>Where the parts of a mapping stand in its document, for the checks.</summary>
/// <param name="quotesValues">See <see cref="QuotesValues"/>.</param>
internal sealed class MappingPlaces(bool quotesValues)
{
    /// <summary>Whether the format writes a value in quotes, as JSON does, so that what replaces one must bring them.</summary>
    public bool QuotesValues { get; } = quotesValues;

    public SourceSpan Standard { get; set; }

    /// <summary>Where else the id of the standard stands, as in the rows of a table that has a column for it.</summary>
    public List<SourceSpan> StandardAgain { get; } = [];

    /// <summary>The word that says how much is covered; null where none does.</summary>
    public SourceSpan? Coverage { get; set; }

    public SourceSpan Option { get; set; }

    public Dictionary<CoverageDemand, (SourceSpan Whole, SourceSpan Option)> Demands { get; } = [];

    /// <summary>The ids that a person wrote; an item that a format names by its place has none.</summary>
    public Dictionary<MappingItem, SourceSpan> Ids { get; } = [];

    public Dictionary<MappingItem, IReadOnlyList<PlacedReferences>> Covers { get; } = [];

    /// <summary>Texts of references that no item may name, such as the heading of a column in which nothing is marked.</summary>
    public List<PlacedReferences> Unused { get; } = [];

    /// <summary>Cells of a matrix in which the code of the column is the mark: no references themselves, but they go where the heading goes.</summary>
    public List<PlacedReferences> Echoes { get; } = [];

    /// <summary>Every text of references of the document, each once: the heading of a column is the reference of many items.</summary>
    public IEnumerable<PlacedReferences> References => Covers.Values.SelectMany(c => c).Concat(Unused).Distinct();
}
