using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>What stands above a requirement and can keep it from holding anybody back.</summary>
/// <param name="node">The place of a condition's node, or of the node of a choice.</param>
/// <param name="kind">Which of them.</param>
/// <remarks>Fields and no record, as <see cref="CohortCompiler"/> says.</remarks>
internal readonly struct CohortGate(int node, CohortGateKind kind)
{
    public readonly int Node = node;

    public readonly CohortGateKind Kind = kind;

    /// <summary>Some gates and one more. A collection expression would have the runtime compile half a dozen methods for it, in every process.</summary>
    public static CohortGate[] With(CohortGate[] gates, CohortGate gate)
    {
        var with = new CohortGate[gates.Length + 1];
        gates.CopyTo(with, 0);
        with[^1] = gate;
        return with;
    }

    /// <summary>Some gates without that of a node.</summary>
    public static CohortGate[] Without(CohortGate[] gates, int node)
    {
        var without = new CohortGate[gates.Length];
        var count = 0;
        foreach (var gate in gates)
        {
            if (gate.Node != node)
            {
                without[count++] = gate;
            }
        }

        return without[..count];
    }

    /// <summary>Keeps those of some for whom all conditions say that what stands under them is asked, and no choice is settled another way.</summary>
    /// <param name="gates">The conditions and choices.</param>
    /// <param name="judged">The verdicts of all nodes.</param>
    /// <param name="some">Those, block by block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Through(CohortGate[] gates, JudgedNodes judged, Span<Vector512<ulong>> some)
    {
        foreach (var gate in gates)
        {
            var verdicts = gate.Kind == CohortGateKind.Choice ? judged.EvenInDoubt(gate.Node) : judged[gate.Node];
            for (var block = 0; block < some.Length; block++)
            {
                some[block] &= gate.Kind == CohortGateKind.Choice ? verdicts.Open(block) : ConditionalNode.Applied(verdicts, block, gate.Kind == CohortGateKind.Unless);
            }
        }
    }
}
