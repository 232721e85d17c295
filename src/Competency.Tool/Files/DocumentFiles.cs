using Competency.Documents;
using Competency.Rules;

namespace Competency.Tool.Files;

/// <summary>Finds documents by the end of their names.</summary>
internal static class DocumentFiles
{
    private static readonly string[] Suffixes = [StandardDocument.FileSuffix, .. MappingDocument.FileSuffixes, RoleDocument.FileSuffix, LearnerDocument.FileSuffix];

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
            if (Directory.EnumerateFiles(folder, "*.??proj").Any())
            {
                return folder;
            }
        }

        return "";
    }

    /// <summary>The documents of a folder and the folders in it, each path beginning as the folder's was given, in the order of paths.</summary>
    public static IReadOnlyList<string> Under(string folder)
    {
        var found = new List<string>();
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var current))
        {
            found.AddRange(Directory.EnumerateFiles(current).Where(IsDocument));
            foreach (var inner in Directory.EnumerateDirectories(current))
            {
                // A link can lead back up.
                if (!SkippedFolders.Contains(Path.GetFileName(inner)) && !Path.GetFileName(inner).StartsWith('.') && (File.GetAttributes(inner) & FileAttributes.ReparsePoint) == 0)
                {
                    waiting.Push(inner);
                }
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
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
