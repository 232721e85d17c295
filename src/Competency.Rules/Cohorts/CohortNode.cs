namespace Competency.Rules;

/// <summary>A requirement as it is judged over groups of learners. Immutable; shared by all threads.</summary>
internal abstract class CohortNode(Requirement requirement)
{
    private bool _isReason;
    private bool _decides;

    // Known as soon as it stands somewhere: the compiler says so of every node that it makes.
    private CohortGate[] _gates = null!;

    public Requirement Requirement { get; } = requirement;

    /// <summary>Whether it is judged by itself, decides, and is no condition: of such it is counted whom they hold back.</summary>
    public bool IsReason => _isReason;

    /// <summary>Whether it decides, and is no condition.</summary>
    public bool Decides => _decides;

    /// <summary>The conditions and choices above it; of most there are none.</summary>
    public CohortGate[] Gates => _gates;

    /// <summary>Says where it stands in the policy.</summary>
    /// <param name="decides">Whether it decides, and is no condition.</param>
    /// <param name="isByItself">Whether nothing stands under it.</param>
    /// <param name="gates">The conditions and choices above it.</param>
    public void Stand(bool decides, bool isByItself, CohortGate[] gates)
    {
        _decides = decides;
        _isReason = decides && isByItself;
        _gates = gates;
    }

    /// <summary>Says that it stands under a choice too.</summary>
    public void StandUnder(CohortGate choice) => _gates = CohortGate.With(_gates, choice);

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
