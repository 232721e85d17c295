namespace Competency.Documents.Policies;

/// <summary>A parameter of a kind of requirement, as a policy document writes it.</summary>
/// <param name="name">The property.</param>
/// <param name="type">Its form.</param>
internal sealed class RequirementParameter(string name, ParameterType type)
{
    /// <summary>The property.</summary>
    public string Name { get; } = name;

    /// <summary>Its form.</summary>
    public ParameterType Type { get; } = type;

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a <see cref="ParameterType.DatedNumber"/> has no fraction.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether of none nothing is asked, which the check tells of the requirement; otherwise none, written out, would ask for every one.</summary>
    public bool MustHoldSome { get; init; }

    /// <summary>The least number.</summary>
    public decimal Min { get; init; }

    /// <summary>The greatest number.</summary>
    public decimal Max { get; init; } = 1_000_000_000;

    /// <summary>The words of <see cref="ParameterType.Word"/> and <see cref="ParameterType.Words"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
