namespace Competency.Rules;

/// <summary>How far each KSB of a standard has got: the claims of a learner reduced to their decisions in force.</summary>
public sealed class KsbAchievement
{
    private readonly Dictionary<KsbCode, ClaimedItems> _byCode = [];

    internal KsbAchievement(Learner learner, OccupationalStandard standard)
    {
        Standard = standard;
        var claims = learner.Claims.Entries;
        var moved = MovedClaims.To(standard.Id, learner.Moves);
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            if (moved is null || !moved.IsMoved(claim, out var pending))
            {
                Take(claim.Ksb, claim);
                continue;
            }

            foreach (var code in pending)
            {
                Take(code, claim);
            }
        }
    }

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard { get; }

    /// <summary>How far a KSB has got: the best of the claims on it.</summary>
    public KsbStanding this[KsbCode code]
    {
        get
        {
            var best = KsbStanding.NoEvidence;
            foreach (var item in ItemsOf(code))
            {
                var standing = item.StandingIn(Standard.Id);
                best = standing > best ? standing : best;
            }

            return best;
        }
    }

    /// <summary>The ids of the evidence items that bring a KSB to its standing, each once, in the order of their ids.</summary>
    public IReadOnlyList<string> EvidenceFor(KsbCode code) => [.. Deciding(code).Select(i => i.Evidence).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The standards or versions under which a KSB's code is accepted, where its standing is <see cref="KsbStanding.AcceptedElsewhere"/>.</summary>
    internal IEnumerable<StandardId> ElsewhereFor(KsbCode code) =>
        this[code] == KsbStanding.AcceptedElsewhere ? Deciding(code).Select(i => i.Standard).Distinct().Order() : [];

    private void Take(KsbCode code, Claim claim)
    {
        if (!_byCode.TryGetValue(code, out var items))
        {
            _byCode.Add(code, items = new ClaimedItems());
        }

        items.Take(claim);
    }

    private IEnumerable<ClaimedItem> Deciding(KsbCode code)
    {
        var standing = this[code];
        return standing == KsbStanding.NoEvidence ? [] : ItemsOf(code).Where(i => i.StandingIn(Standard.Id) == standing);
    }

    private List<ClaimedItem> ItemsOf(KsbCode code) => _byCode.TryGetValue(code, out var items) ? items.All : [];

    /// <summary>The evidence items on one KSB. Two claims of one item on one KSB are one claim.</summary>
    private sealed class ClaimedItems
    {
        /// <summary>Up to here looking through the list is quicker than a dictionary.</summary>
        private const int Few = 24;

        private Dictionary<(string Evidence, StandardId Standard), ClaimedItem>? _byEvidence;

        public List<ClaimedItem> All { get; } = [];

        public void Take(Claim claim)
        {
            if (Find(claim) is { } item)
            {
                item.InForce = claim.InForce(item.InForce);
                return;
            }

            item = new ClaimedItem(claim.Evidence, claim.Standard, claim.InForce(null));
            All.Add(item);
            if (All.Count == Few)
            {
                _byEvidence = All.ToDictionary(i => (i.Evidence, i.Standard));
            }
            else
            {
                _byEvidence?.Add((item.Evidence, item.Standard), item);
            }
        }

        private ClaimedItem? Find(Claim claim)
        {
            if (_byEvidence is not null)
            {
                return _byEvidence.GetValueOrDefault((claim.Evidence, claim.Standard));
            }

            foreach (var item in All)
            {
                if (item.Evidence == claim.Evidence && item.Standard == claim.Standard)
                {
                    return item;
                }
            }

            return null;
        }
    }

    /// <summary>An evidence item on one KSB and its decision in force.</summary>
    private sealed class ClaimedItem(string evidence, StandardId standard, ClaimDecision inForce)
    {
        public string Evidence { get; } = evidence;

        public StandardId Standard { get; } = standard;

        public ClaimDecision InForce { get; set; } = inForce;

        public KsbStanding StandingIn(StandardId judged) => (InForce.Kind, Standard == judged) switch
        {
            (ClaimDecisionKind.Accepted, true) => KsbStanding.Achieved,
            (ClaimDecisionKind.Accepted, false) => KsbStanding.AcceptedElsewhere,
            (_, false) => KsbStanding.NoEvidence,
            (ClaimDecisionKind.Submitted, _) => KsbStanding.AwaitingDecision,
            (ClaimDecisionKind.AcceptedInPart, _) => KsbStanding.AcceptedInPart,
            (ClaimDecisionKind.Referred, _) => KsbStanding.Referred,
            (ClaimDecisionKind.Overturned, _) => KsbStanding.Overturned,
            _ => KsbStanding.NoEvidence,
        };
    }
}
