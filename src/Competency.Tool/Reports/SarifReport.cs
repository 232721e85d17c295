using System.Reflection;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Tool.Reports;

/// <summary>SARIF 2.1.0 (OASIS), which code scanning services read. The same findings give the same bytes: it names no time and no machine.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    // What code scanning services take to be the root of the repository.
    private const string Root = "%SRCROOT%";

    public static void Write(CheckReport report, TextWriter output)
    {
        var version = typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var rules = report.All.Select(e => e.Finding.Descriptor).Distinct().OrderBy(d => d.Id, StringComparer.Ordinal).ToArray();
        var json = new JsonWriter().StartObject().Member("$schema", Schema).Member("version", "2.1.0").StartArray("runs").StartObject()
            .StartObject("tool").StartObject("driver")
            .Member("name", "Competency").Member("version", version).Member("informationUri", "https://github.com/competency-net/competency")
            .StartArray("rules");
        foreach (var rule in rules)
        {
            Write(json, rule);
        }

        json.EndArray().EndObject().EndObject();
        WriteInvocation(json, report);
        json.StartObject("originalUriBaseIds").StartObject(Root).StartObject("description").Member("text", "The root of the repository, or the folder in which the tool ran.").EndObject().EndObject().EndObject()
            .Member("columnKind", "utf16CodeUnits").StartArray("results");
        foreach (var entry in report.All)
        {
            Write(json, report, entry, Array.IndexOf(rules, entry.Finding.Descriptor));
        }

        output.Write(json.EndArray().EndObject().EndArray().EndObject().ToString());
    }

    private static void Write(JsonWriter json, FindingDescriptor rule) =>
        json.StartObject().Member("id", rule.Id).Member("name", Name(rule))
            .StartObject("shortDescription").Member("text", rule.Title + ".").EndObject()
            .StartObject("fullDescription").Member("text", rule.Description).EndObject()
            .Member("helpUri", rule.HelpLink)
            .StartObject("help").Member("text", $"{rule.Description} See {rule.HelpLink}.").Member("markdown", $"{rule.Description} See [{rule.Id}]({rule.HelpLink}).").EndObject()
            .StartObject("defaultConfiguration").Member("level", Level(rule.Severity)).EndObject()
            .StartObject("properties").Member("category", rule.Category).EndObject()
            .EndObject();

    /// <summary>A file that could not be read makes the run incomplete: what is not reported may be there all the same.</summary>
    private static void WriteInvocation(JsonWriter json, CheckReport report)
    {
        json.StartArray("invocations").StartObject().Member("executionSuccessful", (bool?)(report.Failures.Count == 0));
        if (report.Failures.Count > 0)
        {
            json.StartArray("toolExecutionNotifications");
            foreach (var failure in report.Failures)
            {
                json.StartObject().Member("level", "error").StartObject("message").Member("text", TextFolding.Sentence(failure)).EndObject().EndObject();
            }

            json.EndArray();
        }

        json.EndObject().EndArray();
    }

    private static void Write(JsonWriter json, CheckReport report, CheckReport.Entry entry, int rule)
    {
        var finding = entry.Finding;
        json.StartObject().Member("ruleId", finding.Id).Member("ruleIndex", (int?)rule).Member("level", Level(finding.Severity))
            .StartObject("message").Member("text", TextFolding.Sentence(finding.Message)).EndObject();
        if (finding.Location is { } at)
        {
            json.StartArray("locations").StartObject().StartObject("physicalLocation").StartObject("artifactLocation");
            WriteFile(json, report.FileOf(finding));
            WriteRegion(json.EndObject(), "region", at);
            json.EndObject().EndObject().EndArray();
            WriteFix(json, report, finding, at);
        }

        json.StartObject("partialFingerprints").Member("competency/v1", entry.Key).EndObject()
            .Member("baselineState", !report.HasBaseline ? null : entry.IsKnown ? "unchanged" : "new").EndObject();
    }

    /// <summary>What stands in the place of the finding once it is mended: the code fix of the editors. Without an inserted content it is taken out.</summary>
    private static void WriteFix(JsonWriter json, CheckReport report, Finding finding, SourceLocation at)
    {
        if (finding.Suggestion is not { } suggestion)
        {
            return;
        }

        json.StartArray("fixes").StartObject()
            .StartObject("description").Member("text", suggestion.Length == 0 ? "Remove it." : $"Write {suggestion}.").EndObject()
            .StartArray("artifactChanges").StartObject().StartObject("artifactLocation");
        WriteFile(json, report.FileOf(finding));
        WriteRegion(json.EndObject().StartArray("replacements").StartObject(), "deletedRegion", at);
        if (suggestion.Length > 0)
        {
            json.StartObject("insertedContent").Member("text", suggestion).EndObject();
        }

        json.EndObject().EndArray().EndObject().EndArray().EndObject().EndArray();
    }

    private static void WriteRegion(JsonWriter json, string name, SourceLocation at) =>
        json.StartObject(name).Member("startLine", (int?)at.Start.Line).Member("startColumn", (int?)at.Start.Column)
            .Member("endLine", (int?)at.End.Line).Member("endColumn", (int?)at.End.Column).EndObject();

    private static void WriteFile(JsonWriter json, string file)
    {
        var escaped = string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
        if (Path.IsPathRooted(file))
        {
            // C:/x has no slash before it, and its colon is the drive's.
            json.Member("uri", "file://" + (file.StartsWith('/') ? escaped : "/" + escaped.Replace("%3A", ":", StringComparison.Ordinal)));
        }
        else
        {
            json.Member("uri", escaped).Member("uriBaseId", Root);
        }
    }

    private static string Name(FindingDescriptor rule) =>
        string.Concat(rule.Title.Split(' ', '-').Select(w => w.Length == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
