using Competency.Findings;
using Competency.Text;

namespace Competency.Tool.Reports;

/// <summary>A table for a pull request or a job's summary.</summary>
internal static class MarkdownReport
{
    public static void Write(CheckReport report, TextWriter output)
    {
        output.Write($"{report.Summary}.\n");
        if (report.Findings.Count == 0)
        {
            return;
        }

        output.Write("\n| | Finding | Place | |\n|---|---|---|---|\n");
        foreach (var finding in report.Findings)
        {
            var severity = finding.Severity switch
            {
                FindingSeverity.Error => "error",
                FindingSeverity.Warning => "warning",
                _ => "info",
            };
            var place = finding.Location is null ? "" : $"{MarkdownText.Escape(CheckReport.PathOf(finding))}:{finding.Location.Start.Line}:{finding.Location.Start.Column}";
            output.Write($"| {severity} | [{finding.Id}]({finding.Descriptor.HelpLink}) | {place} | {MarkdownText.Escape(finding.Message)} |\n");
        }
    }
}
