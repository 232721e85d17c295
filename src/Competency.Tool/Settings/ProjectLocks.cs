using Competency.Tool.Files;

namespace Competency.Tool.Settings;

/// <summary>Which lock holds for a file, as the build has it: the one that <c>CompetencyLockFile</c> of its project names, none where that or <c>EnableDefaultCompetencyItems</c> says so, else the nearest upward.</summary>
internal sealed class ProjectLocks
{
    private const string None = "none";

    private readonly Dictionary<string, string?> _said = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutDefaultItems = new(StringComparer.Ordinal);

    /// <summary>Whether the project of a file or a folder turns the lock off.</summary>
    public bool IsOff(string path) => None.Equals(Said(path), StringComparison.OrdinalIgnoreCase);

    /// <summary>What turns the lock off in the projects of some files or folders that do: the setting, as it stands there.</summary>
    public string WhyOff(IEnumerable<string> paths) =>
        paths.All(p => Said(p) is not null && _withoutDefaultItems.Contains(FolderOf(p))) ? "EnableDefaultCompetencyItems is false, and no lock is named," : "CompetencyLockFile is none";

    /// <summary>The lock that the project of a file or a folder names, by its full path; null where it names none.</summary>
    public string? Named(string path) => IsOff(path) ? null : Said(path);

    /// <summary>The lock that holds for a file or a folder, by its full path; null where there is none.</summary>
    public string? Of(string path) => IsOff(path) ? null : Named(path) ?? LockFile.Nearest(path);

    /// <summary>Whether a file is another lock's, or no lock's, though its path was given.</summary>
    public bool IsElsewhere(string path, string lockPath) => IsOff(path) || (Named(path) is { } named && named != Path.GetFullPath(lockPath));

    private string? Said(string path)
    {
        var folder = FolderOf(path);
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

    private static string FolderOf(string path) => DocumentFiles.ProjectOf(Directory.Exists(path) ? Path.Combine(path, "x") : path);

    private string? Read(string folder)
    {
        try
        {
            var properties = ProjectProperties.Of(folder);
            if (properties.IsLockOffByDefaultItems)
            {
                _withoutDefaultItems.Add(folder);
            }

            return properties.LockFile is not { } said ? null
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
