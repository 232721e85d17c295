using Competency.Findings;
using Competency.Text;
using Competency.Tool.Baselines;

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

    private readonly string _root;

    /// <param name="findings">What was found, in any order.</param>
    /// <param name="documents">How many documents were checked.</param>
    /// <param name="root">The full path of the folder that reports name files from.</param>
    /// <param name="source">The text of a document, by the path that findings have.</param>
    /// <param name="baseline">The findings that are known, or null.</param>
    /// <param name="isJudged">Whether this run would have found a finding again, by its id and the full path of its file.</param>
    /// <param name="failures">What could not be read, a line each.</param>
    public CheckReport(IEnumerable<Finding> findings, int documents, string root, Func<string, SourceDocument?> source, Baseline? baseline, Func<string, string, bool> isJudged, IReadOnlyList<string> failures)
    {
        _root = root;
        Documents = documents;
        Failures = failures;
        HasBaseline = baseline is not null;
        var keys = new FindingKeys(root, source);
        All =
        [
            .. findings.OrderBy(f => f.Location?.Path, StringComparer.Ordinal).ThenBy(f => f.Location?.Span.Start ?? 0).ThenBy(f => f.Id, StringComparer.Ordinal)
                .Select(f => (Finding: f, Key: keys.Next(f)))
                .Select(f => new Entry(f.Finding, f.Key, baseline?.Has(f.Key) == true)),
        ];
        Findings = [.. All.Where(e => !e.IsKnown).Select(e => e.Finding)];

        // Of a file that is there and was not looked at, or not beside all that a finding is about, nobody can say that anything in it is mended.
        var gone = (baseline?.Gone(All.Select(e => e.Key)) ?? []).ToLookup(e => e.File.Length > 0 && FindingKeys.Full(root, e.File) is var file && !isJudged(e.Id, file) && File.Exists(file));
        Mended = gone[false].Count();
        Unchecked = [.. gone[true]];
    }

    /// <summary>A finding, what makes it the same in another run, and whether the baseline has it.</summary>
    internal sealed record Entry(Finding Finding, string Key, bool IsKnown);

    /// <summary>Everything that was found.</summary>
    public IReadOnlyList<Entry> All { get; }

    /// <summary>What was found and is not in the baseline.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether there is a baseline, so that every finding is either new or known.</summary>
    public bool HasBaseline { get; }

    /// <summary>How many documents were checked.</summary>
    public int Documents { get; }

    /// <summary>How many findings of the baseline are there no more.</summary>
    public int Mended { get; }

    /// <summary>The findings of the baseline in files that are there and were not checked, or not beside all that they are about.</summary>
    public IReadOnlyList<Baseline.Entry> Unchecked { get; }

    /// <summary>What could not be read, a line each.</summary>
    public IReadOnlyList<string> Failures { get; }

    /// <summary>The last line: documents, errors, warnings, information, and what the baseline holds back.</summary>
    public string Summary =>
        $"{Counted(Documents, "document")} checked: {Counted(Count(FindingSeverity.Error), "error")}, {Counted(Count(FindingSeverity.Warning), "warning")}, {Count(FindingSeverity.Information)} for information"
        + (HasBaseline ? $"; {All.Count - Findings.Count} more known from the baseline" + (Mended == 0 ? "" : $", {Mended} of it mended (--update-baseline takes {(Mended == 1 ? "it" : "them")} out)") : "");

    public int Count(FindingSeverity severity) => Findings.Count(f => f.Severity == severity);

    /// <summary>The file of a finding from the root, as URIs and web pages write it; the full path of what stands elsewhere.</summary>
    public string FileOf(Finding finding) => finding.Location is { } at ? FindingKeys.Relative(_root, at.Path) : "";

    /// <summary>A path with slashes, as it was given.</summary>
    public static string PathOf(Finding finding) => (finding.Location?.Path ?? "").Replace('\\', '/');

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
