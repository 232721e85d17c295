using Competency.Tool.Files;

namespace Competency.Tool.Settings;

/// <summary>Which lock holds for a file, as the build has it: the one that <c>CompetencyLockFile</c> of its project names, none where that says so, else the nearest upward.</summary>
internal sealed class ProjectLocks
{
    private const string None = "none";

    private readonly Dictionary<string, string?> _said = new(StringComparer.Ordinal);

    /// <summary>Whether the project of a file or a folder turns the lock off.</summary>
    public bool IsOff(string path) => None.Equals(Said(path), StringComparison.OrdinalIgnoreCase);

    /// <summary>The lock that the project of a file or a folder names, by its full path; null where it names none.</summary>
    public string? Named(string path) => IsOff(path) ? null : Said(path);

    /// <summary>The lock that holds for a file or a folder, by its full path; null where there is none.</summary>
    public string? Of(string path) => IsOff(path) ? null : Named(path) ?? LockFile.Nearest(path);

    /// <summary>Whether a file is another lock's, or no lock's, though its path was given.</summary>
    public bool IsElsewhere(string path, string lockPath) => IsOff(path) || (Named(path) is { } named && named != Path.GetFullPath(lockPath));

    private string? Said(string path)
    {
        var folder = DocumentFiles.ProjectOf(Directory.Exists(path) ? Path.Combine(path, "x") : path);
        if (folder.Length == 0)
        {
            return null;
        }

        if (!_said.TryGetValue(folder, out var said))
        {
            _said.Add(folder, said = Read(folder));
        }

        return said;
    }

    private static string? Read(string folder)
    {
        try
        {
            return ProjectProperties.Of(folder).LockFile is not { } said ? null
                : said.Equals(None, StringComparison.OrdinalIgnoreCase) ? said
                : Path.GetFullPath(Path.Combine(folder, said));
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // Its build says so; here the nearest lock holds.
            return null;
        }
    }
}
