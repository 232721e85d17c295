namespace Competency.Rules;

/// <summary>How far a claim brings a KSB.</summary>
internal static class ClaimStanding
{
    private static ReadOnlySpan<byte> Own =>
    [
        (byte)KsbStanding.AwaitingDecision,
        (byte)KsbStanding.Referred,
        (byte)KsbStanding.AcceptedInPart,
        (byte)KsbStanding.Achieved,
        (byte)KsbStanding.Overturned,
        (byte)KsbStanding.NoEvidence,
    ];

    /// <summary>The standing by a decision.</summary>
    /// <param name="decision">The decision in force.</param>
    /// <param name="isOwn">Whether the claim is under the standard and version that is judged. Under another, which the learner left, only an acceptance says anything.</param>
    public static KsbStanding Of(ClaimDecisionKind decision, bool isOwn) =>
        isOwn ? (uint)decision < (uint)Own.Length ? (KsbStanding)Own[(int)decision] : KsbStanding.NoEvidence
            : decision == ClaimDecisionKind.Accepted ? KsbStanding.AcceptedElsewhere : KsbStanding.NoEvidence;
}
