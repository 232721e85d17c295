using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>A <c>*.mapping.json</c> document: the mapping that could be read from it, and what is wrong with it.</summary>
sealed partial class MappingDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.mapping/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".mapping.json";

    private readonly IReadOnlyList<Finding> _readingFindings;

    internal MappingDocument(SourceDocument source, KsbMapping? mapping, bool isWhole, MappingPlaces places, IReadOnlyList<Finding> readingFindings)
    {
        Source = source;
        Mapping = mapping;
        IsWhole = isWhole;
        Places = places;
        _readingFindings = readingFindings;
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The mapping, without the entries that could not be read; null where the text is no mapping document at all.</summary>
    public KsbMapping? Mapping { get; }

    /// <summary>Whether the text is JSON to its end. Where it is not, <see cref="Mapping"/> lacks what stands behind the error.</summary>
    public bool IsWhole { get; }

    internal MappingPlaces Places { get; }

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static MappingDocument Read(string path, string text) => MappingDocumentReader.Read(new SourceDocument(path, text));

    /// <summary>The canonical text of a mapping.</summary>
    public static string Write(KsbMapping mapping) => MappingDocumentWriter.Write(mapping ?? throw new ArgumentNullException(nameof(mapping)));

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    /// <param name="known">The standards that are known.</param>
    public IReadOnlyList<Finding> Check(StandardCatalogue known) =>
        StandardDocument.Ordered(_readingFindings.Concat(MappingCheck.Check(this, known ?? throw new ArgumentNullException(nameof(known)))));
}
