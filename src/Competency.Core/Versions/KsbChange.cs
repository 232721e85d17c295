namespace Competency.Versions;

/// <summary>What became of one KSB statement.</summary>
sealed partial class KsbChange
{
    internal KsbChange(ChangeKind kind, KsbStatement? old, KsbStatement? @new, double similarity)
    {
        Kind = kind;
        Old = old;
        New = @new;
        Similarity = similarity;
    }

    /// <summary>What became of it.</summary>
    public ChangeKind Kind { get; }

    /// <summary>The statement in the old version; null for a new one.</summary>
    public KsbStatement? Old { get; }

    /// <summary>The statement in the new version; null for a withdrawn one.</summary>
    public KsbStatement? New { get; }

    /// <summary>How alike the words are: 1 for the same words, 0 for a statement without a counterpart.</summary>
    public double Similarity { get; }

    /// <summary>Codes and kind, as in <c>S10 → S9 renumbered</c>.</summary>
    public override string ToString() => $"{Old?.Code.ToString() ?? "-"} → {New?.Code.ToString() ?? "-"} {StandardDiff.Word(Kind)}";
}
