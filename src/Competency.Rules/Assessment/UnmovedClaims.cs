namespace Competency.Rules;

/// <summary>
/// The claims of a learner under other standards and versions from which no transfer leads. A code means nothing there, and nobody has said what of them
/// carries over: what is accepted of them may stand for any KSB.
/// </summary>
internal sealed class UnmovedClaims
{
    // The claims of one item on one KSB are one claim.
    private readonly Claim[][] _items;

    private UnmovedClaims(IEnumerable<Claim> claims) =>
        _items = [.. claims.GroupBy(c => (c.Standard, c.Ksb, c.Evidence)).Select(g => g.ToArray())];

    /// <summary>Those among some claims; null for none.</summary>
    public static UnmovedClaims? Of(IReadOnlyCollection<Claim> claims) => claims.Count == 0 ? null : new UnmovedClaims(claims);

    /// <summary>Whether any was accepted in full by two days.</summary>
    public bool IsAnyAccepted(DateOnly asOf, DateOnly knownAt) => Array.Exists(_items, i => Decision(i, asOf, knownAt)?.Kind == ClaimDecisionKind.Accepted);

    /// <summary>Those that were accepted in full by two days.</summary>
    public IEnumerable<ElsewhereItem> AcceptedOn(DateOnly asOf, DateOnly knownAt)
    {
        foreach (var item in _items)
        {
            if (Decision(item, asOf, knownAt) is { Kind: ClaimDecisionKind.Accepted } decision)
            {
                yield return new ElsewhereItem(item[0].Standard, item[0].Ksb, item[0].Evidence, decision);
            }
        }
    }

    private static ClaimDecision? Decision(Claim[] item, DateOnly asOf, DateOnly knownAt)
    {
        ClaimDecision? inForce = null;
        foreach (var claim in item)
        {
            inForce = claim.InForce(inForce, asOf, knownAt);
        }

        return inForce;
    }
}
