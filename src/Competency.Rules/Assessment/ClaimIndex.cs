namespace Competency.Rules;

/// <summary>
/// The claims of a learner by the KSBs of one standard, worked out once: which claims are on each KSB, and how far each has got by all
/// decisions. How far it had got on an earlier day is found from the same claims. Immutable; safe to share between threads.
/// </summary>
internal sealed class ClaimIndex
{
    /// <summary>Up to here looking through the claims on one KSB is quicker than a dictionary.</summary>
    private const int Few = 64;

    // Claims by the position of their KSB, those of one item on one KSB one after the other, otherwise in the order of the ledger.
    private readonly Claim[] _claims;
    private readonly int[] _starts;

    // Whether a claim goes on the item before it; null where no item is claimed twice for one KSB.
    private bool[]? _goesOn;

    // What is looked at most, within reach without a further step through memory: the first 128 KSBs that are achieved.
    private readonly ulong _achievedFirst;
    private readonly ulong _achievedSecond;
    private readonly OccupationalStandard? _standardWithoutOptions;

    // The same whichever thread works it out.
    private EarlierStandings? _earlier;

    private ClaimIndex((KsbCode Ksb, Claim Claim)[] claims, StandardLayout layout)
    {
        Layout = layout;
        (_starts, _claims, Outside) = ByPosition(claims, layout);
        for (var position = 0; position < layout.Codes.Length; position++)
        {
            JoinItems(position);
        }

        Final = StandingsOn(DateOnly.MaxValue, DateOnly.MaxValue);
        _achievedFirst = Final.Achieved.Length > 0 ? Final.Achieved[0] : 0;
        _achievedSecond = Final.Achieved.Length > 1 ? Final.Achieved[1] : 0;
        _standardWithoutOptions = layout.HasOptions ? null : layout.Standard;
    }

    public StandardLayout Layout { get; }

    /// <summary>How far each KSB has got by all decisions.</summary>
    public KsbStandings Final { get; }

    /// <summary>Claims on codes that the standard does not have.</summary>
    public (KsbCode Ksb, Claim Claim)[] Outside { get; }

    /// <summary>The index of a ledger. It is kept with the ledger, but for a learner who moved from one version to another.</summary>
    /// <param name="claims">The ledger.</param>
    /// <param name="layout">The standard.</param>
    /// <param name="moves">The moves of the learner, as known.</param>
    public static ClaimIndex Of(Ledger<Claim> claims, StandardLayout layout, Ledger<StandardMove> moves)
    {
        if (MovedClaims.To(layout.Standard.Id, moves) is { } moved)
        {
            return new ClaimIndex([.. claims.Entries.SelectMany(c => moved.KsbsOf(c).Select(k => (k, c)))], layout);
        }

        return claims.Derive(
            layout,
            static (kept, asked) => ReferenceEquals(kept.Layout, asked),
            static (items, asked) => new ClaimIndex(Array.ConvertAll(items, c => (c.Ksb, c)), asked));
    }

    /// <summary>The index that a ledger keeps, of whatever standard; null for none.</summary>
    public static ClaimIndex? Kept(Ledger<Claim> claims) => claims.Kept as ClaimIndex;

    /// <summary>
    /// The index that a ledger keeps, where it is of a standard without options and the learner moved from no other: then a verdict on the KSBs needs
    /// nothing else. Null for any other.
    /// </summary>
    public static ClaimIndex? KeptFor(Learner learner, OccupationalStandard standard) =>
        learner.Claims.Kept is ClaimIndex kept
        && ReferenceEquals(kept._standardWithoutOptions, standard)
        && (ReferenceEquals(learner.Moves, Ledger<StandardMove>.Unknown) || learner.Moves.Items.IsEmpty)
            ? kept
            : null;

    /// <summary>Whether all of some KSBs are achieved by all decisions.</summary>
    public bool HasAll(KsbMask asked) => asked.Words.Length == 2
        ? ((asked.Words[0] & ~_achievedFirst) | (asked.Words[1] & ~_achievedSecond)) == 0
        : asked.IsWithin(Final.Achieved);

    /// <summary>How far each KSB had got.</summary>
    /// <param name="claims">The ledger of this index.</param>
    /// <param name="asOf">By decisions up to this day.</param>
    /// <param name="knownAt">Recorded by this day.</param>
    public KsbStandings On(Ledger<Claim> claims, DateOnly asOf, DateOnly knownAt) =>
        claims.IsWhollyKnown(asOf, knownAt) ? Final : OnEarlier(asOf, knownAt);

    /// <summary>The items that are claimed for a KSB, each with its decision in force by two days; those of which none was in force are left out.</summary>
    public IEnumerable<ClaimInForce> ItemsOn(int position, DateOnly asOf, DateOnly knownAt)
    {
        var end = _starts[position + 1];
        for (var at = _starts[position]; at < end;)
        {
            var claim = _claims[at];
            if (Decide(ref at, end, asOf, knownAt) is { } inForce)
            {
                yield return new ClaimInForce(claim, inForce, ClaimStanding.Of(inForce.Kind, claim.Standard == Layout.Standard.Id));
            }
        }
    }

