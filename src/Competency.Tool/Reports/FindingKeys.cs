using Competency.Findings;
using Competency.Text;
using Competency.Versions;

namespace Competency.Tool.Reports;

/// <summary>
/// What makes a finding the same finding in another run: its id, its file, the words that it stands on and the how-manieth of its like.
/// Neither lines that come and go above it nor another wording of its message change that.
/// </summary>
internal sealed class FindingKeys
{
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);
    private readonly Func<string, SourceDocument?> _source;
    private readonly string _root;

    /// <param name="root">The full path of the folder that files are named from.</param>
    /// <param name="source">The text of a file that was checked, by the path that findings have.</param>
    public FindingKeys(string root, Func<string, SourceDocument?> source)
    {
        _root = root;
        _source = source;
    }

    /// <summary>A path from the root, its names parted by slashes; the full path of what stands elsewhere.</summary>
    public static string Relative(string root, string path)
    {
        var full = Path.GetFullPath(path);
        var relative = Path.GetRelativePath(root, full);
        return (relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative) ? full : relative).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The full path of what <see cref="Relative"/> named.</summary>
    public static string Full(string root, string relative) => Path.GetFullPath(Path.Combine(root, relative));

    /// <summary>The key of the next finding. Findings are to be asked for in the order of files and places.</summary>
    public string Next(Finding finding)
    {
        // What a finding says of the whole document stands on the document's id; then the codes that it names tell it from another.
        var about = finding.Descriptor == FindingCatalogue.UncoveredKsb || finding.Descriptor == FindingCatalogue.CoverageBelowDemand ? finding.Message : Words(finding.Location);
        var like = $"{finding.Id}\n{(finding.Location is { } at ? Relative(_root, at.Path) : "")}\n{about}";
        var occurrence = _occurrences[like] = _occurrences.GetValueOrDefault(like) + 1;
        return Fingerprint.OfContent($"{like}\n{occurrence}");
    }

    private string Words(SourceLocation? location) =>
        location is not null && _source(location.Path) is { } source && location.Span.End <= source.Text.Length
            ? TextFolding.OnOneLine(source.Text.Substring(location.Span.Start, location.Span.Length))
            : "";
}
