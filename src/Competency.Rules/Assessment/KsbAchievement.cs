namespace Competency.Rules;

/// <summary>How far each KSB of a standard has got: the claims of a learner reduced to their decisions in force.</summary>
public sealed class KsbAchievement
{
    private readonly Dictionary<KsbCode, Entry> _byCode = [];

    internal KsbAchievement(Learner learner, OccupationalStandard standard)
    {
        Standard = standard;
        var inForce = new Dictionary<(string Evidence, StandardId Standard, KsbCode Ksb), ClaimDecision>();
        foreach (var claim in learner.Claims.Entries)
        {
            var key = (claim.Evidence, claim.Standard, claim.Ksb);
            foreach (var decision in claim.Decisions)
            {
                if (!inForce.TryGetValue(key, out var earlier) || decision.Supersedes(earlier))
                {
                    inForce[key] = decision;
                }
            }
        }

        foreach (var ((evidence, of, ksb), decision) in inForce)
        {
            Add(ksb, evidence, of == standard.Id ? Standing(decision.Kind) : decision.Kind == ClaimDecisionKind.Accepted ? KsbStanding.AcceptedElsewhere : KsbStanding.NoEvidence, of);
        }
    }

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard { get; }

    /// <summary>How far a KSB has got: the best of the claims on it.</summary>
    public KsbStanding this[KsbCode code] => _byCode.TryGetValue(code, out var entry) ? entry.Standing : KsbStanding.NoEvidence;

    /// <summary>The ids of the evidence items that bring a KSB to its standing, in the order of their ids.</summary>
    public IReadOnlyList<string> EvidenceFor(KsbCode code) => _byCode.TryGetValue(code, out var entry) ? [.. entry.Evidence] : [];

    /// <summary>The standards or versions under which a KSB's code is accepted, where its standing is <see cref="KsbStanding.AcceptedElsewhere"/>.</summary>
    internal IEnumerable<StandardId> ElsewhereFor(KsbCode code) => _byCode.TryGetValue(code, out var entry) ? entry.Elsewhere : [];

    private static KsbStanding Standing(ClaimDecisionKind decision) => decision switch
    {
        ClaimDecisionKind.Submitted => KsbStanding.AwaitingDecision,
        ClaimDecisionKind.Referred => KsbStanding.Referred,
        ClaimDecisionKind.AcceptedInPart => KsbStanding.AcceptedInPart,
        ClaimDecisionKind.Accepted => KsbStanding.Achieved,
        ClaimDecisionKind.Overturned => KsbStanding.Overturned,
        _ => KsbStanding.NoEvidence,
    };

    private void Add(KsbCode ksb, string evidence, KsbStanding standing, StandardId of)
    {
        if (standing == KsbStanding.NoEvidence)
        {
            return;
        }

        if (!_byCode.TryGetValue(ksb, out var entry) || entry.Standing < standing)
        {
            _byCode[ksb] = entry = new Entry(standing, new SortedSet<string>(StringComparer.Ordinal), []);
        }

        if (entry.Standing == standing)
        {
            entry.Evidence.Add(evidence);
            if (standing == KsbStanding.AcceptedElsewhere)
            {
                entry.Elsewhere.Add(of);
            }
        }
    }

    private sealed record Entry(KsbStanding Standing, SortedSet<string> Evidence, SortedSet<StandardId> Elsewhere);
}
