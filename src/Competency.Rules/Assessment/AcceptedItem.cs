namespace Competency.Rules;

/// <summary>An evidence item that is accepted for a KSB, by a decision.</summary>
/// <param name="Position">The place of the KSB in the standard's order.</param>
/// <param name="Evidence">The id of the item.</param>
/// <param name="Decision">The decision in force.</param>
internal readonly record struct AcceptedItem(int Position, string Evidence, ClaimDecision Decision)
{
    /// <summary>What is reported of accepted items: each item once, in the order of their ids, with the KSBs for which it is accepted and who accepted it.</summary>
    /// <param name="accepted">The items, in any order.</param>
    /// <param name="codes">The KSBs in the standard's order.</param>
    public static IEnumerable<ReportedFact> Facts(IEnumerable<AcceptedItem> accepted, KsbCode[] codes)
    {
        var byId = new Dictionary<string, Item>();
        Item? item = null;
        foreach (var (position, evidence, decision) in accepted)
        {
            // The claims of one item mostly stand one after the other.
            if (!ReferenceEquals(item?.Evidence, evidence) && !byId.TryGetValue(evidence, out item))
            {
                byId.Add(evidence, item = new Item(evidence));
            }

            item!.Claims.Add((position, decision));
        }

        Item[] items = [.. byId.Values];
        Array.Sort(items, static (left, right) => string.CompareOrdinal(left.Evidence, right.Evidence));
        return items.Select(i => i.ToFact(codes));
    }

    private sealed class Item(string evidence)
    {
        public string Evidence { get; } = evidence;

        public List<(int Position, ClaimDecision Decision)> Claims { get; } = new(8);

        public ReportedFact ToFact(KsbCode[] codes)
        {
            Claims.Sort(static (left, right) => left.Position.CompareTo(right.Position));
            var ksbs = new KsbCode[Claims.Count];
            for (var i = 0; i < ksbs.Length; i++)
            {
                ksbs[i] = codes[Claims[i].Position];
            }

            return new ReportedFact("accepted", Said.Codes(ksbs)) { Evidence = [Evidence], Signatures = Signatures() };
        }

        private IReadOnlyList<Signature> Signatures()
        {
            var first = Claims[0].Decision;
            return Claims.TrueForAll(c => IsSame(c.Decision, first))
                ? [Signed(first)]
                : [.. Claims.Select(c => Signed(c.Decision)).Distinct().OrderBy(s => s.On).ThenBy(s => s.By, StringComparer.Ordinal)];
        }

        // Mostly one person decides on all of an item on one day.
        private static bool IsSame(ClaimDecision left, ClaimDecision right) =>
            ReferenceEquals(left, right) || (left.On == right.On && left.By == right.By && left.Role == right.Role);

        private static Signature Signed(ClaimDecision decision) => new(decision.By, decision.Role, decision.On);
    }
}
