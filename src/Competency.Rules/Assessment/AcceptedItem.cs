namespace Competency.Rules;

/// <summary>An evidence item that is accepted for a KSB, by a decision.</summary>
/// <param name="Ksb">The KSB.</param>
/// <param name="Evidence">The id of the item.</param>
/// <param name="Decision">The decision in force.</param>
internal readonly record struct AcceptedItem(KsbCode Ksb, string Evidence, ClaimDecision Decision)
{
    /// <summary>What is reported of accepted items: each item once, in the order of their ids, with the KSBs for which it is accepted and who accepted it.</summary>
    public static IEnumerable<ReportedFact> Facts(IEnumerable<AcceptedItem> accepted)
    {
        var byItem = new Dictionary<string, Item>();
        foreach (var (ksb, evidence, decision) in accepted)
        {
            if (!byItem.TryGetValue(evidence, out var item))
            {
                byItem.Add(evidence, item = new Item(evidence));
            }

            item.Take(ksb, decision);
        }

        Item[] items = [.. byItem.Values];
        Array.Sort(items, static (left, right) => string.CompareOrdinal(left.Evidence, right.Evidence));
        return items.Select(i => i.ToFact());
    }

    private sealed class Item(string evidence)
    {
        private readonly List<KsbCode> _ksbs = [];
        private readonly List<ClaimDecision> _decisions = new(1);

        public string Evidence { get; } = evidence;

        public void Take(KsbCode ksb, ClaimDecision decision)
        {
            _ksbs.Add(ksb);

            // Mostly one person decides on all of an item on one day.
            if (!_decisions.Exists(d => d.On == decision.On && d.By == decision.By && d.Role == decision.Role))
            {
                _decisions.Add(decision);
            }
        }

        public ReportedFact ToFact() => Said.Fact("accepted", Said.Codes(_ksbs), Evidence) with
        {
            Signatures = _decisions.Count == 1 ? [Signed(_decisions[0])] : [.. _decisions.OrderBy(d => d.On).ThenBy(d => d.By, StringComparer.Ordinal).Select(Signed)],
        };

        private static Signature Signed(ClaimDecision decision) => new(decision.By, decision.Role, decision.On);
    }
}
