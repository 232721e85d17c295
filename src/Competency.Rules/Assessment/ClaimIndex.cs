using System.Numerics;

namespace Competency.Rules;

/// <summary>
/// The claims of a learner by the KSBs of one standard, worked out once: how far each KSB has got by all decisions, found in one walk over
/// the ledger; which claims are on each is sorted out when somebody asks. Immutable; safe to share between threads.
/// </summary>
internal sealed class ClaimIndex
{
    /// <summary>Up to here looking through the claims on one KSB is quicker than a dictionary.</summary>
    private const int Few = 64;

    /// <summary>Up to here what was seen is noted on the stack.</summary>
    private const int SlotsOnStack = 2048;

    // In the order of the ledger; beside them the KSBs for which they count, where those are not the ones that they name.
    private readonly ReadOnlyMemory<Claim> _claims;
    private readonly KsbCode[]? _counted;

    // Under other standards and versions from which no transfer leads; null for none.
    private readonly UnmovedClaims? _unmoved;

    // The moves by which the claims count here; null for those of a learner who moved not.
    private readonly Ledger<StandardMove>? _moves;

    // Whether an item may be claimed twice for one KSB: then its claims must be brought together before anybody decides.
    private readonly bool _mayRepeat;

    // Whether a claim may be on a KSB that the standard does not have; surely not if false.
    private readonly bool _mayBeUnlisted;

    // What is looked at most, within reach without a further step through memory: the first 128 KSBs.
    private readonly ulong _achievedFirst;
    private readonly ulong _achievedSecond;
    private readonly ulong _mayBeCarriedFirst;
    private readonly ulong _mayBeCarriedSecond;
    private readonly OccupationalStandard? _standardWithoutOptions;

    // The same whichever thread works it out.
    private ClaimsByKsb? _byKsb;
    private EarlierStandings? _earlier;
    private AcceptedEvidence? _accepted;

    private ClaimIndex(ReadOnlyMemory<Claim> claims, KsbCode[]? counted, UnmovedClaims? unmoved, StandardLayout layout, Ledger<StandardMove>? moves = null)
    {
        _moves = moves;
        Layout = layout;
        _claims = claims;
        _counted = counted;
        var best = new byte[layout.Codes.Length];
        _mayRepeat = MayRepeat(best, out var mayBeUnmoved, out _mayBeUnlisted);
        _unmoved = counted is null && mayBeUnmoved ? UnmovedClaims.Of([.. claims.ToArray().Where(c => c.Standard != layout.Standard.Id)]) : unmoved;
        Final = _mayRepeat ? StandingsOn(DateOnly.MaxValue, DateOnly.MaxValue) : new KsbStandings(layout, best, MayCarryAny(DateOnly.MaxValue, DateOnly.MaxValue));
        (_achievedFirst, _achievedSecond) = FirstWords(Final.Achieved);
        (_mayBeCarriedFirst, _mayBeCarriedSecond) = FirstWords(Final.MayBeCarried);
        _standardWithoutOptions = layout.HasOptions || counted is not null ? null : layout.Standard;
    }

    public StandardLayout Layout { get; }

    /// <summary>How far each KSB has got by all decisions.</summary>
    public KsbStandings Final { get; }

    /// <summary>The index of a ledger, which is kept with it.</summary>
    /// <param name="claims">The ledger.</param>
    /// <param name="layout">The standard.</param>
    public static ClaimIndex Of(Ledger<Claim> claims, StandardLayout layout) => claims.Derive(
        layout,
        static (kept, asked) => ReferenceEquals(kept.Layout, asked) && kept._moves is null,
        static (items, asked) => new ClaimIndex(items, counted: null, unmoved: null, asked));

    /// <summary>The index of the ledger of a learner who moved, which is kept with it where everything is known.</summary>
    /// <param name="claims">The ledger.</param>
    /// <param name="moves">The moves; null where not all moves and claims were known.</param>
    /// <param name="layout">The standard.</param>
    /// <param name="evidence">Works out the evidence as it was known.</param>
    public static ClaimIndex OfMoved(Ledger<Claim> claims, Ledger<StandardMove>? moves, StandardLayout layout, Func<MovedEvidence> evidence) => moves is null ? OfMoved(evidence(), layout, moves) : claims.Derive(
        (layout, moves, evidence),
        static (kept, asked) => ReferenceEquals(kept.Layout, asked.layout) && ReferenceEquals(kept._moves, asked.moves),
        static (_, asked) => OfMoved(asked.evidence(), asked.layout, asked.moves));

