using Competency.Text;

namespace Competency.Notation;

/// <summary>A place in prose that holds references.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="label">What its references are, where a label above says so and is no part of it.</param>
internal readonly struct ProseField(SourceSpan span, NotationLabel label)
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What its references are, where a label above says so and is no part of it.</summary>
    public NotationLabel Label { get; } = label;
}
