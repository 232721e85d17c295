namespace Competency.Documents.Policies;

/// <summary>A policy as its document writes it.</summary>
/// <param name="id">The id.</param>
/// <param name="name">The name to print.</param>
/// <param name="version">The version.</param>
/// <param name="requirement">What it asks.</param>
sealed partial class PolicyOutline(string id, string name, string version, RequirementOutline requirement)
{
    /// <summary>How deep its requirements can nest, the outermost counted: reports repeat them within their own objects, and readers of JSON commonly refuse what nests deeper than 64.</summary>
    public const int MaxDepth = 24;

    /// <summary>The id.</summary>
    public string Id { get; } = id;

    /// <summary>The name to print.</summary>
    public string Name { get; } = name;

    /// <summary>The version.</summary>
    public string Version { get; } = version;

    /// <summary>The standards that it is for, whose KSBs it can name; none for a policy of any standard.</summary>
    public IReadOnlyList<StandardId> Standards { get; init; } = [];

    /// <summary>What it does not judge although a reader could think so.</summary>
    public IReadOnlyList<string> NotJudged { get; init; } = [];

    /// <summary>What it asks.</summary>
    public RequirementOutline Requirement { get; } = requirement;
}