    private static ClaimIndex OfMoved(MovedEvidence moved, StandardLayout layout, Ledger<StandardMove>? moves)
    {
        Claim[] counting = [.. moved.Claims, .. moved.Offered.Select(o => o.Claim)];
        KsbCode[] counted = [.. moved.Claims.Select(c => c.Ksb), .. moved.Offered.Select(o => o.Ksb)];
        return new ClaimIndex(counting, counted, UnmovedClaims.Of(moved.Unmoved), layout, moves);
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

    /// <summary>The verdict on all of some KSBs by all decisions; always that of <see cref="KsbsAchievedRequirement"/>, found by bits, without a branch on what nobody can foresee.</summary>
    /// <param name="asked">The KSBs, of a standard of at most 128.</param>
    /// <param name="isComplete">Whether the ledger is.</param>
    public Verdict OnAll(KsbMask asked, bool isComplete)
    {
        var first = asked.First & ~_achievedFirst;
        var second = asked.Second & ~_achievedSecond;
        var isAbsent = ((first & ~_mayBeCarriedFirst) | (second & ~_mayBeCarriedSecond)) != 0 && isComplete;
        var otherwise = isAbsent ? Verdict.NotMet : Verdict.CannotTell;
        return (first | second) == 0 ? Verdict.Met : otherwise;
    }

    /// <summary>How far each KSB had got.</summary>
    /// <param name="claims">The ledger of this index.</param>
    /// <param name="asOf">By decisions up to this day.</param>
    /// <param name="knownAt">Recorded by this day.</param>
    public KsbStandings On(Ledger<Claim> claims, DateOnly asOf, DateOnly knownAt) =>
        claims.IsWhollyKnown(asOf, knownAt) ? Final : OnEarlier(asOf, knownAt);

    /// <summary>The items that are claimed for a KSB, each with its decision in force by two days; those of which none was in force are left out.</summary>
    public IEnumerable<ClaimInForce> ItemsOn(int position, DateOnly asOf, DateOnly knownAt)
    {
        var byKsb = ByKsb;
        var end = byKsb.Starts[position + 1];
        for (var at = byKsb.Starts[position]; at < end;)
        {
            var claim = byKsb.Claims[at];
            if (byKsb.Decide(ref at, end, asOf, knownAt) is { } inForce)
            {
                yield return new ClaimInForce(claim, inForce, ClaimStanding.Of(inForce.Kind, claim.Standard == Layout.Standard.Id));
            }
        }
    }

    /// <summary>The items by which KSBs are achieved by two days. They are kept as long as how far each had got is.</summary>
    /// <param name="standings">How far each had got by the same days.</param>
    /// <param name="asOf">By decisions up to this day.</param>
    /// <param name="knownAt">Recorded by this day.</param>
    public AcceptedEvidence Accepted(KsbStandings standings, DateOnly asOf, DateOnly knownAt)
    {
        if (ReferenceEquals(standings, Final))
        {
            return _accepted ??= new AcceptedEvidence(AcceptedOn(DateOnly.MaxValue, DateOnly.MaxValue), Layout);
        }

        return Volatile.Read(ref _earlier) is { } kept && ReferenceEquals(kept.Standings, standings)
            ? kept.Accepted ??= new AcceptedEvidence(AcceptedOn(asOf, knownAt), Layout)
            : new AcceptedEvidence(AcceptedOn(asOf, knownAt), Layout);
    }

    /// <summary>The claims that count for a code that the standard does not have.</summary>
    public IEnumerable<Claim> Outside(KsbCode code)
    {
        for (var i = 0; i < _claims.Length; i++)
        {
            if (Counts(_claims.Span, i) && CodeOf(_claims.Span, i) == code)
            {
                yield return _claims.Span[i];
            }
        }
    }

    /// <summary>What was accepted by two days under other standards and versions from which no transfer leads.</summary>
    public IEnumerable<ElsewhereItem> UnmovedOn(DateOnly asOf, DateOnly knownAt) => _unmoved?.AcceptedOn(asOf, knownAt) ?? [];

    /// <summary>The claims under the standard on KSBs that it does not have, which count for nothing, of those on which anything was decided by two days.</summary>
    public IEnumerable<Claim> UnlistedOn(DateOnly asOf, DateOnly knownAt) => _mayBeUnlisted
        ? _claims.ToArray().Where(c => c.Standard == Layout.Standard.Id && Layout.PositionOf(c.Ksb) < 0 && c.InForce(null, asOf, knownAt) is not null)
        : [];

    private ClaimsByKsb ByKsb => _byKsb ??= Sort();

    private IEnumerable<AcceptedItem> AcceptedOn(DateOnly asOf, DateOnly knownAt)
    {
        if (_mayRepeat)
        {
            return Enumerable.Range(0, Layout.Codes.Length)
                .SelectMany(p => ItemsOn(p, asOf, knownAt).Where(i => i.Standing == KsbStanding.Achieved).Select(i => new AcceptedItem(p, i.Claim.Evidence, i.Decision)));
        }

        return InOrder();

        // As the ledger has them: memory is walked from one end to the other.
        IEnumerable<AcceptedItem> InOrder()
        {
            for (var i = 0; i < _claims.Length; i++)
            {
                var claim = _claims.Span[i];
                var position = PositionOf(_claims.Span, i);
                if (position >= 0 && claim.Standard == Layout.Standard.Id && claim.InForce(null, asOf, knownAt) is { Kind: ClaimDecisionKind.Accepted } decision)
                {
                    yield return new AcceptedItem(position, claim.Evidence, decision);
                }
            }
        }
    }

    private static (ulong First, ulong Second) FirstWords(ulong[] words) => (words.Length > 0 ? words[0] : 0, words.Length > 1 ? words[1] : 0);

    private KsbCode CodeOf(ReadOnlySpan<Claim> claims, int index) => _counted is null ? claims[index].Ksb : _counted[index];

    /// <summary>Whether a claim counts for a KSB, or might yet by an offer: what no transfer brought here is not among those with KSBs of their own.</summary>
    private bool Counts(ReadOnlySpan<Claim> claims, int index) => _counted is not null || claims[index].Standard == Layout.Standard.Id;

    /// <summary>The place of the KSB for which a claim counts; -1 for none.</summary>
    private int PositionOf(ReadOnlySpan<Claim> claims, int index) => Counts(claims, index) ? Layout.PositionOf(CodeOf(claims, index)) : -1;

    private bool MayCarryAny(DateOnly asOf, DateOnly knownAt) => _unmoved?.IsAnyAccepted(asOf, knownAt) == true;

    /// <summary>
    /// Whether an item may be claimed twice for one KSB, told by hashes; and if surely not, how far each KSB has got by all decisions, for then each claim
    /// stands for itself.
    /// </summary>
    /// <param name="best">Takes how far each KSB has got.</param>
    /// <param name="mayBeUnmoved">Whether claims may be under another standard or version; surely not if false.</param>
    /// <param name="mayBeUnlisted">Whether claims may be on KSBs that the standard does not have; surely not if false.</param>
    private bool MayRepeat(byte[] best, out bool mayBeUnmoved, out bool mayBeUnlisted)
    {
        var claims = _claims.Span;
        mayBeUnmoved = false;
        mayBeUnlisted = false;

        // At least twice as many slots as claims, so that a free one is near.
        var size = Math.Max(4, (int)BitOperations.RoundUpToPowerOf2((uint)claims.Length * 2));
        var slots = size <= SlotsOnStack ? stackalloc uint[SlotsOnStack] : new uint[size];
        slots = slots[..size];
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = claims[i];
            if (!Counts(claims, i))
            {
                mayBeUnmoved = true;
                continue;
            }

            var position = Layout.PositionOf(CodeOf(claims, i));
            if (position < 0)
            {
                mayBeUnlisted = true;
                continue;
            }

            if (!TryNote(slots, (((uint)claim.EvidenceHash * 0x9E3779B1) + (uint)position + 1) * 0x85EBCA6B))
            {
                // Those behind it were not looked at.
                mayBeUnmoved = true;
                mayBeUnlisted = true;
                return true;
            }

            // Nothing is better than achieved, so that no further decision need be looked at.
            if (best[position] != (byte)KsbStanding.Achieved)
            {
                Raise(ref best[position], claim, claim.Final);
            }
        }

        return false;
    }

