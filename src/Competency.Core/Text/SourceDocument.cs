using System.Runtime.CompilerServices;

namespace Competency.Text;

/// <summary>The text of a file and its lines: turns spans into places that a person or an editor can find.</summary>
sealed partial class SourceDocument
{
    private readonly int _start;
    private readonly LinePosition _startPosition = new(1, 1);
    private int[]? _lineStarts;

    /// <summary>Wraps a text that has been read already.</summary>
    /// <param name="path">The file's path, used in messages only; nothing is read from it.</param>
    /// <param name="text">The whole text. A leading byte order mark is part of it and is passed over by the readers.</param>
    public SourceDocument(string path, string text)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        Text = text ?? throw new ArgumentNullException(nameof(text));
    }

    /// <summary>Wraps a part of a file that is too large to be read whole: places are those of the file.</summary>
    /// <param name="path">The file's path, used in messages only.</param>
    /// <param name="text">The part.</param>
    /// <param name="start">How many UTF-16 code units of the file stand before the part.</param>
    /// <param name="startPosition">Line and column of the part's first character.</param>
    public SourceDocument(string path, string text, int start, LinePosition startPosition)
        : this(path, text)
    {
        _start = start;
        _startPosition = startPosition;
    }

    /// <summary>The file's path, as given.</summary>
    public string Path { get; }

    /// <summary>The whole text, or the part of it that was given.</summary>
    public string Text { get; }

    /// <summary>The place in the file of a span of <see cref="Text"/>; a span outside the text is moved to its nearest place inside.</summary>
    public SourceLocation Locate(SourceSpan span)
    {
        var start = Math.Max(0, Math.Min(span.Start, Text.Length));
        var end = Math.Max(start, Math.Min(span.End, Text.Length));
        return new SourceLocation(Path, SourceSpan.FromBounds(_start + start, _start + end), Position(start), Position(end));
    }

    private LinePosition Position(int index)
    {
        var starts = _lineStarts ??= FindLineStarts(Text);
        var line = Array.BinarySearch(starts, index);
        if (line < 0)
        {
            line = ~line - 1;
        }

        // Editors do not show a byte order mark, so the first line's columns do not count it.
        var mark = line == 0 && Text.Length > 0 && Text[0] == '\uFEFF' && index > 0 ? 1 : 0;
        return new LinePosition(_startPosition.Line + line, (line == 0 ? _startPosition.Column : 1) + index - starts[line] - mark);
    }

    [MethodImpl(HotLoop.Options)]
    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = CharacterRuns.NextLineEnd(text, 0); i < text.Length; i = CharacterRuns.NextLineEnd(text, i + 1))
        {
            if (text[i] == '\n' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToArray();
    }
}
