using System.Diagnostics.CodeAnalysis;

namespace Competency.Tool.Files;

/// <summary>
/// Writes several files or none: all to new files beside them first, which then take their places one after another. Where that fails, those that
/// took their places give them back.
/// </summary>
/// <param name="move">How a file takes another's place; for tests of what happens where it fails half-way.</param>
internal sealed class FileTransaction(Action<string, string>? move = null)
{
    private readonly List<(string Path, byte[] Bytes)> _files = [];
    private readonly Action<string, string> _move = move ?? (static (from, to) => File.Move(from, to, overwrite: true));

    /// <summary>How many files are to be written.</summary>
    public int Count => _files.Count;

    /// <summary>Adds a file to those that are to be written.</summary>
    public void Add(string path, byte[] bytes) => _files.Add((path, bytes));

    /// <summary>Writes all of them, or none.</summary>
    public bool TryCommit([NotNullWhen(false)] out string? error)
    {
        error = null;
        var prepared = new List<(string Path, string Temporary, string? Backup)>();
        var done = 0;
        var at = "";
        try
        {
            foreach (var (path, bytes) in _files)
            {
                at = path;
                prepared.Add((path, WriteBeside(path, bytes), File.Exists(path) ? Backup(path) : null));
            }

            foreach (var (path, temporary, _) in prepared)
            {
                at = path;
                _move(temporary, path);
                done++;
            }

            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            error = $"{at}: {TextFile.Reason(fault)}; no file was changed";
            foreach (var (path, _, backup) in prepared.Take(done))
            {
                if (!TryRestore(path, backup))
                {
                    error = $"{at}: {TextFile.Reason(fault)}; {path} could not be put back as it was{(backup is null ? "" : $", which is kept as {backup}")}";
                    prepared.RemoveAll(p => p.Path == path);
                }
            }

            return false;
        }
        finally
        {
            foreach (var (_, temporary, backup) in prepared)
            {
                TextFile.Discard(temporary);
                TextFile.Discard(backup);
            }
        }
    }

    private static string WriteBeside(string path, byte[] bytes)
    {
        if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
        {
            // A rename would replace it all the same; whoever protected it does not want that.
            throw new IOException("The file is read-only");
        }

        var temporary = Beside(path);
        try
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew);
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            TextFile.Discard(temporary);
            throw;
        }

        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }

        return temporary;
    }

    private static string Backup(string path)
    {
        var backup = Beside(path);
        File.Copy(path, backup);
        return backup;
    }

    private static bool TryRestore(string path, string? backup)
    {
        try
        {
            if (backup is null)
            {
                File.Delete(path);
            }
            else
            {
                File.Move(backup, path, overwrite: true);
            }

            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return false;
        }
    }

    private static string Beside(string path) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
}
