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

    /// <summary>Not achieved in this version, but evidence for the same code of another standard or version is accepted: whether it carries over, a transfer plan must say.</summary>
    AcceptedElsewhere,

    /// <summary>At least one claim is accepted in full.</summary>
    Achieved,
}
