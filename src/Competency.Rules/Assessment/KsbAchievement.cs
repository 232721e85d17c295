namespace Competency.Rules;

/// <summary>How far each KSB of a standard has got: the claims of a learner reduced to their decisions in force.</summary>
public sealed class KsbAchievement
{
    private readonly ClaimIndex _claims;
    private readonly DateOnly _asOf;
    private readonly DateOnly _knownAt;

    internal KsbAchievement(ClaimIndex claims, KsbStandings standings, DateOnly asOf, DateOnly knownAt)
    {
        _claims = claims;
        (_asOf, _knownAt) = (asOf, knownAt);
        Standings = standings;
    }

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard => _claims.Layout.Standard;

    /// <summary>How far a KSB has got: the best of the claims on it.</summary>
    public KsbStanding this[KsbCode code]
    {
        get
        {
            var position = _claims.Layout.PositionOf(code);
            return position >= 0 ? Standings[position] : Outside(code).Select(i => i.Standing).DefaultIfEmpty().Max();
        }
    }

    /// <summary>The same by position.</summary>
    internal KsbStandings Standings { get; }

    /// <summary>The ids of the evidence items that bring a KSB to its standing, each once, in the order of their ids.</summary>
    public IReadOnlyList<string> EvidenceFor(KsbCode code) => [.. Deciding(code).Select(i => i.Claim.Evidence).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The items by which KSBs are achieved.</summary>
    internal AcceptedEvidence Accepted => _claims.Accepted(Standings, _asOf, _knownAt);

    /// <summary>
    /// Whether a KSB is not achieved, and evidence that is accepted under another standard or version may yet be carried over to it: by an offer of a transfer plan on which
    /// nobody has decided, or because no transfer leads from that version, so that nobody has said for which KSB it stands. Of such a KSB nobody can tell whether it is lacking.
    /// </summary>
    public bool MayBeCarriedOver(KsbCode code)
    {
        var position = _claims.Layout.PositionOf(code);
        return position >= 0 && (Standings.MayBeCarried[position >> 6] & (1UL << (position & 63))) != 0;
    }

    /// <summary>The items under a version that was left, which are offered for a KSB, where its standing is <see cref="KsbStanding.AcceptedElsewhere"/>.</summary>
    internal IEnumerable<ElsewhereItem> OfferedFor(KsbCode code) =>
        this[code] == KsbStanding.AcceptedElsewhere ? Deciding(code).Select(i => new ElsewhereItem(i.Claim.Standard, i.Claim.Ksb, i.Claim.Evidence, i.Decision)) : [];

    /// <summary>What is accepted under other standards and versions from which no transfer leads.</summary>
    internal IEnumerable<ElsewhereItem> Unmoved => _claims.UnmovedOn(_asOf, _knownAt);

    /// <summary>The claims on KSBs that the standard does not have, which count for nothing.</summary>
    internal IEnumerable<Claim> Unlisted => _claims.UnlistedOn(_asOf, _knownAt);

    /// <summary>The evidence items that are claimed for a KSB, each with its decision in force.</summary>
    internal IEnumerable<ClaimInForce> ItemsOf(KsbCode code)
    {
        var position = _claims.Layout.PositionOf(code);
        return position >= 0 ? _claims.ItemsOn(position, _asOf, _knownAt) : Outside(code);
    }

    private IEnumerable<ClaimInForce> Deciding(KsbCode code)
    {
        var standing = this[code];
        return standing == KsbStanding.NoEvidence ? [] : ItemsOf(code).Where(i => i.Standing == standing);
    }

    /// <summary>Items on a code that the standard does not have.</summary>
    private IEnumerable<ClaimInForce> Outside(KsbCode code)
    {
        foreach (var item in _claims.Outside(code).GroupBy(c => (c.Evidence, c.Standard)))
        {
            ClaimDecision? inForce = null;
            foreach (var claim in item)
            {
                inForce = claim.InForce(inForce, _asOf, _knownAt);
            }

            if (inForce is not null)
            {
                yield return new ClaimInForce(item.First(), inForce, ClaimStanding.Of(inForce.Kind, item.Key.Standard == Standard.Id));
            }
        }
    }
}
