namespace Competency.Text;

/// <summary>A line and a column in a text.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column in UTF-16 code units, from 1.</param>
readonly partial struct LinePosition(int line, int column) : IEquatable<LinePosition>
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column in UTF-16 code units, from 1.</summary>
    public int Column { get; } = column;

    /// <inheritdoc/>
    public bool Equals(LinePosition other) => Line == other.Line && Column == other.Column;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LinePosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Line * 397) ^ Column;

    /// <summary>Whether two positions are the same.</summary>
    public static bool operator ==(LinePosition left, LinePosition right) => left.Equals(right);

    /// <summary>Whether two positions differ.</summary>
    public static bool operator !=(LinePosition left, LinePosition right) => !left.Equals(right);

    /// <summary><c>line,column</c>.</summary>
    public override string ToString() => $"{Line},{Column}";
}
