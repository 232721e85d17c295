namespace Competency.Rules;

/// <summary>Requirements that stand under the same conditions and choices.</summary>
internal sealed class GatedReasons
{
    private GatedReasons(CohortGate[] gates, int[] reasons, ChoiceNode? choice) => (Gates, Reasons, Choice) = (gates, reasons, choice);

    /// <summary>The conditions and choices, but for the policy itself: whoever is ready is held back by nothing, and need not be asked for twice.</summary>
    public CohortGate[] Gates { get; }

    /// <summary>The requirements, by their places among all of which it is counted whom they hold back.</summary>
    public int[] Reasons { get; }

    /// <summary>The choice whose offers they are, all of them and nothing else, where whoever has not enough lacks several; null for none.</summary>
    public ChoiceNode? Choice { get; }

    /// <summary>Brings requirements together. Those under nothing are left out: most.</summary>
    /// <param name="nodes">All nodes.</param>
    /// <param name="reasons">The places of those of the requirements.</param>
    /// <remarks>Plain loops: the first sweep of a process waits while the runtime compiles what lists of types of one's own, and delegates over them, call.</remarks>
    public static GatedReasons[] Of(CohortNode[] nodes, int[] reasons)
    {
        var gated = new GatedReasons[reasons.Length];
        var count = 0;
        var isTaken = new bool[reasons.Length];
        for (var first = 0; first < reasons.Length; first++)
        {
            var gates = nodes[reasons[first]].Gates;
            if (gates.Length == 0 || isTaken[first])
            {
                continue;
            }

            var same = new List<int>();
            var offers = new List<int>();
            for (var reason = first; reason < reasons.Length; reason++)
            {
                if (IsSame(nodes[reasons[reason]].Gates, gates))
                {
                    isTaken[reason] = true;
                    same.Add(reason);
                    offers.Add(reasons[reason]);
                }
            }

            gated[count++] = new GatedReasons(CohortGate.Without(gates, nodes.Length - 1), same.ToArray(), ChoiceOf(gates, nodes, offers.ToArray()));
        }

        return gated[..count];
    }

    private static bool IsSame(CohortGate[] left, CohortGate[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].Node != right[i].Node || left[i].Kind != right[i].Kind)
            {
                return false;
            }
        }

        return true;
    }

    private static ChoiceNode? ChoiceOf(CohortGate[] gates, CohortNode[] nodes, int[] offers)
    {
        foreach (var gate in gates)
        {
            if (gate.Kind == CohortGateKind.Choice && nodes[gate.Node] is ChoiceNode { TooMany: > 1 } choice && choice.Counted.AsSpan().SequenceEqual(offers))
            {
                return choice;
            }
        }

        return null;
    }
}