    /// <summary>Notes a number; false where it was noted before. 0 stands for a free slot.</summary>
    private static bool TryNote(Span<uint> slots, uint number)
    {
        number |= 1;
        for (var at = (int)(number >> 12); ; at++)
        {
            ref var slot = ref slots[at & (slots.Length - 1)];
            if (slot == 0)
            {
                slot = number;
                return true;
            }

            if (slot == number)
            {
                return false;
            }
        }
    }

    /// <summary>Takes a claim that stands for itself.</summary>
    private void Raise(ref byte best, Claim claim, ClaimDecision inForce) =>
        best = Math.Max(best, (byte)ClaimStanding.Of(inForce.Kind, _counted is null || claim.Standard == Layout.Standard.Id));

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
        var best = new byte[Layout.Codes.Length];
        if (_mayRepeat)
        {
            for (var position = 0; position < best.Length; position++)
            {
                best[position] = (byte)ByKsb.Best(position, Layout.Standard.Id, asOf, knownAt);
            }

            return new KsbStandings(Layout, best, MayCarryAny(asOf, knownAt));
        }

        var claims = _claims.Span;
        for (var i = 0; i < claims.Length; i++)
        {
            var position = PositionOf(claims, i);
            if (position >= 0 && best[position] != (byte)KsbStanding.Achieved && claims[i].InForce(null, asOf, knownAt) is { } inForce)
            {
                Raise(ref best[position], claims[i], inForce);
            }
        }

