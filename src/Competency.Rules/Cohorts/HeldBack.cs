using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Whom of a group each requirement holds back, and whom more than one does. Of one thread.</summary>
/// <param name="nodes">All nodes.</param>
/// <param name="reasons">The places of those of the requirements.</param>
internal sealed class HeldBack(CohortNode[] nodes, int[] reasons)
{
    // The conditions and choices above each requirement; of most there are none.
    private readonly CohortGate[][] _gates = Array.ConvertAll(reasons, r => nodes[r].Gates);

    private readonly ConditionalNode[] _conditional = [.. nodes.OfType<ConditionalNode>().Where(n => n.Decides)];

    // A plane of each block for each requirement, where its verdicts do not say it already; behind them three for all together.
    private readonly AlignedWords _planes = new((reasons.Length + 3) * CohortGroup.Words);

    // Where the verdicts on a requirement say whom it holds back, the place of that plane; otherwise -1.
    private readonly int[] _saidAt = new int[reasons.Length];

    /// <summary>Whom more than one holds back, block by block.</summary>
    public Span<Vector512<ulong>> BySeveral => Row(reasons.Length);

    private Span<Vector512<ulong>> Undecided => Row(reasons.Length + 1);

    private Span<Vector512<ulong>> UndecidedByOne => Row(reasons.Length + 2);

    /// <summary>Finds them.</summary>
    /// <param name="judged">The verdicts of all nodes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(JudgedNodes judged)
    {
        for (var reason = 0; reason < _saidAt.Length; reason++)
        {
            FindBy(reason, judged);
        }

        FindUndecided(judged);
        var some = Undecided;
        var several = BySeveral;
        var found = _planes.Planes;
        var said = judged.Planes;
        var saidAt = _saidAt;
        for (var block = 0; block < several.Length; block++)
        {
            // Who lacks one, and who lacks more than one.
            var (one, more) = (some[block], Vector512<ulong>.Zero);
            for (var reason = 0; reason < saidAt.Length; reason++)
            {
                var lacked = saidAt[reason] >= 0 ? said[saidAt[reason] + block] : found[(reason * CohortGroup.Blocks) + block];
                more |= one & lacked;
                one |= lacked;
            }

            several[block] = more;
        }
    }

    /// <summary>Whom a requirement holds back, block by block.</summary>
    public ReadOnlySpan<Vector512<ulong>> By(int reason, JudgedNodes judged) => _saidAt[reason] >= 0 ? judged.Planes.Slice(_saidAt[reason], CohortGroup.Blocks) : Row(reason);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindBy(int reason, JudgedNodes judged)
    {
        var (node, gates) = (reasons[reason], _gates[reason]);
        if (gates.Length == 0 && judged.KindsOf(node) == VerdictKinds.NotMet)
        {
            // Nothing stands above it, so that whoever does not meet it is not ready.
            _saidAt[reason] = JudgedNodes.NotMetAt(node);
            return;
        }

        _saidAt[reason] = -1;
        var verdicts = judged[node];
        var lacked = Row(reason);
        for (var block = 0; block < lacked.Length; block++)
        {
            lacked[block] = verdicts.Open(block);
        }

        if (gates.Length > 0)
        {
            CohortGate.Through(gates, judged, lacked);
            var policy = judged.Root;
            for (var block = 0; block < lacked.Length; block++)
            {
                lacked[block] &= policy.Open(block);
            }
        }
    }

    /// <summary>
    /// Of whom nobody can tell whether something is asked. What is asked does not hold them back, and nothing else holds them back alone: settling the
    /// condition is needed beside it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindUndecided(JudgedNodes judged)
    {
        Undecided.Clear();
        foreach (var node in _conditional)
        {
            var condition = judged[node.Condition];
            if ((condition.Kinds & VerdictKinds.CannotTell) == 0)
            {
                continue;
            }

            var asked = judged[node.Then];
            var all = Undecided;
            var byOne = UndecidedByOne;
            for (var block = 0; block < byOne.Length; block++)
            {
                byOne[block] = condition.CannotTell(block) & ~asked.DoesNotApply(block);
            }

            CohortGate.Through(node.Gates, judged, byOne);
            for (var block = 0; block < byOne.Length; block++)
            {
                all[block] |= byOne[block];
            }
        }
    }

    private Span<Vector512<ulong>> Row(int row) => _planes.Planes.Slice(row * CohortGroup.Blocks, CohortGroup.Blocks);
}
