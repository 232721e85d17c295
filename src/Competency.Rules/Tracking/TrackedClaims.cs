namespace Competency.Rules;

/// <summary>The claims of a learner as counts: how many items bring each KSB to which standing. Of one owner.</summary>
internal sealed class TrackedClaims(StandardLayout layout, DateOnly asOf, DateOnly knownAt)
{
    private const int StandingCount = (int)KsbStanding.Achieved + 1;

    private readonly TrackedItems _items = new();

    // The KSBs of versions that were left, from which something counts or is offered: few.
    private readonly List<VersionKsb> _left = [];

    // The other standards and versions from which no transfer leads.
    private readonly List<StandardId> _unmoved = [];
    private readonly int[] _counts = new int[layout.Codes.Length * StandingCount];
    private int _acceptedUnmoved;

    public KsbStandings Standings { get; } = new(layout);

    /// <summary>Whether something is accepted under a standard or version from which no transfer leads: it may stand for any KSB, whatever its code.</summary>
    public bool MayCarryAny { get; private set; }

    /// <summary>Takes a claim, the later of two on one item, and says which KSB has another standing now.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="position">The place of its KSB.</param>
    /// <param name="change">The standing before and after.</param>
    /// <returns>Whether the standing is another.</returns>
    public bool Take(Claim claim, int position, out TrackedKsbChange change)
    {
        change = default;
        var isOwn = claim.Standard == layout.Standard.Id;
        VersionKsb? left = claim.CarriedFrom is { } origin ? origin.From : isOwn ? null : new VersionKsb(claim.Standard, claim.Ksb);
        ref var inForce = ref _items.On(claim, position + (left is { } statement ? (PlaceIn(_left, statement) + 1) * layout.Codes.Length : 0));
        var before = inForce;
        var after = claim.InForce(before, asOf, knownAt);
        if (before == after)
        {
            return false;
        }

        inForce = after;
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

        Standings.Set(position, best, MayCarryAny);
        change = new TrackedKsbChange(layout.Codes[position], was, best);
        return true;
    }

    /// <summary>Takes a claim under another standard or version from which no transfer leads.</summary>
    /// <returns>Whether any KSB may be carried over now and none before, or the other way round.</returns>
    public bool TakeUnmoved(Claim claim)
    {
        // Below those of the standard, whose places are not negative: the code may be none of its own.
        ref var inForce = ref _items.On(claim, ~((PlaceIn(_unmoved, claim.Standard) << 16) | claim.Ksb.Value));
        var before = inForce;
        inForce = claim.InForce(before, asOf, knownAt);
        _acceptedUnmoved += (IsAccepted(inForce) ? 1 : 0) - (IsAccepted(before) ? 1 : 0);
        var mayCarryAny = _acceptedUnmoved > 0;
        if (mayCarryAny == MayCarryAny)
        {
            return false;
        }

        MayCarryAny = mayCarryAny;
        for (var position = 0; position < layout.Codes.Length; position++)
        {
            Standings.Set(position, Standings[position], mayCarryAny);
        }

        return true;
    }

    private static bool IsAccepted(DecisionInForce decision) => decision.HasValue && decision.Kind == ClaimDecisionKind.Accepted;

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

    private static int PlaceIn<T>(List<T> known, T one)
    {
        var place = known.IndexOf(one);
        if (place < 0)
        {
            place = known.Count;
            known.Add(one);
        }

        return place;
    }
}
