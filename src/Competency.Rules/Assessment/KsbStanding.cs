namespace Competency.Rules;

/// <summary>How far one KSB has got, from the evidence claimed against it.</summary>
public enum KsbStanding
{
    /// <summary>No claim that stands.</summary>
    NoEvidence,

    /// <summary>Accepted once, and overturned since.</summary>
    Overturned,

    /// <summary>Sent back for more work.</summary>
    Referred,

    /// <summary>Accepted for a part.</summary>
    AcceptedInPart,

    /// <summary>Handed in; nobody has decided yet.</summary>
    AwaitingDecision,

    /// <summary>
    /// Not achieved in this version, but evidence that is accepted under the version which the learner left was offered for it by the transfer plan, and nobody has decided yet.
    /// Never by a code alone: what is accepted under a version from which no transfer leads changes no standing; see <see cref="KsbAchievement.MayBeCarriedOver"/>.
    /// </summary>
    AcceptedElsewhere,

    /// <summary>At least one claim is accepted in full.</summary>
    Achieved,
}
