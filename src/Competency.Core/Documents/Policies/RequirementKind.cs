namespace Competency.Documents.Policies;

/// <summary>A kind of requirement, as policy documents name it.</summary>
/// <param name="name">The word of the property <c>kind</c>.</param>
/// <param name="parameters">Its parameters.</param>
internal sealed class RequirementKind(string name, params RequirementParameter[] parameters)
{
    /// <summary>The word of the property <c>kind</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<RequirementParameter> Parameters { get; } = parameters;

    /// <summary>How it holds others.</summary>
    public ChildShape Children { get; init; }

    /// <summary>The name of its type in Competency.Rules.</summary>
    public string TypeName { get; init; } = char.ToUpperInvariant(name[0]) + name.Substring(1) + "Requirement";

    /// <summary>Whether its reports cite the dated parameter that applied, so that it needs no citation of its own.</summary>
    public bool CitesItself { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
