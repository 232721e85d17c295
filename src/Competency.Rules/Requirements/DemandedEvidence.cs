namespace Competency.Rules;

/// <summary>The claims of a learner beside an <see cref="EvidenceDemand"/>: which KSBs they achieve, on the day of assessment and later.</summary>
internal sealed class DemandedEvidence
{
    private readonly AssessmentContext _context;
    private readonly EvidenceDemand _demand;
    private readonly ILookup<KsbCode, Item> _items;

    // What kind each item is by any of the claims on it: of most only one says so.
    private readonly ILookup<string, Claim>? _sayingKind;

    // Accepted under other standards and versions: what is offered for a KSB, and what may stand for any.
    private readonly ILookup<KsbCode, ElsewhereOffer> _offered;
    private readonly ElsewhereOffer[] _unmoved;

    public DemandedEvidence(AssessmentContext context, EvidenceDemand demand)
    {
        _context = context;
        _demand = demand;
        _sayingKind = demand.Kinds.Count == 0 ? null : context.Learner.Claims.Entries.Where(c => c.EvidenceKind is not null).ToLookup(c => c.Evidence, StringComparer.Ordinal);
        // Two claims of one item on one KSB are one claim.
        var moved = context.Moved;
        _items = (moved?.Claims ?? context.Learner.Claims.Entries)
            .Where(c => c.Standard == context.Standard.Id)
            .GroupBy(c => (c.Ksb, c.Evidence, c.CarriedFrom))
            .Select(g => ItemOf(g.Key.Ksb, g.Key.Evidence, g))
            .Where(IsAccepted)
            .ToLookup(i => i.Ksb);
        _unmoved = [.. (moved?.Unmoved ?? context.Learner.Claims.Entries)
            .Where(c => c.Standard != context.Standard.Id)
            .GroupBy(c => (c.Standard, c.Ksb, c.Evidence))
            .Select(g => new ElsewhereOffer(g.Key.Standard, ItemOf(g.Key.Ksb, g.Key.Evidence, g)))
            .Where(o => IsAccepted(o.Item))];
        _offered = (moved?.Offered ?? [])
            .Select(o => (o.Ksb, Offer: new ElsewhereOffer(o.Claim.Standard, ItemOf(o.Claim.Ksb, o.Claim.Evidence, [o.Claim]))))
            .Where(o => IsAccepted(o.Offer.Item))
            .ToLookup(o => o.Ksb, o => o.Offer);
    }

    /// <summary>Whether a KSB is achieved on a day, not before that of assessment; null where a kind or an assessor that is not recorded decides it.</summary>
    public bool? IsAchieved(KsbCode code, DateOnly day)
    {
        var current = _items[code].Where(i => ExpiryOf(i) >= day).ToArray();
        var certain = current.Where(i => IsOfKind(i) == true).ToArray();
        if (Suffices(certain, countUnnamed: false))
        {
            return true;
        }

        return Suffices([.. current.Where(i => IsOfKind(i) != false)], countUnnamed: true) ? null : false;
    }

    /// <summary>Whether a KSB may be achieved on a day, not before that of assessment, whatever is not recorded and whatever may be carried over.</summary>
    public bool MayBeAchieved(KsbCode code, DateOnly day) => Suffices([.. _items[code].Concat(Elsewhere(code)).Where(i => MayCount(i, day))], countUnnamed: true);

    /// <summary>What may yet be carried over to some KSBs that are not achieved, so that they might be: of too few items, or of the wrong kind or age, nothing comes.</summary>
    public CarryOver? MayBeCarriedTo(IEnumerable<KsbCode> lacking)
    {
        if (_unmoved.Length == 0 && _offered.Count == 0)
        {
            return null;
        }

        KsbCode[] ksbs = [.. lacking.Where(c => Elsewhere(c).Any(i => MayCount(i, _context.AsOf)) && MayBeAchieved(c, _context.AsOf))];
        return ksbs.Length == 0 ? null : CarryOver.Of(ksbs, ItemsOf(_unmoved), ItemsOf(ksbs.SelectMany(k => _offered[k])));

        IEnumerable<ElsewhereItem> ItemsOf(IEnumerable<ElsewhereOffer> offers) =>
            offers.Where(o => MayCount(o.Item, _context.AsOf)).Select(o => new ElsewhereItem(o.Standard, o.Item.Ksb, o.Item.Evidence, o.Item.Decision));
    }

    /// <summary>Whether a claim that came from another version counts towards its KSB, or may.</summary>
    public bool Counts(Claim carried) => _items[carried.Ksb].Any(i => ReferenceEquals(i.Origin, carried.CarriedFrom) && i.Evidence == carried.Evidence && IsOfKind(i) != false && ExpiryOf(i) >= _context.AsOf);

    /// <summary>The items that count towards a KSB, or may.</summary>
    public IEnumerable<AcceptedItem> AcceptedFor(KsbCode code) =>
        _items[code].Where(i => IsOfKind(i) != false && ExpiryOf(i) >= _context.AsOf).Select(i => new AcceptedItem(_context.Layout.PositionOf(code), i.Evidence, i.Decision));

    /// <summary>Every day after that of assessment on which an acceptance counts no more, or may no more.</summary>
    public IEnumerable<DateOnly> Expiries =>
        _items.SelectMany(g => g).Concat(_unmoved.Concat(_offered.SelectMany(g => g)).Select(o => o.Item)).Select(ExpiryOf).Where(d => d >= _context.AsOf && d < DateOnly.MaxValue).Select(d => d.AddDays(1)).Distinct().Order();

