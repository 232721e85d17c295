namespace Competency.Rules;

/// <summary>When an action is due beside others: the order in which a person would act.</summary>
public enum ActionStage
{
    /// <summary>Say what the policy must know.</summary>
    Settings,

    /// <summary>Complete the record.</summary>
    Records,

    /// <summary>Document a decision.</summary>
    Decisions,

    /// <summary>Train.</summary>
    Training,

    /// <summary>Hand in evidence.</summary>
    Evidence,

    /// <summary>Decide on evidence.</summary>
    Assessment,

    /// <summary>Gain a certificate.</summary>
    Certificates,

    /// <summary>Hand in the portfolio.</summary>
    Portfolio,

    /// <summary>Wait for a day to come.</summary>
    Time,

    /// <summary>Declare and sign.</summary>
    Signatures,
}
