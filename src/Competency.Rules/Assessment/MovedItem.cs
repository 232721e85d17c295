namespace Competency.Rules;

/// <summary>One item on its way from statements of versions that were left to a KSB of the one that is judged: the claims on it there, and those here.</summary>
internal sealed class MovedItem
{
    private readonly Claim[] _claims;
    private readonly ClaimDecision[] _decisions;
    private readonly ClaimOrigin? _origin;
    private readonly Claim _decided;

    /// <summary>An item.</summary>
    /// <param name="way">The statements on its way, from the first to the last.</param>
    /// <param name="item">The claims on the item.</param>
    /// <param name="own">Those of them on the KSB to which it leads.</param>
    /// <param name="links">Knows when the learner came to which version: of two decisions of one day, recorded on one, that of the later version stands.</param>
    public MovedItem(Leading[] way, Dictionary<VersionKsb, Claim[]> item, Claim[] own, StatementLinks links)
    {
        if (way.Length == 1 && own.Length == 0 && item[way[0].From] is [var only])
        {
            (_claims, _decisions, _decided) = ([only], [.. only.Decisions], only);
        }
        else
        {
            _claims = [.. way.SelectMany(w => item[w.From]), .. own];
            var decided = _claims.SelectMany(c => c.Decisions, (c, d) => (Claim: c, Decision: d))
                .OrderBy(d => d.Decision.On).ThenBy(d => d.Decision.Recorded).ThenBy(d => links.Entered(d.Claim.Standard, d.Decision.On))
                .ToArray();
            _decisions = [.. decided.Select(d => d.Decision)];
            _decided = decided[^1].Claim;
        }

        var from = Array.Find(way, w => w.From == new VersionKsb(_decided.Standard, _decided.Ksb));
        _origin = from.Route is null ? null : new ClaimOrigin(from.From, from.Route);
    }

    /// <summary>The item as one claim on the statement on which the decision in force was made.</summary>
    public Claim AsDecided() => _claims.Length == 1 ? _decided : Under(_decided.Standard, _decided.Ksb);

    /// <summary>The item as one claim on a KSB of a version, such as that which is judged.</summary>
    public Claim Under(StandardId standard, KsbCode ksb) => new(_decided.Evidence, standard, ksb, _decisions)
    {
        Title = _claims.Length == 1 ? _decided.Title : Claim.LastSaid(_claims, c => c.Title),
        EvidenceKind = _claims.Length == 1 ? _decided.EvidenceKind : Claim.LastSaid(_claims, c => c.EvidenceKind),
        CarriedFrom = _origin,
    };
}
