using Competency.Text;

namespace Competency.Documents.Markdown;

/// <summary>
/// The blocks of a Markdown text that hold no words: fenced code, indented code and comments, in the order in which they begin, for a mark within
/// one of them begins no other. A fence in a quote or an item of a list ends with it.
/// </summary>
/// <param name="source">The whole text.</param>
/// <param name="text">Its characters, those that were blanked being blanks.</param>
/// <param name="lines">Its lines.</param>
/// <param name="blank">Puts blanks in place of what stands from one place to another.</param>
/// <param name="errors">Where goes what never closes.</param>
internal sealed class MarkdownBlocks(string source, char[] text, IReadOnlyList<SourceSpan> lines, Action<int, int> blank, List<(SourceSpan Span, string Message)> errors)
{
    private const int Tab = 4;

    // How far the words of the items stand in that are open, the outer ones first.
    private readonly List<int> _items = [];

    private int _commentEnd;

    /// <summary>Blanks them.</summary>
    /// <param name="start">Where the Markdown begins, behind the front matter.</param>
    public void Blank(int start)
    {
        _commentEnd = start;
        var (isBehindBlank, isInList) = (true, false);
        for (var line = 0; line < lines.Count; line++)
        {
            var span = lines[line];
            if (_commentEnd <= span.Start)
            {
                // Four blanks or a tab behind a blank line make code, but within a list, where they are a paragraph of its item.
                if (isBehindBlank && !isInList && IsIndented(span))
                {
                    blank(span.Start, span.End);
                    continue;
                }

                var prefix = Prefix(line);
                if (prefix.Fence.Length > 0)
                {
                    line = BlankFence(line, prefix);
                    isBehindBlank = true;
                    isInList |= prefix.Item > 0;
                    continue;
                }
            }

            BlankComments(Math.Max(span.Start, Math.Min(_commentEnd, span.End)), span.End);
            var left = new string(text, span.Start, span.Length);
            var words = left.TrimStart(' ', '\t');
            isBehindBlank = words.Length == 0;
            isInList = isBehindBlank ? isInList : MarkdownLines.IsItem(words) || (isInList && words.Length < left.Length);
        }
    }

    // A comment at the beginning of a line has left blanks, and is no indentation.
    private bool IsIndented(SourceSpan line) =>
        line.Length > 0 && (source[line.Start] == '\t' || string.CompareOrdinal(source, line.Start, "    ", 0, 4) == 0) && !IsBlank(line.Start, line.End);

    private bool IsBlank(int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at >= end;
    }

    // --- comments --------------------------------------------------------------------------------------------------------------

