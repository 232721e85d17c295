using Competency.Documents;
using Competency.Findings;
using Competency.Tool.Settings;

namespace Competency.Tool.Files;

/// <summary>Finds the lock that holds for a file or a folder.</summary>
internal static class LockFile
{
    /// <summary>The nearest lock in the folder of a path and those above it; null where there is none. A folder of that name is in its way, and is told where it is read.</summary>
    public static string? Nearest(string path)
    {
        var full = Path.GetFullPath(path);
        for (var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, LockDocument.FileName) is var candidate && (File.Exists(candidate) || Directory.Exists(candidate)))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The path of the lock as it is shown: from the current folder where it stands below it.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }

    /// <summary>The name of a data file in a lock.</summary>
    public static LockConsumer Consumer(string path, string lockPath) => LockConsumer.File(Path.GetFullPath(path), Path.GetFullPath(lockPath));

    /// <summary>What is wrong with the locks that hold for some paths, and what documents mean beside them. Without a lock there is nothing: locking is opt-in.</summary>
    /// <param name="paths">What the command line names.</param>
    /// <param name="documents">The mappings, policies and plans among it.</param>
    /// <param name="known">The standards that they can name.</param>
    /// <param name="projects">Which lock the projects say.</param>
    /// <param name="read">Told each lock that was read, by its full path.</param>
    /// <param name="fail">Told what cannot be read.</param>
    public static IReadOnlyList<Finding> Check(IEnumerable<string> paths, IReadOnlyList<IReferencingDocument> documents, StandardCatalogue known, ProjectLocks projects, Action<string> read, Action<int, string> fail)
    {
        var findings = new List<Finding>();
        var locks = documents.Select(d => (Lock: projects.Of(d.Source.Path), Document: (IReferencingDocument?)d))
            .Concat(paths.Select(p => (Lock: projects.Of(p), Document: (IReferencingDocument?)null)));
        foreach (var of in locks.Where(l => l.Lock is not null).GroupBy(l => l.Lock!, l => l.Document).OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var path = Shown(of.Key);
            if (!TextFile.TryRead(path, out var source, out var unreadable))
            {
                fail(ExitCode.Unreadable, unreadable);
                continue;
            }

            read(of.Key);
            var document = LockDocument.Read(path, source.Text);
            findings.AddRange(document.Findings);
            findings.AddRange(of.OfType<IReferencingDocument>().SelectMany(d => LockCheck.Check(d, document, known, Consumer(d.Source.Path, of.Key))));
        }

        return findings;
    }
}
