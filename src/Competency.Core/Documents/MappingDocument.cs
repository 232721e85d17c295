using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>
/// A mapping document, <c>*.mapping.json</c>, <c>*.mapping.csv</c>, <c>*.mapping.tsv</c> or <c>*.mapping.md</c>: the mapping that could be read
/// from it, and what is wrong with it.
/// </summary>
sealed partial class MappingDocument : IReferencingDocument
{
    /// <summary>The format that the first property of a JSON document names.</summary>
    public const string Format = "competency.mapping/1";

    /// <summary>How the name of a JSON document ends.</summary>
    public const string FileSuffix = ".mapping.json";

    /// <summary>How the names of mapping documents end, whatever their format. The package's targets name the same.</summary>
    public static IReadOnlyList<string> FileSuffixes { get; } = Frozen.List([FileSuffix, ".mapping.csv", ".mapping.tsv", ".mapping.md"]);

    private readonly IReadOnlyList<Finding> _readingFindings;

    internal MappingDocument(SourceDocument source, KsbMapping? mapping, bool isWhole, MappingPlaces places, IReadOnlyList<Finding> readingFindings)
    {
        Source = source;
        Mapping = mapping;
        IsWhole = isWhole;
        Places = places;
        _readingFindings = readingFindings;
        References = new DocumentReferences(mapping is null ? [] : [mapping.Standard], places.References, mapping is not null && isWhole, Read)
        {
            Echoes = places.Echoes,
            Options = mapping is null ? [] : Options(mapping, places).ToArray(),
            QuotesValues = places.QuotesValues,
        };
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The mapping, without the entries that could not be read; null where the text is no mapping document at all.</summary>
    public KsbMapping? Mapping { get; }

    /// <summary>Whether all of the text could be read as its format. Where it could not, <see cref="Mapping"/> lacks what stands behind the error.</summary>
    public bool IsWhole { get; }

    /// <inheritdoc/>
    public DocumentReferences References { get; }

    internal MappingPlaces Places { get; }

    /// <summary>Whether a file's name says that it is a mapping document, in either case.</summary>
    public static bool IsMapping(string path)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        return FileSuffixes.Any(s => EndsWith(path, s));
    }

    /// <summary>Reads a document; its format is that of the file's name. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages and the format: what ends in neither <c>.csv</c>, <c>.tsv</c> nor <c>.md</c> is JSON.</param>
    /// <param name="text">The whole text.</param>
    public static MappingDocument Read(string path, string text) 
    {
        var source = new SourceDocument(path, text);
        return EndsWith(path, ".csv") || EndsWith(path, ".tsv") ? CsvMappingReader.Read(source)
            : EndsWith(path, ".md") ? MarkdownMappingReader.Read(source)
            : MappingDocumentReader.Read(source);
    }

    /// <summary>The canonical JSON text of a mapping.</summary>
    public static string Write(KsbMapping mapping) => MappingDocumentWriter.Write(mapping ?? throw new ArgumentNullException(nameof(mapping)));

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    /// <param name="known">The standards that are known.</param>
    public IReadOnlyList<Finding> Check(StandardCatalogue known) =>
        StandardDocument.Ordered(Source, MappingCheck.OfReading(this, _readingFindings, known ?? throw new ArgumentNullException(nameof(known))).Concat(MappingCheck.Check(this, known)));

    private static IEnumerable<(string Name, SourceSpan Place)> Options(KsbMapping mapping, MappingPlaces places) =>
        from named in places.Demands.Select(d => (d.Key.Option, Place: d.Value.Option)).Prepend((mapping.Option, Place: places.Option))
        where named.Option is not null
        select (named.Option!, named.Place);

    private static bool EndsWith(string path, string suffix) => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
