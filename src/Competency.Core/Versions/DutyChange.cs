namespace Competency.Versions;

/// <summary>What became of one duty, and of the KSBs that it maps.</summary>
sealed partial class DutyChange
{
    internal DutyChange(ChangeKind kind, OccupationDuty? old, OccupationDuty? @new, double similarity, IReadOnlyList<KsbCode> added, IReadOnlyList<KsbCode> removed)
    {
        Kind = kind;
        Old = old;
        New = @new;
        Similarity = similarity;
        AddedKsbs = added;
        RemovedKsbs = removed;
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

    /// <summary>Whether number, words and mapped statements are the same.</summary>
    public bool IsCarried => Kind == ChangeKind.Carried && AddedKsbs.Count == 0 && RemovedKsbs.Count == 0;

    /// <summary>Numbers and kind, as in <c>Duty 3 → Duty 2 renumbered</c>.</summary>
    public override string ToString() => $"{(Old is null ? "-" : $"Duty {Old.Number}")} → {(New is null ? "-" : $"Duty {New.Number}")} {StandardDiff.Word(Kind)}";
}
