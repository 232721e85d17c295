using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>A <c>*.mapping.json</c> document: which items (modules, units, evidence, assessments) cover which KSBs of one standard.</summary>
sealed partial class MappingDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.mapping/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".mapping.json";

    private readonly IReadOnlyList<Finding> _readingFindings;

    internal MappingDocument(SourceDocument source, IReadOnlyList<Finding> readingFindings)
    {
        Source = source;
        _readingFindings = readingFindings;
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The standard that it maps to; <c>default</c> where that could not be read.</summary>
    public StandardId Standard { get; internal init; }

    /// <summary>What is mapped.</summary>
    public MappingKind Kind { get; internal init; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; internal init; }

    /// <summary>Whether the items together should cover the whole standard, so that what nothing covers is a finding (KSB3002).</summary>
    public bool CoversWholeStandard { get; internal init; }

    /// <summary>The items at the top.</summary>
    public IReadOnlyList<MappingItem> Items { get; internal init; } = [];

    /// <summary>Every item, nested ones after the one that holds them.</summary>
    public IEnumerable<MappingItem> AllItems => Items.SelectMany(i => i.WithNested);

    internal SourceSpan StandardPlace { get; init; }

    internal DocumentReader Reader { get; init; } = null!;

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static MappingDocument Read(string path, string text) => MappingDocumentReader.Read(new SourceDocument(path, text));

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    /// <param name="known">The standards that are known.</param>
    public IReadOnlyList<Finding> Check(StandardCatalogue known) =>
        StandardDocument.Ordered(_readingFindings.Concat(MappingCheck.Check(this, known ?? throw new ArgumentNullException(nameof(known)))));

    /// <summary>The codes that the items cover, in the order of codes. A duty stands for the KSBs that it maps.</summary>
    /// <param name="standard">The standard of <see cref="Standard"/>.</param>
    public IReadOnlyList<KsbCode> Covered(OccupationalStandard standard) =>
        Frozen.Sorted(AllItems.SelectMany(i => i.Codes(standard ?? throw new ArgumentNullException(nameof(standard)))).Where(standard.Contains));
}
