namespace Competency.Versions;

/// <summary>What became of one option.</summary>
sealed partial class OptionChange
{
    internal OptionChange(ChangeKind kind, StandardOption? old, StandardOption? @new)
    {
        Kind = kind;
        Old = old;
        New = @new;
    }

    /// <summary>Carried, renumbered (the same title under another id), reworded (another title), new or withdrawn.</summary>
    public ChangeKind Kind { get; }

    /// <summary>The option in the old version; null for a new one.</summary>
    public StandardOption? Old { get; }

    /// <summary>The option in the new version; null for a withdrawn one.</summary>
    public StandardOption? New { get; }

    /// <summary>Titles and kind.</summary>
    public override string ToString() => $"{Old?.ToString() ?? "-"} → {New?.ToString() ?? "-"} {StandardDiff.Word(Kind)}";
}
