using Competency.Documents.Json;
using Competency.Findings;

namespace Competency.Tool.Reports;

/// <summary>The findings as one JSON object, for programs of one's own.</summary>
internal static class JsonReport
{
    public static void Write(CheckReport report, TextWriter output)
    {
        var json = new JsonWriter().StartObject().Member("documents", (int?)report.Documents).StartArray("findings");
        foreach (var (finding, key, isKnown) in report.All)
        {
            json.StartObject()
                .Member("id", finding.Id)
                .Member("severity", SeverityWord(finding.Severity))
                .Member("message", finding.Message)
                .Member("file", finding.Location is null ? null : CheckReport.PathOf(finding))
                .Member("line", finding.Location?.Start.Line)
                .Member("column", finding.Location?.Start.Column)
                .Member("endLine", finding.Location?.End.Line)
                .Member("endColumn", finding.Location?.End.Column)
                .Member("suggestion", finding.Suggestion)
                .Member("help", finding.Descriptor.HelpLink)
                .Member("fingerprint", key)
                .Member("known", report.HasBaseline ? isKnown : null)
                .EndObject();
        }

        output.Write(json.EndArray().EndObject().ToString());
    }

    private static string SeverityWord(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "information",
    };
}
