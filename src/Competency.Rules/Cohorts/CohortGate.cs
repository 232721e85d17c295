using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>What stands above a requirement and can keep it from holding anybody back.</summary>
/// <param name="Node">The place of a condition's node, or of the node of a choice.</param>
/// <param name="Kind">Which of them.</param>
internal readonly record struct CohortGate(int Node, CohortGateKind Kind)
{
    /// <summary>Those of some for whom all conditions say that what stands under them is asked, and no choice is settled another way.</summary>
    /// <param name="gates">The conditions and choices.</param>
    /// <param name="judged">The verdicts of all nodes.</param>
    /// <param name="some">Those.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Through(CohortGate[] gates, ReadOnlySpan<VerdictPlanes> judged, Vector512<ulong> some)
    {
        foreach (var gate in gates)
        {
            ref readonly var verdicts = ref judged[gate.Node];
            some &= gate.Kind == CohortGateKind.Choice ? verdicts.Open : VerdictPlanes.Applied(verdicts, gate.Kind == CohortGateKind.Unless);
        }

        return some;
    }
}
