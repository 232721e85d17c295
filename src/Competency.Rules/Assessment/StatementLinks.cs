namespace Competency.Rules;

/// <summary>
/// Where the statements of the versions that a learner has left lead, by the moves that are known: to the same statement of another version, to one for which a person approved them,
/// or to one for which they are offered and nobody has decided. Of one owner while it finds ways.
/// </summary>
internal sealed class StatementLinks
{
    /// <summary>So many steps are tried from one statement. Learners go over a few versions; between a dozen, each moved to each, there are more ways than anybody can follow.</summary>
    private const int MostSteps = 10_000;

    private readonly StandardId _standard;
    private readonly HashSet<StandardId> _left = [];
    private readonly StandardMove[] _moves;
    private readonly Dictionary<VersionKsb, List<StatementLink>> _links = [];

    // Two statements of which a person said that evidence for one is none for the other.
    private readonly HashSet<(VersionKsb Old, VersionKsb New)> _rejected = [];
    private readonly Dictionary<(StandardId From, StandardId To), Dictionary<KsbCode, KsbCode>> _equivalent = [];
    private readonly Dictionary<VersionKsb, List<StatementRoute>?> _routes = [];
    private int _steps;

    private StatementLinks(StandardId standard, StandardMove[] moves) => (_standard, _moves) = (standard, moves);

    /// <summary>None.</summary>
    public static StatementLinks None { get; } = new(default, []);

    /// <summary>The statements of the versions from which moves lead to one, over others too; null where none does.</summary>
    /// <param name="standard">The version that is judged.</param>
    /// <param name="moves">The moves as known.</param>
    public static StatementLinks? To(StandardId standard, Ledger<StandardMove> moves)
    {
        if (moves.Items.IsEmpty)
        {
            return null;
        }

        var links = new StatementLinks(standard, [.. moves.Entries]);
        var reached = new Queue<StandardId>([standard]);
        while (reached.TryDequeue(out var to))
        {
            foreach (var move in moves.Items)
            {
                if (move.To == to && move.From != standard && links._left.Add(move.From))
                {
                    reached.Enqueue(move.From);
                }
            }
        }

        foreach (var moved in moves.ByDay(m => links._left.Contains(m.From) && (m.To == standard || links._left.Contains(m.To))).GroupBy(m => (m.From, m.To)))
        {
            links.Add([.. moved]);
        }

        return links._left.Count == 0 ? null : links;
    }

