using Competency.Interchange;

namespace Competency.Tool.Files;

/// <summary>Files with records of the apprenticeship standards JSON, which can be too long to be read whole.</summary>
internal static class RecordFile
{
    /// <summary>Whether a file begins as a list of records does. Nothing of our own is an array.</summary>
    public static bool Holds(string path)
    {
        using var stream = Open(path);
        Span<byte> start = stackalloc byte[4096];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        start = start is [0xEF, 0xBB, 0xBF, ..] ? start[3..] : start;
        return start.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
    }

    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);

    /// <summary>Which records a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What messages call it.</param>
    public static RecordIndex List(string path, string name)
    {
        using var stream = Open(path);
        return ApprenticeshipStandardsJson.List(stream, name);
    }
}
