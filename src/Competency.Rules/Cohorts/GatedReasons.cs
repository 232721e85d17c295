namespace Competency.Rules;

/// <summary>Requirements that stand under the same conditions and choices.</summary>
internal sealed class GatedReasons
{
    private GatedReasons(CohortGate[] gates, int[] reasons, int[] nodes, bool areOffers) => (Gates, Reasons, Nodes, AreOffers) = (gates, reasons, nodes, areOffers);

    /// <summary>The conditions and choices, but for the policy itself: whoever is ready is held back by nothing, and need not be asked for twice.</summary>
    public CohortGate[] Gates { get; }

    /// <summary>The requirements, by their places among all of which it is counted whom they hold back.</summary>
    public int[] Reasons { get; }

    /// <summary>The places of their nodes.</summary>
    public int[] Nodes { get; }

    /// <summary>Whether they are what a choice offers, one by one or all of some, and nothing else, so that whoever has not enough of it lacks several of them if all apply.</summary>
    public bool AreOffers { get; }

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
            var places = new List<int>();
            for (var reason = first; reason < reasons.Length; reason++)
            {
                if (IsSame(nodes[reasons[reason]].Gates, gates))
                {
                    isTaken[reason] = true;
                    same.Add(reason);
                    places.Add(reasons[reason]);
                }
            }

            var offers = places.ToArray();
            gated[count++] = new GatedReasons(CohortGate.Without(gates, nodes.Length - 1), same.ToArray(), offers, AreOffersOf(gates, nodes, offers));
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

    private static bool AreOffersOf(CohortGate[] gates, CohortNode[] nodes, int[] offers)
    {
        foreach (var gate in gates)
        {
            if (gate.Kind == CohortGateKind.Choice && nodes[gate.Node] is ChoiceNode { TooMany: > 1 } choice)
            {
                var left = offers.AsSpan();
                if (IsOf(choice.Counted, nodes, ref left) && left.IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether what is offered is the next of some requirements, one by one or all of some: who lacks it then lacks one of these. They are taken away.</summary>
    private static bool IsOf(int[] offered, CohortNode[] nodes, ref Span<int> left)
    {
        foreach (var place in offered)
        {
            if (nodes[place] is AllOfNode all)
            {
                if (!IsOf(all.Counted, nodes, ref left))
                {
                    return false;
                }
            }
            else if (!left.IsEmpty && left[0] == place)
            {
                left = left[1..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
