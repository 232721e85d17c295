namespace Competency.Interchange;

/// <summary>In which way a document differs from the source that it was made of.</summary>
public enum LossKind
{
    /// <summary>The source has it and the document does not hold it.</summary>
    NotHeld,

    /// <summary>The document holds it and the source does not say it in so many words.</summary>
    Guessed,

    /// <summary>The document holds it in another form than the source: white space trimmed, a look-alike letter replaced.</summary>
    Mended,

    /// <summary>The document holds the publisher's own words, which are under no open licence: put them in your own before it is passed on.</summary>
    Verbatim,
}
