namespace Competency.Rules;

/// <summary>Who declares.</summary>
public enum DeclarationRole
{
    /// <summary>The employer.</summary>
    Employer,

    /// <summary>The training provider.</summary>
    Provider,

    /// <summary>The apprentice.</summary>
    Apprentice,
}
