namespace Competency.Rules;

/// <summary>
/// The evidence items that are accepted for KSBs of a standard, each once, in the order of their ids, with the KSBs for which it is and the decisions. A few bytes a claim, so that it can be
/// kept with a ledger: whoever reads facts of many learners need not walk all claims again. Immutable.
/// </summary>
internal sealed class AcceptedEvidence
{
    private readonly KsbCode[] _codes;
    private readonly string[] _ids;

    // Where the KSBs of each item begin, and after the last where they end; in an item they stand in the standard's order, by their places.
    private readonly int[] _starts;
    private readonly ushort[] _positions;

    // Of each item one; mostly one person decides on all of it on one day. Where that is not so, one for each KSB beside it.
    private readonly ClaimDecision[] _decisions;
    private readonly ClaimDecision[]?[]? _each;

    /// <summary>Brings the KSBs of each item together.</summary>
    /// <param name="accepted">The items, in any order.</param>
    /// <param name="codes">The KSBs in the standard's order.</param>
    public AcceptedEvidence(IEnumerable<AcceptedItem> accepted, KsbCode[] codes)
    {
        _codes = codes;
        var items = Items(accepted, out var count);
        _ids = new string[items.Length];
        _starts = new int[items.Length + 1];
        _positions = new ushort[count];
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
                _positions[at++] = checked((ushort)position);
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
    public IEnumerable<ReportedFact> Facts(KsbMask? asked)
    {
        var facts = new List<ReportedFact>(_ids.Length);
        for (var item = 0; item < _ids.Length; item++)
        {
            var positions = _positions.AsSpan(_starts[item].._starts[item + 1]);
            var ksbs = new KsbCode[asked is null ? positions.Length : CountIn(asked, positions)];
            var count = 0;
            foreach (var position in positions)
            {
                if (asked is null || asked.Holds(position))
                {
                    ksbs[count++] = _codes[position];
                }
            }

            if (count > 0)
            {
                facts.Add(new ReportedFact("accepted", Said.Codes(ksbs)) { Evidence = Unchanging.One(_ids[item]), Signatures = Signatures(item, asked, positions) });
            }
        }

        return facts;
    }

    private static int CountIn(KsbMask asked, ReadOnlySpan<ushort> positions)
    {
        var count = 0;
        foreach (var position in positions)
        {
            count += asked.Holds(position) ? 1 : 0;
        }

        return count;
    }

    private IReadOnlyList<Signature> Signatures(int item, KsbMask? asked, ReadOnlySpan<ushort> positions)
    {
        if (_each?[item] is not { } each)
        {
            return Unchanging.One(Signed(_decisions[item]));
        }

        var signatures = new HashSet<Signature>();
        for (var i = 0; i < positions.Length; i++)
        {
            if (asked is null || asked.Holds(positions[i]))
            {
                signatures.Add(Signed(each[i]));
            }
        }

        return [.. signatures.OrderBy(s => s.On).ThenBy(s => s.By, StringComparer.Ordinal)];
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
