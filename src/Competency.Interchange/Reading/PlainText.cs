using System.Text;
using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>Text as it stands in sources and as our documents hold it.</summary>
internal static class PlainText
{
    private const int ShownLength = 60;

    /// <summary>The form in which headings and labels are compared: one line, lower case, without marks before and a colon after.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in TextFolding.OnOneLine(text))
        {
            if (!TextFolding.IsInvisible(c))
            {
                key.Append(TextFolding.ToLower(c));
            }
        }

        return key.ToString().Trim('#', '*', '_', ' ', ':');
    }

    /// <summary>A part of a text for a message: on one line, not too long.</summary>
    public static string Shown(string text)
    {
        var line = TextFolding.OnOneLine(text);
        return line.Length <= ShownLength ? line : line[..(ShownLength - 3)] + "...";
    }

    /// <summary>Half a surrogate pair is no character: U+FFFD stands for it, as in the document that is written.</summary>
    public static string WithoutHalfPairs(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                whole.Append(text[i]).Append(text[++i]);
            }
            else
            {
                whole.Append(char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
            }
        }

        return whole.ToString();
    }

    /// <summary>Line ends as line feeds.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Whether a line begins with the mark of a list item.</summary>
    public static bool IsBullet(string line) =>
        line.Length > 1 && (line[0] is '\u2022' or '\u00B7' or '\u25AA' or '\u25CF' or '\u25E6' or '\uF0B7' or '*' || (TextFolding.IsDash(line[0]) || line[0] == 'o') && TextFolding.IsWhiteSpace(line[1]));

    /// <summary>A list item without its mark.</summary>
    public static string WithoutBullet(string line) => IsBullet(line) ? TextFolding.Trim(line[1..]) : line;
}
