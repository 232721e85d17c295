namespace Competency.Rules;

/// <summary>
/// The evidence of a learner who moved, as it stands in the version that is judged: what leads there counts there, with the decisions on it as they are, what is offered may yet, and
/// what was neither is history. Nothing is copied for it, so that what is corrected, overturned or taken back where it was recorded is so here.
/// </summary>
internal sealed class MovedEvidence
{
    private readonly StatementLinks _links;
    private readonly StandardId _standard;
    private readonly List<Claim> _claims = [];
    private readonly List<OfferedClaim> _offered = [];
    private readonly List<Claim> _unmoved = [];

    private MovedEvidence(StandardId standard, StatementLinks links, IEnumerable<Claim> claims)
    {
        (_links, _standard) = (links, standard);
        foreach (var item in claims.GroupBy(c => c.Evidence, StringComparer.Ordinal))
        {
            Take(item.GroupBy(c => new VersionKsb(c.Standard, c.Ksb)).ToDictionary(g => g.Key, g => g.ToArray()));
        }
    }

    /// <summary>Stands for none, where that must be kept too.</summary>
    public static MovedEvidence None { get; } = new(default, StatementLinks.None, []);

    /// <summary>The evidence of a learner in one version; null where no move leads there.</summary>
    /// <param name="standard">The version that is judged.</param>
    /// <param name="moves">The moves as known.</param>
    /// <param name="claims">The claims as known.</param>
    public static MovedEvidence? To(StandardId standard, Ledger<StandardMove> moves, Ledger<Claim> claims) =>
        StatementLinks.To(standard, moves) is { } links ? new MovedEvidence(standard, links, claims.Entries) : null;

    /// <summary>The claims under the version that is judged: those that were made there, and each item that leads there as one claim for each way, which says where it came from.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>What is offered for KSBs of the version that is judged.</summary>
    public IReadOnlyList<OfferedClaim> Offered => _offered;

    /// <summary>The claims under other standards and versions from which no transfer leads.</summary>
    public IReadOnlyList<Claim> Unmoved => _unmoved;

    /// <summary>A portfolio as it stands in the version that is judged: that of an equivalent one which the learner has left goes over whole.</summary>
    public PortfolioSubmission Here(PortfolioSubmission portfolio) =>
        _links.IsLeft(portfolio.Standard) && _links.OfEquivalent(portfolio.Standard, portfolio.Ksbs) is { Length: > 0 } ksbs
            ? portfolio with { Standard = _standard, Ksbs = ksbs, HandedInUnder = portfolio.Standard }
            : portfolio;

    /// <summary>Takes the claims on one item.</summary>
    private void Take(Dictionary<VersionKsb, Claim[]> item)
    {
        var leading = new List<Leading>();
        foreach (var (statement, claims) in item)
        {
            if (statement.Standard == _standard)
            {
                continue;
            }

            if (!_links.IsLeft(statement.Standard) || _links.From(statement) is not { } routes)
            {
                _unmoved.AddRange(claims);
                continue;
            }

            foreach (var route in routes)
            {
                if (route.To.Standard == _standard)
                {
                    leading.Add(new Leading(statement, route));
                }
            }
        }

        foreach (var (statement, claims) in item)
        {
            if (statement.Standard == _standard && !leading.Exists(l => l.Route.To.Ksb == statement.Ksb && !l.Route.IsOffered))
            {
                _claims.AddRange(claims);
            }
        }

        for (var i = 0; i < leading.Count; i++)
        {
            var ksb = leading[i].Route.To.Ksb;
            if (leading.FindIndex(l => l.Route.To.Ksb == ksb) == i)
            {
                Take(item, ksb, leading.FindAll(l => l.Route.To.Ksb == ksb));
            }
        }
    }

    /// <summary>Takes the claims on one item that lead to a KSB.</summary>
    private void Take(Dictionary<VersionKsb, Claim[]> item, KsbCode ksb, List<Leading> leading)
    {
        var own = item.GetValueOrDefault(new VersionKsb(_standard, ksb)) ?? [];
        if (leading.Count > 1)
        {
            // In which order a record lists its claims is nothing that a report shows.
            leading.Sort((x, y) => (x.From.Standard, x.From.Ksb).CompareTo((y.From.Standard, y.From.Ksb)));
        }

        var carried = leading.FindAll(l => !l.Route.IsOffered);
        foreach (var way in Ways(carried, carried, (from, to) => _links.Leads(from, to.From)))
        {
            _claims.Add(new MovedItem(way, item, own, _links).Under(_standard, ksb));
        }

        // What leads there in any case is on the way of what is offered, should that be approved.
        var offered = leading.FindAll(l => l.Route.IsOffered);
        foreach (var way in Ways(offered, leading, (from, to) => _links.Leads(from, to.From) || (!to.Route.IsOffered && _links.MayLead(from, to.From))))
        {
            var decided = new MovedItem(way, item, own, _links).AsDecided();
            if (offered.Exists(l => l.From == new VersionKsb(decided.Standard, decided.Ksb)))
            {
                _offered.Add(new OfferedClaim(decided, ksb));
            }
        }
    }

    /// <summary>
    /// The ways by which an item reaches a KSB, each with the statements on it, from the first to the last. Statements of which one leads to the other are of one way: what was decided
    /// on the item there is decided on the way. Two that lead to the KSB by themselves are two, and the referral of one undoes nothing of the other.
    /// </summary>
    /// <param name="starts">Where the ways begin.</param>
    /// <param name="all">What may be on them.</param>
    /// <param name="isOnWay">Whether a statement is on the way from another.</param>
    private static List<Leading[]> Ways(List<Leading> starts, List<Leading> all, Func<VersionKsb, Leading, bool> isOnWay)
    {
        if (starts.Count == 0 || all.Count == 1)
        {
            return starts.Count == 0 ? [] : [[starts[0]]];
        }

        var ways = new List<Leading[]>(1);
        foreach (var way in starts.Select(s => all.Where(l => l.From == s.From || isOnWay(s.From, l)).ToArray()).OrderByDescending(w => w.Length))
        {
            if (!ways.Exists(w => way.All(l => w.Any(o => o.From == l.From))))
            {
                ways.Add([.. way.OrderByDescending(l => l.Route.Links.Length)]);
            }
        }

        return ways;
    }
}
