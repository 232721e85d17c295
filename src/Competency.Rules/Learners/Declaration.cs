namespace Competency.Rules;

/// <summary>What a person declared. A declaration is reported as present or absent; it is never inferred from evidence.</summary>
/// <param name="On">The day on which it was made.</param>
/// <param name="Kind">What was declared.</param>
/// <param name="Role">In which role.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record Declaration(DateOnly On, DeclarationKind Kind, DeclarationRole Role) : LedgerEntry(On)
{
    /// <summary>What was declared.</summary>
    public DeclarationKind Kind { get; init => field = Defined.Of(value, nameof(Kind)); } = Defined.Of(Kind, nameof(Kind));

    /// <summary>In which role.</summary>
    public DeclarationRole Role { get; init => field = Defined.Of(value, nameof(Role)); } = Defined.Of(Role, nameof(Role));

    /// <summary>What was declared, where <see cref="Kind"/> is <see cref="DeclarationKind.Other"/>; null otherwise. A ledger takes no other.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Statement { get; init => field = Bounded.TextOrNull(value, "A statement says something.", nameof(Statement)); }

    /// <summary>Who declared it; null where that is not recorded.</summary>
    public string? By { get; init => field = Bounded.Name(value, nameof(By)); }

    /// <summary>The employer for whom they spoke; needed where <see cref="Role"/> is the employer, for a former employer's word does not count.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Employer { get; init => field = Bounded.TextOrNull(value, "An employer has a name; null is not recorded.", nameof(Employer)); }

    internal override string? Mistake => (Kind == DeclarationKind.Other, Statement is null) switch
    {
        (true, true) => "Another declaration says in its statement what was declared",
        (false, false) => $"A statement belongs to the declaration '{Words.Declaration.Of(DeclarationKind.Other)}' only",
        _ => null,
    };
}
