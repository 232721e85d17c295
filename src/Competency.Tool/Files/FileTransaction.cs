using System.Diagnostics.CodeAnalysis;

namespace Competency.Tool.Files;

/// <summary>
/// Writes several files or none: all to new files beside them first, which then take their places one after another. Where that fails, those that
/// took their places give them back. A file that would not change is left alone; what a link names is written, and the link stays one.
/// </summary>
/// <param name="move">How a file takes another's place; for tests of what happens where it fails half-way.</param>
internal sealed class FileTransaction(Action<string, string>? move = null) : IDisposable
{
    private readonly List<(string Place, Func<string, string> Stage)> _files = [];
    private readonly List<string> _temporary = [];
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Action<string, string> _move = move ?? (static (from, to) => File.Move(from, to, overwrite: true));

    /// <summary>The places, as they were given, whose files a commit wrote anew.</summary>
    public IReadOnlySet<string> Changed => _changed;

    /// <summary>Adds a file to those that are to be written. Nothing is written before <see cref="TryCommit"/>.</summary>
    public void Add(string place, byte[] bytes) => _files.Add((place, target => WriteTo(Path.GetDirectoryName(target)!, bytes)));

    /// <summary>Adds a file that <see cref="TryStage"/> wrote.</summary>
    public void Add(string place, string staged) => _files.Add((place, _ => staged));

    /// <summary>Writes a file into a folder before it is known what it will be called there, so that not all of many need be held at a time.</summary>
    public bool TryStage(string folder, byte[] bytes, [NotNullWhen(true)] out string? staged, [NotNullWhen(false)] out string? error)
    {
        try
        {
            (staged, error) = (WriteTo(Path.GetFullPath(folder), bytes), null);
            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            (staged, error) = (null, $"{folder}: {TextFile.Reason(fault)}");
            return false;
        }
    }

    /// <summary>Writes all of them, or none.</summary>
    /// <param name="error">Why none was written, in a line for people.</param>
    public bool TryCommit([NotNullWhen(false)] out string? error)
    {
        error = null;
        var prepared = new List<(string Place, string Target, string Staged, string? Backup)>();
        var done = 0;
        var at = "";
        try
        {
            foreach (var (place, stage) in _files)
            {
                at = place;
                if (Prepare(place, stage) is { } one)
                {
                    prepared.Add((place, one.Target, one.Staged, one.Backup));
                }
            }

            foreach (var (place, target, staged, _) in prepared)
            {
                at = place;
                _move(staged, target);
                done++;
            }

            _changed.UnionWith(prepared.Select(p => p.Place));
            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            var reason = $"{at}: {(Directory.Exists(at) ? "This is a folder; a file belongs here" : TextFile.Reason(fault))}";
            error = reason + (_files.Count > 1 ? "; no file was changed" : "");
            foreach (var (place, target, _, backup) in prepared.Take(done).Reverse())
            {
                if (!TryRestore(target, backup))
                {
                    error = $"{reason}; {place} could not be put back as it was{(backup is null ? "" : $", which is kept as {backup}")}";
                    _temporary.Remove(backup ?? "");
                }
            }

            return false;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Removes what was staged and took no place.</summary>
    public void Dispose()
    {
        _temporary.ForEach(TextFile.Discard);
        _temporary.Clear();
    }

    /// <summary>What a place needs to be written and to be put back; null where it would not change.</summary>
    private (string Target, string Staged, string? Backup)? Prepare(string place, Func<string, string> stage)
    {
        var target = Path.GetFullPath(File.Exists(place) ? File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place : place);
        var staged = stage(target);
        if (!File.Exists(target))
        {
            return (target, staged, null);
        }

        if (File.ReadAllBytes(target).AsSpan().SequenceEqual(File.ReadAllBytes(staged)))
        {
            return null;
        }

        if ((File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
        {
            // A rename would replace it all the same; whoever protected it does not want that.
            throw new IOException("The file is read-only");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(staged, File.GetUnixFileMode(target));
        }

        // A copy, so that at no moment the file is not there.
        var backup = Beside(Path.GetDirectoryName(target)!);
        File.Copy(target, backup);
        return (target, staged, backup);
    }

    private string WriteTo(string folder, byte[] bytes)
    {
        var staged = Beside(folder);
        using var stream = new FileStream(staged, FileMode.CreateNew);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        return staged;
    }

    private string Beside(string folder)
    {
        var path = Path.Combine(folder, $".{Path.GetRandomFileName()}.competency");
        _temporary.Add(path);
        return path;
    }

    private static bool TryRestore(string target, string? backup)
    {
        try
        {
            if (backup is null)
            {
                File.Delete(target);
            }
            else
            {
                File.Move(backup, target, overwrite: true);
            }

            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return false;
        }
    }
}
