namespace Competency.Rules;

/// <summary>One item on its way from statements of versions that were left to a KSB of the one that is judged: the claims on it there, and those here.</summary>
internal sealed class MovedItem
{
    private readonly Claim[] _claims;
    private readonly ClaimOrigin? _origin;
    private readonly Claim _decided;
    private readonly ClaimDecision _inForce;

    /// <summary>An item.</summary>
    /// <param name="way">The statements on its way, from the first to the last.</param>
    /// <param name="item">The claims on the item.</param>
    /// <param name="own">Those of them on the KSB to which it leads. Of two decisions of one day, recorded on one, the one of the later version stands.</param>
    public MovedItem((VersionKsb From, StatementRoute Route)[] way, Dictionary<VersionKsb, Claim[]> item, Claim[] own)
    {
        _claims = way.Length == 1 && own.Length == 0 ? item[way[0].From] : [.. way.SelectMany(w => item[w.From]), .. own];
        _decided = _claims[0];
        _inForce = _decided.Final;
        foreach (var claim in _claims.AsSpan(1))
        {
            if (claim.InForce(_inForce) is var decision && !ReferenceEquals(decision, _inForce))
            {
                (_decided, _inForce) = (claim, decision);
            }
        }

        var from = Array.Find(way, w => w.From == new VersionKsb(_decided.Standard, _decided.Ksb));
        _origin = from.Route is null ? null : new ClaimOrigin(from.From, from.Route);
    }

    /// <summary>Whether it got further than the same item on another way; or as far, by a later decision.</summary>
    public bool IsFurtherThan(MovedItem other) =>
        (Rank(_inForce.Kind), _inForce.On, _inForce.Recorded).CompareTo((Rank(other._inForce.Kind), other._inForce.On, other._inForce.Recorded)) > 0;

    /// <summary>The item as one claim on the statement on which the decision in force was made.</summary>
    public Claim AsDecided() => _claims.Length == 1 ? _decided : Under(_decided.Standard, _decided.Ksb);

    /// <summary>The item as one claim on a KSB of a version, such as that which is judged.</summary>
    public Claim Under(StandardId standard, KsbCode ksb) => new(_decided.Evidence, standard, ksb, _claims.Length == 1 ? _decided.Decisions : _claims.SelectMany(c => c.Decisions))
    {
        Title = _claims.Length == 1 ? _decided.Title : Claim.LastSaid(_claims, c => c.Title),
        EvidenceKind = _claims.Length == 1 ? _decided.EvidenceKind : Claim.LastSaid(_claims, c => c.EvidenceKind),
        CarriedFrom = _origin,
    };

    private static int Rank(ClaimDecisionKind kind) => kind switch
    {
        ClaimDecisionKind.Accepted => 5,
        ClaimDecisionKind.AcceptedInPart => 4,
        ClaimDecisionKind.Submitted => 3,
        ClaimDecisionKind.Referred => 2,
        ClaimDecisionKind.Overturned => 1,
        _ => 0,
    };
}
