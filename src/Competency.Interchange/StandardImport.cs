using Competency.Findings;
using Competency.Text;

namespace Competency.Interchange;

/// <summary>What an import made of one published standard.</summary>
public sealed class StandardImport
{
    internal StandardImport(OccupationalStandard? standard, IReadOnlyList<Finding> problems, LossReport losses, SourceLocation place)
    {
        Standard = standard;
        Problems = problems;
        Losses = losses;
        Place = place;
    }

    /// <summary>The standard; null where <see cref="Problems"/> say why there is none.</summary>
    public OccupationalStandard? Standard { get; }

    /// <summary>Why there is no standard, with places; none where there is one.</summary>
    public IReadOnlyList<Finding> Problems { get; }

    /// <summary>What the source has that the standard does not hold, and what was guessed.</summary>
    public LossReport Losses { get; }

    /// <summary>Where the standard begins in the source: the record, or the whole page.</summary>
    public SourceLocation Place { get; }
}
