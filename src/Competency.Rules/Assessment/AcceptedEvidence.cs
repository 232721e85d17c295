namespace Competency.Rules;

/// <summary>
/// The evidence items that are accepted for KSBs of a standard, each once, in the order of their ids, with the KSBs for which it is and the decisions. A few bytes a claim, so that it can be
/// kept with a ledger: whoever reads facts of many learners need not walk all claims again. Immutable.
/// </summary>
internal sealed class AcceptedEvidence
{
    private readonly StandardLayout _layout;
    private readonly string[] _ids;

    // Where the KSBs of each item begin, and after the last where they end; in an item they stand in the standard's order.
    private readonly int[] _starts;
    private readonly KsbCode[] _ksbs;

    // Of each item one; mostly one person decides on all of it on one day. Where that is not so, one for each KSB beside it.
    private readonly ClaimDecision[] _decisions;
    private readonly ClaimDecision[]?[]? _each;

    /// <summary>Brings the KSBs of each item together.</summary>
    /// <param name="accepted">The items, in any order.</param>
    /// <param name="layout">The standard.</param>
    public AcceptedEvidence(IEnumerable<AcceptedItem> accepted, StandardLayout layout)
    {
        _layout = layout;
        var items = Items(accepted, out var count);
        _ids = new string[items.Length];
        _starts = new int[items.Length + 1];
        _ksbs = new KsbCode[count];
        _decisions = new ClaimDecision[items.Length];
        var at = 0;
        for (var i = 0; i < items.Length; i++)
        {
            var claims = items[i].Claims;
            claims.Sort(static (left, right) => left.Position.CompareTo(right.Position));
            _ids[i] = items[i].Evidence;
            _decisions[i] = claims[0].Decision;
            _starts[i] = at;
            foreach (var (position, decision) in claims)
            {
                _ksbs[at++] = layout.Codes[position];
                if (_each?[i] is null && !IsSame(decision, _decisions[i]))
                {
                    _each ??= new ClaimDecision[items.Length][];
                    _each[i] = claims.ConvertAll(static c => c.Decision).ToArray();
                }
            }
        }

        _starts[^1] = at;
    }

    /// <summary>What is reported of them: each item with the KSBs for which it is accepted, and who accepted it.</summary>
    /// <param name="asked">The KSBs that are asked: of the others nothing is reported; null for all.</param>
    public List<ReportedFact> Facts(KsbMask? asked)
    {
        // Whoever asks for every KSB need not look for each.
        asked = asked?.Codes.Length == _layout.Codes.Length ? null : asked;
        var facts = new List<ReportedFact>(_ids.Length);
        for (var item = 0; item < _ids.Length; item++)
        {
            var ksbs = _ksbs.AsSpan(_starts[item].._starts[item + 1]);
            var shown = asked is null ? ksbs : asked.Among(ksbs);
            if (shown.Length > 0)
            {
                facts.Add(new ReportedFact("accepted", Said.Codes(shown), Unchanging.One(_ids[item]), Signatures(item, asked, ksbs)));
            }
        }

        return facts;
    }

    private IReadOnlyList<Signature> Signatures(int item, KsbMask? asked, ReadOnlySpan<KsbCode> ksbs)
    {
        if (_each?[item] is not { } each)
        {
            return Unchanging.One(Signed(_decisions[item]));
        }

        var signatures = new HashSet<Signature>();
        for (var i = 0; i < ksbs.Length; i++)
        {
            if (asked is null || asked.Holds(ksbs[i]))
            {
                signatures.Add(Signed(each[i]));
            }
        }

        return Unchanging.List(signatures.OrderBy(s => s.On).ThenBy(s => s.By, StringComparer.Ordinal));
    }

    private static bool IsSame(ClaimDecision left, ClaimDecision right) =>
        ReferenceEquals(left, right) || (left.On == right.On && left.By == right.By && left.Role == right.Role);

    private static Signature Signed(ClaimDecision decision) => new(decision.By, decision.Role, decision.On);

    private static Item[] Items(IEnumerable<AcceptedItem> accepted, out int count)
    {
        var byId = new Dictionary<string, Item>();
        Item? item = null;
        count = 0;
        foreach (var (position, evidence, decision) in accepted)
        {
            // The claims of one item mostly stand one after the other.
            if (!ReferenceEquals(item?.Evidence, evidence) && !byId.TryGetValue(evidence, out item))
            {
                byId.Add(evidence, item = new Item(evidence));
            }

            item!.Claims.Add((position, decision));
            count++;
        }

        Item[] items = [.. byId.Values];
        Array.Sort(items, static (left, right) => string.CompareOrdinal(left.Evidence, right.Evidence));
        return items;
    }

    private sealed record Item(string Evidence)
    {
        public List<(int Position, ClaimDecision Decision)> Claims { get; } = new(8);
    }
}
