namespace Competency.Rules;

/// <summary>What was decided about a claim.</summary>
public enum ClaimDecisionKind
{
    /// <summary>Handed in; nobody has decided yet.</summary>
    Submitted,

    /// <summary>Sent back for more work.</summary>
    Referred,

    /// <summary>Accepted for a part of the KSB. Several parts do not add up to a whole: somebody has to say that.</summary>
    AcceptedInPart,

    /// <summary>Accepted in full: the KSB is achieved.</summary>
    Accepted,

    /// <summary>An acceptance was taken back, usually by internal quality assurance.</summary>
    Overturned,

    /// <summary>The learner took the claim back.</summary>
    Withdrawn,
}
