using Competency.Documents;
using Competency.Findings;
using Competency.Text;

namespace Competency.Interchange.Tests;

/// <summary>Short ways to import a text and to say what must hold of any import.</summary>
internal static class Imports
{
    public static readonly ImportOptions Version12 = new() { Version = new StandardVersion(1, 2) };

    public static StandardImport Page(string text, ImportOptions? options = null) => PublishedPage.Import(new SourceDocument("page.txt", text), options ?? Version12);

    /// <summary>The standard of a page that must import.</summary>
    public static OccupationalStandard Standard(string text, ImportOptions? options = null) => Whole(Page(text, options));

    public static IReadOnlyList<StandardImport> Records(string json, ImportOptions? options = null) =>
        ApprenticeshipStandardsJson.Import(new SourceDocument("standards.json", json), options ?? ImportOptions.None);

    /// <summary>The standard of a single record that must import.</summary>
    public static StandardImport Record(string json, ImportOptions? options = null) => Assert.Single(Records(json, options));

    /// <summary>An import without problems, whose document Core reads again as the same standard.</summary>
    public static OccupationalStandard Whole(StandardImport import)
    {
        Assert.Empty(import.Problems.Select(p => p.ToString()));
        var standard = Assert.IsType<OccupationalStandard>(import.Standard);
        AssertReadable(standard);
        return standard;
    }

    public static void AssertReadable(OccupationalStandard standard)
    {
        var written = StandardDocument.Write(standard);
        var read = StandardDocument.Read("written.standard.json", written);
        AssertOfForm(written, read.Findings.Where(f => f.Descriptor == FindingCatalogue.UnreadableDocument || f.Descriptor == FindingCatalogue.RepeatedCode));
        Assert.Equal(standard, read.Standard);
        Assert.Equal(written, StandardDocument.Write(read.Standard!));
    }

    /// <summary>Nothing is wrong with the form of what was written. That a published text holds U+FFFD itself is said of the document that holds it, once.</summary>
    public static void AssertOfForm(string written, IEnumerable<Finding> findings) => Assert.Equal(
        written.Contains('\uFFFD', StringComparison.Ordinal) ? ["U+FFFD stands here for bytes that could not be decoded; save the file as UTF-8"] : [],
        findings.Select(f => f.Message));

    public static void AssertLoss(LossReport losses, LossKind kind, string part) =>
        Assert.Contains(losses.Of(kind).Select(l => l.Message), m => m.Contains(part, StringComparison.Ordinal));

    public static string Counts(OccupationalStandard standard) =>
        string.Join(' ', standard.Ksbs.GroupBy(k => k.Kind).Select(g => $"{g.Key.Prefix()}{g.Count()}").Append($"D{standard.Duties.Count}"));
}
