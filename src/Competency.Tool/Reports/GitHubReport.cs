using Competency.Findings;

namespace Competency.Tool.Reports;

/// <summary>Workflow commands that GitHub Actions shows beside the lines of a pull request.</summary>
internal static class GitHubReport
{
    public static void Write(CheckReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            var command = finding.Severity switch
            {
                FindingSeverity.Error => "error",
                FindingSeverity.Warning => "warning",
                _ => "notice",
            };
            var place = finding.Location is not { } at ? "" :
                $"file={Property(report.FileOf(finding))},line={at.Start.Line},col={at.Start.Column},endLine={at.End.Line},endColumn={at.End.Column},";
            output.WriteLine($"::{command} {place}title={Property($"{finding.Id}: {finding.Descriptor.Title}")}::{Data(finding.Message)}");
        }

        output.WriteLine(report.Summary);
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
