using System.Text;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Writes a report as plain text, one thing a line, for a terminal or a log.</summary>
internal static class ReportText
{
    public static string Write(ReadinessReport report)
    {
        var text = new StringBuilder();
        Line(text, 0, $"{report.Policy.Name}: {ReportWords.Verdict(report.Verdict)}");
        Line(text, 0, $"Learner {report.LearnerId}{(report.LearnerName is null ? "" : $", {report.LearnerName}")}");
        Line(text, 0, $"Standard {report.Standard}{(report.Option is null ? "" : $", option {report.Option}")}");
        Line(text, 0, $"As of {Said.Date(report.AsOf)}, known at {Said.Date(report.KnownAt)}{(ReportWords.Redaction(report.Redaction) is { } redaction ? $"; {redaction}" : "")}");
        if (ReportWords.Dates(report) is { } dates)
        {
            Line(text, 0, dates);
        }

        text.Append('\n');
        Node(text, 0, report.Root);
        Section(text, "Outstanding", report.Outstanding.Select((a, i) => $"{i + 1}. {ReportWords.By(a.By)}: {ReportWords.Action(a)}"));
        Section(text, "Duties (a view: no verdict rests on it)", report.Duties.Select(d =>
            $"Duty {d.Duty.Number}: {(d.IsComplete ? "complete" : d.Missing.IsEmpty ? "maps no KSB" : $"lacks {d.Missing}")}"));
        Section(text, "Not judged", report.NotJudged);
        text.Append('\n');
        Line(text, 0, ReportWords.JudgedBy(report));
        return text.ToString();
    }

    private static void Node(StringBuilder text, int depth, RequirementReport node)
    {
        Line(text, depth, $"{ReportWords.Verdict(node.Verdict)}: {node.Requirement.Sentence}");
        foreach (var (label, line) in ReportWords.Details(node))
        {
            Line(text, depth + 2, label.Length == 0 ? line : $"{label}: {line}");
        }

        foreach (var child in node.Children)
        {
            Node(text, depth + 1, child);
        }
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        text.Append('\n');
        Line(text, 0, title);
        foreach (var line in all)
        {
            Line(text, 1, line);
        }
    }

    /// <summary>One line: what comes from data cannot break out of it.</summary>
    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(TextFolding.OnOneLine(line)).Append('\n');
}
