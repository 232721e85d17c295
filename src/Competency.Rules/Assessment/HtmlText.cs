using System.Text;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Words from data in HTML that we write.</summary>
internal static class HtmlText
{
    /// <summary>The narrowest column of a page has room for so many characters.</summary>
    private const int LongestTogether = 16;

    /// <summary>The text on one line, with every character escaped that could end a text or an attribute.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in TextFolding.OnOneLine(text))
        {
            Append(escaped, c);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// The same for where elements may stand: words that are written from right to left are set apart, or a date after a name would be shown from right to left as well;
    /// and a day, a range of codes or an id is kept together, which a printer breaks at its hyphens.
    /// </summary>
    public static string Phrase(string text)
    {
        var line = TextFolding.OnOneLine(text);
        var escaped = new StringBuilder(line.Length);
        int? end = null;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (IsRightToLeft(c))
            {
                if (end is null)
                {
                    escaped.Append("<bdi>");
                }

                escaped.Append(c);
                end = escaped.Length;
                continue;
            }

            // Blanks and hyphens between two such words belong to them.
            if (end is { } apart && c is not (' ' or '-'))
            {
                escaped.Insert(apart, "</bdi>");
                end = null;
            }

            if (TogetherAt(line, i) is > 0 and var length)
            {
                escaped.Append("<span>").Append(Escape(line.Substring(i, length))).Append("</span>");
                i += length - 1;
                continue;
            }

            Append(escaped, c);
        }

        if (end is { } last)
        {
            escaped.Insert(last, "</bdi>");
        }

        return escaped.ToString();
    }

    /// <summary>How long a word is that is kept together from a place on: a short one with a hyphen and a digit. 0 for none.</summary>
    private static int TogetherAt(string line, int at)
    {
        if (at > 0 && line[at - 1] != ' ')
        {
            return 0;
        }

        var blank = line.IndexOf(' ', at);
        var word = line.AsSpan(at, (blank < 0 ? line.Length : blank) - at);
        return word.Length <= LongestTogether && word.Contains('-') && word.ContainsAnyInRange('0', '9') && !word.ContainsAnyExceptInRange(' ', '~') ? word.Length : 0;
    }

    private static void Append(StringBuilder escaped, char c) => _ = c switch
    {
        '<' => escaped.Append("&lt;"),
        '>' => escaped.Append("&gt;"),
        '&' => escaped.Append("&amp;"),
        '"' => escaped.Append("&quot;"),
        '\'' => escaped.Append("&#39;"),
        _ => escaped.Append(c),
    };

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms: scripts that names of learners in England are written in, of those that run from right to left.</summary>
    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
