namespace Competency.Tool.Files;

/// <summary>What <c>-o</c> names: a file, or a folder for files that are named by what is in them.</summary>
internal static class OutputPlace
{
    private const string FileExtension = ".json";

    /// <summary>Whether it is a folder. Of what is not there its name says it: documents end in <c>.json</c>, and nothing would read one that does not.</summary>
    /// <param name="path">What the command line says; null for standard output.</param>
    public static bool IsFolder(string? path) =>
        path is not null && (Directory.Exists(path) || Path.EndsInDirectorySeparator(path)
            || (!RealPath.IsFile(path) && !path.EndsWith(FileExtension, StringComparison.OrdinalIgnoreCase)));
}
