namespace Competency.Tool.Files;

/// <summary>Where a path ends when every link in it is followed, as the system follows them.</summary>
internal static class RealPath
{
    // As many as Linux follows before it says that they go round in a circle.
    private const int MostLinks = 40;

    /// <summary>
    /// The full path without any link in it; empty for links that go round in a circle. What the last link names need not be there: it is
    /// where a file would be written.
    /// </summary>
    public static string Of(string path)
    {
        // Only a full path: what a link says is taken from the folder that the link stands in, never from another.
        var full = Path.GetFullPath(path);
        var here = Path.GetPathRoot(full)!;
        var waiting = new Stack<string>();
        Push(waiting, full[here.Length..]);
        var links = 0;
        while (waiting.TryPop(out var name))
        {
            // What ".." is above can only be said where the links before it were followed.
            if (name is "." or "..")
            {
                here = name == "." ? here : Path.GetDirectoryName(here) ?? here;
                continue;
            }

            var next = Path.Combine(here, name);
            if (LinkTarget(next) is not { } target)
            {
                here = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return "";
            }

            if (Path.IsPathRooted(target))
            {
                here = Path.GetPathRoot(Path.GetFullPath(target))!;
                target = target[Path.GetPathRoot(target)!.Length..];
            }

            Push(waiting, target);
        }

        return here;
    }

    /// <summary>Whether there is a file, which a link that leads nowhere is not.</summary>
    public static bool IsFile(string path) => Of(path) is { Length: > 0 } real && File.Exists(real);

    private static string? LinkTarget(string path)
    {
        try
        {
            FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            return info.LinkTarget;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // What cannot be looked at cannot be written either, and that is said when it is tried.
            return null;
        }
    }

    private static void Push(Stack<string> waiting, string path)
    {
        foreach (var name in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            waiting.Push(name);
        }
    }
}
