namespace Competency.Rules;

/// <summary>What a person can declare.</summary>
public enum DeclarationKind
{
    /// <summary>That the apprentice works at or above the level of the standard.</summary>
    WorksAtStandard,

    /// <summary>That the apprentice's readiness was reviewed and found sufficient.</summary>
    GatewayReview,

    /// <summary>Agreement to go through gateway.</summary>
    GatewayAgreement,

    /// <summary>That fewer hours than planned were delivered, and why.</summary>
    HoursBelowPlan,

    /// <summary>That the apprentice shows the behaviours of the standard: asked once, of the current employer, under reformed assessment.</summary>
    BehavioursVerified,

    /// <summary>That the training plan was delivered.</summary>
    PlanDelivered,

    /// <summary>That an assessment organisation was chosen.</summary>
    AssessmentOrganisationChosen,

    /// <summary>Something else, that <see cref="Declaration.Statement"/> names.</summary>
    Other,
}
