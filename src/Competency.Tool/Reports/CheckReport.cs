using Competency.Findings;

namespace Competency.Tool.Reports;

/// <summary>What a check found, in the order of files and places.</summary>
internal sealed class CheckReport
{
    /// <summary>The formats by their names on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, Action<CheckReport, TextWriter>> Formats = new SortedDictionary<string, Action<CheckReport, TextWriter>>(StringComparer.Ordinal)
    {
        ["text"] = TextReport.Write,
        ["json"] = JsonReport.Write,
        ["sarif"] = SarifReport.Write,
        ["github"] = GitHubReport.Write,
        ["markdown"] = MarkdownReport.Write,
    };

    public CheckReport(IEnumerable<Finding> findings, int documents)
    {
        Findings = [.. findings.OrderBy(f => f.Location?.Path, StringComparer.Ordinal).ThenBy(f => f.Location?.Span.Start ?? 0).ThenBy(f => f.Id, StringComparer.Ordinal)];
        Documents = documents;
    }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>How many documents were checked.</summary>
    public int Documents { get; }

    /// <summary>The last line: documents, errors, warnings, information.</summary>
    public string Summary =>
        $"{Counted(Documents, "document")} checked: {Counted(Count(FindingSeverity.Error), "error")}, {Counted(Count(FindingSeverity.Warning), "warning")}, {Count(FindingSeverity.Information)} for information";

    public int Count(FindingSeverity severity) => Findings.Count(f => f.Severity == severity);

    /// <summary>A path as URIs and web pages write it.</summary>
    public static string PathOf(Finding finding) => (finding.Location?.Path ?? "").Replace('\\', '/');

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
