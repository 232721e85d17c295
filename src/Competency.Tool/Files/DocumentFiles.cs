using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Rules;

namespace Competency.Tool.Files;

/// <summary>Finds documents by the end of their names.</summary>
internal static class DocumentFiles
{
    private static readonly string[] Suffixes = [StandardDocument.FileSuffix, .. MappingDocument.FileSuffixes, RoleDocument.FileSuffix, LearnerDocument.FileSuffix, PolicyDocument.FileSuffix, AssessmentPlanDocument.FileSuffix];

    private static readonly string[] MappingExtensions = [".csv", ".tsv", ".md"];

    // Copies of documents that a build or a package manager made; hidden folders are passed over as well, as the build does.
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules"];

    /// <summary>Whether a file's name ends as those of documents do.</summary>
    public static bool IsDocument(string path) => Suffixes.Any(s => path.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file that a person names is a mapping by its format, whatever its name: of CSV and Markdown there is no other document.</summary>
    public static bool CanBeMapping(string path) => !IsDocument(path) && MappingExtensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The nearest folder above a document that holds a project; empty where none does.</summary>
    public static string ProjectOf(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // What standard input is named after need not be there.
            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.??proj").Any())
            {
                return folder;
            }
        }

        return "";
    }

    /// <summary>
    /// The documents of a folder and the folders in it, each path beginning as the folder's was given, those of the current folder (<c>.</c>) with their names, in
    /// the order of paths; what an ignore file names is left out.
    /// </summary>
    public static IReadOnlyList<string> Under(string folder) => Under(folder, IsDocument);

    /// <summary>The files of a folder and the folders in it that are wanted, in the same way.</summary>
    public static IReadOnlyList<string> Under(string folder, Func<string, bool> isWanted)
    {
        var found = new List<string>();
        var waiting = new Stack<(string Folder, IgnoreFile[] Ignored)>([(folder, [.. IgnoreFile.Above(Path.GetFullPath(folder))])]);
        while (waiting.TryPop(out var next))
        {
            IgnoreFile[] ignored = IgnoreFile.Of(Path.GetFullPath(next.Folder)) is { } own ? [.. next.Ignored, own] : next.Ignored;
            found.AddRange(Directory.EnumerateFiles(next.Folder).Where(f => isWanted(f) && !IsIgnored(ignored, f, isFolder: false)));
            foreach (var inner in Directory.EnumerateDirectories(next.Folder))
            {
                // A link can lead back up.
                if (!IsSkipped(Path.GetFileName(inner)) && (File.GetAttributes(inner) & FileAttributes.ReparsePoint) == 0 && !IsIgnored(ignored, inner, isFolder: true))
                {
                    waiting.Push((inner, ignored));
                }
            }
        }

        var current = $".{Path.DirectorySeparatorChar}";
        if (folder == "." || folder == current)
        {
            found = found.ConvertAll(f => f.StartsWith(current, StringComparison.Ordinal) ? f[current.Length..] : f);
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>The documents that a pattern names, in the order of paths. Folders are passed over as <see cref="Under(string)"/> does.</summary>
    public static IReadOnlyList<string> Matching(string pattern)
    {
        var (folder, glob) = Glob.Parse(pattern);
        return !Directory.Exists(folder) ? [] : [.. Under(folder).Where(f => glob.Matches(Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/')))];
    }

    /// <summary>The documents that a path of the command line names: a file, those of a folder, those of a pattern. What finds nothing is never silently "clean".</summary>
    public static IReadOnlyList<string> Named(string path, out (int Exit, string Message)? problem)
    {
        problem = null;
        try
        {
            if (Directory.Exists(path))
            {
                return Under(path);
            }

            if (Glob.IsPattern(path) && !File.Exists(path))
            {
                var matching = Matching(path);
                problem = matching.Count > 0 ? null : (ExitCode.Unreadable, $"{path}: No document is named so");
                return matching;
            }
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            problem = (ExitCode.Unreadable, $"{path}: {TextFile.Reason(fault)}");
            return [];
        }

        if (File.Exists(path) && !IsDocument(path) && !CanBeMapping(path))
        {
            problem = (ExitCode.Usage, NoDocument(path));
            return [];
        }

        return [path];
    }

    /// <summary>Says that a name is none of a document.</summary>
    public static string NoDocument(string path) =>
        $"{path}: The name does not say what the file is; it must end in {string.Join(", ", Suffixes[..^1])} or {Suffixes[^1]}; a mapping also in {string.Join(" or ", MappingExtensions)}";

    private static bool IsSkipped(string name) => SkippedFolders.Contains(name) || name.StartsWith('.');

    /// <summary>The innermost ignore file that says anything decides.</summary>
    private static bool IsIgnored(IgnoreFile[] files, string path, bool isFolder)
    {
        for (var i = files.Length - 1; i >= 0; i--)
        {
            if (files[i].Ignores(Path.GetFullPath(path), isFolder) is { } said)
            {
                return said;
            }
        }

        return false;
    }

    /// <summary>The full paths of the standards that meet a document: those of its project, else those below the root that are of none.</summary>
    public static IReadOnlyList<string> StandardsBeside(string path, string root)
    {
        var project = ProjectOf(path);
        try
        {
            return [.. Under(project.Length == 0 ? root : project, f => f.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase)).Select(Path.GetFullPath).Where(f => ProjectOf(f) == project)];
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // What cannot be listed was not checked: the path is none of a file.
            return [project.Length == 0 ? root : project];
        }
    }

    /// <summary>The standards of one folder, without those below it; what cannot be read is left to <c>competency check</c>.</summary>
    public static IReadOnlyList<StandardDocument> StandardsIn(string folder)
    {
        var documents = new List<StandardDocument>();
        foreach (var path in FilesIn(folder).Where(p => p.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            if (TextFile.TryRead(path, out var source, out _) && StandardDocument.Read(path, source.Text) is { Standard: not null } document)
            {
                documents.Add(document);
            }
        }

        return documents;
    }

    /// <summary>A folder that cannot be listed has no neighbours to ask; that nothing can be written to it is said when it is tried.</summary>
    private static string[] FilesIn(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return [];
        }
    }
}
