using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>Reads one of our JSON documents: parses it, says what is wrong with it and where, and goes on after an error.</summary>
sealed partial class DocumentReader
{
    private readonly List<Finding> _findings = [];

    /// <summary>Reads a document's text. Nothing is thrown on its content.</summary>
    public DocumentReader(SourceDocument document)
    {
        Document = document ?? throw new ArgumentNullException(nameof(document));
        var json = JsonText.Parse(document.Text);
        IsWhole = json.Error is null;
        if (json.Error is { } error)
        {
            Report(FindingCatalogue.UnreadableDocument, error.Span, error.Message);
        }

        if (json.Root is { Kind: JsonKind.Object } root)
        {
            Root = new DocumentObject(this, root);
        }
        else if (json.Root is not null && IsWhole)
        {
            Report(FindingCatalogue.UnreadableDocument, new SourceSpan(json.Root.Span.Start, 1), "A JSON object belongs here");
        }
    }

    /// <summary>The text.</summary>
    public SourceDocument Document { get; }

    /// <summary>The outermost object, or null where there is none.</summary>
    public DocumentObject? Root { get; }

    /// <summary>Whether the whole text is JSON. Where it is not, fields after the error are not complained of as missing.</summary>
    public bool IsWhole { get; }

    /// <summary>
    /// Whether the document is refused for whatever of it is not read: then what is a warning elsewhere, such as a property that nobody knows or a range that runs backwards, is an
    /// error. A code that is named twice is read all the same.
    /// </summary>
    public bool IsRefusedForAny { get; init; }

    /// <summary>What is wrong so far, in the order of discovery.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>A warning where the text was not UTF-8 when it was decoded; null where nothing shows it. It costs nothing of what is read, and is none of <see cref="Findings"/>.</summary>
    public Finding? WrongEncoding => Documents.WrongEncoding.In(Document);

    /// <summary>Adds a finding.</summary>
    /// <param name="descriptor">Which finding.</param>
    /// <param name="span">The characters that are wrong.</param>
    /// <param name="message">What is wrong, in a sentence without a closing full stop.</param>
    /// <param name="suggestion">What should stand in place of the span, or null.</param>
    /// <param name="severity">How grave, where it is not the descriptor's severity.</param>
    public void Report(FindingDescriptor descriptor, SourceSpan span, string message, string? suggestion = null, FindingSeverity? severity = null) =>
        _findings.Add(new Finding(descriptor, message, Document.Locate(span))
        {
            Suggestion = suggestion,
            Severity = SeverityOf(descriptor, severity ?? descriptor.Severity),
        });

    private FindingSeverity SeverityOf(FindingDescriptor descriptor, FindingSeverity elsewhere) =>
        IsRefusedForAny && elsewhere == FindingSeverity.Warning && descriptor != FindingCatalogue.RepeatedReference ? FindingSeverity.Error : elsewhere;

    /// <summary>Checks that the outermost object says that it is of a format, such as <c>competency.standard/1</c>.</summary>
    /// <returns>The object, or null where there is none or it is of another format.</returns>
    public DocumentObject? Expect(string format)
    {
        if (Root is null)
        {
            return null;
        }

        var written = Root.String("document", isRequired: true, $"\"document\": \"{format}\" must say what kind of document this is");
        Root.Ignore("$schema");
        if (written is null || written == format)
        {
            return Root;
        }

        Report(FindingCatalogue.UnreadableDocument, Root.SpanOf("document"), $"This document is a '{TextFolding.OnOneLine(written)}'; {format} belongs here", $"\"{format}\"");
        return null;
    }
}
