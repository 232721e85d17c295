namespace Competency.Documents.Policies;

/// <summary>Where a rule stands, as a document writes it.</summary>
/// <param name="title">The document that is cited.</param>
/// <param name="issuer">Who issued it.</param>
/// <param name="certainty">How sure its wording is: A, B or C.</param>
/// <param name="paragraph">The paragraph; null where it was not verified.</param>
sealed partial class CitationOutline(string title, string issuer, string certainty, string? paragraph)
{
    /// <summary>The document that is cited.</summary>
    public string Title { get; } = title;

    /// <summary>Who issued it.</summary>
    public string Issuer { get; } = issuer;

    /// <summary>How sure its wording is: A, B or C.</summary>
    public string Certainty { get; } = certainty;

    /// <summary>The paragraph; null where it was not verified.</summary>
    public string? Paragraph { get; } = paragraph;

    internal void Write(Json.JsonWriter json, string? name)
    {
        _ = name is null ? json.StartObject() : json.StartObject(name);
        json.Member("title", Title).Member("issuer", Issuer).Member("certainty", Certainty).Member("paragraph", Paragraph).EndObject();
    }

    /// <summary>Reads the citation of an object; null where it is absent or not whole.</summary>
    internal static CitationOutline? Read(DocumentObject entry, string name, bool isRequired = false)
    {
        if (entry.Object(name, isRequired) is not { } citation)
        {
            return null;
        }

        var title = citation.String("title", isRequired: true);
        var issuer = citation.String("issuer", isRequired: true);
        var certainty = citation.Choice("certainty", RequirementKinds.Certainties, isRequired: true);
        var paragraph = citation.String("paragraph");
        citation.Done();
        return title is null || issuer is null || certainty is null ? null : new CitationOutline(title, issuer, certainty, paragraph);
    }
}
