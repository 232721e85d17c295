using System.Reflection;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Versions;

namespace Competency.Tool.Reports;

/// <summary>SARIF 2.1.0 (OASIS), which code scanning services read.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static void Write(CheckReport report, TextWriter output)
    {
        var version = typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var rules = report.Findings.Select(f => f.Descriptor).Distinct().OrderBy(d => d.Id, StringComparer.Ordinal).ToArray();
        var json = new JsonWriter().StartObject().Member("$schema", Schema).Member("version", "2.1.0").StartArray("runs").StartObject()
            .StartObject("tool").StartObject("driver")
            .Member("name", "Competency").Member("version", version).Member("informationUri", "https://github.com/competency-net/competency")
            .StartArray("rules");
        foreach (var rule in rules)
        {
            json.StartObject().Member("id", rule.Id).Member("name", Name(rule))
                .StartObject("shortDescription").Member("text", rule.Title).EndObject()
                .StartObject("fullDescription").Member("text", rule.Description).EndObject()
                .Member("helpUri", rule.HelpLink)
                .StartObject("help").Member("text", $"{rule.Description} See {rule.HelpLink}.").EndObject()
                .StartObject("defaultConfiguration").Member("level", Level(rule.Severity)).EndObject()
                .EndObject();
        }

        json.EndArray().EndObject().EndObject().Member("columnKind", "utf16CodeUnits").StartArray("results");
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            Write(json, finding, Array.IndexOf(rules, finding.Descriptor), occurrences);
        }

        output.Write(json.EndArray().EndObject().EndArray().EndObject().ToString());
    }

    private static void Write(JsonWriter json, Finding finding, int rule, Dictionary<string, int> occurrences)
    {
        json.StartObject().Member("ruleId", finding.Id).Member("ruleIndex", (int?)rule).Member("level", Level(finding.Severity))
            .StartObject("message").Member("text", finding.Message + ".").EndObject();
        if (finding.Location is { } at)
        {
            json.StartArray("locations").StartObject().StartObject("physicalLocation")
                .StartObject("artifactLocation").Member("uri", Uri(finding)).EndObject()
                .StartObject("region").Member("startLine", (int?)at.Start.Line).Member("startColumn", (int?)at.Start.Column)
                .Member("endLine", (int?)at.End.Line).Member("endColumn", (int?)at.End.Column).EndObject()
                .EndObject().EndObject().EndArray();
        }

        // What a finding says in which file, and the how-manieth of its like: lines that come and go above it do not change that.
        var key = $"{finding.Id} {CheckReport.PathOf(finding)} {finding.Message}";
        occurrences[key] = occurrences.GetValueOrDefault(key) + 1;
        json.StartObject("partialFingerprints").Member("competency/v1", Fingerprint.OfContent($"{key} {occurrences[key]}")).EndObject().EndObject();
    }

    private static string Uri(Finding finding)
    {
        var path = CheckReport.PathOf(finding);
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString)) is var escaped && Path.IsPathRooted(path) ? "file://" + (path.StartsWith('/') ? "" : "/") + escaped : escaped;
    }

    private static string Name(FindingDescriptor rule) =>
        string.Concat(rule.Title.Split(' ').Select(w => w.Length == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
