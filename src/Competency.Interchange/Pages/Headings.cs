using Competency.Interchange.Reading;

namespace Competency.Interchange.Pages;

/// <summary>The headings of published pages, by their text in lower case without a colon.</summary>
internal static class Headings
{
    private static readonly Dictionary<string, PageSection> Sections = new()
    {
        ["key information"] = PageSection.KeyInformation,
        ["occupation summary"] = PageSection.Summary,
        ["occupational summary"] = PageSection.Summary,
        ["summary of the occupation"] = PageSection.Summary,
        ["typical job titles include"] = PageSection.JobTitles,
        ["typical job titles"] = PageSection.JobTitles,
        ["options"] = PageSection.Options,
        ["core and options"] = PageSection.Options,
        ["this standard has options"] = PageSection.Options,
        ["this apprenticeship has options"] = PageSection.Options,
        ["occupation duties"] = PageSection.Duties,
        ["occupational duties"] = PageSection.Duties,
        ["duties"] = PageSection.Duties,
        ["duty ksbs"] = PageSection.Duties,
        ["ksbs"] = PageSection.Statements,
        ["knowledge, skills and behaviours"] = PageSection.Statements,
        ["knowledge, skills and behaviours (ksbs)"] = PageSection.Statements,
        ["knowledge"] = PageSection.Statements,
        ["skills"] = PageSection.Statements,
        ["behaviours"] = PageSection.Statements,
        ["technical knowledge"] = PageSection.Statements,
        ["technical skills"] = PageSection.Statements,
        ["technical knowledge and skills"] = PageSection.Statements,
        ["employability skills and behaviours"] = PageSection.Statements,
        ["core knowledge"] = PageSection.Statements,
        ["core skills"] = PageSection.Statements,
        ["core behaviours"] = PageSection.Statements,
        ["qualifications"] = PageSection.Qualifications,
        ["approved qualifications"] = PageSection.Qualifications,
        ["higher technical qualifications"] = PageSection.Qualifications,
        ["entry requirements"] = PageSection.Other,
        ["english and maths"] = PageSection.Other,
        ["english and maths qualifications"] = PageSection.Other,
        ["other mandatory qualifications"] = PageSection.Qualifications,
        ["mandatory qualifications"] = PageSection.Qualifications,
        ["professional recognition"] = PageSection.Other,
        ["professional body recognition"] = PageSection.Other,
        ["additional details"] = PageSection.Other,
        ["regulated standards"] = PageSection.Other,
        ["end-point assessment plan"] = PageSection.Other,
        ["assessment plan"] = PageSection.Other,
        ["end-point assessment (epa plan)"] = PageSection.Other,
        ["overview of the role"] = PageSection.Other,
        ["progression routes"] = PageSection.Other,
        ["example progression routes"] = PageSection.Other,
        ["involved employers"] = PageSection.Other,
        ["employers involved in creating the standard"] = PageSection.Other,
        ["version log"] = PageSection.Other,
        ["change request policy"] = PageSection.Other,
        ["subject sector area"] = PageSection.Other,
        ["find apprenticeship training providers"] = PageSection.Other,
        ["review"] = PageSection.Other,
        ["glossary"] = PageSection.Other,
        ["is this webpage useful?"] = PageSection.Footer,
        ["is this page useful?"] = PageSection.Footer,
        ["share this page"] = PageSection.Footer,
    };

    // Of the page's machinery rather than of the standard: nothing is lost with them.
    private static readonly HashSet<string> Noise =
    [
        "x", "\u00D7", "close", "back to duty", "back to top", "back to all approved qualifications", "print occupational standard", "print", "information symbol",
        "required knowledge", "required skill", "required behaviour", "required skills", "required behaviours", "required technical knowledge",
        "skip to main content", "occupational standard", "details of the occupational standard", "details of standard", "is this webpage useful?", "is this page useful?",
        "thank you for your feedback", "tell us about your experience", "report a problem with this webpage", "share this page", "yes no",
        "duty", "ksbs", "show all", "hide", "menu", "search", "home", "cookies", "accept all cookies", "accept additional cookies", "reject additional cookies",
        "view cookies", "hide this message", "we use some essential cookies to make this website work.", "view occupation in map", "view apprenticeship standard",
        "higher technical qualification", "contents", "print apprenticeship summary", "apprenticeship summary", "print apprenticeship standard",
    ];

    /// <summary>Whether a line is the page's machinery, or what a printer puts at the edge of paper.</summary>
    public static bool IsNoise(PageLine line) => Noise.Contains(line.Key) || IsPageNumber(line.Key) || IsAddress(line.Key);

    /// <summary>The section that a line opens; null where it is no heading.</summary>
    public static PageSection? SectionOf(PageLine line)
    {
        if (Sections.TryGetValue(line.Key, out var section))
        {
            return section;
        }

        return line.Key.StartsWith("crown copyright", StringComparison.Ordinal) || line.Key.StartsWith("\u00A9 crown copyright", StringComparison.Ordinal) ? PageSection.Footer
            : IsDutyTableHeader(line) ? PageSection.Duties
            : null;
    }

    /// <summary>The header row of a table of duties: <c>Duty KSBs</c>; old pages have a column of criteria between the two.</summary>
    public static bool IsDutyTableHeader(PageLine line) => line.Key is "duty ksbs" or "duty criteria for measuring performance ksbs" or "duty criteria ksbs";

    /// <summary><c>Page 3 of 12</c>.</summary>
    private static bool IsPageNumber(string key) =>
        key.Split(' ') is ["page", var page, "of", var pages] && WholeNumber.TryParse(page, 4, out _) && WholeNumber.TryParse(pages, 4, out _);

    private static bool IsAddress(string key) =>
        (key.StartsWith("https://", StringComparison.Ordinal) || key.StartsWith("http://", StringComparison.Ordinal)) && !key.Contains(' ');
}
