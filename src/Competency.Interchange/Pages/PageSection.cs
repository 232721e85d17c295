namespace Competency.Interchange.Pages;

/// <summary>The parts of a standard's page, in the order in which pages have them.</summary>
internal enum PageSection
{
    Front,
    KeyInformation,
    Summary,
    JobTitles,
    Options,
    Duties,
    Statements,
    Qualifications,

    /// <summary>A part that the document does not hold, such as the version log.</summary>
    Other,
    Footer,
}
