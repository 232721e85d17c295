using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Whom of a group each requirement holds back, and whom more than one does. Of one thread.</summary>
internal sealed class HeldBack
{
    private readonly int[] _reasons;
    private readonly GatedReasons[] _gated;

    // Under which of these each requirement stands; -1 where under none.
    private readonly int[] _gatedBy;
    private readonly ConditionalNode[] _conditional;

    // A plane of each block for each requirement, where its verdicts do not say it already, and for what stands above some; behind them three for all together.
    private readonly AlignedWords _planes;

    private readonly bool[] _isNeverAlone;

    /// <summary>Makes room for what is to be found.</summary>
    /// <param name="nodes">All nodes.</param>
    /// <param name="reasons">The places of those of the requirements.</param>
    public HeldBack(CohortNode[] nodes, int[] reasons)
    {
        _reasons = reasons;
        _gated = GatedReasons.Of(nodes, reasons);
        _gatedBy = new int[reasons.Length];
        Array.Fill(_gatedBy, -1);
        for (var i = 0; i < _gated.Length; i++)
        {
            foreach (var reason in _gated[i].Reasons)
            {
                _gatedBy[reason] = i;
            }
        }

        _conditional = [.. nodes.OfType<ConditionalNode>().Where(n => n.Decides)];
        _planes = new AlignedWords((reasons.Length + _gated.Length + 3) * CohortGroup.Words);
        _isNeverAlone = new bool[reasons.Length];
    }

    /// <summary>Of those whom requirements hold back that may be alone, those whom something else holds back too, block by block.</summary>
    public Span<Vector512<ulong>> BySeveral => Common(0);

    /// <summary>Whom something holds back that is none of those requirements: a condition of which nobody can tell, or a choice.</summary>
    private Span<Vector512<ulong>> ByOther => Common(1);

    private Span<Vector512<ulong>> Undecided => Common(2);

    /// <summary>Whether a condition or a choice stands above a requirement. Under none it holds back whoever does not meet it, and to whom it applies: whoever that is is not ready.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsGated(int reason) => _gatedBy[reason] >= 0;

    /// <summary>
    /// Whether a requirement is one of a choice's many, of which whoever has not enough lacks several. It then holds back those who do not meet it but for <see cref="Spared"/>, and nobody alone.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNeverAlone(int reason) => _isNeverAlone[reason];

    /// <summary>Whom a requirement that is never alone does not hold back, whether or not they meet it, block by block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Vector512<ulong>> Spared(int reason) => SparedBy(_gatedBy[reason]);

    /// <summary>Whom a requirement under a condition or a choice holds back, block by block, where it may be alone.</summary>
    public ReadOnlySpan<Vector512<ulong>> ByGated(int reason) => Row(reason);

    /// <summary>Writes whom a requirement holds back.</summary>
    /// <param name="reason">The requirement.</param>
    /// <param name="judged">The verdicts of all nodes.</param>
    /// <param name="planes">The planes that are to say so, block by block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyBy(int reason, JudgedNodes judged, Span<Vector512<ulong>> planes)
    {
        if (IsGated(reason) && !IsNeverAlone(reason))
        {
            ByGated(reason).CopyTo(planes);
            return;
        }

        var verdicts = judged.EvenInDoubt(_reasons[reason]);
        for (var block = 0; block < planes.Length; block++)
        {
            planes[block] = verdicts.Open(block);
        }

        if (IsGated(reason))
        {
            var spared = Spared(reason)[..planes.Length];
            for (var block = 0; block < planes.Length; block++)
            {
                planes[block] &= ~spared[block];
            }
        }
    }

    /// <summary>Finds them.</summary>
    /// <param name="judged">The verdicts of all nodes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(JudgedNodes judged)
    {
        ByOther.Clear();
        for (var i = 0; i < _gated.Length; i++)
        {
            FindByGated(i, judged);
        }

        FindUndecided(judged);
        FindSeveral(judged);
    }

    /// <summary>Whom requirements hold back that stand under the same conditions and choices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindByGated(int place, JudgedNodes judged)
    {
        var gated = _gated[place];
        var asked = SparedBy(place);
        var policy = judged.EvenInDoubt(judged.Root);
        for (var block = 0; block < asked.Length; block++)
        {
            asked[block] = policy.Open(block);
        }

        CohortGate.Through(gated.Gates, judged, asked);
        var areNeverAlone = gated.AreOffers && (judged.KindsOf(gated.Nodes) & VerdictKinds.DoesNotApply) == 0;
        foreach (var reason in gated.Reasons)
        {
            _isNeverAlone[reason] = areNeverAlone;
            if (!areNeverAlone)
            {
                var verdicts = judged.EvenInDoubt(_reasons[reason]);
                var lacked = Row(reason)[..asked.Length];
                for (var block = 0; block < asked.Length; block++)
                {
                    lacked[block] = verdicts.Open(block) & asked[block];
                }
            }
        }

        if (!areNeverAlone)
        {
            return;
        }

        // Who has not enough of what applies lacks several, whichever they are: each holds nobody back alone, and nothing else does.
        var byOther = ByOther[..asked.Length];
        for (var block = 0; block < asked.Length; block++)
        {
            byOther[block] |= asked[block];
            asked[block] = ~asked[block];
        }
    }

    /// <summary>Who lacks more than one of those that may be alone, or one of them and something else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindSeveral(JudgedNodes judged)
    {
        var other = ByOther;
        var none = Vector512<ulong>.Zero;
        var (one, two, three, four, five, six, seven, eight) = (other[0], other[1], other[2], other[3], other[4], other[5], other[6], other[7]);
        var (ones, twos, threes, fours, fives, sixes, sevens, eights) = (none, none, none, none, none, none, none, none);
        for (var reason = 0; reason < _reasons.Length; reason++)
        {
            if (_isNeverAlone[reason])
            {
                continue;
            }

            // Nobody has two verdicts on one requirement.
            var isGated = IsGated(reason);
            for (var verdict = VerdictPlanes.NotMetAt; verdict < VerdictPlanes.DoesNotApplyAt; verdict++)
            {
                if (isGated ? verdict != VerdictPlanes.NotMetAt : !judged.IsWritten(_reasons[reason], verdict))
                {
                    continue;
                }

                var lacked = isGated ? ByGated(reason) : judged.Written(_reasons[reason], verdict);
                Add(lacked[7], ref eight, ref eights);
                Add(lacked[0], ref one, ref ones);
                Add(lacked[1], ref two, ref twos);
                Add(lacked[2], ref three, ref threes);
                Add(lacked[3], ref four, ref fours);
                Add(lacked[4], ref five, ref fives);
                Add(lacked[5], ref six, ref sixes);
                Add(lacked[6], ref seven, ref sevens);
            }
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
        foreach (var node in _conditional)
        {
            var condition = judged[node.Condition];
            if ((condition.Kinds & VerdictKinds.CannotTell) == 0)
            {
                continue;
            }

            var asked = judged[node.Then];
            var all = ByOther;
            var byOne = Undecided;
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

    /// <summary>Whom those spare that stand above some requirements.</summary>
    private Span<Vector512<ulong>> SparedBy(int gated) => Row(_reasons.Length + gated);

    private Span<Vector512<ulong>> Common(int row) => Row(_reasons.Length + _gated.Length + row);

    private Span<Vector512<ulong>> Row(int row) => _planes.Planes.Slice(row * CohortGroup.Blocks, CohortGroup.Blocks);
}
