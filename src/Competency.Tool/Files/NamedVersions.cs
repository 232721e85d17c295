using Competency.Text;

namespace Competency.Tool.Files;

/// <summary>
/// Files that name a version of a standard and are not moved: C# of which no compiler says what its references are, and policies and plans, which are judged beside the versions that they
/// name. The tool points to them.
/// </summary>
internal static class NamedVersions
{
    /// <summary>A line for each place that names one of the versions.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> files, IReadOnlyList<StandardId> versions)
    {
        var lines = new List<string>();
        foreach (var path in files)
        {
            if (!TextFile.TryRead(path, out var source, out _))
            {
                continue;
            }

            foreach (var id in versions.Select(v => v.ToString()))
            {
                for (var at = source.Text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = source.Text.IndexOf(id, at + id.Length, StringComparison.Ordinal))
                {
                    // ST0499@1.1 does not stand in ST0499@1.10.
                    if (at + id.Length == source.Text.Length || !TextFolding.IsDigit(source.Text[at + id.Length]))
                    {
                        lines.Add($"{source.Locate(new SourceSpan(at, id.Length))}: {id} is named here");
                    }
                }
            }
        }

        return lines;
    }
}
