using System.Text;

namespace Competency.Tool.Reports;

/// <summary>The difference of two texts as <c>diff -u</c> and <c>git apply</c> know it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    // Beyond this what differs is told as one block: a comparison of all with all would need too much memory.
    private const long MostCells = 16_000_000;

    private enum Kind
    {
        Same,
        Removed,
        Added,
    }

    /// <summary>The difference; empty where there is none.</summary>
    /// <param name="path">The file's path, with <c>/</c>; one from the current folder is written as git writes it, an absolute one as diff does.</param>
    /// <param name="old">The text before.</param>
    /// <param name="new">The text after.</param>
    public static string Between(string path, string old, string @new)
    {
        if (old == @new)
        {
            return "";
        }

        var lines = Compare(Lines(old), Lines(@new));
        var text = new StringBuilder(Path.IsPathRooted(path) ? $"--- {path}\n+++ {path}\n" : $"--- a/{path}\n+++ b/{path}\n");
        for (var at = 0; at < lines.Count;)
        {
            var first = lines.FindIndex(at, l => l.Kind != Kind.Same);
            if (first < 0)
            {
                break;
            }

            // A hunk goes on while the next change is nearer than two contexts.
            var last = first;
            for (var i = first; i < lines.Count && i - last <= 2 * Context; i++)
            {
                last = lines[i].Kind == Kind.Same ? last : i;
            }

            var (from, to) = (Math.Max(at, first - Context), Math.Min(lines.Count, last + 1 + Context));
            Hunk(text, lines, from, to);
            at = to;
        }

        return text.ToString();
    }

    private static void Hunk(StringBuilder text, List<(Kind Kind, string Line)> lines, int from, int to)
    {
        var hunk = lines.GetRange(from, to - from);
        var (oldBefore, newBefore) = (lines.Take(from).Count(l => l.Kind != Kind.Added), lines.Take(from).Count(l => l.Kind != Kind.Removed));
        var (oldCount, newCount) = (hunk.Count(l => l.Kind != Kind.Added), hunk.Count(l => l.Kind != Kind.Removed));
        text.Append($"@@ -{(oldCount == 0 ? oldBefore : oldBefore + 1)},{oldCount} +{(newCount == 0 ? newBefore : newBefore + 1)},{newCount} @@\n");
        foreach (var (kind, line) in hunk)
        {
            text.Append(kind switch { Kind.Same => ' ', Kind.Removed => '-', _ => '+' }).Append(line);
            if (!line.EndsWith('\n'))
            {
                text.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static List<(Kind Kind, string Line)> Compare(string[] old, string[] @new)
    {
        var start = 0;
        while (start < old.Length && start < @new.Length && old[start] == @new[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < @new.Length - start && old[^(end + 1)] == @new[^(end + 1)])
        {
            end++;
        }

        var lines = new List<(Kind, string)>(old.Take(start).Select(l => (Kind.Same, l)));
        lines.AddRange(Middle(old[start..^end], @new[start..^end]));
        lines.AddRange(old.Skip(old.Length - end).Select(l => (Kind.Same, l)));
        return lines;
    }

    /// <summary>By the longest common subsequence.</summary>
    private static IEnumerable<(Kind Kind, string Line)> Middle(string[] old, string[] @new)
    {
        if ((long)old.Length * @new.Length > MostCells)
        {
            return old.Select(l => (Kind.Removed, l)).Concat(@new.Select(l => (Kind.Added, l)));
        }

        var longest = new int[old.Length + 1, @new.Length + 1];
        for (var o = old.Length - 1; o >= 0; o--)
        {
            for (var n = @new.Length - 1; n >= 0; n--)
            {
                longest[o, n] = old[o] == @new[n] ? longest[o + 1, n + 1] + 1 : Math.Max(longest[o + 1, n], longest[o, n + 1]);
            }
        }

        var lines = new List<(Kind, string)>();
        for (int o = 0, n = 0; o < old.Length || n < @new.Length;)
        {
            if (o < old.Length && n < @new.Length && old[o] == @new[n])
            {
                lines.Add((Kind.Same, old[o++]));
                n++;
            }
            else if (n == @new.Length || (o < old.Length && longest[o + 1, n] >= longest[o, n + 1]))
            {
                lines.Add((Kind.Removed, old[o++]));
            }
            else
            {
                lines.Add((Kind.Added, @new[n++]));
            }
        }

        return lines;
    }

    /// <summary>Each line with its end.</summary>
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return [.. lines];
    }
}
