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
        var leading = new List<(VersionKsb From, KsbCode To, StatementRoute Route)>();
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
                    leading.Add((statement, route.To.Ksb, route));
                }
            }
        }

        foreach (var (statement, claims) in item)
        {
            if (statement.Standard == _standard && !leading.Exists(l => l.To == statement.Ksb && !l.Route.IsOffered))
            {
                _claims.AddRange(claims);
            }
        }

        for (var i = 0; i < leading.Count; i++)
        {
            var ksb = leading[i].To;
            if (leading.FindIndex(l => l.To == ksb) == i)
            {
                Take(item, ksb, leading.FindAll(l => l.To == ksb));
            }
        }
    }

    /// <summary>Takes the claims on one item that lead to a KSB.</summary>
    private void Take(Dictionary<VersionKsb, Claim[]> item, KsbCode ksb, List<(VersionKsb From, KsbCode To, StatementRoute Route)> leading)
    {
        var own = item.GetValueOrDefault(new VersionKsb(_standard, ksb)) ?? [];
        foreach (var way in Ways(leading.FindAll(l => !l.Route.IsOffered)))
        {
            _claims.Add(new MovedItem(way, item, own, _links).Under(_standard, ksb));
        }

        foreach (var way in Ways(leading.FindAll(l => l.Route.IsOffered)))
        {
            // What was decided on the item here since says more than an offer could.
            var offered = new MovedItem(way, item, own, _links).AsDecided();
            if (offered.Standard != _standard)
            {
                _offered.Add(new OfferedClaim(offered, ksb));
            }
        }
    }

    /// <summary>
    /// The ways by which an item reaches a KSB, each with the statements on it, from the first to the last. Statements of which one leads to the other are of one way: what was decided
    /// on the item there is decided on the way. Two that lead to the KSB by themselves are two, and the referral of one undoes nothing of the other.
    /// </summary>
    private List<(VersionKsb From, StatementRoute Route)[]> Ways(List<(VersionKsb From, KsbCode To, StatementRoute Route)> leading)
    {
        if (leading.Count < 2)
        {
            return leading.Count == 0 ? [] : [[(leading[0].From, leading[0].Route)]];
        }

        // In which order a record lists its claims is nothing that a report shows.
        leading.Sort((x, y) => (x.From.Standard, x.From.Ksb).CompareTo((y.From.Standard, y.From.Ksb)));
        var ways = new List<(VersionKsb From, StatementRoute Route)[]>(1);
        foreach (var way in leading.Select(f => leading.Where(l => l.From == f.From || _links.Leads(f.From, l.From)).ToArray()).OrderByDescending(w => w.Length))
        {
            if (!ways.Exists(w => way.All(l => w.Any(o => o.From == l.From))))
            {
                ways.Add([.. way.OrderByDescending(l => l.Route.Links.Length).Select(l => (l.From, l.Route))]);
            }
        }

        return ways;
    }
}
