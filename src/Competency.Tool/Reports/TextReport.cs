namespace Competency.Tool.Reports;

/// <summary>One line a finding, as build tools print it, and the summary.</summary>
internal static class TextReport
{
    public static void Write(CheckReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            output.WriteLine(finding.ToString());
        }

        output.WriteLine(report.Summary);
    }
}
