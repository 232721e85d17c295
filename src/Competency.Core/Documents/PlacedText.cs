using Competency.Text;

namespace Competency.Documents;

/// <summary>A text within a document and where each of its characters stands there, whatever the document's format escapes or quotes.</summary>
sealed partial class PlacedText
{
    private readonly int _start;
    private readonly int[]? _offsets;

    /// <summary>A text and its place.</summary>
    /// <param name="text">The characters, without quotes and escapes.</param>
    /// <param name="span">The whole of it in the document, with its quotes.</param>
    /// <param name="start">Where the first character stands.</param>
    /// <param name="offsets">Where each character stands, and one more: the end. Null where they follow one another from <paramref name="start"/>.</param>
    internal PlacedText(string text, SourceSpan span, int start, int[]? offsets = null)
    {
        Text = text;
        Span = span;
        _start = start;
        _offsets = offsets;
    }

    /// <summary>The characters, without quotes and escapes.</summary>
    public string Text { get; }

    /// <summary>The whole of it in the document, with its quotes.</summary>
    public SourceSpan Span { get; }

    /// <summary>Where some of the characters stand in the document.</summary>
    public SourceSpan SpanWithin(SourceSpan part) => SourceSpan.FromBounds(At(part.Start), At(part.End));

    private int At(int index) => _offsets is null ? _start + index : _offsets[index];
}
