using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>A <c>*.standard.json</c> document: the standard that could be read from it, and what is wrong with it.</summary>
sealed partial class StandardDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.standard/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".standard.json";

    private readonly IReadOnlyList<Finding> _readingFindings;
    private IReadOnlyList<Finding>? _findings;

    internal StandardDocument(SourceDocument source, OccupationalStandard? standard, bool isWhole, StandardPlaces places, IReadOnlyList<Finding> readingFindings)
    {
        IsWhole = isWhole;
        Source = source;
        Standard = standard;
        Places = places;
        _readingFindings = readingFindings;
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The standard, without the entries that could not be read; null where reference, version, title or statements are missing.</summary>
    public OccupationalStandard? Standard { get; }

    /// <summary>Whether the text is JSON to its end. Where it is not, <see cref="Standard"/> lacks what stands behind the error, and nothing should be judged by it.</summary>
    public bool IsWhole { get; }

    /// <summary>Everything that is wrong with the document by itself, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings => _findings ??= Ordered(Source, _readingFindings.Concat(StandardCheck.Check(this)));

    /// <summary>Whether statements were left out of <see cref="Standard"/> because they could not be read.</summary>
    public bool LacksStatements => Places.Unread.LacksKsbs;

    internal StandardPlaces Places { get; }

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static StandardDocument Read(string path, string text) => StandardDocumentReader.Read(new SourceDocument(path, text));

    /// <summary>The canonical document of a standard that comes from elsewhere: a generated type, a database. Its findings are the standard's defects.</summary>
    public static StandardDocument Of(OccupationalStandard standard) =>
        Read((standard ?? throw new ArgumentNullException(nameof(standard))).Id.Reference + FileSuffix, Write(standard));

    /// <summary>The canonical text of a standard.</summary>
    public static string Write(OccupationalStandard standard) => StandardDocumentWriter.Write(standard, indented: true);

    /// <summary>Findings in the order of the text, one on its encoding included.</summary>
    internal static IReadOnlyList<Finding> Ordered(SourceDocument source, IEnumerable<Finding> findings) =>
        Ordered(WrongEncoding.In(source) is { } wrong ? findings.Append(wrong) : findings);

    /// <summary>Findings in the order of the text.</summary>
    internal static IReadOnlyList<Finding> Ordered(IEnumerable<Finding> findings) =>
        Frozen.List(findings.OrderBy(f => f.Location?.Span.Start ?? 0));
}
