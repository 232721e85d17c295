using Competency.Documents;
using Competency.Text;

namespace Competency.Versions;

/// <summary>What a migration does to one document.</summary>
sealed partial class MigrationResult
{
    internal MigrationResult(SourceDocument source, IReadOnlyList<SourceEdit> edits, IReadOnlyList<MigrationNote> notes, IReadOnlyList<LockLine> locked, int references)
    {
        Source = source;
        Edits = edits;
        Notes = notes;
        Locked = locked;
        References = references;
    }

    /// <summary>The document as it was.</summary>
    public SourceDocument Source { get; }

    /// <summary>What changes, in the order of the text; none where the document does not refer to the old version, or goes on meaning what it meant.</summary>
    public IReadOnlyList<SourceEdit> Edits { get; }

    /// <summary>What is left to a person, in the order of the text.</summary>
    public IReadOnlyList<MigrationNote> Notes { get; }

    /// <summary>What the references of the new text meant in the old version, under their new codes: what a lock says after the migration.</summary>
    /// <remarks>A code that one reference was moved to and that another still holds, for want of a successor, is locked with the meaning of the other, so that nobody takes it for reviewed.</remarks>
    public IReadOnlyList<LockLine> Locked { get; }

    /// <summary>How many references were written anew.</summary>
    public int References { get; }

    /// <summary>The document's text after the migration.</summary>
    public string Text => SourceEdit.Apply(Source.Text, Edits);
}
