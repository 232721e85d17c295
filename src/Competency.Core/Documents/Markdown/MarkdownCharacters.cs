using System.Globalization;
using Competency.Text;

namespace Competency.Documents.Markdown;

/// <summary>Characters that Markdown writes in another way: behind a backslash, or by name as in <c>&amp;nbsp;</c>.</summary>
internal static class MarkdownCharacters
{
    // Takes no room, so that a dash and the number behind it still are one range.
    private const char Nothing = '\u2060';

    // The longest name that is known, with both its marks.
    private const int MaxEntity = 10;

    // Letters and digits are not among them: nobody writes a code so.
    private static readonly Dictionary<string, char> Named = new(StringComparer.Ordinal)
    {
        ["amp"] = '&', ["nbsp"] = '\u00A0', ["ensp"] = '\u2002', ["emsp"] = '\u2003', ["thinsp"] = '\u2009', ["hyphen"] = '\u2010', ["dash"] = '\u2010', ["ndash"] = '\u2013', ["mdash"] = '\u2014', ["minus"] = '\u2212',
        ["shy"] = '\u00AD', ["zwnj"] = '\u200C', ["zwj"] = '\u200D', ["middot"] = '\u00B7', ["centerdot"] = '\u00B7', ["bull"] = '\u2022', ["bullet"] = '\u2022', ["hellip"] = '\u2026', ["comma"] = ',', ["semi"] = ';', ["colon"] = ':', ["period"] = '.',
        ["sol"] = '/', ["plus"] = '+', ["lpar"] = '(', ["rpar"] = ')', ["lsqb"] = '[', ["lbrack"] = '[', ["rsqb"] = ']', ["rbrack"] = ']', ["lt"] = '<', ["gt"] = '>', ["quot"] = '"', ["apos"] = '\'',
    };

    /// <summary>Whether a backslash makes a character stand for itself.</summary>
    public static bool CanBeEscaped(char c) => c is > ' ' and <= '~' && !TextFolding.IsWordCharacter(c);

    /// <summary>Reads <c>&amp;nbsp;</c>, <c>&amp;#160;</c> or <c>&amp;#xA0;</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the ampersand stands.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="length">How long it is.</param>
    /// <returns>As many characters, of which the first is the one that is meant; null where none is, or one that nobody writes between references.</returns>
    public static string? Entity(char[] text, int at, int end, out int length)
    {
        var close = Array.IndexOf(text, ';', at, Math.Min(MaxEntity, end - at));
        length = close - at + 1;
        if (close < at + 3)
        {
            return null;
        }

        var name = new string(text, at + 1, close - at - 1);
        var c = name[0] == '#' ? Numbered(name.Substring(1)) : Named.TryGetValue(name, out var named) ? named : '\0';
        var isMark = TextFolding.IsWhiteSpace(c) || TextFolding.IsInvisible(c) || TextFolding.IsDash(c) || (c > ' ' && !TextFolding.IsWordCharacter(c));

        // These would make a table, code or a heading of what is none.
        return !isMark || TextFolding.IsLineEnd(c) || c is '|' or '`' or '#' or '~' ? null : c + new string(TextFolding.IsDash(c) ? Nothing : ' ', length - 1);
    }

    /// <summary>A text with the characters that are meant, each where it or its name began.</summary>
    public static string Plain(string written)
    {
        if (written.IndexOf('&') < 0 && written.IndexOf('\\') < 0)
        {
            return written;
        }

        var text = written.ToCharArray();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && CanBeEscaped(text[at + 1]))
            {
                text[at++] = ' ';
            }
            else if (text[at] == '&' && Entity(text, at, text.Length, out var length) is { } characters)
            {
                characters.CopyTo(0, text, at, length);
            }
        }

        return new string(text);
    }

    private static char Numbered(string digits)
    {
        var isHex = digits.Length > 1 && digits[0] is 'x' or 'X';
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(isHex ? digits.Substring(1) : digits, style, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 0xD800 ? (char)number : '\0';
    }
}
