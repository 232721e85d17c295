using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Rules;
using Competency.Text;

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

    /// <summary>Whether a file is a policy or an assessment plan.</summary>
    public static bool IsRules(string path) => new[] { PolicyDocument.FileSuffix, AssessmentPlanDocument.FileSuffix }.Any(s => path.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file is one that refers to KSBs: a mapping, a policy or an assessment plan.</summary>
    public static bool CanRefer(string path) => MappingDocument.IsMapping(path) || CanBeMapping(path) || IsRules(path);

    /// <summary>Whether a file that a person names is a mapping by its format, whatever its name: of CSV and Markdown there is no other document.</summary>
    public static bool CanBeMapping(string path) => !IsDocument(path) && MappingExtensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file is a standard document by its name or, where that only says that it is JSON, by what it says of itself.</summary>
    public static bool IsStandard(string path) =>
        path.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase) || (CanBeStandard(path) && RealPath.IsFile(path) && TextFile.TryRead(path, out var source, out _) && IsStandard(source));

    /// <summary>The standard document of a file, whatever its name; null where it is none.</summary>
    public static StandardDocument? StandardOf(string path) =>
        IsStandard(path) && TextFile.TryRead(path, out var source, out _) && StandardDocument.Read(path, source.Text) is { Standard: not null } document ? document : null;

    /// <summary>Builds know a standard by its name alone; a person who names a file knows what is in it.</summary>
    private static bool CanBeStandard(string path) => !IsDocument(path) && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static bool IsStandard(SourceDocument source) => new DocumentReader(source).Root?.String("document") == StandardDocument.Format;

    /// <summary>The nearest folder above a document that holds a project; empty where none does.</summary>
    public static string ProjectOf(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (FilesIn(folder, "*.??proj").Length > 0)
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
    /// <param name="folder">The folder, as it was given.</param>
    /// <param name="fail">Told of each folder and each ignore file that cannot be read; the rest is found all the same.</param>
    public static IReadOnlyList<string> Under(string folder, Action<string> fail) => Under(folder, IsDocument, fail);

    /// <summary>The files of a folder and the folders in it that are wanted, in the same way.</summary>
    public static IReadOnlyList<string> Under(string folder, Func<string, bool> isWanted, Action<string> fail)
    {
        // What a person calls the current folder has no name in any path.
        var current = $".{Path.DirectorySeparatorChar}";
        var isCurrent = folder == "." || folder == current;
        string Shown(string path) => isCurrent && path.StartsWith(current, StringComparison.Ordinal) ? path[current.Length..] : path;

        var found = new List<string>();
        var waiting = new Stack<(string Folder, IgnoreFile[] Ignored)>([(folder, [.. IgnoreFile.Above(Path.GetFullPath(folder), fail)])]);
        while (waiting.TryPop(out var next))
        {
            IgnoreFile[] ignored = IgnoreFile.Of(next.Folder, line => fail(Shown(line))) is { } own ? [.. next.Ignored, own] : next.Ignored;
            try
            {
                found.AddRange(Directory.EnumerateFiles(next.Folder).Where(f => isWanted(f) && !IsIgnored(ignored, f, isFolder: false)));
                foreach (var inner in Directory.GetDirectories(next.Folder).Where(inner => !IsSkipped(Path.GetFileName(inner)) && !IsLink(inner) && !IsIgnored(ignored, inner, isFolder: true)))
                {
                    waiting.Push((inner, ignored));
                }
            }
            catch (Exception fault) when (TextFile.IsOfFiles(fault))
            {
                fail($"{Shown(next.Folder)}: This folder cannot be read: {TextFile.Reason(fault)}");
            }
        }

        found = found.ConvertAll(Shown);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>The documents that a pattern names, in the order of paths. Folders are passed over as <see cref="Under(string, Action{string})"/> does.</summary>
    public static IReadOnlyList<string> Matching(string pattern, Action<string> fail) => Matching(pattern, IsDocument, fail);

    /// <summary>The wanted files that a pattern names, in the same way.</summary>
    public static IReadOnlyList<string> Matching(string pattern, Func<string, bool> isWanted, Action<string> fail)
    {
        var (folder, glob) = Glob.Parse(pattern);
        return !Directory.Exists(folder) ? [] : [.. Under(folder, isWanted, fail).Where(f => glob.Matches(Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/')))];
    }

    /// <summary>The documents that a path of the command line names: a file, those of a folder, those of a pattern. What finds nothing is never silently "clean".</summary>
    /// <param name="path">The path.</param>
    /// <param name="fail">Told, with its exit code, what cannot be read or found.</param>
    public static IReadOnlyList<string> Named(string path, Action<int, string> fail)
    {
        if (Directory.Exists(path))
        {
            return Under(path, line => fail(ExitCode.Unreadable, line));
        }

        if (Glob.IsPattern(path) && !File.Exists(path))
        {
            var matching = Matching(path, line => fail(ExitCode.Unreadable, line));
            if (matching.Count == 0)
            {
                fail(ExitCode.Unreadable, $"{path}: No document is named so");
            }

            return matching;
        }

        if (File.Exists(path) && !IsDocument(path) && !CanBeMapping(path) && !IsStandard(path))
        {
            fail(ExitCode.Usage, NoDocument(path));
            return [];
        }

        return [path];
    }

    /// <summary>Says that a name is none of a document.</summary>
    public static string NoDocument(string path) =>
        $"{path}: The name does not say what the file is; it must end in {string.Join(", ", Suffixes[..^1])} or {Suffixes[^1]}; a mapping also in {string.Join(" or ", MappingExtensions)}";

    /// <summary>A link can lead back up. What cannot be looked at is none: why, is said when it is read.</summary>
    private static bool IsLink(string folder)
    {
        try
        {
            return (File.GetAttributes(folder) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return false;
        }
    }

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
        var folder = project.Length == 0 ? root : project;
        var unread = new List<string>();
        var standards = Under(folder, f => f.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase), unread.Add).Select(Path.GetFullPath).Where(f => ProjectOf(f) == project);

        // What cannot be listed was not checked: the path is none of a file.
        return unread.Count > 0 ? [folder] : [.. standards];
    }

    /// <summary>The standards of one folder, without those below it; what cannot be read is left to <c>competency check</c>.</summary>
    public static IReadOnlyList<StandardDocument> StandardsIn(string folder)
    {
        var documents = new List<StandardDocument>();
        foreach (var path in FilesIn(folder, "*").Where(p => p.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            if (TextFile.TryRead(path, out var source, out _) && StandardDocument.Read(path, source.Text) is { Standard: not null } document)
            {
                documents.Add(document);
            }
        }

        return documents;
    }

    /// <summary>A folder that cannot be listed has no neighbours to ask, and one that standard input is named after need not be there; that nothing can be written to it is said when it is tried.</summary>
    private static string[] FilesIn(string folder, string pattern)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return [];
        }
    }
}
