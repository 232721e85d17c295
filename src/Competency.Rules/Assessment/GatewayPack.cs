using System.Text;
using Competency.Text;

namespace Competency.Rules;

/// <summary>
/// A report on one page, to hand over at gateway: each requirement, its evidence, who signed, and what is missing. What the report withholds
/// the page withholds.
/// </summary>
public static class GatewayPack
{
    private const string Style = """
        @page { size: A4; margin: 10mm }
        body { font: 8.5pt/1.2 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 189mm; overflow-wrap: anywhere }
        h1 { font-size: 14pt; margin: 0 0 2mm } h2 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid } span { white-space: nowrap }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 4mm; margin: 0 } dt { font-weight: bold } dd { margin: 0 }
        table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-top: 2mm } caption { text-align: left; font-weight: bold; margin-bottom: 1mm }
        th, td { border: 1px solid #000; padding: 0.6mm 1.2mm; text-align: left; vertical-align: top } thead { display: table-header-group }
        th:nth-child(1) { width: 24% } th:nth-child(2) { width: 10.5% } th:nth-child(3) { width: 24.5% } th:nth-child(4) { width: 14% } th:nth-child(5) { width: 27% }
        tbody th { font-weight: normal } tr { break-inside: avoid } td p { margin: 0 } td.verdict { font-weight: bold }
        ol, ul { margin: 0; padding-left: 5mm } footer { margin-top: 3mm; font-size: 7.5pt }
        """;

    /// <summary>The page as Markdown; what comes from data is escaped.</summary>
    public static string ToMarkdown(ReadinessReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append($"# {MarkdownText.Escape(Title(report))}\n\n");
        foreach (var (label, value) in Head(report))
        {
            text.Append($"- **{label}**: {MarkdownText.Escape(value)}\n");
        }

        text.Append("\n| Requirement | Verdict | Evidence | Signed by | Missing |\n|---|---|---|---|---|\n");
        foreach (var row in GatewayPackRow.Of(report))
        {
            text.Append($"| {MarkdownText.Escape(row.Sentence)} | **{MarkdownText.Escape(row.Verdict)}** | {Cell(row.Evidence)} | {Cell(row.Signed)} | {Cell(row.Missing)} |\n");
        }

        Section(text, "Still to do", report.Outstanding.Select((a, i) => $"{i + 1}. {MarkdownText.Escape(Action(a))}"));
        Section(text, "Notes", Notes(report).Select(n => $"- {MarkdownText.Escape(n)}"));
        text.Append($"\n{MarkdownText.Escape(ReportWords.JudgedBy(report))}\n");
        return text.ToString();

        static string Cell(IReadOnlyList<string> lines) => string.Join("<br>", lines.Select(MarkdownText.Escape));
    }

    /// <summary>
    /// The page as one HTML file for the printer: its style within, no script, nothing loaded; what comes from data is escaped. It needs no colour,
    /// and its table has a caption and headers for screen readers.
    /// </summary>
    public static string ToHtml(ReadinessReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<title>{HtmlText.Escape(Title(report))}</title>\n<style>\n{Style.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>\n<h1>{HtmlText.Phrase(Title(report))}</h1>\n<dl>\n");
        foreach (var (label, value) in Head(report))
        {
            html.Append($"<dt>{label}</dt><dd>{HtmlText.Phrase(value)}</dd>\n");
        }

        html.Append("</dl>\n<table>\n<caption>Requirements</caption>\n<thead><tr><th scope=\"col\">Requirement</th><th scope=\"col\">Verdict</th><th scope=\"col\">Evidence</th><th scope=\"col\">Signed by</th><th scope=\"col\">Missing</th></tr></thead>\n<tbody>\n");
        foreach (var row in GatewayPackRow.Of(report))
        {
            html.Append($"<tr><th scope=\"row\">{HtmlText.Phrase(row.Sentence)}</th><td class=\"verdict\">{HtmlText.Phrase(row.Verdict)}</td>{Cell(row.Evidence)}{Cell(row.Signed)}{Cell(row.Missing)}</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        List(html, "ol", "Still to do", report.Outstanding.Select(Action));
        List(html, "ul", "Notes", Notes(report));
        return html.Append($"</main>\n<footer>{HtmlText.Phrase(ReportWords.JudgedBy(report))}</footer>\n</body>\n</html>\n").ToString();

        static string Cell(IReadOnlyList<string> lines) => $"<td>{string.Concat(lines.Select(l => $"<p>{HtmlText.Phrase(l)}</p>"))}</td>";
    }

    private static string Title(ReadinessReport report) => $"{report.Policy.Name}: {ReportWords.Verdict(report.Verdict)}";

    private static IEnumerable<(string Label, string Value)> Head(ReadinessReport report)
    {
        yield return ("Learner", report.LearnerId + (report.LearnerName is null ? "" : $", {report.LearnerName}"));
        yield return ("Standard", report.Standard + (report.Option is null ? "" : $", option {report.Option}"));
        yield return ("As of", $"{Said.Date(report.AsOf)}, known at {Said.Date(report.KnownAt)}");
        if (ReportWords.Dates(report) is { } dates)
        {
            yield return ("When", dates);
        }

        if (ReportWords.Redaction(report.Redaction) is { } redaction)
        {
            yield return ("Redacted", redaction);
        }
    }

    private static string Action(OutstandingAction action) => $"{ReportWords.By(action.By)}: {ReportWords.Action(action)}";

    private static IEnumerable<string> Notes(ReadinessReport report) =>
        report.Root.All.SelectMany(r => r.Outcome.Attention).Distinct().Concat(report.NotJudged.Count == 0 ? [] : [$"Not judged: {string.Join("; ", report.NotJudged)}"]);

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length > 0)
        {
            text.Append($"\n## {title}\n\n").AppendJoin('\n', all).Append('\n');
        }
    }

    private static void List(StringBuilder html, string tag, string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length > 0)
        {
            html.Append($"<h2>{title}</h2>\n<{tag}>\n{string.Concat(all.Select(l => $"<li>{HtmlText.Phrase(l)}</li>\n"))}</{tag}>\n");
        }
    }
}
