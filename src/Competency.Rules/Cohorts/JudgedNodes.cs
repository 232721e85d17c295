using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The verdicts of all nodes on a group of learners. Of one thread.</summary>
/// <param name="nodes">How many nodes there are.</param>
internal sealed class JudgedNodes(int nodes)
{
    private const int PlanesOfNode = VerdictPlanes.Number * CohortGroup.Blocks;

    private readonly AlignedWords _planes = new(nodes * PlanesOfNode * VerdictPlanes.Words);
    private readonly VerdictKinds[] _kinds = new VerdictKinds[nodes];

    private AlignedWords _room = new(0);

    /// <summary>All planes, those of one node behind those of the one before.</summary>
    public ReadOnlySpan<Vector512<ulong>> Planes => _planes.Planes;

    /// <summary>The verdicts of the node that stands above all others.</summary>
    public NodeVerdicts Root => this[_kinds.Length - 1];

    /// <summary>The verdicts of a node.</summary>
    public NodeVerdicts this[int node]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(PlanesOf(node), _kinds[node]);
    }

    /// <summary>Where among all planes those begin that say who does not meet a node.</summary>
    public static int NotMetAt(int node) => (node * PlanesOfNode) + (VerdictPlanes.NotMetAt * CohortGroup.Blocks);

    /// <summary>The verdicts other than met that anybody may have of a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VerdictKinds KindsOf(int node) => _kinds[node];

    /// <summary>The verdicts other than met that anybody may have of some nodes.</summary>
    public VerdictKinds KindsOf(int[] some)
    {
        var kinds = VerdictKinds.None;
        foreach (var node in some)
        {
            kinds |= _kinds[node];
        }

        return kinds;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Judge(CohortNode[] all, CohortGroup group, int learners)
    {
        for (var node = 0; node < all.Length; node++)
        {
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VerdictPlanes PlanesOf(int node) => new(_planes.Planes.Slice(node * PlanesOfNode, PlanesOfNode));
}
