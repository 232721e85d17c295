using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Whom of a block each requirement holds back, and whom nothing else holds back. Of one thread.</summary>
/// <param name="reasons">The nodes of the requirements.</param>
internal sealed class HeldBack(int[] reasons)
{
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
        var (some, several) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        for (var reason = 0; reason < reasons.Length; reason++)
        {
            var lacked = judged[reasons[reason]].Open & open;
            several |= some & lacked;
            some |= lacked;
            planes[2 * reason] = lacked;
        }

        for (var reason = 0; reason < reasons.Length; reason++)
        {
            planes[(2 * reason) + 1] = planes[2 * reason] & ~several;
        }
    }

    /// <summary>Whom a requirement holds back.</summary>
    public ReadOnlySpan<ulong> By(int reason) => _planes.Slice(2 * reason * VerdictPlanes.Words, VerdictPlanes.Words);

    /// <summary>Whom nothing else holds back.</summary>
    public ReadOnlySpan<ulong> ByAlone(int reason) => _planes.Slice(((2 * reason) + 1) * VerdictPlanes.Words, VerdictPlanes.Words);
}
