using System.Runtime.CompilerServices;

namespace Competency.Text;

/// <summary>
/// Characters that look like ASCII letters and digits and are not: Cyrillic, Greek and full-width forms. Small Greek letters are left out, but for kappa and omicron: they are
/// symbols of their own beside Latin letters.
/// </summary>
static partial class LookAlikes
{
    // Before Greek there are none: nearly every character of a text is told by this alone.
    private const char First = '\u0370';

    /// <summary>The ASCII letter or digit that a character looks like, or the character itself.</summary>
    public static char ToAscii(char c) => c < First ? c : OfOtherScripts(c);

    /// <summary>The digit that was meant where a number belongs: O is 0, I and l are 1, and so is what looks like one of them; otherwise the character itself.</summary>
    internal static char ToDigit(char c) => ToAscii(c) switch
    {
        'O' or 'o' => '0',
        'I' or 'l' => '1',
        var plain and >= '0' and <= '9' => plain,
        _ => c,
    };

    private static char OfOtherScripts(char c) => c switch
    {
        >= '\uFF10' and <= '\uFF19' => (char)(c - '\uFF10' + '0'),
        >= '\uFF21' and <= '\uFF3A' => (char)(c - '\uFF21' + 'A'),
        >= '\uFF41' and <= '\uFF5A' => (char)(c - '\uFF41' + 'a'),
        '\u041A' or '\u039A' or '\u212A' => 'K',
        '\u043A' or '\u03BA' => 'k',
        '\u0405' => 'S',
        '\u0455' => 's',
        '\u0412' or '\u0392' => 'B',
        '\u0422' or '\u03A4' => 'T',
        '\u0415' or '\u0395' => 'E',
        '\u0435' => 'e',
        '\u041E' or '\u039F' => 'O',
        '\u043E' or '\u03BF' => 'o',
        '\u0410' or '\u0391' => 'A',
        '\u0430' => 'a',
        '\u0421' => 'C',
        '\u0441' => 'c',
        '\u0401' => 'E',
        '\u0451' => 'e',
        '\u041D' or '\u0397' => 'H',
        '\u04BB' => 'h',
        '\u0406' or '\u0399' => 'I',
        '\u0456' => 'i',
        '\u0408' => 'J',
        '\u0458' => 'j',
        '\u041C' or '\u039C' => 'M',
        '\u039D' => 'N',
        '\u0420' or '\u03A1' => 'P',
        '\u0440' => 'p',
        '\u0425' or '\u03A7' => 'X',
        '\u0445' => 'x',
        '\u0423' or '\u03A5' => 'Y',
        '\u0443' => 'y',
        '\u0396' => 'Z',
        >= '\u0660' and <= '\u0669' => (char)(c - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(c - '\u06F0' + '0'),
        _ => c,
    };

    /// <summary>The text with every look-alike replaced, or null where it holds none.</summary>
    [MethodImpl(HotLoop.Options)]
    public static string? Mend(string text)
    {
        char[]? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = ToAscii(text[i]);
            if (c != text[i])
            {
                mended ??= text.ToCharArray();
                mended[i] = c;
            }
        }

        return mended is null ? null : new string(mended);
    }

    /// <summary>Names the first look-alike of a text for a message, as in <c>'К' (U+041A)</c>.</summary>
    public static string DescribeFirst(string text)
    {
        foreach (var c in text)
        {
            if (ToAscii(c) != c)
            {
                return $"'{c}' (U+{(int)c:X4})";
            }
        }

        return "";
    }

    /// <summary>
    /// What a message adds after a text that does not show what it holds: <c> (with the look-alike 'К' (U+041A))</c> where it is plain letters but for look-alikes, or
    /// <c> (with U+00A0, which does not show)</c>; otherwise nothing, as for a word of another script.
    /// </summary>
    public static string Holding(string text)
    {
        if (Mend(text) is { } mended && TextFolding.IsAscii(mended))
        {
            return $" (with the look-alike {DescribeFirst(text)})";
        }

        var shown = TextFolding.OnOneLine(text);
        if (shown == text)
        {
            return "";
        }

        foreach (var c in text)
        {
            if (c != ' ' && TextFolding.OnOneLine($"x{c}x") != $"x{c}x")
            {
                return $" (with U+{(int)c:X4}, which does not show)";
            }
        }

        return " (with a blank too many)";
    }
}
