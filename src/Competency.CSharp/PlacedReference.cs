using Competency.Text;

namespace Competency.CSharp;

/// <summary>A reference in C#.</summary>
public sealed class PlacedReference
{
    internal PlacedReference(SourceLocation at, string standard, string notation)
    {
        Path = at.Path;
        Start = at.Span.Start;
        Length = at.Span.Length;
        Standard = standard;
        Notation = notation;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many UTF-16 code units stand before it.</summary>
    public int Start { get; }

    /// <summary>How many it is long.</summary>
    public int Length { get; }

    /// <summary>The id of the standard that it is of.</summary>
    public string Standard { get; }

    /// <summary>The reference in canonical notation.</summary>
    public string Notation { get; }
}
