using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Competency.Tool.Files;

/// <summary>
/// Writes several files or none: all to new files beside them first, which then take their places one after another. Where that fails, those that
/// took their places give them back. A file that would not change is left alone; what a link names is written, and the link stays one. A signal
/// that asks the command to end before the first place is taken leaves every file as it was; a later one waits until the last is.
/// </summary>
/// <param name="writable">Where files may be written. One that lies elsewhere keeps all from being written.</param>
/// <param name="move">How a file takes another's place; for tests of what happens where it fails half-way.</param>
internal sealed class FileTransaction(WritablePlaces writable, Action<string, string>? move = null) : IDisposable
{
    private readonly List<(string Place, Func<string, string> Stage)> _files = [];
    private readonly List<string> _temporary = [];
    private readonly List<string> _folders = [];
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Action<string, string> _move = move ?? (static (from, to) => File.Move(from, to, overwrite: true));

    // A signal comes on a thread of its own.
    private readonly Lock _gate = new();
    private IReadOnlyList<PosixSignalRegistration> _registrations = [];
    private PosixSignal? _signal;
    private bool _isMoving;
    private bool _isTold;
    private string _outcome = "no file was changed";

    /// <summary>The places, as they were given, whose files a commit wrote anew.</summary>
    public IReadOnlySet<string> Changed => _changed;

    /// <summary>Adds a file to those that are to be written. Nothing is written before <see cref="TryCommit"/>.</summary>
    public void Add(string place, byte[] bytes) => _files.Add((place, target => WriteTo(Path.GetDirectoryName(target)!, bytes)));

    /// <summary>Adds a file that <see cref="TryStage"/> wrote.</summary>
    public void Add(string place, string staged) => _files.Add((place, _ => staged));

    /// <summary>Writes a file into a folder before it is known what it will be called there, so that not all of many need be held at a time.</summary>
    /// <exception cref="InterruptedException">A signal asked the command to end; no file was changed.</exception>
    public bool TryStage(string folder, byte[] bytes, [NotNullWhen(true)] out string? staged, [NotNullWhen(false)] out string? error)
    {
        try
        {
            (staged, error) = (WriteTo(RealPath.Of(folder), bytes), null);
            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            (staged, error) = (null, $"{folder}: {TextFile.ReasonOfFolder(fault, folder)}");
            return false;
        }
    }

    /// <summary>Makes a folder and those above it that are not there. Each that nothing is written into is gone again in the end.</summary>
    /// <exception cref="InterruptedException">A signal asked the command to end; no file was changed.</exception>
    public bool TryMakeFolder(string folder, [NotNullWhen(false)] out string? error)
    {
        try
        {
            var missing = new Stack<string>();
            for (var path = Path.TrimEndingDirectorySeparator(RealPath.Of(folder)); path.Length > 0 && !Directory.Exists(path); path = Path.GetDirectoryName(path) ?? "")
            {
                missing.Push(path);
            }

            foreach (var path in missing)
            {
                Keep(_folders, path, static path => Directory.CreateDirectory(path));
            }

            error = null;
            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            error = $"{folder}: The folder cannot be made: {TextFile.ReasonOfFolder(fault, folder)}";
            return false;
        }
    }

    /// <summary>Writes all of them, or none.</summary>
    /// <param name="error">Why none was written, in a line for people.</param>
    /// <exception cref="InterruptedException">A signal asked the command to end. The message says whether the files were written.</exception>
    public bool TryCommit([NotNullWhen(false)] out string? error)
    {
        try
        {
            var prepared = new List<Prepared>();
            if (!TryPrepare(prepared, out error))
            {
                return false;
            }

            BeginMoving();
            error = Move(prepared);
            EndMoving(prepared.Count, error);
            _changed.UnionWith(error is null ? prepared.Select(p => p.Place) : []);
            return error is null;
        }
        finally
        {
            Discard();
        }
    }

    /// <summary>What a signal does that asks the command to end.</summary>
    /// <returns>Whether it has to wait, for files are taking their places.</returns>
    internal bool Interrupt(PosixSignal signal)
    {
        lock (_gate)
        {
            _signal ??= signal;
            if (!_isMoving)
            {
                Discard();
            }

            return _isMoving;
        }
    }

    /// <summary>Removes what was staged and took no place, and hears no signal any more.</summary>
    public void Dispose()
    {
        Discard();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _registrations = [];
    }

