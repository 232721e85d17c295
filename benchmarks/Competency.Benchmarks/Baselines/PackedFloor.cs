using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Benchmarks.Baselines;

/// <summary>
/// The least work that finds whether a learner has all KSBs: every accepted item packed to a mask of 16 bytes, one after the other, and all
/// of them combined. No day, no decision, no other version, no reason.
/// </summary>
internal static class PackedFloor
{
    public static bool HasAll(ReadOnlySpan<ulong> masks, ulong low, ulong high)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector512<ulong>>(masks);
        var all = Vector512<ulong>.Zero;
        foreach (var four in wide)
        {
            all |= four;
        }

        var pairs = all.GetLower() | all.GetUpper();
        var pair = pairs.GetLower() | pairs.GetUpper();
        foreach (var rest in MemoryMarshal.Cast<ulong, Vector128<ulong>>(masks[(wide.Length * 8)..]))
        {
            pair |= rest;
        }

        return ((low & ~pair[0]) | (high & ~pair[1])) == 0;
    }
}
