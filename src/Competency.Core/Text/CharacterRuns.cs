using System.Runtime.CompilerServices;

namespace Competency.Text;

/// <summary>
/// How far runs of characters reach. The running program looks at many characters at once; the compiler host, which may have no such means, at one after the other.
/// </summary>
internal static class CharacterRuns
{
    /// <summary>Where the next line feed or carriage return stands; the text's end where none does.</summary>
    [MethodImpl(HotLoop.Options)]
    public static int NextLineEnd(string text, int start)
    {
#if COMPETENCY_CORE
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : start + length;
#else
        var at = start;
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            at++;
        }

        return at;
#endif
    }

    /// <summary>Where printable ASCII ends that JSON holds as it is; the text's end where all of it is.</summary>
    [MethodImpl(HotLoop.Options)]
    public static int EndOfPlainAscii(string text, int start)
    {
#if COMPETENCY_CORE
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAnyExceptInRange(' ', '~');
        rest = length < 0 ? rest : rest[..length];
        length = rest.IndexOfAny('"', '\\');
        return start + (length < 0 ? rest.Length : length);
#else
        var at = start;
        while (at < text.Length && text[at] is >= ' ' and <= '~' and not ('"' or '\\'))
        {
            at++;
        }

        return at;
#endif
    }

    /// <summary>Where a JSON string has its closing quote, an escape, or a character that must not or may not stand alone; the text's end where it has none.</summary>
    [MethodImpl(HotLoop.Options)]
    public static int EndOfPlainString(string text, int start)
    {
#if COMPETENCY_CORE
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAny('"', '\\');
        rest = length < 0 ? rest : rest[..length];
        length = rest.IndexOfAnyExceptInRange(' ', '\uD7FF');

        // Beyond the surrogates characters are rare, and mostly bullets.
        while (length >= 0 && rest[length] > '\uDFFF')
        {
            var next = rest[(length + 1)..].IndexOfAnyExceptInRange(' ', '\uD7FF');
            length = next < 0 ? -1 : length + 1 + next;
        }

        return start + (length < 0 ? rest.Length : length);
#else
        var at = start;
        while (at < text.Length && text[at] is not ('"' or '\\') && text[at] >= ' ' && !char.IsSurrogate(text[at]))
        {
            at++;
        }

        return at;
#endif
    }
}
