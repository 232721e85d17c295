using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The verdicts of all nodes on a group of learners. Of one thread.</summary>
/// <param name="nodes">How many nodes there are.</param>
/// <param name="answers">How many planes what came of reading takes, behind those of the nodes.</param>
internal sealed class JudgedNodes(int nodes, int answers)
{
    /// <summary>
    /// How many planes a node has. One is not used: in equal steps of 2,048 bytes those of many nodes would fall on the same few places of the nearest cache. Behind those of
    /// all nodes stands what came of reading.
    /// </summary>
    public const int PlanesOfNode = PlanesOfVerdicts + 1;

    private const int PlanesOfVerdicts = VerdictPlanes.Number * CohortGroup.Blocks;

    private readonly AlignedWords _planes = new(((nodes * PlanesOfNode) + answers) * VerdictPlanes.Words);
    private readonly VerdictKinds[] _kinds = new VerdictKinds[nodes];

    // A copy: who held the group would keep its columns, for a cohort keeps this for the next who judges.
    private readonly AlignedWords _certain = new(CohortGroup.Words);

    private AlignedWords _room = new(0);

    /// <summary>All planes, those of one node behind those of the one before, and behind them what came of reading.</summary>
    public Span<Vector512<ulong>> Planes => _planes.Planes;

    /// <summary>The place of the node that stands above all others.</summary>
    public int Root => _kinds.Length - 1;

    /// <summary>The verdicts of a node, each in planes of its own.</summary>
    public NodeVerdicts this[int node]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (IsInDoubt(node))
            {
                Settle(node);
            }

            return new(PlanesOf(node), _kinds[node]);
        }
    }

    /// <summary>The verdicts of a node, of which only <see cref="NodeVerdicts.Open"/> may be asked: where what they lack is in doubt it can stay so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NodeVerdicts EvenInDoubt(int node) => new(PlanesOf(node), IsInDoubt(node) ? VerdictKinds.NotMet : _kinds[node]);

    /// <summary>Of whom it is certain what they lack, where that is in doubt, block by block.</summary>
    public ReadOnlySpan<Vector512<ulong>> AreCertain => _certain.Planes;

    /// <summary>Where among all planes those begin that say who does not meet a node.</summary>
    public static int NotMetAt(int node) => (node * PlanesOfNode) + (VerdictPlanes.NotMetAt * CohortGroup.Blocks);

    /// <summary>Whether one plane says of a node who lacks it, and nothing yet of whom that is certain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInDoubt(int node) => _kinds[node] == VerdictKinds.InDoubt;

    /// <summary>Whether planes of a verdict on a node have been written; of what is in doubt those of NotMet have, and say who lacks it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWritten(int node, int verdict) => ((int)_kinds[node] & (1 << verdict)) != 0 || (verdict == VerdictPlanes.NotMetAt && IsInDoubt(node));

    /// <summary>What has been written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Vector512<ulong>> Written(int node, int verdict) => PlanesOf(node)[verdict];

    /// <summary>The verdicts other than met that anybody may have of some nodes. All that they lack is in doubt, or each verdict has planes of its own.</summary>
    public VerdictKinds KindsOf(int[] some)
    {
        var kinds = Union(some);
        if ((kinds & VerdictKinds.InDoubt) == 0 || kinds == VerdictKinds.InDoubt)
        {
            return kinds;
        }

        foreach (var node in some)
        {
            if (IsInDoubt(node))
            {
                Settle(node);
            }
        }

        return Union(some);
    }

    /// <summary>Has the planes of some verdicts on some nodes say that nobody has them, where nobody may: then they can be read whoever may have what.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Complete(int[] some, VerdictKinds kinds)
    {
        foreach (var node in some)
        {
            var wanting = IsInDoubt(node) ? 0 : (int)(kinds & ~_kinds[node]);
            for (var verdict = 0; wanting != 0; verdict++, wanting >>= 1)
            {
                if ((wanting & 1) != 0)
                {
                    PlanesOf(node)[verdict].Clear();
                }
            }
        }
    }

    /// <summary>Who has one verdict of all of some nodes.</summary>
    /// <param name="some">The nodes; at least one.</param>
    /// <param name="verdict">The verdict, by its place among <see cref="VerdictKinds"/>.</param>
    /// <param name="every">The planes that are to say so.</param>
    /// <returns>Whether anybody may; if not, the planes say nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Every(int[] some, int verdict, Span<Vector512<ulong>> every)
    {
        every.Fill(Vector512<ulong>.AllBitsSet);
        foreach (var node in some)
        {
            if (!IsWritten(node, verdict))
            {
                return false;
            }

            var more = Written(node, verdict)[..every.Length];
            for (var block = 0; block < every.Length; block++)
            {
                every[block] &= more[block];
            }
        }

        return true;
    }

    /// <summary>Some planes, for a node to work with.</summary>
    public Span<Vector512<ulong>> Room(int planes)
    {
        if (_room.Count < planes * VerdictPlanes.Words)
        {
            _room = new AlignedWords(planes * VerdictPlanes.Words);
        }

        return _room.Planes[..planes];
    }

    /// <summary>Has all nodes judge a group.</summary>
    /// <param name="all">The nodes.</param>
    /// <param name="group">The group.</param>
    /// <param name="learners">How many learners it has: the others are to meet everything.</param>
    /// <param name="ahead">Brings the next group meanwhile.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Judge(CohortNode[] all, CohortGroup group, int learners, ref ReadAhead ahead)
    {
        group.CopyClaimsComplete(_certain.Planes);
        for (var node = 0; node < all.Length; node++)
        {
            ahead.Go();
            _kinds[node] = all[node].Judge(group, this, PlanesOf(node));
        }

        for (var block = learners / VerdictPlanes.Size; block < CohortGroup.Blocks; block++)
        {
            var there = PlaneMath.First(learners - (block * VerdictPlanes.Size));
            for (var node = 0; node < all.Length; node++)
            {
                PlanesOf(node).Keep(block, there);
            }
        }
    }

    private VerdictKinds Union(int[] some)
    {
        var kinds = VerdictKinds.None;
        foreach (var node in some)
        {
            kinds |= _kinds[node];
        }

        return kinds;
    }

    /// <summary>Gives both verdicts of what is in doubt planes of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(int node) => _kinds[node] = PlanesOf(node).Settle(AreCertain);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VerdictPlanes PlanesOf(int node) => new(_planes.Planes.Slice(node * PlanesOfNode, PlanesOfVerdicts));
}
