namespace Competency.Rules;

/// <summary>What counts of a decision in force: held by value, so that nobody need look at a decision that was taken long ago. <c>default</c> is none.</summary>
internal readonly record struct DecisionInForce
{
    private readonly DateOnly _on;
    private readonly DateOnly _recorded;

    // One more than the kind; 0 for none.
    private readonly int _kind;

    public DecisionInForce(ClaimDecision decision) => (_on, _recorded, _kind) = (decision.On, decision.Recorded, (int)decision.Kind + 1);

    /// <summary>Whether there is one.</summary>
    public bool HasValue => _kind != 0;

    /// <summary>What was decided.</summary>
    public ClaimDecisionKind Kind => (ClaimDecisionKind)(_kind - 1);

    /// <summary>The same as <see cref="ClaimDecision.IsKnown"/>.</summary>
    public bool IsKnown(DateOnly asOf, DateOnly knownAt) => _on <= asOf && _recorded <= knownAt;

    /// <summary>The same as <see cref="ClaimDecision.Supersedes"/>, and true beside none.</summary>
    public bool Supersedes(DecisionInForce earlier) => !earlier.HasValue || _on > earlier._on || (_on == earlier._on && _recorded >= earlier._recorded);
}
