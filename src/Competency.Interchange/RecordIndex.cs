using Competency.Findings;
using Competency.Text;

namespace Competency.Interchange;

/// <summary>Which records a source holds, without their contents.</summary>
public sealed class RecordIndex
{
    internal RecordIndex(IReadOnlyList<RecordEntry> entries, Finding? problem, bool isWhole)
    {
        IsWhole = isWhole;
        Entries = entries;
        Problem = problem;
    }

    /// <summary>The records, in the order of the source; those before the problem where there is one.</summary>
    public IReadOnlyList<RecordEntry> Entries { get; }

    /// <summary>Whether the source is JSON to its end.</summary>
    public bool IsWhole { get; }

    /// <summary>The first place where the source is no JSON of records, and why; null where all of it is.</summary>
    public Finding? Problem { get; }
}

/// <summary>One record: which standard and version it is, and where it stands.</summary>
public sealed class RecordEntry
{
    internal RecordEntry(StandardReference? reference, StandardVersion? version, SourceLocation place)
    {
        Reference = reference;
        Version = version;
        Place = place;
    }

    /// <summary>The reference; null where the record says none that can be read.</summary>
    public StandardReference? Reference { get; }

    /// <summary>The version; null where the record says none that can be read.</summary>
    public StandardVersion? Version { get; }

    /// <summary>The place of the record's first character.</summary>
    public SourceLocation Place { get; }
}
