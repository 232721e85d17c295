using Competency.Text;

namespace Competency.CSharp;

/// <summary>Something to tell of a place in a C# file.</summary>
public sealed class PlacedMessage
{
    internal PlacedMessage(SourceLocation at, string message)
    {
        Path = at.Path;
        Start = at.Span.Start;
        Line = at.Start.Line;
        Column = at.Start.Column;
        Message = message;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many UTF-16 code units stand before it.</summary>
    public int Start { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>What is to tell, without a closing full stop.</summary>
    public string Message { get; }

    /// <summary>Whether a reference stands as it stood, because nobody can say what should stand there.</summary>
    public bool IsLeft { get; internal init; }

    /// <summary>What comes first is told first, and once.</summary>
    internal static IReadOnlyList<PlacedMessage> Ordered(IEnumerable<PlacedMessage> messages) =>
    [
        .. messages.GroupBy(m => (m.Path, m.Start, m.Message)).Select(g => g.First())
            .OrderBy(m => m.Path, StringComparer.Ordinal).ThenBy(m => m.Start).ThenBy(m => m.Message, StringComparer.Ordinal),
    ];
}
