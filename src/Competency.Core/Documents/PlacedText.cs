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

    /// <summary>The characters as the document has them where each stands for one of the text, so that what is copied from it is written as it was; else the text.</summary>
    internal string AsWritten(SourceDocument source) => _offsets is null ? source.Text.Substring(_start, Text.Length) : Text;

    /// <summary>Some of the characters, as a text with its own place.</summary>
    internal PlacedText Part(SourceSpan part)
    {
        var text = Text.Substring(part.Start, part.Length);
        var offsets = _offsets is null ? null : new int[part.Length + 1];
        for (var i = 0; i < offsets?.Length; i++)
        {
            offsets[i] = _offsets![part.Start + i];
        }

        return new PlacedText(text, SpanWithin(part), At(part.Start), offsets);
    }

    /// <summary>The text without white space and quotes at its ends.</summary>
    internal PlacedText Trimmed()
    {
        var (start, end) = (0, Text.Length);
        while (start < end && IsEdge(Text[start]))
        {
            start++;
        }

        while (end > start && IsEdge(Text[end - 1]))
        {
            end--;
        }

        return Part(SourceSpan.FromBounds(start, end));

        static bool IsEdge(char c) => TextFolding.IsWhiteSpace(c) || TextFolding.IsInvisible(c) || c is '"' or '\'';
    }

    private int At(int index) => _offsets is null ? _start + index : _offsets[index];
}