        return new KsbStandings(Layout, best, MayCarryAny(asOf, knownAt));
    }

    /// <summary>Sorts the claims by their KSBs, those on one KSB in the order of the ledger.</summary>
    private ClaimsByKsb Sort()
    {
        var claims = _claims.Span;
        var starts = new int[Layout.Codes.Length + 1];
        for (var i = 0; i < claims.Length; i++)
        {
            var position = PositionOf(claims, i);
            if (position >= 0)
            {
                starts[position + 1]++;
            }
        }

        for (var position = 1; position < starts.Length; position++)
        {
            starts[position] += starts[position - 1];
        }

        var sorted = new Claim[starts[^1]];
        var next = starts.AsSpan().ToArray();
        for (var i = 0; i < claims.Length; i++)
        {
            var position = PositionOf(claims, i);
            if (position >= 0)
            {
                sorted[next[position]++] = claims[i];
            }
        }

        return new ClaimsByKsb(starts, sorted, _mayRepeat ? JoinItems(starts, sorted) : null);
    }

    /// <summary>Brings the claims of one item on one KSB together: they are one claim; those on two KSBs of a version that was left are two, though both are offered for one. Says of each whether it goes on the item before it; null where none does.</summary>
    private static bool[]? JoinItems(int[] starts, Claim[] sorted)
    {
        bool[]? goesOn = null;
        for (var position = 0; position + 1 < starts.Length; position++)
        {
            var claims = sorted.AsSpan(starts[position], starts[position + 1] - starts[position]);
            if (!HasRepeatedItem(claims))
            {
                continue;
            }

            goesOn ??= new bool[sorted.Length];
            var joined = new List<Claim>(claims.Length);
            foreach (var item in claims.ToArray().GroupBy(c => (c.Evidence, c.Standard, c.Ksb, c.CarriedFrom)))
            {
                var isFirst = true;
                foreach (var claim in item)
                {
                    goesOn[starts[position] + joined.Count] = !isFirst;
                    joined.Add(claim);
                    isFirst = false;
                }
            }

            joined.CopyTo(claims);
        }

        return goesOn;
    }

    private static bool HasRepeatedItem(ReadOnlySpan<Claim> claims)
    {
        if (claims.Length > Few)
        {
            return claims.ToArray().Select(c => (c.Evidence, c.Standard, c.Ksb, c.CarriedFrom)).Distinct().Count() < claims.Length;
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

    /// <summary>How far each KSB had got by two days.</summary>
    private sealed record EarlierStandings(DateOnly AsOf, DateOnly KnownAt, KsbStandings Standings)
    {
        /// <summary>The items by which KSBs are achieved; the same whichever thread works them out.</summary>
        public AcceptedEvidence? Accepted { get; set; }
    }

    /// <summary>Claims by the position of their KSB.</summary>
    /// <param name="Starts">Where the claims on each KSB begin, and after the last where they end.</param>
    /// <param name="Claims">The claims, those of one item on one KSB one after the other.</param>
    /// <param name="GoesOn">Whether a claim goes on the item before it; null where none does.</param>
    private sealed record ClaimsByKsb(int[] Starts, Claim[] Claims, bool[]? GoesOn)
    {
        /// <summary>The best standing that an item brings a KSB to.</summary>
        public KsbStanding Best(int position, StandardId own, DateOnly asOf, DateOnly knownAt)
        {
            var best = KsbStanding.NoEvidence;
            var end = Starts[position + 1];
            for (var at = Starts[position]; at < end && best != KsbStanding.Achieved;)
            {
                var isOwn = Claims[at].Standard == own;
                if (Decide(ref at, end, asOf, knownAt) is { } inForce)
                {
                    var standing = ClaimStanding.Of(inForce.Kind, isOwn);
                    best = standing > best ? standing : best;
                }
            }

            return best;
        }

        /// <summary>The decision in force on the item that begins at a place; the place moves to the next item.</summary>
        public ClaimDecision? Decide(ref int at, int end, DateOnly asOf, DateOnly knownAt)
        {
            var inForce = Claims[at++].InForce(null, asOf, knownAt);
            while (GoesOn is not null && at < end && GoesOn[at])
            {
                inForce = Claims[at++].InForce(inForce, asOf, knownAt);
            }

            return inForce;
        }
    }
}
