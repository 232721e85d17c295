using System.Formats.Tar;

namespace Competency.Tool.Files;

/// <summary>Pipes and devices, which a folder can hold beside files: to open one can wait for ever, and what it holds need have no end.</summary>
internal static class SpecialFile
{
    /// <summary>Whether a path, links followed, names a pipe or a device in a folder. What a shell hands over (<c>&lt;(command)</c>) has no place in any, and is none.</summary>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            var info = new FileInfo(path);
            var real = info.LinkTarget is null ? info : new FileInfo(RealPath.Of(path));

            // Each has the length of nothing, so that most files need no second look.
            return real is { Exists: true, Length: 0 } && KindOf(real.FullName) is TarEntryType.Fifo or TarEntryType.CharacterDevice or TarEntryType.BlockDevice;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // Why it cannot be looked at is said where it is read.
            return false;
        }
    }

    /// <summary>What the system says a file is. .NET shows that nowhere but in the entry of an archive, for which no pipe is opened.</summary>
    private static TarEntryType? KindOf(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            writer.WriteEntry(path, "x");
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType;
    }
}
