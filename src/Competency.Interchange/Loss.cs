using Competency.Text;

namespace Competency.Interchange;

/// <summary>One difference between a source and the document that was made of it.</summary>
/// <param name="kind">In which way they differ.</param>
/// <param name="message">What differs, in a sentence without a closing full stop.</param>
/// <param name="location">Where in the source; null where the source as a whole is meant.</param>
public sealed class Loss(LossKind kind, string message, SourceLocation? location)
{
    /// <summary>In which way they differ.</summary>
    public LossKind Kind { get; } = kind;

    /// <summary>What differs.</summary>
    public string Message { get; } = message ?? throw new ArgumentNullException(nameof(message));

    /// <summary>Where in the source; null where the source as a whole is meant.</summary>
    public SourceLocation? Location { get; } = location;

    /// <summary>The line that people read: <c>page.txt(12,1): guessed: message</c>.</summary>
    public override string ToString()
    {
        var kind = Kind switch
        {
            LossKind.NotHeld => "not held",
            LossKind.Guessed => "guessed",
            LossKind.Mended => "mended",
            _ => "verbatim",
        };
        return Location is null ? $"{kind}: {Message}" : $"{Location}: {kind}: {Message}";
    }
}
