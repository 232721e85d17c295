namespace Competency;

/// <summary>A section of a role profile.</summary>
/// <param name="kind">One of <see cref="Kinds"/>.</param>
/// <param name="statements">What the section says.</param>
public sealed class RoleSection(string kind, IEnumerable<RoleStatement> statements)
{
    /// <summary>The kinds of section, in their order.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        Frozen.List(["role", "duties", "entryRequirements", "training", "accreditation", "progression", "application"]);

    /// <summary>What the section is about: one of <see cref="Kinds"/>.</summary>
    public string Kind { get; } = Kinds.Contains(kind) ? kind : throw new ArgumentException($"A section's kind is one of {string.Join(", ", Kinds)}.", nameof(kind));

    /// <summary>What it says, in order.</summary>
    public IReadOnlyList<RoleStatement> Statements { get; } = Frozen.List(statements ?? throw new ArgumentNullException(nameof(statements)));
}
