using Competency.Versions;

namespace Competency.Rules;

/// <summary>One statement in a transfer plan, and the learner's evidence for it.</summary>
public sealed class TransferItem
{
    internal TransferItem(TransferKind kind, KsbChange change, IReadOnlyList<string> evidence, bool hasAccepted)
    {
        Kind = kind;
        Change = change;
        Evidence = evidence;
        HasAccepted = hasAccepted;
    }

    /// <summary>What the transfer does with the evidence.</summary>
    public TransferKind Kind { get; }

    /// <summary>What became of the statement, with both wordings and how alike they are.</summary>
    public KsbChange Change { get; }

    /// <summary>The code in the old version; null for a new statement.</summary>
    public KsbCode? Old => Change.Old?.Code;

    /// <summary>The code in the new version; null for a withdrawn statement.</summary>
    public KsbCode? New => Change.New?.Code;

    /// <summary>The ids of the evidence claimed under the old code, each once, in the order of their ids.</summary>
    public IReadOnlyList<string> Evidence { get; }

    /// <summary>Whether any of it is accepted, in full or in part.</summary>
    public bool HasAccepted { get; }

    /// <summary>Codes and kind, as in <c>S10 → S9: Carried</c>.</summary>
    public override string ToString() => $"{Old?.ToString() ?? "-"} → {New?.ToString() ?? "-"}: {Kind}";
}
