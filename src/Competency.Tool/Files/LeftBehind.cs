namespace Competency.Tool.Files;

/// <summary>
/// The temporary files of a command that writes. Only one that was killed, or whose machine lost its power, leaves them; the names say what
/// they are, so that a person can put back what was.
/// </summary>
internal static class LeftBehind
{
    private const string NewSuffix = ".new.competency";
    private const string OldSuffix = ".old.competency";

    // With the rest of it the longest name that every file system takes.
    private const int LongestName = 100;

    /// <summary>A file in a folder that is to take another's place.</summary>
    public static string New(string folder) => Path.Combine(folder, $".{Path.GetRandomFileName()}{NewSuffix}");

    /// <summary>The copy of a file, beside it.</summary>
    public static string Old(string path)
    {
        var name = Path.GetFileName(path);
        return Path.Combine(Path.GetDirectoryName(path)!, $".{(name.Length > LongestName ? "" : name + ".")}{Path.GetRandomFileName()}{OldSuffix}");
    }

    /// <summary>Tells of each that stands in the folders of some paths, before this command makes any. It may be of one that writes at this moment, so that none is removed.</summary>
    /// <param name="paths">Files, folders and patterns; below the folders is looked as well.</param>
    /// <param name="error">Told a line each.</param>
    public static void Tell(IEnumerable<string> paths, TextWriter error)
    {
        foreach (var path in paths.Select(Folder).Distinct().SelectMany(f => In(f.Path, f.IsDeep)).DistinctBy(Path.GetFullPath))
        {
            error.WriteLine($"{path}: {(path.EndsWith(OldSuffix, StringComparison.Ordinal)
                ? "This is a copy of a file as it was before a command that was killed wrote it; compare the two, and remove the copy"
                : "A command that was killed left this; remove it")}, unless another command is writing now");
        }
    }

    /// <summary>The folder of a file; of a folder and a pattern, those below it as well.</summary>
    private static (string Path, bool IsDeep) Folder(string path) =>
        Directory.Exists(path) ? (path, true)
        : Glob.IsPattern(path) && !File.Exists(path) ? (Glob.Parse(path).Folder, true)
        : (Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".", false);

    private static IEnumerable<string> In(string folder, bool isDeep)
    {
        try
        {
            return !Directory.Exists(folder) ? []
                : isDeep ? DocumentFiles.Under(folder, IsOne, static _ => { })
                : Directory.GetFiles(folder).Where(IsOne).Select(f => folder == "." ? Path.GetFileName(f) : f);
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // What cannot be listed is told where it is read.
            return [];
        }
    }

    /// <summary>Whether a file is one of them, by its name.</summary>
    public static bool IsOne(string path) =>
        Path.GetFileName(path) is ['.', ..] name && (name.EndsWith(NewSuffix, StringComparison.Ordinal) || name.EndsWith(OldSuffix, StringComparison.Ordinal));
}
