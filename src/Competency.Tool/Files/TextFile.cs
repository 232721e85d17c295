using System.Diagnostics.CodeAnalysis;
using System.Text;
using Competency.Interchange;
using Competency.Text;

namespace Competency.Tool.Files;

/// <summary>Files read and written whole.</summary>
internal static class TextFile
{
    /// <summary>Reads a file; where that fails, says why in a line for people.</summary>
    public static bool TryRead(string path, [NotNullWhen(true)] out SourceDocument? document, [NotNullWhen(false)] out string? error)
    {
        document = null;
        if (SpecialFile.Is(path))
        {
            error = $"{path}: This is a pipe or a device, and is not read; a file belongs here";
            return false;
        }

        try
        {
            if (!SourceText.TryDecode(File.ReadAllBytes(path), out var text, out error))
            {
                error = $"{path}: {error}";
                return false;
            }

            document = new SourceDocument(path, text);
            return true;
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            error = $"{path}: {(Directory.Exists(path) ? "This is a folder; a file belongs here" : DanglingLink(path) ?? ReasonOfFile(fault, path))}";
            return false;
        }
    }

    /// <summary>Writes a file whole or not at all, as <see cref="FileTransaction"/> writes several.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="text">The whole text, written as UTF-8 without a byte order mark.</param>
    /// <param name="changed">Whether the file differs from before.</param>
    /// <param name="error">Why it could not be written, in a line for people.</param>
    public static bool TryWrite(string path, string text, out bool changed, [NotNullWhen(false)] out string? error)
    {
        using var files = new FileTransaction(WritablePlaces.Named(path));
        files.Add(path, Encoding.UTF8.GetBytes(text));
        var isWritten = files.TryCommit(out error);
        changed = files.Changed.Count > 0;
        return isWritten;
    }

    /// <summary>Whether an exception is about files rather than a fault of the program.</summary>
    public static bool IsOfFiles(Exception fault) => fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Why a file operation failed, without a closing full stop.</summary>
    public static string Reason(Exception fault) => fault switch
    {
        FileNotFoundException => "There is no such file",
        DirectoryNotFoundException => "There is no such folder",
        _ => fault.Message.TrimEnd('.'),
    };

    /// <summary>The same of a file, in whose path a file can stand for a folder.</summary>
    public static string ReasonOfFile(Exception fault, string path) => ReasonOfFolder(fault, Path.GetDirectoryName(path) ?? "");

    /// <summary>The same of a folder that is wanted where a file can be.</summary>
    public static string ReasonOfFolder(Exception fault, string folder)
    {
        for (var path = Path.TrimEndingDirectorySeparator(folder); path.Length > 0; path = Path.GetDirectoryName(path) ?? "")
        {
            if (RealPath.IsFile(path))
            {
                return $"{path} is a file, and no folder";
            }
        }

        return Reason(fault);
    }

    /// <summary>Of a file that is there, and yet is not.</summary>
    private static string? DanglingLink(string path) =>
        new FileInfo(path).LinkTarget is { } target && !RealPath.IsFile(path) ? $"This is a symbolic link to {target}, and there is no such file" : null;

    internal static void Discard(string? temporary)
    {
        try
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            // The first failure is the one to report; what is left behind is named as a temporary file.
        }
    }
}
