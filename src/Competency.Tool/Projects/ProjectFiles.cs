using System.Text.RegularExpressions;
using Competency.Tool.Files;

namespace Competency.Tool.Projects;

/// <summary>Finds the projects whose C# may hold references, without asking their builds.</summary>
internal static partial class ProjectFiles
{
    private const string Package = "Competency";

    // Settings by which the SDK keeps what it restored elsewhere.
    private static readonly string[] Elsewhere = ["UseArtifactsOutput", "ArtifactsPath", "BaseIntermediateOutputPath", "MSBuildProjectExtensionsPath"];

    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    public static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>The projects that a pattern names.</summary>
    public static IReadOnlyList<string> Matching(string pattern, Action<string> fail) => DocumentFiles.Matching(pattern, IsProject, fail);

    /// <summary>
    /// Whether a project can refer to Competency: what was restored for it says so; where nothing was, its own file, those that it refers to, and
    /// those that are imported beside it.
    /// </summary>
    public static bool CanRefer(string project) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(project))!, "obj", "project.assets.json") is var assets && File.Exists(assets)
            ? Read(assets).Contains($"\"{Package}.Core/", StringComparison.Ordinal)
            : Mentions(Path.GetFullPath(project), []);

    private static bool Mentions(string project, HashSet<string> seen)
    {
        if (!seen.Add(project) || !File.Exists(project))
        {
            return false;
        }

        var text = Read(project);
        return IsMention(text) || Around(project).Any(f => IsMention(Read(f)))
            || References().Matches(text).Any(m => Mentions(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, m.Groups[1].Value.Replace('\\', '/'))), seen));
    }

    private static bool IsMention(string text) => text.Contains(Package, StringComparison.Ordinal) || Elsewhere.Any(e => text.Contains(e, StringComparison.Ordinal));

    private static IEnumerable<string> Around(string project)
    {
        for (var folder = Path.GetDirectoryName(project); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var file in Shared.Select(s => Path.Combine(folder, s)).Where(File.Exists))
            {
                yield return file;
            }
        }
    }

    private static string Read(string path) => TextFile.TryRead(path, out var source, out _) ? source.Text : "";

    [GeneratedRegex("<ProjectReference\\s[^>]*Include=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex References();
}
