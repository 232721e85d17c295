namespace Competency.Tool.Files;

/// <summary>
/// A <c>.competencyignore</c> file: what a walk through folders passes over, in the words of a <c>.gitignore</c>. Of several lines that
/// match the last one counts; <c>!</c> takes back; a slash at the end means folders only; a slash before that ties a line to the file's own folder.
/// </summary>
internal sealed class IgnoreFile
{
    public const string Name = ".competencyignore";

    private readonly List<(Glob Pattern, bool IsTakenBack, bool FoldersOnly)> _lines = [];
    private readonly string _folder;

    private IgnoreFile(string folder, IEnumerable<string> lines)
    {
        _folder = folder;
        foreach (var line in lines)
        {
            Add(line);
        }
    }

    /// <summary>The ignore file of a folder, or null where it has none that can be read.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fail">Told why one that is there cannot be read.</param>
    public static IgnoreFile? Of(string folder, Action<string> fail)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path) && new FileInfo(path).LinkTarget is null)
        {
            return null;
        }

        if (!TextFile.TryRead(path, out var source, out var unreadable))
        {
            fail($"{unreadable}; what it names is not passed over");
            return null;
        }

        return new IgnoreFile(Path.GetFullPath(folder), source.Text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None));
    }

    /// <summary>The ignore files of the folders above one, outermost first, from the repository's root on.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="fail">Told why one that is there cannot be read.</param>
    public static IEnumerable<IgnoreFile> Above(string folder, Action<string> fail)
    {
        var root = RepositoryRoot.Above(folder);
        var files = new List<IgnoreFile>();
        for (var current = Path.GetDirectoryName(folder); root is not null && current is not null && current.Length >= root.Length; current = Path.GetDirectoryName(current))
        {
            if (Of(LockFile.Shown(current), fail) is { } file)
            {
                files.Insert(0, file);
            }
        }

        return files;
    }

    /// <summary>Whether the file says that something is passed over (true), that it is not (false), or nothing (null).</summary>
    /// <param name="path">The full path of a file or a folder below the ignore file's.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool? Ignores(string path, bool isFolder)
    {
        var relative = Path.GetRelativePath(_folder, path).Replace(Path.DirectorySeparatorChar, '/');
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            var (pattern, isTakenBack, foldersOnly) = _lines[i];
            if ((isFolder || !foldersOnly) && pattern.Matches(relative))
            {
                return !isTakenBack;
            }
        }

        return null;
    }

    private void Add(string line)
    {
        // Blanks at the end are no part of a name unless a backslash keeps them.
        var text = line.TrimEnd('\r', '\t', ' ');
        if (text.EndsWith('\\') && text.Length < line.Length)
        {
            text += " ";
        }

        if (text.Length == 0 || text[0] == '#')
        {
            return;
        }

        var isTakenBack = text[0] == '!';
        text = isTakenBack ? text[1..] : text;
        var foldersOnly = text.EndsWith('/');
        text = text.TrimEnd('/');
        if (text.Length > 0)
        {
            var isTied = text.Contains('/');
            _lines.Add((Glob.Of(isTied ? text.TrimStart('/') : "**/" + text), isTakenBack, foldersOnly));
        }
    }
}
