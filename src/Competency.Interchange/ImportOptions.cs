namespace Competency.Interchange;

/// <summary>What the caller of an import knows and the source may not say.</summary>
public sealed class ImportOptions
{
    /// <summary>Nothing known.</summary>
    public static ImportOptions None { get; } = new();

    /// <summary>The reference. One that contradicts the source is a problem; of several records it selects those that have it.</summary>
    public StandardReference? Reference { get; init; }

    /// <summary>The version. A published page seldom says it. One that contradicts the source is a problem; of several records it selects.</summary>
    public StandardVersion? Version { get; init; }

    /// <summary>The title, for a source that lacks one.</summary>
    public string? Title { get; init; }

    /// <summary>The document that the result will replace: its <c>typeName</c> is kept.</summary>
    public OccupationalStandard? Existing { get; init; }

    /// <summary>The role document that the result will replace: one's own words in it are kept for every sentence that did not change.</summary>
    public RoleProfile? ExistingRole { get; init; }

    /// <summary>The standards that stand beside the result: it does not claim the type name of one of them.</summary>
    public IReadOnlyList<OccupationalStandard> Neighbours { get; init; } = [];
}