    private static (int[] Starts, Claim[] Claims, (KsbCode Ksb, Claim Claim)[] Outside) ByPosition((KsbCode Ksb, Claim Claim)[] claims, StandardLayout layout)
    {
        var starts = new int[layout.Codes.Length + 1];
        var positions = claims.Length <= 1024 ? stackalloc short[claims.Length] : new short[claims.Length];
        var outside = 0;
        for (var i = 0; i < claims.Length; i++)
        {
            var position = layout.PositionOf(claims[i].Ksb);
            positions[i] = (short)position;
            if (position < 0)
            {
                outside++;
            }
            else
            {
                starts[position + 1]++;
            }
        }

        for (var position = 1; position < starts.Length; position++)
        {
            starts[position] += starts[position - 1];
        }

        var sorted = new Claim[claims.Length - outside];
        var others = outside == 0 ? [] : new (KsbCode Ksb, Claim Claim)[outside];
        var next = starts.Length <= 1024 ? stackalloc int[starts.Length] : new int[starts.Length];
        starts.CopyTo(next);
        outside = 0;
        for (var i = 0; i < claims.Length; i++)
        {
            if (positions[i] < 0)
            {
                others[outside++] = claims[i];
            }
            else
            {
                sorted[next[positions[i]]++] = claims[i].Claim;
            }
        }

        return (starts, sorted, others);
    }

    /// <summary>Brings the claims of one item on one KSB together: they are one claim.</summary>
    private void JoinItems(int position)
    {
        var claims = _claims.AsSpan(_starts[position], _starts[position + 1] - _starts[position]);
        if (!HasRepeatedItem(claims))
        {
            return;
        }

        var goesOn = _goesOn ??= new bool[_claims.Length];
        var joined = new List<Claim>(claims.Length);
        foreach (var item in claims.ToArray().GroupBy(c => (c.Evidence, c.Standard)))
        {
            var isFirst = true;
            foreach (var claim in item)
            {
                goesOn[_starts[position] + joined.Count] = !isFirst;
                joined.Add(claim);
                isFirst = false;
            }
        }

        joined.CopyTo(claims);
    }

    private static bool HasRepeatedItem(ReadOnlySpan<Claim> claims)
    {
        if (claims.Length > Few)
        {
            return claims.ToArray().Select(c => (c.Evidence, c.Standard)).Distinct().Count() < claims.Length;
        }

        Span<int> hashes = stackalloc int[Few];
        for (var i = 0; i < claims.Length; i++)
        {
            hashes[i] = claims[i].EvidenceHash;
            if (!hashes[..i].Contains(hashes[i]))
            {
                continue;
            }

            foreach (var earlier in claims[..i])
            {
                if (earlier.IsOfSameItem(claims[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How far each KSB had got on a day before the last decision. The last day that was asked for is kept: many are judged on one day, and again.</summary>
    private KsbStandings OnEarlier(DateOnly asOf, DateOnly knownAt)
    {
        if (Volatile.Read(ref _earlier) is { } kept && kept.AsOf == asOf && kept.KnownAt == knownAt)
        {
            return kept.Standings;
        }

        var standings = StandingsOn(asOf, knownAt);
        Volatile.Write(ref _earlier, new EarlierStandings(asOf, knownAt, standings));
        return standings;
    }

    private KsbStandings StandingsOn(DateOnly asOf, DateOnly knownAt)
    {
        var standings = new KsbStandings(Layout);
        for (var position = 0; position < Layout.Codes.Length; position++)
        {
            var best = KsbStanding.NoEvidence;
            var end = _starts[position + 1];
            for (var at = _starts[position]; at < end && best != KsbStanding.Achieved;)
            {
                var isOwn = _claims[at].Standard == Layout.Standard.Id;
                if (Decide(ref at, end, asOf, knownAt) is { } inForce)
                {
                    var standing = ClaimStanding.Of(inForce.Kind, isOwn);
                    best = standing > best ? standing : best;
                }
            }

            standings.Set(position, best);
        }

        return standings;
    }

    /// <summary>The decision in force on the item that begins at a place; the place moves to the next item.</summary>
    private ClaimDecision? Decide(ref int at, int end, DateOnly asOf, DateOnly knownAt)
    {
        var inForce = _claims[at++].InForce(null, asOf, knownAt);
        while (_goesOn is not null && at < end && _goesOn[at])
        {
            inForce = _claims[at++].InForce(inForce, asOf, knownAt);
        }

        return inForce;
    }

    /// <summary>How far each KSB had got by two days.</summary>
    private sealed record EarlierStandings(DateOnly AsOf, DateOnly KnownAt, KsbStandings Standings);
}
