namespace Competency.Findings;

/// <summary>One kind of finding: an entry of <see cref="FindingCatalogue"/>.</summary>
sealed partial class FindingDescriptor
{
    internal FindingDescriptor(string id, string title, FindingSeverity severity, string description)
    {
        Id = id;
        Title = title;
        Severity = severity;
        Description = description;
    }

    /// <summary>The id, such as <c>KSB1001</c>.</summary>
    public string Id { get; }

    /// <summary>A few words that name it.</summary>
    public string Title { get; }

    /// <summary>How grave it is unless the finding itself says otherwise.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>What it means, in a sentence or two.</summary>
    public string Description { get; }

    /// <summary>Its help page.</summary>
    public string HelpLink => $"{FindingCatalogue.HelpBase}{Id}.md";

    /// <summary>The group that it belongs to, by the first digit of its number.</summary>
    public string Category => Id[3] switch
    {
        '1' => "Competency.References",
        '2' => "Competency.Standards",
        '3' => "Competency.Mappings",
        _ => "Competency.Rules",
    };

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
