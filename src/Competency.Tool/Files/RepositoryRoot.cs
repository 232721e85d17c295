namespace Competency.Tool.Files;

/// <summary>The folder that paths in reports and baselines begin from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The nearest folder, from one upwards, that holds a git repository; null where none does.</summary>
    public static string? Above(string folder)
    {
        for (var current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
        {
            // A worktree has a file of that name.
            if (Path.Combine(current, ".git") is var git && (Directory.Exists(git) || File.Exists(git)))
            {
                return current;
            }
        }

        return null;
    }
}
