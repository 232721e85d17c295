namespace Competency.Rules;

/// <summary>One statement in the record of a transfer.</summary>
/// <param name="Kind">What the transfer did with the evidence.</param>
/// <param name="Old">The KSB of the old version; null for a new one.</param>
/// <param name="New">The KSB of the new version; null for a withdrawn one.</param>
/// <param name="Similarity">How alike the wordings are, 0 to 1; 0 for a statement without a counterpart.</param>
public sealed record TransferRecordItem(TransferKind Kind, KsbCode? Old, KsbCode? New, double Similarity)
{
    /// <summary>The ids of the evidence claimed under the old code.</summary>
    public IReadOnlyList<string> Evidence { get; init => field = [.. value]; } = [];

    /// <summary>What a person decided on an offer; null where nobody did, and where there is no offer.</summary>
    public TransferDecision? Decision { get; init; }

    /// <summary>Whether a person linked the two without their being offered.</summary>
    public bool IsExplicit { get; init; }
}
