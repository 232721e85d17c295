using Competency.Text;

namespace Competency.Versions;

/// <summary>A reference that a migration leaves to a person: where it stands, what became of what it meant, and what was done.</summary>
sealed partial class MigrationNote
{
    internal MigrationNote(ChangeKind kind, bool isLeft, string message, SourceLocation location)
    {
        Kind = kind;
        IsLeft = isLeft;
        Message = message;
        Location = location;
    }

    /// <summary>Withdrawn (no successor), reworded (a person has to look) or renumbered (the new code would not be read as it is meant there, or what stands there is not read).</summary>
    public ChangeKind Kind { get; }

    /// <summary>Whether the reference stands as it stood, because nobody can say what should stand there.</summary>
    public bool IsLeft { get; }

    /// <summary>What became of it and what was done, in a sentence without a closing full stop.</summary>
    public string Message { get; }

    /// <summary>Where the reference stands, in the text before the migration.</summary>
    public SourceLocation Location { get; }

    /// <summary>The line that build tools print and editors open: <c>file(line,column): message</c>.</summary>
    public override string ToString() => $"{Location}: {Message}";
}
