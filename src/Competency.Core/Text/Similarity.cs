namespace Competency.Text;

/// <summary>How near two short names are, for "did you mean".</summary>
static partial class Similarity
{
    /// <summary>The number of single-character edits (insert, delete, replace, swap of neighbours) between two names, ignoring ASCII case.</summary>
    public static int EditDistance(string left, string right)
    {
        var previous2 = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                var best = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    best = Math.Min(best, previous2[j - 2] + 1);
                }

                current[j] = best;
            }

            (previous2, previous, current) = (previous, current, previous2);
        }

        return previous[right.Length];
    }

    /// <summary>The nearest of several names, or null where none is near enough to be what was meant.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var best = Math.Max(2, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            // The lengths alone say that it is too far; also bounds the work on hostile input.
            if (Math.Abs(candidate.Length - name.Length) >= best)
            {
                continue;
            }

            var distance = EditDistance(name, candidate);

            // Of which every letter is another, nothing was meant.
            if (distance < best && distance < Math.Max(candidate.Length, name.Length))
            {
                (nearest, best) = (candidate, distance);
            }
        }

        return nearest;
    }

    private static bool Same(char a, char b) => TextFolding.ToUpperAscii(a) == TextFolding.ToUpperAscii(b);
}
