namespace Competency.Rules;

/// <summary>Who has to act.</summary>
public enum ActionBy
{
    /// <summary>The apprentice.</summary>
    Apprentice,

    /// <summary>Who decides on evidence.</summary>
    Assessor,

    /// <summary>The training provider.</summary>
    Provider,

    /// <summary>The employer.</summary>
    Employer,

    /// <summary>Who embeds the policy: a setting or a document is missing.</summary>
    PolicyOwner,
}
