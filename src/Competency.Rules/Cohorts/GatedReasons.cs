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
    public static GatedReasons[] Of(CohortNode[] nodes, int[] reasons)
    {
        var gated = new List<GatedReasons>();
        var left = new List<int>();
        for (var reason = 0; reason < reasons.Length; reason++)
        {
            if (nodes[reasons[reason]].Gates.Length > 0)
            {
                left.Add(reason);
            }
        }

        while (left.Count > 0)
        {
            var gates = nodes[reasons[left[0]]].Gates;
            var same = left.FindAll(r => IsSame(nodes[reasons[r]].Gates, gates)).ToArray();
            left.RemoveAll(r => Array.IndexOf(same, r) >= 0);
            gated.Add(new GatedReasons(Array.FindAll(gates, g => g.Node != nodes.Length - 1), same, ChoiceOf(gates, nodes, Array.ConvertAll(same, r => reasons[r]))));
        }

        return [.. gated];
    }

    private static bool IsSame(CohortGate[] left, CohortGate[] right) => left.AsSpan().SequenceEqual(right);

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