    private void Discard()
    {
        lock (_gate)
        {
            _temporary.ForEach(TextFile.Discard);
            _temporary.Clear();
            Enumerable.Reverse(_folders).ToList().ForEach(DiscardEmpty);
            _folders.Clear();
        }
    }

    private static void DiscardEmpty(string folder)
    {
        try
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // Somebody else writes there at this moment, and needs it.
        }
    }

    /// <summary>The system ends the process by a signal that need not wait; one can come as late as when all is written.</summary>
    private void Hear(PosixSignalContext context)
    {
        lock (_gate)
        {
            context.Cancel = Interrupt(context.Signal);
            if (!context.Cancel && !_isTold)
            {
                _isTold = true;
                Console.Error.WriteLine(new InterruptedException(context.Signal, _outcome).Message);
            }
        }
    }

    /// <summary>Writes all files beside their places.</summary>
    private bool TryPrepare(List<Prepared> prepared, [NotNullWhen(false)] out string? error)
    {
        foreach (var (place, stage) in _files)
        {
            if (!writable.MayWrite(place, out error))
            {
                error += ". No file was changed";
                return false;
            }

            try
            {
                if (Prepare(place, stage) is { } one)
                {
                    prepared.Add(one);
                }
            }
            catch (Exception fault) when (TextFile.IsOfFiles(fault))
            {
                error = Reason(place, fault) + Unchanged;
                return false;
            }
        }

        error = null;
        return true;
    }

    /// <summary>What a place needs to be written and to be put back; null where it would not change.</summary>
    private Prepared? Prepare(string place, Func<string, string> stage)
    {
        var target = RealPath.Of(place);
        var staged = stage(target);
        if (!File.Exists(target))
        {
            return new Prepared(place, target, staged, null);
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
        return new Prepared(place, target, staged, Make(LeftBehind.Old(target), backup => File.Copy(target, backup)));
    }

    /// <summary>Lets the files take their places; where one cannot, all are put back.</summary>
    /// <returns>Why they could not; null where all did.</returns>
    private string? Move(List<Prepared> prepared)
    {
        var done = 0;
        try
        {
            foreach (var one in prepared)
            {
                _move(one.Staged, one.Target);
                done++;
            }

            return null;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            var reason = Reason(prepared[done].Place, fault);
            var error = reason + Unchanged;
            foreach (var (place, target, _, backup) in prepared.Take(done).Reverse())
            {
                if (!TryRestore(target, backup))
                {
                    error = $"{reason}; {place} could not be put back as it was{(backup is null ? "" : $", which is kept as {backup}")}";
                    _temporary.Remove(backup ?? "");
                }
            }

            return error;
        }
    }

    private void BeginMoving()
    {
        lock (_gate)
        {
            ThrowIfInterrupted();
            _isMoving = true;
        }
    }

    private void EndMoving(int count, string? error)
    {
        lock (_gate)
        {
            _isMoving = false;
            _outcome = error ?? (count == 0 ? "no file had to be changed" : $"{(count == 1 ? "the file was" : $"all {count} files were")} written before");
            ThrowIfInterrupted();
        }
    }

    private void ThrowIfInterrupted()
    {
        if (_signal is { } signal)
        {
            var isTold = _isTold;
            _isTold = true;
            throw new InterruptedException(signal, _outcome) { IsTold = isTold };
        }
    }

    private string WriteTo(string folder, byte[] bytes) => Make(LeftBehind.New(folder), staged =>
    {
        using var stream = new FileStream(staged, FileMode.CreateNew);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    });

    private string Make(string path, Action<string> write) => Keep(_temporary, path, write);

    /// <summary>Makes a temporary file or a folder, which no signal finds half made.</summary>
    private string Keep(List<string> made, string path, Action<string> write)
    {
        lock (_gate)
        {
            ThrowIfInterrupted();
            if (_registrations.Count == 0)
            {
                _registrations = [.. InterruptedException.Signals.Select(s => PosixSignalRegistration.Create(s, Hear))];
            }

            made.Add(path);
            write(path);
            return path;
        }
    }

    private string Unchanged => _files.Count > 1 ? "; no file was changed" : "";

    private static string Reason(string place, Exception fault) => $"{place}: {(Directory.Exists(place) ? "This is a folder; a file belongs here" : TextFile.ReasonOfFile(fault, place))}";

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

    /// <summary>A file that only has to take its place, and the copy of what stood there.</summary>
    private sealed record Prepared(string Place, string Target, string Staged, string? Backup);
}
