namespace Competency.Rules;

/// <summary>
/// One evidence item claimed against one KSB of one version of one standard, with the decisions on it over time. An item that is accepted
/// for K13 and referred back for S10 is two claims.
/// </summary>
/// <remarks>
/// Of the decisions the latest by day, then by recording, then by order is in force. Two claims of one item on one KSB are one claim:
/// their decisions are taken together. A claim is corrected by a further decision, never by <see cref="LedgerEntry.Replaces"/>.
/// </remarks>
public sealed record Claim : LedgerEntry
{
    // The same as Decisions; walked for every learner and day, without an enumerator.
    private readonly ClaimDecision[] _decisions;

    // The only decision, as most claims that come one by one have no other; none where there are several.
    private readonly DecisionInForce _only;

    // Tells most items apart without a look at their ids. It differs from process to process, and nothing that is reported rests on it.
    private readonly int _evidenceHash;

    /// <summary>A claim and the decisions on it.</summary>
    /// <param name="evidence">The id of the evidence item; not empty.</param>
    /// <param name="standard">The standard and version whose KSB it is: a code means nothing without them.</param>
    /// <param name="ksb">The KSB.</param>
    /// <param name="decisions">At least one; handing the item in is the first.</param>
    /// <exception cref="ArgumentException">The evidence has no id, the standard or the KSB is <c>default</c>, or there is no decision, or one is null.</exception>
    public Claim(string evidence, StandardId standard, KsbCode ksb, params IEnumerable<ClaimDecision> decisions)
        : this(evidence, standard, ksb, [.. decisions])
    {
    }

    private Claim(string evidence, StandardId standard, KsbCode ksb, ClaimDecision[] decisions)
        : base(Array.IndexOf(decisions, null) >= 0 ? throw new ArgumentException("A decision is null.", nameof(decisions))
            : decisions.Length > 0 ? First(decisions).On : throw new ArgumentException("A claim has at least one decision.", nameof(decisions)))
    {
        Evidence = Bounded.Text(evidence, "Evidence has an id.", nameof(evidence));
        Standard = standard.HasValue ? standard : throw new ArgumentException("A claim names a standard and its version.", nameof(standard));
        Ksb = ksb.HasValue ? ksb : throw new ArgumentException("A claim names a KSB.", nameof(ksb));
        _decisions = decisions;
        _only = decisions.Length == 1 ? new DecisionInForce(decisions[0]) : default;
        Decisions = Array.AsReadOnly(decisions);
        Final = InForce(null);
        Recorded = First(decisions).Recorded;
        Id = evidence;
        _evidenceHash = string.GetHashCode(Evidence, StringComparison.Ordinal);
    }

    /// <summary>The id of the evidence item.</summary>
    public string Evidence { get; }

    /// <summary>The standard and version whose KSB it is.</summary>
    public StandardId Standard { get; }

    /// <summary>The KSB.</summary>
    public KsbCode Ksb { get; }

    /// <summary>The decisions, as given.</summary>
    public IReadOnlyList<ClaimDecision> Decisions { get; }

    /// <summary>What the item is, such as <c>Observation in the assessment clinic</c>; null where nobody said.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public string? Title { get; init => field = Bounded.Name(value, nameof(Title)); }

    /// <summary>
    /// What kind of evidence it is, in a word of the assessment plan's, such as <c>observation</c>, <c>product</c>, <c>professional discussion</c>,
    /// <c>log</c> or <c>testimony</c>; null where nobody said. Compared without regard to case. It is the item's: a claim that says none has that of the others on the item, where they agree.
    /// </summary>
    /// <exception cref="ArgumentException">The word is empty.</exception>
    public string? EvidenceKind { get; init => field = Bounded.TextOrNull(value, "A kind of evidence has a name; null is not recorded.", nameof(EvidenceKind)); }

    /// <summary>Where the decision in force was made, for evidence of another version that counts here by the moves of the learner; null for what is recorded.</summary>
    internal ClaimOrigin? CarriedFrom { get; init; }

