using System.Text;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Writes a report as Markdown: one page with requirement, evidence, who signed, and what is missing. All text is escaped.</summary>
internal static class ReportMarkdown
{
    public static string Write(ReadinessReport report)
    {
        var text = new StringBuilder();
        text.Append($"# {MarkdownText.Escape(report.Policy.Name)}: {ReportWords.Verdict(report.Verdict)}\n\n");
        Item(text, 0, "Learner", report.LearnerId + (report.LearnerName is null ? "" : $", {report.LearnerName}"));
        Item(text, 0, "Standard", report.Standard.ToString() + (report.Option is null ? "" : $", option {report.Option}"));
        Item(text, 0, "As of", $"{Said.Date(report.AsOf)}, known at {Said.Date(report.KnownAt)}");
        if (ReportWords.Redaction(report.Redaction) is { } redaction)
        {
            Item(text, 0, "Redacted", redaction);
        }

        if (ReportWords.Dates(report) is { } dates)
        {
            Item(text, 0, "", dates);
        }

        if (report.Outstanding.Count > 0)
        {
            text.Append("\n## Outstanding\n\n");
            for (var i = 0; i < report.Outstanding.Count; i++)
            {
                text.Append($"{i + 1}. **{ReportWords.By(report.Outstanding[i].By)}**: {MarkdownText.Escape(ReportWords.Action(report.Outstanding[i]))}\n");
            }
        }

        text.Append("\n## Requirements\n\n");
        Node(text, 0, report.Root);
        if (report.Duties.Count > 0)
        {
            text.Append("\n## Duties\n\nA view: no verdict rests on it.\n\n| Duty | Complete | Lacks |\n|---|---|---|\n");
            foreach (var duty in report.Duties)
            {
                text.Append($"| {duty.Duty.Number} | {(duty.IsComplete ? "yes" : "no")} | {MarkdownText.Escape(duty.Duty.Ksbs.Count == 0 ? "maps no KSB" : duty.Missing.ToString())} |\n");
            }
        }

        if (report.NotJudged.Count > 0)
        {
            text.Append("\n## Not judged\n\n");
            foreach (var line in report.NotJudged)
            {
                Item(text, 0, "", line);
            }
        }

        text.Append($"\n{MarkdownText.Escape(ReportWords.JudgedBy(report))}\n");
        return text.ToString();
    }


    private static void Node(StringBuilder text, int depth, RequirementReport node)
    {
        Item(text, depth, ReportWords.Verdict(node.Verdict), node.Requirement.Sentence);
        foreach (var (label, line) in ReportWords.Details(node))
        {
            Item(text, depth + 1, "", label.Length == 0 ? line : $"{label}: {line}");
        }

        foreach (var child in node.Children)
        {
            Node(text, depth + 1, child);
        }
    }

    private static void Item(StringBuilder text, int depth, string label, string line) =>
        text.Append(' ', 2 * depth).Append("- ").Append(label.Length == 0 ? "" : $"**{label}**: ").Append(MarkdownText.Escape(line)).Append('\n');
}
