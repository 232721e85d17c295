namespace Competency.Rules;

/// <summary>What a person declared. A declaration is reported as present or absent; it is never inferred from evidence.</summary>
/// <param name="On">The day on which it was made.</param>
/// <param name="Kind">What was declared.</param>
/// <param name="Role">In which role.</param>
public sealed record Declaration(DateOnly On, DeclarationKind Kind, DeclarationRole Role) : LedgerEntry(On)
{
    /// <summary>What was declared, where <see cref="Kind"/> is <see cref="DeclarationKind.Other"/>; null otherwise.</summary>
    public string? Statement { get; init; }

    /// <summary>Who declared it; null where that is not recorded.</summary>
    public string? By { get; init; }

    /// <summary>The employer for whom they spoke; needed where <see cref="Role"/> is the employer, for a former employer's word does not count.</summary>
    public string? Employer { get; init; }
}
