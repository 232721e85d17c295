namespace Competency.Text;

/// <summary>Where something stands in a file: path, span, and the lines and columns of the span, counted from 1.</summary>
sealed partial class SourceLocation : IEquatable<SourceLocation>
{
    internal SourceLocation(string path, SourceSpan span, LinePosition start, LinePosition end)
    {
        Path = path;
        Span = span;
        Start = start;
        End = end;
    }

    /// <summary>The file, as its reader was given it.</summary>
    public string Path { get; }

    /// <summary>The characters, in UTF-16 code units.</summary>
    public SourceSpan Span { get; }

    /// <summary>Line and column of the first character.</summary>
    public LinePosition Start { get; }

    /// <summary>Line and column just after the last character.</summary>
    public LinePosition End { get; }

    /// <inheritdoc/>
    public bool Equals(SourceLocation? other) => other is not null && Path == other.Path && Span == other.Span;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceLocation);

    /// <inheritdoc/>
    public override int GetHashCode() => Span.GetHashCode();

    /// <summary>The form that build tools print and editors open: <c>file(line,column)</c>.</summary>
    public override string ToString() => $"{Path}({Start})";
}
