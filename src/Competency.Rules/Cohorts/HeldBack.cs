using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Whom of a block each requirement holds back, and whom nothing else holds back. Of one thread.</summary>
/// <param name="nodes">All nodes.</param>
/// <param name="reasons">The places of those of the requirements.</param>
internal sealed class HeldBack(CohortNode[] nodes, int[] reasons)
{
    // The conditions and choices above each requirement; most policies have none, and then nobody looks.
    private readonly CohortGate[][]? _gates = Array.Exists(reasons, r => nodes[r].Gates.Length > 0) ? Array.ConvertAll(reasons, r => nodes[r].Gates) : null;

    private readonly ConditionalNode[] _conditional = [.. nodes.OfType<ConditionalNode>().Where(n => n.Decides)];

    // For each two planes.
    private readonly AlignedWords _planes = new(reasons.Length * 2 * VerdictPlanes.Words);

    /// <summary>Finds them.</summary>
    /// <param name="judged">The verdicts of all nodes; the last is the root.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<VerdictPlanes> judged)
    {
        // Who lacks one, and who lacks more than one.
        var open = judged[^1].Open;
        var planes = MemoryMarshal.Cast<ulong, Vector512<ulong>>(_planes.Slice(0, _planes.Count));
        var (some, several) = (Undecided(judged) & open, Vector512<ulong>.Zero);
        for (var reason = 0; reason < reasons.Length; reason++)
        {
            var lacked = judged[reasons[reason]].Open & open;
            if (_gates is not null)
            {
                lacked = CohortGate.Through(_gates[reason], judged, lacked);
            }

            several |= some & lacked;
            some |= lacked;
            planes[2 * reason] = lacked;
        }

        for (var reason = 0; reason < reasons.Length; reason++)
        {
            planes[(2 * reason) + 1] = planes[2 * reason] & ~several;
        }
    }

    /// <summary>
    /// Of whom nobody can tell whether something is asked. What is asked does not hold them back, and nothing else holds them back alone: settling the
    /// condition is needed beside it.
    /// </summary>
    private Vector512<ulong> Undecided(ReadOnlySpan<VerdictPlanes> judged)
    {
        var undecided = Vector512<ulong>.Zero;
        foreach (var node in _conditional)
        {
            undecided |= CohortGate.Through(node.Gates, judged, judged[node.Condition].CannotTell & judged[node.Then].Applies);
        }

        return undecided;
    }

    /// <summary>Whom a requirement holds back.</summary>
    public ReadOnlySpan<ulong> By(int reason) => _planes.Slice(2 * reason * VerdictPlanes.Words, VerdictPlanes.Words);

    /// <summary>Whom nothing else holds back.</summary>
    public ReadOnlySpan<ulong> ByAlone(int reason) => _planes.Slice(((2 * reason) + 1) * VerdictPlanes.Words, VerdictPlanes.Words);
}
