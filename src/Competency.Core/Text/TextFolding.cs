using System.Runtime.CompilerServices;
using System.Text;

namespace Competency.Text;

/// <summary>
/// Character classes and foldings by tables of our own, never by culture or the framework's Unicode data: the compiler host and the
/// running program must agree on every character.
/// </summary>
static partial class TextFolding
{
    /// <summary>Whether a character is white space: ASCII blanks and line ends, no-break and Unicode spaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWhiteSpace(char c) => c switch
    {
        ' ' or '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u00A0' or '\u1680' or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' => true,
        _ => c >= '\u2000' && c <= '\u200A',
    };

    /// <summary>Whether a character takes no room at all: soft hyphen, zero-width spaces and joiners, word joiner, byte order mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>Whether a character turns the direction of writing: marks, embeddings, overrides and isolates.</summary>
    internal static bool IsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Whether a character is a hyphen, a dash or a minus sign.</summary>
    public static bool IsDash(char c) => c == '-' || (c >= '\u2010' && c <= '\u2015') || c is '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D';

    /// <summary>Whether a character ends a line.</summary>
    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a text holds ASCII characters alone.</summary>
    [MethodImpl(HotLoop.Options)]
    internal static bool IsAscii(string text)
    {
        foreach (var c in text)
        {
            if (c > '\u007F')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a character is an ASCII digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Whether a character is an ASCII letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    /// <summary>Upper case of an ASCII letter; any other character as it is.</summary>
    public static char ToUpperAscii(char c) => c is >= 'a' and <= 'z' ? (char)(c - 32) : c;

    /// <summary>The ASCII letter under an accented one of Western European languages; any other character as it is.</summary>
    internal static char WithoutAccent(char c)
    {
        const string Accented = "ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿŴŵŶŷŠšŽž";
        const string Plain = "AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOOooooooUUUUuuuuYyyWwYySsZz";
        var at = c < '\u00C0' ? -1 : Accented.IndexOf(c);
        return at < 0 ? c : Plain[at];
    }

    /// <summary>Whether two texts are the same but for the case of ASCII letters.</summary>
    public static bool EqualsIgnoreCase(string left, string right) => EqualsIgnoreCase(left, 0, left.Length, right);

    /// <summary>
    /// Whether two names are one as people write them, of options, qualifications, persons: without regard to case, to blanks at the ends, twice or no-break, to what nobody sees,
    /// and to whether an accent stands in its letter or after it.
    /// </summary>
    public static bool IsSameName(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        var (one, other) = (OnOneLine(left), OnOneLine(right));
        for (var i = 0; i < one.Length && i < other.Length; i++)
        {
            if (ToLower(one[i]) != ToLower(other[i]))
            {
                // An accent, in its letter or after it, lies beyond the letters without one: names that part before it are two.
                return (one[i] >= '\u00C0' || other[i] >= '\u00C0') && FoldName(one) == FoldName(other);
            }
        }

        return one.Length == other.Length;
    }

    /// <summary>The same text for all that are one name by <see cref="IsSameName"/>, and for no others.</summary>
    public static string FoldName(string name) => CombiningMarks.Compose(ToLower(OnOneLine(name))!);

    /// <summary>Whether a part of a text is the same as another text but for the case of ASCII letters.</summary>
    internal static bool EqualsIgnoreCase(string text, int start, int length, string other)
    {
        if (length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (ToUpperAscii(text[start + i]) != ToUpperAscii(other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a character is part of a word: an ASCII letter or digit, or a character of another script that is neither blank nor punctuation.</summary>
    internal static bool IsWordCharacter(char c) =>
        IsLetter(c) || IsDigit(c)
        || (c >= '\u00AA' && c is '\u00AA' or '\u00B5' or '\u00BA' or >= '\u00C0' and not ('\u00D7' or '\u00F7') && !IsWhiteSpace(c) && !IsDash(c) && !IsInvisible(c)
            && c is not (>= '\u2000' and <= '\u206F') and not (>= '\u2190' and <= '\u2BFF') and not (>= '\u3000' and <= '\u303F') and not (>= '\uFF00' and <= '\uFF0F') and not (>= '\uFF1A' and <= '\uFF20') and not '\uFFFD');

    /// <summary>A text in lower case, letter by letter; null for null.</summary>
    [MethodImpl(HotLoop.Options)]
    internal static string? ToLower(string? text)
    {
        char[]? lower = null;
        for (var i = 0; i < text?.Length; i++)
        {
            var c = ToLower(text[i]);
            if (c != text[i])
            {
                (lower ??= text.ToCharArray())[i] = c;
            }
        }

        return lower is null ? text : new string(lower);
    }

    /// <summary>Lower case of a letter of the Latin, Greek and Cyrillic blocks; any other character as it is.</summary>
    [MethodImpl(HotLoop.Options)]
    public static char ToLower(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c + 32),
        < '\u00C0' => c,
        '\u00D7' => c,
        >= '\u00C0' and <= '\u00DE' => (char)(c + 32),
        >= '\u0100' and <= '\u0137' or >= '\u014A' and <= '\u0177' => c == '\u0130' ? 'i' : (char)(c | 1),
        >= '\u0139' and <= '\u0148' or >= '\u0179' and <= '\u017E' => (c & 1) == 1 ? (char)(c + 1) : c,
        '\u0178' => '\u00FF',
        >= '\u0391' and <= '\u03A9' => c == '\u03A2' ? c : (char)(c + 32),
        >= '\u0400' and <= '\u040F' => (char)(c + 80),
        >= '\u0410' and <= '\u042F' => (char)(c + 32),
        _ => c,
    };

    /// <summary>
    /// The form in which two statements are compared: white space runs become one blank, invisible characters go, dashes and quotes
    /// become their ASCII forms, letters lower case, and punctuation at the end goes.
    /// </summary>
    [MethodImpl(HotLoop.Options)]
    public static string FoldStatement(string text)
    {
        var folded = new StringBuilder(text.Length);
        var blank = false;
        foreach (var c in text)
        {
            if (IsWhiteSpace(c))
            {
                blank = folded.Length > 0;
                continue;
            }

            if (IsInvisible(c))
            {
                continue;
            }

            if (blank)
            {
                folded.Append(' ');
                blank = false;
            }

            folded.Append(FoldPunctuation(c));
        }

        while (folded.Length > 0 && folded[folded.Length - 1] is '.' or ',' or ';' or ':' or ' ')
        {
            folded.Length--;
        }

        return folded.ToString();
    }

    /// <summary>A message as a sentence: with a full stop, but where it ends as a question does.</summary>
    public static string Sentence(string message) => message.EndsWith("?", StringComparison.Ordinal) ? message : message + ".";

    /// <summary>
    /// Collapses white space runs to one blank and trims the ends, so that a text stands on one line; control characters, invisible ones and
    /// those that turn the direction of writing go, so that it shows what it says. Half a character, which no file can hold, is shown as one that is unknown.
    /// </summary>
    [MethodImpl(HotLoop.Options)]
    public static string OnOneLine(string text)
    {
        if (IsOnOneLine(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        var blank = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsWhiteSpace(c) || c < ' ' || c is >= '\u007F' and <= '\u009F')
            {
                blank = line.Length > 0;
                continue;
            }

            if (IsInvisible(c) || IsDirection(c))
            {
                continue;
            }

            if (blank)
            {
                line.Append(' ');
                blank = false;
            }

            line.Append(IsHalf(text, i) ? '\uFFFD' : c);
        }

        return line.ToString();
    }

    /// <summary>Whether a surrogate stands by itself.</summary>
    private static bool IsHalf(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));

    /// <summary>Whether <see cref="OnOneLine"/> has nothing to do, as for nearly every text that is asked.</summary>
    [MethodImpl(HotLoop.Options)]
    private static bool IsOnOneLine(string text)
    {
        var wasBlank = true;
        foreach (var c in text)
        {
            var isBlank = c == ' ';
            if ((isBlank && wasBlank) || c is < ' ' or > '~')
            {
                return false;
            }

            wasBlank = isBlank;
        }

        return !wasBlank || text.Length == 0;
    }

    /// <summary>The text without white space and invisible characters at its ends.</summary>
    [MethodImpl(HotLoop.Options)]
    public static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && (IsWhiteSpace(text[start]) || IsInvisible(text[start])))
        {
            start++;
        }

        while (end > start && (IsWhiteSpace(text[end - 1]) || IsInvisible(text[end - 1])))
        {
            end--;
        }

        return end - start == text.Length ? text : text.Substring(start, end - start);
    }

    private static char FoldPunctuation(char c)
    {
        if (IsDash(c))
        {
            return '-';
        }

        return c switch
        {
            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '`' => '\'',
            '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
            _ => ToLower(c),
        };
    }
}