    /// <summary>Blanks the comments that begin on a line, up to where they end, and passes over code within it.</summary>
    private void BlankComments(int at, int end)
    {
        while (at < end)
        {
            if (text[at] == '\\')
            {
                at += 2;
            }
            else if (text[at] == '`')
            {
                at = EndOfCode(at, end);
            }
            else if (string.CompareOrdinal(source, at, "<!--", 0, 4) == 0)
            {
                at = _commentEnd = EndOfComment(at);
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>Blanks a comment and says where it ends; <c>&lt;!--&gt;</c> is one as well.</summary>
    private int EndOfComment(int open)
    {
        var close = source.IndexOf("-->", open + 2, StringComparison.Ordinal);
        if (close < 0)
        {
            errors.Add((new SourceSpan(open, 4), "This comment is not closed before the end of the file"));
        }

        var end = close < 0 ? source.Length : close + 3;
        blank(open, end);
        return end;
    }

    /// <summary>The end of code within a line; of its backticks alone where nothing closes it.</summary>
    private int EndOfCode(int at, int end)
    {
        var words = MarkdownCode.EndOfRun(text, at, end);
        var close = MarkdownCode.Close(text, words, end, words - at);
        return close < 0 ? words : close + (words - at);
    }

    // --- fences ----------------------------------------------------------------------------------------------------------------

    /// <summary>Blanks the code that a line opens, and says which line is its last.</summary>
    private int BlankFence(int first, LinePrefix fence)
    {
        var line = first + 1;
        for (; line < lines.Count && IsWithin(line, fence, out var words); line++)
        {
            if (Fence(words, lines[line].End) is var other && other.Length >= fence.Fence.Length && text[other.Start] == text[fence.Fence.Start] && IsBlank(other.End, lines[line].End))
            {
                blank(lines[first].Start, lines[line].End);
                return line;
            }
        }

        if (line == lines.Count && fence.Quotes == 0 && fence.Item == 0)
        {
            errors.Add((lines[first], "This code is not closed before the end of the file"));
        }

        blank(lines[first].Start, lines[line - 1].End);
        return line - 1;
    }

    /// <summary>Whether a line goes on with the quote and the item that a fence stands in.</summary>
    private bool IsWithin(int line, LinePrefix fence, out int words)
    {
        var (start, end) = (lines[line].Start, lines[line].End);
        var quotes = 0;
        words = start;
        var indent = SkipBlanks(ref words, end, 0);
        while (quotes < fence.Quotes && words < end && text[words] == '>')
        {
            quotes++;
            words++;
            indent = SkipBlanks(ref words, end, 0);
        }

        return quotes == fence.Quotes && (words >= end || indent >= fence.Item);
    }

    /// <summary>The marks that a line begins with, of quotes, of items of lists and of a fence. Takes the items.</summary>
    private LinePrefix Prefix(int line)
    {
        var (at, end) = (lines[line].Start, lines[line].End);
        var quotes = 0;
        var column = SkipBlanks(ref at, end, 0);
        while (at < end && text[at] == '>')
        {
            quotes++;
            at++;
            column = SkipBlanks(ref at, end, 0);
        }

        if (at < end)
        {
            _items.RemoveAll(i => i > column);
        }

        while (EndOfMark(at, end) is var behind && behind > at)
        {
            column += behind - at;
            at = behind;
            column = SkipBlanks(ref at, end, column);
            _items.Add(column);
        }

        return new LinePrefix(quotes, _items.Count == 0 ? 0 : _items[_items.Count - 1], OpeningFence(at, end));
    }

    /// <summary>Passes over blanks, and says in which column what follows stands.</summary>
    private int SkipBlanks(ref int at, int end, int column)
    {
        for (; at < end && text[at] is ' ' or '\t'; at++)
        {
            column = text[at] == '\t' ? ((column / Tab) + 1) * Tab : column + 1;
        }

        return column;
    }

    /// <summary>The end of the mark of an item, <c>-</c> or <c>1.</c>, with a blank behind it; the place itself where none stands.</summary>
    private int EndOfMark(int at, int end)
    {
        var digits = at;
        while (digits < end && TextFolding.IsDigit(text[digits]))
        {
            digits++;
        }

        var isMark = digits > at ? digits < end && text[digits] is '.' or ')' : at < end && text[at] is '-' or '*' or '+';
        return isMark && digits + 1 < end && text[digits + 1] is ' ' or '\t' ? digits + 1 : at;
    }

    /// <summary>The three or more backticks or tildes that stand at a place; of no length where none do.</summary>
    private SourceSpan Fence(int at, int end)
    {
        var behind = at < end && text[at] is '`' or '~' ? MarkdownCode.EndOfRun(text, at, end) : at;
        return behind - at >= 3 ? SourceSpan.FromBounds(at, behind) : default;
    }

    // "```K1```" on one line is code within a line.
    private SourceSpan OpeningFence(int at, int end) =>
        Fence(at, end) is var fence && fence.Length > 0 && (text[at] == '~' || Array.IndexOf(text, '`', fence.End, end - fence.End) < 0) ? fence : default;

    /// <summary>What a line begins with.</summary>
    /// <param name="Quotes">How many marks of quotes.</param>
    /// <param name="Item">How far the words of the item stand in to which it belongs; 0 outside of lists.</param>
    /// <param name="Fence">The fence that it opens.</param>
    private readonly record struct LinePrefix(int Quotes, int Item, SourceSpan Fence);
}
