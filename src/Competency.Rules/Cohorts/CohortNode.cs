namespace Competency.Rules;

/// <summary>A requirement as it is judged over groups of learners. Immutable; shared by all threads.</summary>
internal abstract class CohortNode(Requirement requirement)
{
    public Requirement Requirement { get; } = requirement;

    /// <summary>Whether it is judged by itself, decides, and is no condition: of such it is counted whom they hold back.</summary>
    public bool IsReason { get; private set; }

    /// <summary>Whether it decides, and is no condition.</summary>
    public bool Decides { get; private set; }

    /// <summary>The conditions and choices above it; of most there are none.</summary>
    public CohortGate[] Gates { get; set; } = [];

    /// <summary>Says where it stands in the policy.</summary>
    /// <param name="decides">Whether it decides, and is no condition.</param>
    /// <param name="isByItself">Whether nothing stands under it.</param>
    /// <param name="gates">The conditions and choices above it.</param>
    public void Stand(bool decides, bool isByItself, CohortGate[] gates)
    {
        Decides = decides;
        IsReason = decides && isByItself;
        Gates = gates;
    }

    /// <summary>The verdicts of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="before">The verdicts of the nodes that stand before this one, those within it among them.</param>
    /// <param name="verdicts">Where this one's stand afterwards.</param>
    /// <returns>The verdicts other than met that anybody may have. Planes of others need not be written.</returns>
    public abstract VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts);

    /// <summary>Fills a learner's place in the columns of this node.</summary>
    public virtual void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
    }
}
