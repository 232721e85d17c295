namespace Competency.Rules;

/// <summary>A requirement as it is judged over a block of 512 learners. Immutable; shared by all threads.</summary>
internal abstract class CohortNode(Requirement requirement)
{
    public Requirement Requirement { get; } = requirement;

    /// <summary>Whether it is judged by itself, decides, and is no condition: of such it is counted whom they hold back.</summary>
    public bool IsReason { get; set; }

    /// <summary>Whether it decides, and is no condition.</summary>
    public bool Decides { get; set; }

    /// <summary>The conditions and choices above it; of most there are none.</summary>
    public CohortGate[] Gates { get; set; } = [];

    /// <summary>The verdicts of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="before">The verdicts of the nodes that stand before this one, those within it among them.</param>
    /// <param name="verdicts">Where they stand afterwards: a whole vector is written at once, and can be read so at once.</param>
    public abstract void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts);

    /// <summary>Fills a learner's place in the columns of this node.</summary>
    public virtual void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
    }
}
