namespace Competency.Interchange;

/// <summary>The foreign formats that can be imported.</summary>
public enum SourceFormat
{
    /// <summary>None of them.</summary>
    Unknown = 0,

    /// <summary>The text of a published page, copied from a browser or extracted by a program.</summary>
    PageText,

    /// <summary>A published page as HTML.</summary>
    PageHtml,

    /// <summary>One record of the apprenticeship standards JSON, or an array of them.</summary>
    ApprenticeshipStandardsJson,

    /// <summary>A role profile for careers advice, as text or HTML.</summary>
    RolePage,

    /// <summary>A document of our own: there is nothing to import.</summary>
    CompetencyDocument,
}
