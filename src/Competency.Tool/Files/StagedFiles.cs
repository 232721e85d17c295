using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Competency.Tool.Files;

/// <summary>
/// Several files written together: each text goes to a temporary file beside its place, and only when all are there do they take their
/// places. Where one cannot, those that have are put back, so that every file is as it was.
/// </summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly List<string> _temporary = [];

    /// <summary>Writes a text beside where it will stand.</summary>
    /// <returns>The temporary file; null where it cannot be written.</returns>
    public string? Stage(string folder, string text, out string? error)
    {
        var path = Path.Combine(folder, $".{Path.GetRandomFileName()}.competency");
        try
        {
            _temporary.Add(path);
            using var stream = new FileStream(path, FileMode.CreateNew);
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
            error = null;
            return path;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            error = $"{folder}: {TextFile.Reason(fault)}";
            return null;
        }
    }

    /// <summary>Puts staged files in their places. A file that would not change is left alone.</summary>
    /// <param name="files">The temporary file and the place of each.</param>
    /// <param name="changed">The places whose files differ from before.</param>
    /// <param name="error">Why nothing was written, in a line for people.</param>
    public static bool TryPlace(IReadOnlyList<(string Temporary, string Place)> files, out IReadOnlySet<string> changed, [NotNullWhen(false)] out string? error)
    {
        var done = new List<(string Place, string? Old)>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        changed = written;
        foreach (var (temporary, place) in files)
        {
            string? old = null;
            try
            {
                // What a link names is written, and the link stays one.
                var target = File.Exists(place) ? File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place : place;
                if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(File.ReadAllBytes(temporary)))
                {
                    continue;
                }

                // A copy, so that at no moment the file is not there.
                if (File.Exists(target))
                {
                    old = temporary + ".old";
                    File.Copy(target, old);
                }

                File.Move(temporary, target, overwrite: true);
                done.Add((target, old));
                written.Add(place);
            }
            catch (Exception fault) when (TextFile.IsOfFiles(fault))
            {
                Discard(old);
                error = $"{place}: {(Directory.Exists(place) ? "This is a folder; a file belongs here" : TextFile.Reason(fault))}{(files.Count > 1 ? "; no file was changed" : "")}";
                PutBack(done);
                written.Clear();
                return false;
            }
        }

        foreach (var (_, old) in done)
        {
            Discard(old);
        }

        error = null;
        return true;
    }

    public void Dispose() => _temporary.ForEach(Discard);

    private static void PutBack(List<(string Place, string? Old)> done)
    {
        foreach (var (place, old) in Enumerable.Reverse(done))
        {
            try
            {
                if (old is not null)
                {
                    File.Move(old, place, overwrite: true);
                }
                else
                {
                    File.Delete(place);
                }
            }
            catch (Exception fault) when (TextFile.IsOfFiles(fault))
            {
                // The first failure is the one to report; the old text is kept in the file beside.
            }
        }
    }

    private static void Discard(string? path)
    {
        try
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // What is left behind is named as a temporary file.
        }
    }
}
