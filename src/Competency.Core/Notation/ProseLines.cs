using Competency.Text;

namespace Competency.Notation;

/// <summary>The lines of prose: where they end, and what Markdown puts around their words.</summary>
/// <param name="text">The prose.</param>
/// <param name="words">Its words.</param>
internal sealed class ProseLines(string text, NotationText words)
{
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
