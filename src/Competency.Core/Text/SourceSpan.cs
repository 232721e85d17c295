namespace Competency.Text;

/// <summary>A run of characters in a text, in UTF-16 code units from its beginning.</summary>
/// <param name="start">Index of the first character, from 0.</param>
/// <param name="length">Number of characters; 0 marks a place between two characters.</param>
readonly partial struct SourceSpan(int start, int length) : IEquatable<SourceSpan>
{
    /// <summary>Index of the first character, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>Number of characters.</summary>
    public int Length { get; } = length;

    /// <summary>Index just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to but not including <paramref name="end"/>.</summary>
    public static SourceSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The same span, <paramref name="offset"/> characters further on.</summary>
    public SourceSpan Shift(int offset) => new(Start + offset, Length);

    /// <inheritdoc/>
    public bool Equals(SourceSpan other) => Start == other.Start && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SourceSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Start * 397) ^ Length;

    /// <summary>Whether two spans have the same bounds.</summary>
    public static bool operator ==(SourceSpan left, SourceSpan right) => left.Equals(right);

    /// <summary>Whether two spans differ.</summary>
    public static bool operator !=(SourceSpan left, SourceSpan right) => !left.Equals(right);

    /// <summary>The bounds as <c>[start..end)</c>, for a debugger.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
