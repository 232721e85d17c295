using Competency.Tool.Files;

namespace Competency.Tool.Output;

/// <summary>Standard output cannot be written: its disk is full, or it is closed.</summary>
internal sealed class OutputException(Exception fault) : Exception($"Standard output cannot be written: {Why(fault)}", fault)
{
    // The system's words for a stream that is closed are those of a file without rights, and name a path that there is not.
    private static string Why(Exception fault) => fault is UnauthorizedAccessException ? "It is closed" : TextFile.Reason(fault);
}
