namespace Competency.Versions;

/// <summary>What became of one duty, of the KSBs that it maps and of the options that it belongs to.</summary>
sealed partial class DutyChange
{
    internal DutyChange(ChangeKind kind, OccupationDuty? old, OccupationDuty? @new, double similarity, IReadOnlyList<KsbCode> added, IReadOnlyList<KsbCode> removed, IReadOnlyList<string> addedOptions, IReadOnlyList<string> removedOptions)
    {
        Kind = kind;
        Old = old;
        New = @new;
        Similarity = similarity;
        AddedKsbs = added;
        RemovedKsbs = removed;
        AddedOptions = addedOptions;
        RemovedOptions = removedOptions;
    }

    /// <summary>What became of it.</summary>
    public ChangeKind Kind { get; }

    /// <summary>The duty in the old version; null for a new one.</summary>
    public OccupationDuty? Old { get; }

    /// <summary>The duty in the new version; null for a withdrawn one.</summary>
    public OccupationDuty? New { get; }

    /// <summary>How alike the words are, 0 to 1.</summary>
    public double Similarity { get; }

    /// <summary>Codes of the new version that it maps now and whose statements it did not map before.</summary>
    public IReadOnlyList<KsbCode> AddedKsbs { get; }

    /// <summary>Codes of the old version that it mapped and whose statements it does not map any more, withdrawn ones included.</summary>
    public IReadOnlyList<KsbCode> RemovedKsbs { get; }

    /// <summary>Ids of options of the new version that it belongs to and to whose counterparts it did not belong before.</summary>
    public IReadOnlyList<string> AddedOptions { get; }

    /// <summary>Ids of options of the old version that it belonged to and to whose counterparts it does not belong any more, withdrawn ones included.</summary>
    public IReadOnlyList<string> RemovedOptions { get; }

    /// <summary>Whether number, words, mapped statements and options are the same.</summary>
    public bool IsCarried => Kind == ChangeKind.Carried && !HasOtherKsbs && !HasOtherOptions;

    /// <summary>Whether it maps other statements; false where it is new or withdrawn.</summary>
    internal bool HasOtherKsbs => AddedKsbs.Count > 0 || RemovedKsbs.Count > 0;

    /// <summary>Whether it is performed by others: those who take other options, or everyone; false where it is new or withdrawn.</summary>
    internal bool HasOtherOptions => AddedOptions.Count > 0 || RemovedOptions.Count > 0 || (Old is not null && New is not null && Old.IsCore != New.IsCore);

    /// <summary>Numbers and kind, as in <c>Duty 3 → Duty 2 renumbered</c>.</summary>
    public override string ToString() => $"{(Old is null ? "-" : $"Duty {Old.Number}")} → {(New is null ? "-" : $"Duty {New.Number}")} {StandardDiff.Word(Kind)}";
}