    /// <summary>Whether any move leads to a version.</summary>
    public static bool Lead(StandardId standard, Ledger<StandardMove> moves)
    {
        foreach (var move in moves.Items)
        {
            if (move.To == standard)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether moves lead from a version to that which is judged.</summary>
    public bool IsLeft(StandardId version) => _left.Contains(version);

    /// <summary>The statements of later versions to which one leads, each with the route that says most; null where there are too many ways to follow, so that nobody can tell.</summary>
    public List<StatementRoute>? From(VersionKsb statement)
    {
        if (!_routes.TryGetValue(statement, out var routes))
        {
            (routes, _steps) = ([], 0);
            Walk([statement], [], routes);
            routes = _steps > MostSteps ? null : routes;
            _routes.Add(statement, routes);
        }

        return routes;
    }

    /// <summary>Whether evidence for one statement is evidence for another.</summary>
    public bool Leads(VersionKsb from, VersionKsb to) => From(from)!.Exists(r => r.To == to && !r.IsOffered);

    /// <summary>Whether evidence for one statement is, or may yet be, evidence for another.</summary>
    public bool MayLead(VersionKsb from, VersionKsb to) => From(from)!.Exists(r => r.To == to);

    /// <summary>When the learner came to a version last, up to a day; the first day there is where no move led there.</summary>
    public DateOnly Entered(StandardId version, DateOnly day)
    {
        var entered = DateOnly.MinValue;
        foreach (var move in _moves)
        {
            entered = move.To == version && move.On <= day && move.On > entered ? move.On : entered;
        }

        return entered;
    }

    /// <summary>
    /// What KSBs of a version that was left are in that which is judged, where all moves between are from one version to an equivalent one: then a portfolio goes over whole. Null where
    /// none of the ways is such.
    /// </summary>
    public KsbCode[]? OfEquivalent(StandardId version, IEnumerable<KsbCode> ksbs)
    {
        var reached = new Queue<(StandardId Version, KsbCode[] Ksbs)>([(version, [.. ksbs])]);
        var seen = new HashSet<StandardId> { version };
        while (reached.TryDequeue(out var at))
        {
            if (at.Version == _standard)
            {
                return at.Ksbs;
            }

            foreach (var (pair, carried) in _equivalent)
            {
                if (pair.From == at.Version && seen.Add(pair.To))
                {
                    reached.Enqueue((pair.To, [.. at.Ksbs.Where(carried.ContainsKey).Select(k => carried[k])]));
                }
            }
        }

        return null;
    }

    /// <summary>Takes the moves from one version to another, in the order of their days: the last says what is carried and offered, and each what was decided.</summary>
    private void Add(StandardMove[] moves)
    {
        // One that only decides adds to those before.
        var saying = Array.FindAll(moves, m => m.Carried.Count > 0 || m.Pending.Count > 0);
        saying = saying.Length > 0 ? saying : moves;
        var (latest, from, to) = (saying[^1], moves[0].From, moves[0].To);
        var carried = Array.ConvertAll(saying, m => m.Carried.ToHashSet());
        foreach (var link in carried[^1])
        {
            var first = saying[Array.FindLastIndex(carried, c => !c.Contains(link)) + 1];
            Add(link, isOffered: false, first.On, first.By, first.On);
        }

        var decided = new Dictionary<KsbLink, (TransferDecision Decision, StandardMove Move)>();
        foreach (var move in moves)
        {
            foreach (var decision in move.Decisions)
            {
                // Said again it is no newer.
                var link = new KsbLink(decision.Old, decision.New);
                if (!decided.TryGetValue(link, out var before) || before.Decision.IsApproved != decision.IsApproved)
                {
                    decided[link] = (decision, move);
                }
            }
        }

        foreach (var (link, (decision, move)) in decided.Where(d => !carried[^1].Contains(d.Key)))
        {
            if (decision.IsApproved)
            {
                Add(link, isOffered: false, move.On, decision.By, decision.On);
            }
            else
            {
                _rejected.Add((new VersionKsb(from, link.Old), new VersionKsb(to, link.New)));
            }
        }

        foreach (var link in latest.Pending.Distinct())
        {
            Add(link, isOffered: true, latest.On, signedBy: null, latest.On);
        }

        if (latest.IsEquivalent)
        {
            _equivalent.Add((from, to), latest.Carried.DistinctBy(l => l.Old).ToDictionary(l => l.Old, l => l.New));
        }

        void Add(KsbLink link, bool isOffered, DateOnly on, string? signedBy, DateOnly signedOn)
        {
            var old = new VersionKsb(from, link.Old);
            if (!_links.TryGetValue(old, out var links))
            {
                _links.Add(old, links = new(1));
            }

            links.Add(new StatementLink(new VersionKsb(to, link.New), isOffered, on, signedBy, signedOn));
        }
    }

    /// <summary>Goes on from the last of some statements, to no version twice, and not where a person said of one of them and the next that it does not lead there.</summary>
    private void Walk(List<VersionKsb> path, List<StatementLink> steps, List<StatementRoute> routes)
    {
        if (!_links.TryGetValue(path[^1], out var links))
        {
            return;
        }

        foreach (var link in links)
        {
            if (++_steps > MostSteps)
            {
                return;
            }

            if (path.Exists(s => s.Standard == link.To.Standard || (_rejected.Count > 0 && _rejected.Contains((s, link.To)))))
            {
                continue;
            }

            path.Add(link.To);
            steps.Add(link);
            var route = new StatementRoute([.. steps]);
            var known = routes.FindIndex(r => r.To == route.To);
            if (known < 0)
            {
                routes.Add(route);
            }
            else if (route.IsBetterThan(routes[known]))
            {
                routes[known] = route;
            }

            if (link.To.Standard != _standard)
            {
                Walk(path, steps, routes);
            }

            path.RemoveAt(path.Count - 1);
            steps.RemoveAt(steps.Count - 1);
        }
    }
}
