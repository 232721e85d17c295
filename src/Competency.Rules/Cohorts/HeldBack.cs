using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Whom of a group each requirement holds back, and whom more than one does. Of one thread.</summary>
/// <param name="nodes">All nodes.</param>
/// <param name="reasons">The places of those of the requirements.</param>
internal sealed class HeldBack(CohortNode[] nodes, int[] reasons)
{
    // The conditions and choices above each requirement; of most there are none. Whoever is ready is held back by nothing: the policy itself need not be asked twice.
    private readonly CohortGate[][] _gates = Array.ConvertAll(reasons, r => Array.FindAll(nodes[r].Gates, g => g.Node != nodes.Length - 1));
    private readonly bool[] _isGated = Array.ConvertAll(reasons, r => nodes[r].Gates.Length > 0);

    private readonly ConditionalNode[] _conditional = [.. nodes.OfType<ConditionalNode>().Where(n => n.Decides)];

    // A plane of each block for each requirement, where its verdicts do not say it already; behind them four for all together.
    private readonly AlignedWords _planes = new((reasons.Length + 4) * CohortGroup.Words);

    // Where the verdicts on a requirement say whom it holds back, the place of that plane; otherwise -1.
    private readonly int[] _saidAt = new int[reasons.Length];

    /// <summary>Whom more than one holds back, block by block.</summary>
    public Span<Vector512<ulong>> BySeveral => Row(reasons.Length);

    private Span<Vector512<ulong>> Undecided => Row(reasons.Length + 1);

    private Span<Vector512<ulong>> UndecidedByOne => Row(reasons.Length + 2);

    private Span<Vector512<ulong>> NotReady => Row(reasons.Length + 3);

    /// <summary>Finds them.</summary>
    /// <param name="judged">The verdicts of all nodes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(JudgedNodes judged)
    {
        var policy = judged.Root;
        var notReady = NotReady;
        for (var block = 0; block < notReady.Length; block++)
        {
            notReady[block] = policy.Open(block);
        }

        for (var reason = 0; reason < _saidAt.Length; reason++)
        {
            FindBy(reason, judged);
        }

        FindUndecided(judged);
        FindSeveral(judged);
    }

    /// <summary>Whom a requirement holds back, block by block.</summary>
    public ReadOnlySpan<Vector512<ulong>> By(int reason, JudgedNodes judged) => _saidAt[reason] >= 0 ? judged.Planes.Slice(_saidAt[reason], CohortGroup.Blocks) : Row(reason);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindBy(int reason, JudgedNodes judged)
    {
        var (node, gates) = (reasons[reason], _gates[reason]);
        if (!_isGated[reason] && judged.KindsOf(node) == VerdictKinds.NotMet)
        {
            // Nothing stands above it, so that whoever does not meet it is not ready.
            _saidAt[reason] = JudgedNodes.NotMetAt(node);
            return;
        }

        _saidAt[reason] = -1;
        var verdicts = judged[node];
        var lacked = Row(reason);
        var notReady = NotReady[..lacked.Length];
        if (verdicts.Kinds == VerdictKinds.NotMet)
        {
            var notMet = verdicts[VerdictPlanes.NotMetAt][..lacked.Length];
            for (var block = 0; block < lacked.Length; block++)
            {
                lacked[block] = notMet[block] & notReady[block];
            }
        }
        else
        {
            for (var block = 0; block < lacked.Length; block++)
            {
                lacked[block] = verdicts.Open(block) & notReady[block];
            }
        }

        CohortGate.Through(gates, judged, lacked);
    }

    /// <summary>Who lacks more than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindSeveral(JudgedNodes judged)
    {
        var some = Undecided;
        var none = Vector512<ulong>.Zero;
        var (one, two, three, four, five, six, seven, eight) = (some[0], some[1], some[2], some[3], some[4], some[5], some[6], some[7]);
        var (ones, twos, threes, fours, fives, sixes, sevens, eights) = (none, none, none, none, none, none, none, none);
        for (var reason = 0; reason < _saidAt.Length; reason++)
        {
            var lacked = By(reason, judged);
            Add(lacked[7], ref eight, ref eights);
            Add(lacked[0], ref one, ref ones);
            Add(lacked[1], ref two, ref twos);
            Add(lacked[2], ref three, ref threes);
            Add(lacked[3], ref four, ref fours);
            Add(lacked[4], ref five, ref fives);
            Add(lacked[5], ref six, ref sixes);
            Add(lacked[6], ref seven, ref sevens);
        }

        var several = BySeveral;
        several[7] = eights;
        several[0] = ones;
        several[1] = twos;
        several[2] = threes;
        several[3] = fours;
        several[4] = fives;
        several[5] = sixes;
        several[6] = sevens;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<ulong> lacked, ref Vector512<ulong> one, ref Vector512<ulong> more)
    {
        more |= one & lacked;
        one |= lacked;
    }

    /// <summary>
    /// Of whom nobody can tell whether something is asked. What is asked does not hold them back, and nothing else holds them back alone: settling the
    /// condition is needed beside it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindUndecided(JudgedNodes judged)
    {
        if (_conditional.Length == 0)
        {
            // Nobody ever is.
            return;
        }

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
