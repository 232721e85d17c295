namespace Competency.Conformance;

/// <summary>Texts in which <c>¤</c> stands where a finding begins.</summary>
internal static class Places
{
    /// <summary>The text without marks, and the findings with the place of each mark in the stead of their own <c>¤</c>.</summary>
    public static (string Text, IReadOnlyList<string> Findings) Of(string marked, IReadOnlyList<string> findings)
    {
        var places = new Queue<string>();
        var (line, column) = (1, 1);
        foreach (var c in marked)
        {
            if (c == '¤')
            {
                places.Enqueue($"{line},{column}");
            }
            else
            {
                (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
            }
        }

        Assert.Equal(findings.Count(f => f.StartsWith('¤')), places.Count);
        return (marked.Replace("¤", "", StringComparison.Ordinal), [.. findings.Select(f => f.StartsWith('¤') ? places.Dequeue() + f[1..] : f)]);
    }
}
