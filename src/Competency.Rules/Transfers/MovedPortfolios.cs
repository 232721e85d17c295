namespace Competency.Rules;

/// <summary>
/// Portfolios that go over whole from one version of a standard to an equivalent one. Each is entered there under an id that names the one that it came from, so that what is corrected or
/// withdrawn since is so there too once the plan is applied again.
/// </summary>
internal sealed class MovedPortfolios
{
    private readonly Ledger<PortfolioSubmission> _portfolios;
    private readonly StandardId _from;
    private readonly StandardId _to;
    private readonly Dictionary<KsbCode, KsbCode> _now;
    private readonly HashSet<string> _ids;
    private readonly string[] _firsts;

    public MovedPortfolios(Ledger<PortfolioSubmission> portfolios, StandardId from, StandardId to, Dictionary<KsbCode, KsbCode> now)
    {
        (_portfolios, _from, _to, _now) = (portfolios, from, to, now);
        _ids = portfolios.Entries.Select(p => p.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _firsts = Firsts(portfolios.Entries);
    }

    private string Prefix => $"{_from}: ";

    /// <summary>The entries that bring the new version up to what stands under the old one.</summary>
    public IEnumerable<PortfolioSubmission> ToAdd(DateOnly on, DateOnly recorded)
    {
        var standing = Standing(on, recorded);
        var (old, there) = (new Dictionary<string, PortfolioSubmission>(StringComparer.Ordinal), new Dictionary<string, PortfolioSubmission>(StringComparer.Ordinal));
        foreach (var (first, portfolio) in standing)
        {
            // What came from the other version need not go back there.
            if (portfolio.Standard == _from && !first.StartsWith($"{_to}: ", StringComparison.Ordinal))
            {
                old[Prefix + first] = portfolio;
            }
            else if (portfolio.Standard == _to && first.StartsWith(Prefix, StringComparison.Ordinal))
            {
                there[first] = portfolio;
            }
        }

        foreach (var (key, portfolio) in old)
        {
            var moved = portfolio with { Standard = _to, Ksbs = [.. portfolio.Ksbs.Where(_now.ContainsKey).Select(k => _now[k])], Recorded = recorded, Id = key, Replaces = null };
            if (!there.TryGetValue(key, out var before))
            {
                // What was withdrawn there is for those who withdrew it.
                if (!_ids.Contains(key))
                {
                    yield return moved;
                }
            }
            else if (IsOurs(before) && !IsSame(before, moved))
            {
                yield return moved with { Id = Free(key), Replaces = before.Id };
            }
        }

        foreach (var (key, gone) in there.Where(t => !old.ContainsKey(t.Key) && IsOurs(t.Value)))
        {
            yield return gone with { Id = Free(key), Replaces = gone.Id, Recorded = recorded, IsWithdrawn = true };
        }
    }

    /// <summary>Of each entry the id of the first that it corrects; its own day, and its place among those of that day, where it has none and corrects none.</summary>
    private static string[] Firsts(IReadOnlyList<PortfolioSubmission> entries)
    {
        var (byId, days) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<DateOnly, int>());
        var firsts = new string[entries.Count];
        for (var i = 0; i < firsts.Length; i++)
        {
            var entry = entries[i];
            firsts[i] = entry.Replaces is { } replaced ? byId[replaced]
                : entry.Id ?? $"{Said.Date(entry.On)}, {Said.Number(days[entry.On] = days.GetValueOrDefault(entry.On) + 1)}";
            if (entry.Id is { } id)
            {
                byId.Add(id, firsts[i]);
            }
        }

        return firsts;
    }

    private List<(string First, PortfolioSubmission Portfolio)> Standing(DateOnly on, DateOnly recorded)
    {
        var replaced = Corrections.Replaced(_portfolios.Items, recorded);
        var standing = new List<(string, PortfolioSubmission)>();
        for (var i = 0; i < _firsts.Length; i++)
        {
            if (_portfolios.Entries[i] is { IsWithdrawn: false } entry && !replaced[i] && entry.On <= on && entry.Recorded <= recorded)
            {
                standing.Add((_firsts[i], entry));
            }
        }

        return standing;
    }

    /// <summary>Whether a transfer entered it; what somebody corrected under the new version is theirs.</summary>
    private bool IsOurs(PortfolioSubmission portfolio) => portfolio.Id?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    private static bool IsSame(PortfolioSubmission one, PortfolioSubmission other) =>
        (one.On, one.Items, one.AuthenticitySigned) == (other.On, other.Items, other.AuthenticitySigned) && one.Ksbs.SequenceEqual(other.Ksbs);

    private string Free(string key)
    {
        var number = 2;
        while (_ids.Contains($"{key} ({number})"))
        {
            number++;
        }

        return $"{key} ({number})";
    }
}
