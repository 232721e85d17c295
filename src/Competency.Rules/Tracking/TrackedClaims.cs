namespace Competency.Rules;

/// <summary>The claims of a learner as counts: how many items bring each KSB to which standing. Of one owner.</summary>
internal sealed class TrackedClaims(StandardLayout layout, DateOnly asOf, DateOnly knownAt)
{
    private const int StandingCount = (int)KsbStanding.Achieved + 1;

    private readonly TrackedItems _items = new();

    // The versions under which claims were made; the one that is judged is the first.
    private readonly List<StandardId> _versions = [layout.Standard.Id];
    private readonly int[] _counts = new int[layout.Codes.Length * StandingCount];

    public KsbStandings Standings { get; } = new(layout);

    /// <summary>Takes a claim, the later of two on one item, and says which KSB has another standing now.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="position">The place of its KSB.</param>
    /// <param name="change">The standing before and after.</param>
    /// <returns>Whether the standing is another.</returns>
    public bool Take(Claim claim, int position, out TrackedKsbChange change)
    {
        change = default;
        var version = VersionOf(claim.Standard);
        ref var inForce = ref _items.On(claim, position + (version * layout.Codes.Length));
        var before = inForce;
        var after = claim.InForce(before, asOf, knownAt);
        if (before == after)
        {
            return false;
        }

        inForce = after;
        var isOwn = version == 0;
        var from = before.HasValue ? ClaimStanding.Of(before.Kind, isOwn) : KsbStanding.NoEvidence;
        var to = ClaimStanding.Of(after.Kind, isOwn);
        if (from == to)
        {
            return false;
        }

        var counts = _counts.AsSpan(position * StandingCount, StandingCount);
        counts[(int)from]--;
        counts[(int)to]++;
        var was = Standings[position];
        var best = Best(counts);
        if (best == was)
        {
            return false;
        }

        Standings.Set(position, best);
        change = new TrackedKsbChange(layout.Codes[position], was, best);
        return true;
    }

    private static KsbStanding Best(ReadOnlySpan<int> counts)
    {
        // That an item says nothing is the same as no item: the count of none is not kept right and not looked at.
        var best = StandingCount - 1;
        while (best > 0 && counts[best] == 0)
        {
            best--;
        }

        return (KsbStanding)best;
    }

    private int VersionOf(StandardId standard)
    {
        if (standard == layout.Standard.Id)
        {
            return 0;
        }

        for (var i = 1; i < _versions.Count; i++)
        {
            if (_versions[i] == standard)
            {
                return i;
            }
        }

        _versions.Add(standard);
        return _versions.Count - 1;
    }
}
