namespace Competency.Tool.Api;

/// <summary>What became of a request: a file that holds the answer, or why there is none.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Body">The file with the answer; null where there is none.</param>
/// <param name="Fault">Why there is none, in a sentence without a closing full stop; null where there is one.</param>
internal sealed record ApiAnswer(Uri Address, string? Body, string? Fault)
{
    /// <summary>Whether the server said that there is no such thing.</summary>
    public bool IsMissing { get; init; }
}
