namespace Competency.Rules;

/// <summary>What one event, or one move in time, changed.</summary>
public readonly struct TrackerChanges
{
    private readonly IReadOnlyList<KsbStandingChange>? _ksbs;
    private readonly IReadOnlyList<VerdictChange>? _verdicts;
    private readonly KsbStandingChange _ksb;

    internal TrackerChanges(KsbStandingChange ksb, IReadOnlyList<VerdictChange>? verdicts)
    {
        // Most events touch one KSB: that costs no list until somebody reads it.
        _ksb = ksb;
        _verdicts = verdicts;
    }

    internal TrackerChanges(IReadOnlyList<KsbStandingChange> ksbs, IReadOnlyList<VerdictChange>? verdicts)
    {
        _ksbs = ksbs;
        _verdicts = verdicts;
    }

    /// <summary>The KSBs whose standing is another now, in the standard's order.</summary>
    public IReadOnlyList<KsbStandingChange> Ksbs => _ksbs ?? (_ksb.Ksb.HasValue ? [_ksb] : []);

    /// <summary>The requirements whose verdict is another now, those within others before those others. Those that are not tracked by themselves are left out.</summary>
    public IReadOnlyList<VerdictChange> Verdicts => _verdicts ?? [];

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => !_ksb.Ksb.HasValue && (_ksbs?.Count ?? 0) == 0 && (_verdicts?.Count ?? 0) == 0;
}
