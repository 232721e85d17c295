using Competency.Text;

namespace Competency.Findings;

/// <summary>What is wrong with a rule, before it has a place: a document and C# give it different ones.</summary>
/// <param name="descriptor">Which finding.</param>
/// <param name="message">What is wrong, in a sentence without a closing full stop.</param>
internal sealed class RuleProblem(FindingDescriptor descriptor, string message)
{
    /// <summary>Which finding.</summary>
    public FindingDescriptor Descriptor { get; } = descriptor;

    /// <summary>What is wrong.</summary>
    public string Message { get; } = message;

    /// <summary>How grave it is; the descriptor's severity unless said.</summary>
    public FindingSeverity Severity { get; init; } = descriptor.Severity;

    /// <summary>The text that was probably meant, without quotes; null where nobody can say.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The finding at a place of a document, where texts stand in quotes.</summary>
    public Finding At(SourceLocation location) => new(Descriptor, Message, location)
    {
        Severity = Severity,
        Suggestion = Suggestion is null ? null : Documents.Json.JsonWriter.Quoted(Suggestion),
    };
}
