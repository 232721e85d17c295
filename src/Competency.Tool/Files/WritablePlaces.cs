using System.Diagnostics.CodeAnalysis;

namespace Competency.Tool.Files;

/// <summary>
/// Where a command may write: what its command line names, and what lies below the folders that it names, links followed to their ends. Who
/// names a link names what it leads to; one that is only found in a folder may not lead out of it.
/// </summary>
/// <param name="roots">Files and folders without a link in their paths.</param>
internal sealed class WritablePlaces(IEnumerable<string> roots)
{
    private readonly string[] _roots = [.. roots.Where(r => r.Length > 0)];

    /// <summary>These places and others.</summary>
    public WritablePlaces And(WritablePlaces others) => new(_roots.Concat(others._roots));

    /// <summary>What a command line names.</summary>
    public static WritablePlaces Named(params IEnumerable<string> paths) => new(paths.Select(RealPath.Of));

    /// <summary>One file and nothing that it would lead to as a link: what a command finds for itself is somebody else's where it is a link.</summary>
    public static WritablePlaces Only(string path) => new([Path.Combine(RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(path))!), Path.GetFileName(path))]);

    /// <summary>Whether a file lies in one of the places, links followed to their ends.</summary>
    public bool Hold(string path) => RealPath.Of(path) is { Length: > 0 } real && _roots.Any(root => IsIn(real, root));

    /// <summary>Whether a file may be written; where not, why, in a line for people.</summary>
    public bool MayWrite(string path, [NotNullWhen(false)] out string? error)
    {
        var real = RealPath.Of(path);
        error = Hold(path) ? null
            : real.Length == 0 ? $"{path}: The symbolic links here go round in a circle; nothing is written through them"
            : real == Path.GetFullPath(path) ? $"{path}: This file would have to be written as well, and lies outside the given paths"
            : $"{path}: This is a symbolic link that leads outside the given paths; what it leads to is not written";
        return error is null;
    }

    private static bool IsIn(string path, string root) =>
        path == root || path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