    /// <summary>The decision in force by all of them.</summary>
    internal ClaimDecision Final { get; }

    internal int EvidenceHash => _evidenceHash;

    internal override string? Mistake
    {
        get
        {
            var (on, recorded) = First(_decisions);
            return Id == Evidence && On == on && Recorded == recorded ? null : "A claim has the id of its evidence and the days of its decisions, and no others";
        }
    }

    internal override (DateOnly On, DateOnly Recorded) LastChange
    {
        get
        {
            var (on, recorded) = (DateOnly.MinValue, DateOnly.MinValue);
            foreach (var decision in _decisions)
            {
                on = decision.On > on ? decision.On : on;
                recorded = decision.Recorded > recorded ? decision.Recorded : recorded;
            }

            return (on, recorded);
        }
    }

    /// <summary>
    /// A word on an item, its title or kind, that several claims on it may say: of those that do, that of the one decided on last, then recorded last, then later in the list.
    /// Null where none does.
    /// </summary>
    internal static string? LastSaid(IEnumerable<Claim> claims, Func<Claim, string?> word) =>
        claims.Where(c => word(c) is not null).OrderBy(c => c.LastChange.On).ThenBy(c => c.LastChange.Recorded).Select(word).LastOrDefault();

    /// <summary>The first day of all decisions, and the first on which one was recorded.</summary>
    private static (DateOnly On, DateOnly Recorded) First(ClaimDecision[] decisions)
    {
        var (on, recorded) = (decisions[0].On, decisions[0].Recorded);
        foreach (var decision in decisions)
        {
            on = decision.On < on ? decision.On : on;
            recorded = decision.Recorded < recorded ? decision.Recorded : recorded;
        }

        return (on, recorded);
    }

    internal override LedgerEntry? AsKnown(DateOnly asOf, DateOnly knownAt)
    {
        var known = 0;
        foreach (var decision in _decisions)
        {
            known += decision.IsKnown(asOf, knownAt) ? 1 : 0;
        }

        return known == _decisions.Length ? this
            : known == 0 ? null
            : new Claim(Evidence, Standard, Ksb, _decisions.Where(d => d.IsKnown(asOf, knownAt))) { Title = Title, EvidenceKind = EvidenceKind };
    }

    /// <summary>The decision in force beside one that was in force before; null for none before.</summary>
    internal ClaimDecision InForce(ClaimDecision? before)
    {
        var inForce = before;
        foreach (var decision in _decisions)
        {
            inForce = inForce is null || decision.Supersedes(inForce) ? decision : inForce;
        }

        return inForce!;
    }

    /// <summary>Of what had been decided and recorded by two days the decision in force, beside one that was in force before; null for none.</summary>
    internal ClaimDecision? InForce(ClaimDecision? before, DateOnly asOf, DateOnly knownAt)
    {
        var inForce = before;
        foreach (var decision in _decisions)
        {
            inForce = decision.IsKnown(asOf, knownAt) && (inForce is null || decision.Supersedes(inForce)) ? decision : inForce;
        }

        return inForce;
    }

    /// <inheritdoc cref="InForce(ClaimDecision?, DateOnly, DateOnly)"/>
    internal DecisionInForce InForce(DecisionInForce before, DateOnly asOf, DateOnly knownAt)
    {
        if (_only.HasValue)
        {
            return _only.IsKnown(asOf, knownAt) && _only.Supersedes(before) ? _only : before;
        }

        var inForce = before;
        foreach (var decision in _decisions)
        {
            var next = new DecisionInForce(decision);
            inForce = next.IsKnown(asOf, knownAt) && next.Supersedes(inForce) ? next : inForce;
        }

        return inForce;
    }

    /// <summary>Whether both are claims of one item on one KSB of one version: then they are one claim. What came there on two ways is two.</summary>
    internal bool IsOfSameItem(Claim other) =>
        _evidenceHash == other._evidenceHash && Ksb == other.Ksb && Standard == other.Standard && ReferenceEquals(CarriedFrom, other.CarriedFrom) && Evidence == other.Evidence;
}
