using Competency.Text;

namespace Competency.Documents.Json;

/// <summary>Where a text stops being JSON, and why.</summary>
sealed partial class JsonSyntaxError
{
    internal JsonSyntaxError(SourceSpan span, string message)
    {
        Span = span;
        Message = message;
    }

    /// <summary>The characters that are wrong.</summary>
    public SourceSpan Span { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Message { get; }
}
