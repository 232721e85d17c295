using System.Text;

namespace Competency.Text;

/// <summary>Some characters of a text and what shall stand in their place.</summary>
/// <param name="span">The characters.</param>
/// <param name="text">What shall stand there.</param>
readonly partial struct SourceEdit(SourceSpan span, string text) : IEquatable<SourceEdit>
{
    /// <summary>The characters.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What shall stand there.</summary>
    public string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>A text after some edits, each of which speaks of the text before all of them; all other characters stay as they are.</summary>
    /// <exception cref="ArgumentException">Two edits overlap, or one lies outside the text.</exception>
    public static string Apply(string text, IEnumerable<SourceEdit> edits)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var edit in (edits ?? throw new ArgumentNullException(nameof(edits))).OrderBy(e => e.Span.Start))
        {
            if (edit.Span.Start < at || edit.Span.End > text.Length)
            {
                throw new ArgumentException($"The edit at {edit.Span} overlaps another, or lies outside the text.", nameof(edits));
            }

            result.Append(text, at, edit.Span.Start - at).Append(edit.Text);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <inheritdoc/>
    public bool Equals(SourceEdit other) => Span == other.Span && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SourceEdit other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Span.GetHashCode();

    /// <summary>Whether two edits are the same.</summary>
    public static bool operator ==(SourceEdit left, SourceEdit right) => left.Equals(right);

    /// <summary>Whether two edits differ.</summary>
    public static bool operator !=(SourceEdit left, SourceEdit right) => !left.Equals(right);

    /// <summary>The span and the text, for a debugger.</summary>
    public override string ToString() => $"{Span} {Text}";
}
