using System.Text;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Words from data in HTML that we write.</summary>
internal static class HtmlText
{
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
    /// The same for where elements may stand: words that are written from right to left are set apart, or a date after a name would be shown from right to left as well.
    /// </summary>
    public static string Phrase(string text)
    {
        var escaped = new StringBuilder(text.Length);
        int? end = null;
        foreach (var c in TextFolding.OnOneLine(text))
        {
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

            Append(escaped, c);
        }

        if (end is { } last)
        {
            escaped.Insert(last, "</bdi>");
        }

        return escaped.ToString();
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