    /// <summary>What of a KSB's accepted evidence does not count, and why; null where all does, or there is none.</summary>
    public string? ShortOf(KsbCode code)
    {
        var all = _items[code].ToArray();
        var old = Count(all.Where(i => ExpiryOf(i) < _context.AsOf));
        var other = Count(all.Where(i => ExpiryOf(i) >= _context.AsOf && IsOfKind(i) == false));
        var left = all.Where(i => ExpiryOf(i) >= _context.AsOf && IsOfKind(i) != false).ToArray();
        var parts = new List<string>();
        if (Count(left) < _demand.Items || (left.Length == 0 && all.Length > 0))
        {
            parts.Add($"{Count(left)} of {_demand.Items}");
        }

        var assessors = left.Select(i => i.Decision.By).Where(b => b is not null).Distinct(People).Count();
        if (left.Length > 0 && _demand.Assessors > 1 && assessors < _demand.Assessors)
        {
            parts.Add($"by {Said.Count(assessors, "named assessor", "named assessors")}");
        }

        if (old > 0)
        {
            parts.Add($"{old} too old");
        }

        if (other > 0)
        {
            parts.Add($"{other} of another kind");
        }

        return all.Length == 0 || parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>What is not recorded and keeps some KSBs unclear: the kinds of items, and who accepted them. Null for nothing.</summary>
    /// <param name="requirement">The id of the requirement.</param>
    /// <param name="unclear">The KSBs.</param>
    public Gap? Unsaid(string requirement, IEnumerable<KsbCode> unclear)
    {
        Item[] items = [.. unclear.SelectMany(c => _items[c]).Where(i => ExpiryOf(i) >= _context.AsOf)];
        var kinds = Ids(i => IsOfKind(i) is null);
        var people = Ids(i => _demand.Assessors > 1 && IsOfKind(i) != false && i.Decision.By is null);
        string[] unsaid = [.. kinds.Length == 0 ? [] : new[] { $"of which kind {string.Join(", ", kinds)} {(kinds.Length == 1 ? "is" : "are")}" }, .. people.Length == 0 ? [] : new[] { $"who accepted {string.Join(", ", people)}" }];
        return unsaid.Length == 0 ? null : Gap.Record($"{requirement}:unsaid", string.Join(", and ", unsaid), $"Record {string.Join(", and ", unsaid)}");

        string[] Ids(Func<Item, bool> isUnsaid) => [.. items.Where(isUnsaid).Select(i => i.Evidence).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Names are people's: another case or other blanks make no second assessor.</summary>
    private static readonly IEqualityComparer<string?> People = EqualityComparer<string?>.Create(
        (x, y) => ReferenceEquals(x, y) || (x is not null && y is not null && WrittenName.IsSame(x, y)),
        // Few names stand beside one KSB: comparing them all is right in every script, and quick.
        _ => 0);

    private Item ItemOf(KsbCode ksb, string evidence, IEnumerable<Claim> claims) =>
        new(ksb, evidence, _sayingKind is null ? null : KindOf(claims) ?? KindOfAll(evidence), claims.Aggregate((ClaimDecision?)null, (before, claim) => claim.InForce(before))!, claims.First().CarriedFrom);

    /// <summary>What all claims on an item say that say its kind; null where they contradict each other.</summary>
    private string? KindOfAll(string evidence) =>
        _sayingKind![evidence].Select(c => c.EvidenceKind!).DistinctBy(WrittenName.Key).ToArray() is [var only] ? only : null;

    private static string? KindOf(IEnumerable<Claim> claims) => Claim.LastSaid(claims, c => c.EvidenceKind);

    private IEnumerable<Item> Elsewhere(KsbCode code) => _unmoved.Concat(_offered[code]).Select(o => o.Item);

    private bool MayCount(Item item, DateOnly day) => IsOfKind(item) != false && ExpiryOf(item) >= day;

    private bool IsAccepted(Item item) =>
        item.Decision.Kind == ClaimDecisionKind.Accepted || (_demand.PartSuffices && item.Decision.Kind == ClaimDecisionKind.AcceptedInPart);

    private bool? IsOfKind(Item item) => _demand.Kinds.Count == 0 ? true
        : item.Kind is not { } kind ? null
        : _demand.Kinds.Any(k => WrittenName.IsSame(k, kind));

    /// <summary>The last day on which an acceptance counts.</summary>
    private DateOnly ExpiryOf(Item item) => _demand.NotOlderThanMonths is { } months ? Calendar.AddMonths(item.Decision.On, months) : DateOnly.MaxValue;

    private bool Suffices(Item[] items, bool countUnnamed)
    {
        if (Count(items) < _demand.Items)
        {
            return false;
        }

        // Who is not named may be anybody, the same person included: as far as is certain they add one assessor where nobody is named.
        var named = items.Select(i => i.Decision.By).Where(b => b is not null).Distinct(People).Count();
        var unnamed = items.Count(i => i.Decision.By is null);
        return (countUnnamed ? named + unnamed : named > 0 ? named : Math.Min(unnamed, 1)) >= _demand.Assessors;
    }

    /// <summary>How many items: under several KSBs of another version one is accepted several times.</summary>
    private static int Count(IEnumerable<Item> items) => items.Select(i => i.Evidence).Distinct(StringComparer.Ordinal).Count();

    /// <summary>An item that is accepted under another standard or version.</summary>
    private sealed record ElsewhereOffer(StandardId Standard, Item Item);

    private sealed record Item(KsbCode Ksb, string Evidence, string? Kind, ClaimDecision Decision, ClaimOrigin? Origin);
}
