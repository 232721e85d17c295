using Competency.Documents;

namespace Competency;

/// <summary>A job described for careers advice, with no KSBs: a role that can lead to an occupation that has a standard.</summary>
/// <param name="title">The role.</param>
public sealed class RoleProfile(string title)
{
    /// <summary>The role.</summary>
    public string Title { get; } = title ?? throw new ArgumentNullException(nameof(title));

    /// <summary>What is said of it, by section.</summary>
    public IReadOnlyList<RoleSection> Sections { get; init => field = Frozen.List(value); } = [];

    /// <summary>Where it comes from.</summary>
    public PublicationSource? Source { get; init; }

    /// <summary>The section of a kind, or null.</summary>
    public RoleSection? Find(string kind) => Sections.FirstOrDefault(s => s.Kind == kind);

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
