namespace Competency.Rules;

/// <summary>Why an episode began, where that changes a rule.</summary>
public enum EpisodeReason
{
    /// <summary>No reason that a rule asks for.</summary>
    None,

    /// <summary>Redundancy.</summary>
    Redundancy,

    /// <summary>A move to a newer version of the same standard.</summary>
    NewerVersion,

    /// <summary>A move to another training provider.</summary>
    ProviderTransfer,

    /// <summary>A return to the same apprenticeship after leaving it.</summary>
    ReturnToSameApprenticeship,
}
