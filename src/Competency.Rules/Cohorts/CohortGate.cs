using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>A condition above a requirement.</summary>
/// <param name="Condition">The place of the condition's node.</param>
/// <param name="IsUnless">Whether the requirement is asked unless the condition is met.</param>
internal readonly record struct CohortGate(int Condition, bool IsUnless)
{
    /// <summary>Those of some for whom all conditions say that what stands under them is asked.</summary>
    /// <param name="gates">The conditions.</param>
    /// <param name="judged">The verdicts of all nodes.</param>
    /// <param name="some">Those.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Through(CohortGate[] gates, ReadOnlySpan<VerdictPlanes> judged, Vector512<ulong> some)
    {
        foreach (var gate in gates)
        {
            some &= VerdictPlanes.Applied(judged[gate.Condition], gate.IsUnless);
        }

        return some;
    }
}
