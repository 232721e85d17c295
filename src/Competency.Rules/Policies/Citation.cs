namespace Competency.Rules;

/// <summary>Where a rule stands, who issued it, and how sure its wording is.</summary>
/// <param name="Title">The document.</param>
/// <param name="Issuer">Who issued it, by the name of its day.</param>
/// <param name="Certainty">How sure its wording is.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record Citation(string Title, string Issuer, Certainty Certainty)
{
    /// <summary>How sure the wording is.</summary>
    public Certainty Certainty { get; init => field = Defined.Of(value, nameof(Certainty)); } = Defined.Of(Certainty, nameof(Certainty));

    /// <summary>The document.</summary>
    public string Title { get; init => field = OfTitle(value); } = OfTitle(Title);

    /// <summary>Who issued it, by the name of its day.</summary>
    public string Issuer { get; init => field = OfIssuer(value); } = OfIssuer(Issuer);

    /// <summary>The paragraph, where it was verified; null where not.</summary>
    public string? Paragraph { get; init; }

    private static string OfTitle(string title) => Bounded.Text(title, "A citation names its document.", nameof(Title));

    private static string OfIssuer(string issuer) => Bounded.Text(issuer, "A citation names who issued it.", nameof(Issuer));

    /// <summary>The certainty as one letter, A to C.</summary>
    public string CertaintyLetter => Certainty switch
    {
        Certainty.OfficialText => "A",
        Certainty.Secondary => "B",
        _ => "C",
    };

    /// <summary>The citation that a document writes.</summary>
    internal static Citation Of(Documents.Policies.CitationOutline outline) =>
        new(outline.Title, outline.Issuer, outline.Certainty switch
        {
            "A" => Certainty.OfficialText,
            "B" => Certainty.Secondary,
            _ => Certainty.ThirdParty,
        })
        {
            Paragraph = outline.Paragraph,
        };

    /// <summary>The citation on one line, as in <c>SI 2017/1310 (UK legislation; certainty A)</c>.</summary>
    public override string ToString() => $"{Title}{(Paragraph is null ? "" : $", {Paragraph}")} ({Issuer}; certainty {CertaintyLetter})";
}
