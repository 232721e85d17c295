namespace Competency.Tool.Files;

/// <summary>
/// A pattern of paths: <c>*</c> and <c>?</c> within one name, <c>**</c> for any number of folders, <c>[a-z]</c> and <c>[!a-z]</c> for one character.
/// Matched without backtracking over names, so that no pattern takes long.
/// </summary>
internal sealed class Glob
{
    private readonly string[] _names;

    /// <param name="names">The pattern's names, from the outermost folder inwards.</param>
    private Glob(string[] names) => _names = names;

    /// <summary>Whether a path asks for a pattern rather than for a file.</summary>
    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <summary>A pattern, its names parted by slashes.</summary>
    public static Glob Of(string pattern) => new(pattern.Split('/'));

    /// <summary>Parts a path of the command line, with either kind of separator, into the folder to look in and the pattern below it.</summary>
    public static (string Folder, Glob Pattern) Parse(string path)
    {
        // No shell quotes names for us here: a backslash is Windows' separator.
        var names = path.Replace('\\', '/').Split('/');
        var first = Array.FindIndex(names, IsPattern);
        var folder = string.Join('/', names[..first]);
        return (first == 0 ? "." : folder.Length == 0 ? "/" : folder.EndsWith(':') ? folder + "/" : folder, new Glob([.. names[first..].Where(n => n is not ("" or "."))]));
    }

    /// <summary>Whether a path, its names parted by slashes and beginning where the pattern begins, is one of those that are meant.</summary>
    public bool Matches(string path)
    {
        var names = path.Split('/');

        // reached[i]: the first i names of the pattern can stand for the names of the path so far.
        var reached = new bool[_names.Length + 1];
        reached[0] = true;
        Skip(reached);
        foreach (var name in names)
        {
            var next = new bool[_names.Length + 1];
            for (var i = 0; i < _names.Length; i++)
            {
                var isAnyDepth = _names[i] == "**";
                next[i] |= reached[i] && isAnyDepth;
                next[i + 1] |= reached[i] && (isAnyDepth || MatchesName(_names[i], name));
            }

            Skip(next);
            reached = next;
        }

        return reached[_names.Length];
    }

    /// <summary><c>**</c> stands for no folder as well.</summary>
    private void Skip(bool[] reached)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            // At the end it stands for at least one name: a/** is what is in a, not a itself.
            reached[i + 1] |= reached[i] && _names[i] == "**" && i + 1 < _names.Length;
        }
    }

    private static bool MatchesName(string pattern, string name)
    {
        var (p, n, star, mark) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, n);
            }
            else if (p < pattern.Length && One(pattern, p, name[n]) is var length and > 0)
            {
                (p, n) = (p + length, n + 1);
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                (p, n) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').Length == 0;
    }

    /// <summary>How many characters of the pattern stand for a character of the name; 0 where they do not.</summary>
    private static int One(string pattern, int at, char c)
    {
        switch (pattern[at])
        {
            case '?':
                return 1;
            case '[' when pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) is var end and > 0:
                var set = pattern.AsSpan(at + 1, end - at - 1);
                var isNegated = set[0] is '!' or '^';
                return InSet(isNegated ? set[1..] : set, c) != isNegated ? end - at + 1 : 0;
            case '\\' when at + 1 < pattern.Length:
                return pattern[at + 1] == c ? 2 : 0;
            default:
                return pattern[at] == c ? 1 : 0;
        }
    }

    private static bool InSet(ReadOnlySpan<char> set, char c)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (c >= set[i] && c <= set[i + 2])
                {
                    return true;
                }

                i += 2;
            }
            else if (set[i] == c)
            {
                return true;
            }
        }

        return false;
    }
}
