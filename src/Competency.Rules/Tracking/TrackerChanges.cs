namespace Competency.Rules;

/// <summary>What one event, or one move in time, changed.</summary>
public readonly struct TrackerChanges
{
    private readonly IReadOnlyList<TrackedKsbChange>? _ksbs;
    private readonly IReadOnlyList<TrackedVerdictChange>? _verdicts;
    private readonly TrackedKsbChange _ksb;

    internal TrackerChanges(TrackedKsbChange ksb, IReadOnlyList<TrackedVerdictChange>? verdicts)
    {
        // Most events touch one KSB: that costs no list until somebody reads it.
        _ksb = ksb;
        _verdicts = verdicts;
    }

    internal TrackerChanges(IReadOnlyList<TrackedKsbChange> ksbs, IReadOnlyList<TrackedVerdictChange>? verdicts)
    {
        _ksbs = ksbs;
        _verdicts = verdicts;
    }

    /// <summary>The KSBs whose standing is another now, in the standard's order.</summary>
    public IReadOnlyList<TrackedKsbChange> Ksbs => _ksbs ?? (_ksb.Ksb.HasValue ? [_ksb] : []);

    /// <summary>The requirements whose verdict is another now, those within others before those others. Those that are not tracked by themselves are left out.</summary>
    public IReadOnlyList<TrackedVerdictChange> Verdicts => _verdicts ?? [];

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => !_ksb.Ksb.HasValue && (_ksbs?.Count ?? 0) == 0 && (_verdicts?.Count ?? 0) == 0;
}
