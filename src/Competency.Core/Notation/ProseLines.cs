using Competency.Text;

namespace Competency.Notation;

/// <summary>The lines of prose: where they end, and what Markdown puts around their words.</summary>
/// <param name="text">The prose.</param>
/// <param name="words">Its words.</param>
internal sealed class ProseLines(string text, NotationText words)
{
    // What was asked last: many runs and parentheses can ask of one line.
    private (int End, int Next) _wrap = (-1, -1);

    /// <summary>Where the words of the next line begin, if it goes on with the paragraph of a line; -1 where something else follows, or nothing.</summary>
    /// <param name="end">Where the line ends.</param>
    public int Continuation(int end)
    {
        if (_wrap.End != end)
        {
            _wrap = (end, FindContinuation(end));
        }

        return _wrap.Next;
    }

    /// <summary>Where the line ends on which a place stands, if it is not the line that ends at another place already.</summary>
    public int LineEnd(int at, int end) => at > end ? LineEnd(at) : end;

    private int FindContinuation(int end)
    {
        var start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        var first = end;
        while (first > 0 && !TextFolding.IsLineEnd(text[first - 1]))
        {
            first--;
        }

        if (start >= text.Length || !TextFolding.IsLineEnd(text[end]) || text.IndexOf('|', first, end - first) >= 0)
        {
            return -1;
        }

        var next = LineEnd(start);
        SkipPrefix(first, end, out _, out var isHeading);
        var at = SkipPrefix(start, next, out var isBullet, out var opensHeading);
        var isOther = isHeading || at >= next || (isBullet && !IsBreak(end)) || opensHeading || SkipNumber(at, next) >= 0 || IsUnderline(start, next) || text.IndexOf('|', start, next - start) >= 0;
        return isOther || Quotes(start, at) > Quotes(first, end) ? -1 : at;
    }

    /// <summary>Whether a line ends within a paragraph, as <c>&lt;br&gt;</c> ends it: what stands behind it belongs to the same item.</summary>
    public bool IsBreak(int end) => end >= 0 && end < text.Length && text[end] == '\u2028';

    /// <summary>How far the words of a line, or what marks it as an item, stand in.</summary>
    public int Indent(int start, int end)
    {
        var at = start;
        while (at < end && (text[at] == '>' || TextFolding.IsWhiteSpace(text[at])))
        {
            at++;
        }

        return at - start;
    }

    /// <summary>How many marks of quotes stand before the words of a line.</summary>
    private int Quotes(int start, int end)
    {
        var quotes = 0;
        for (var at = start + Indent(start, end) - 1; at >= start; at--)
        {
            quotes += text[at] == '>' ? 1 : 0;
        }

        return quotes;
    }

    /// <summary>Passes over what Markdown puts before a line's words: quotes, bullets, numbers, boxes, heading marks, emphasis.</summary>
    public int SkipPrefix(int start, int end, out bool isBullet, out bool isHeading)
    {
        (isBullet, isHeading) = (false, false);
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (c is '#')
            {
                isHeading = true;
            }
            else if (at + 1 < end && (c is '*' or '+' or '\u2022' || TextFolding.IsDash(c)) && TextFolding.IsWhiteSpace(text[at + 1]))
            {
                isBullet = true;
            }
            else if (isBullet && c == '[' && at + 3 < end && text[at + 2] == ']' && text[at + 1] is ' ' or 'x' or 'X' && TextFolding.IsWhiteSpace(text[at + 3]))
            {
                // A box says whether something is done, and not what it is.
                at += 2;
            }
            else if (!(TextFolding.IsWhiteSpace(c) || TextFolding.IsInvisible(c) || c is '>' or '*' or '_'))
            {
                break;
            }

            at++;
        }

        return at;
    }

    /// <summary>Passes over the number of a list, <c>1. </c> or <c>1) </c>; -1 where none stands.</summary>
    public int SkipNumber(int at, int end)
    {
        var mark = at;
        while (mark < end && TextFolding.IsDigit(text[mark]))
        {
            mark++;
        }

        return mark > at && mark + 1 < end && text[mark] is '.' or ')' && TextFolding.IsWhiteSpace(text[mark + 1]) ? words.SkipEmphasis(words.SkipBlanks(mark + 1)) : -1;
    }

    public int LineEnd(int at)
    {
        while (at < text.Length && !TextFolding.IsLineEnd(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The line of dashes or equals signs that makes a heading of the one above.</summary>
    public bool IsUnderline(int at, int end) =>
        text[at] is '-' or '=' && TextFolding.Trim(text.Substring(at, end - at)).All(c => c == text[at]);

    public bool IsTrailing(int at, int end)
    {
        while (at < end && (TextFolding.IsWhiteSpace(text[at]) || text[at] is '.' or ',' or ';' or ':' or '*' or '_' or '|'))
        {
            at++;
        }

        return at >= end;
    }
}
