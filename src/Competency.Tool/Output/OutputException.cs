using Competency.Tool.Files;

namespace Competency.Tool.Output;

/// <summary>Standard output cannot be written: its disk is full, or it is closed.</summary>
internal sealed class OutputException(Exception fault) : Exception($"Standard output cannot be written: {TextFile.Reason(fault)}", fault);
