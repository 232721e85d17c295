using System.Text.Json;

namespace Competency.Tool.Tests;

/// <summary>What <c>check --format sarif</c> writes is SARIF 2.1.0 by its schema, and says what code scanning services need.</summary>
public sealed class SarifTests : IDisposable
{
    private static readonly TinySchema Schema = TinySchema.In("tests", "Competency.Tool.Tests", "Sarif", "sarif-2.1.0.schema.json");

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Every_report_is_valid_by_the_schema()
    {
        Assert.NotEmpty(Schema.Errors("""{ "version": "2.1.0", "runs": [ { "results": [] } ] }""", []));
        _tool.With("s.standard.json", Samples.Standard);
        Check(0, _tool.Folder);
        _tool.With("b c/ü#?%.mapping.json", Samples.Mapping.Replace("K1 S1", "K9 S1", StringComparison.Ordinal)).With("r.role.json", "{");
        Check(1, _tool.Folder);
        Check(3, _tool.Folder, "@none.mapping.json");
        _tool.Run("check", _tool.Folder, "--baseline", "@b.json", "--update-baseline");
        Check(0, _tool.Folder, "--baseline", "@b.json");
    }

    [Fact]
    public void Files_are_named_from_the_root_and_escaped_and_those_outside_in_full()
    {
        _tool.With("in/s.standard.json", Samples.Standard).With("in/b c/ü#?%.mapping.json", Samples.Mapping.Replace("K1 S1", "K9 S1", StringComparison.Ordinal)).With("out.role.json", "{");
        var run = Run(1, "@in", "@out.role.json", "--root", "@in");
        var files = run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation")).ToArray();
        Assert.Contains(files, f => f.GetProperty("uri").GetString() == "b%20c/%C3%BC%23%3F%25.mapping.json" && f.GetProperty("uriBaseId").GetString() == "%SRCROOT%");
        Assert.Contains(files, f => f.GetProperty("uri").GetString() == new Uri(_tool.PathOf("out.role.json")).AbsoluteUri && !f.TryGetProperty("uriBaseId", out _));
        Assert.True(run.GetProperty("originalUriBaseIds").TryGetProperty("%SRCROOT%", out _));
    }

    [Fact]
    public void A_rule_has_words_a_page_and_its_own_level()
    {
        _tool.With("r.role.json", "{");
        var rule = Run(1, "@r.role.json").GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal(("KSB2007", "DocumentIsNotReadable", "error"), (rule.GetProperty("id").GetString(), rule.GetProperty("name").GetString(), rule.GetProperty("defaultConfiguration").GetProperty("level").GetString()));
        Assert.EndsWith("/docs/rules/KSB2007.md", rule.GetProperty("helpUri").GetString());
        Assert.Contains("KSB2007", rule.GetProperty("help").GetProperty("markdown").GetString());
        Assert.NotEqual("", rule.GetProperty("fullDescription").GetProperty("text").GetString());
    }

    [Fact]
    public void A_fingerprint_outlives_lines_above_and_other_messages_and_tells_twins_apart()
    {
        var two = Samples.Mapping.Replace("K1 S1", "K9 S1", StringComparison.Ordinal).Replace("\"B1\"", "\"K9 B1\"", StringComparison.Ordinal);
        var before = Fingerprints(two);
        Assert.Equal(2, before.Distinct().Count());
        Assert.Equal(before, Fingerprints("\n\n" + two));

        // Another standard beside it makes another message.
        _tool.With("other.standard.json", Samples.Standard.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("\"K1\"", "\"K9\"", StringComparison.Ordinal));
        Assert.Equal(before, Fingerprints(two));
        Assert.NotEqual(before, Fingerprints(two.Replace("K9", "K8", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_cannot_be_read_makes_the_run_incomplete()
    {
        _tool.With("s.standard.json", Samples.Standard);
        Assert.True(Run(0, "@s.standard.json").GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        var invocation = Run(3, "@s.standard.json", "@none.mapping.json").GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Contains("There is no such file", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void A_finding_that_can_be_mended_has_a_fix_and_a_sentence_ends_once()
    {
        _tool.With("s.standard.json", Samples.Standard).With("m.mapping.csv", "# standard: ST9001@1.2\nid,ksbs\na,K2 S1 S1\n");
        var results = Run(1, _tool.Folder).GetProperty("results").EnumerateArray().ToArray();

        Assert.Equal(
            ["K2 is not in ST9001@1.2 (Kite maker), which has K1; did you mean K1? Write K1. 3-5 K1", "S1 is named here already. Remove it. 9-11 "],
            results.Select(r => (Message: r.GetProperty("message").GetProperty("text").GetString(), Fix: Assert.Single(r.GetProperty("fixes").EnumerateArray()))).Select(r =>
            {
                var change = Assert.Single(r.Fix.GetProperty("artifactChanges").EnumerateArray());
                var one = Assert.Single(change.GetProperty("replacements").EnumerateArray());
                var region = one.GetProperty("deletedRegion");
                Assert.Equal("m.mapping.csv", change.GetProperty("artifactLocation").GetProperty("uri").GetString()![^13..]);
                return $"{r.Message} {r.Fix.GetProperty("description").GetProperty("text")} {region.GetProperty("startColumn")}-{region.GetProperty("endColumn")} {(one.TryGetProperty("insertedContent", out var text) ? text.GetProperty("text") : "")}";
            }));
    }

    [Fact]
    public void Columns_are_counted_in_UTF_16()
    {
        _tool.With("s.standard.json", Samples.Standard).With("m.mapping.json", Samples.Mapping.Replace("\"id\": \"m1\"", "\"id\": \"m😀1\"", StringComparison.Ordinal).Replace("K1 S1", "K9 S1", StringComparison.Ordinal));
        var run = Run(1, _tool.Folder);
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var region = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "KSB3001").GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((2, 38, 2, 40), (Number("startLine"), Number("startColumn"), Number("endLine"), Number("endColumn")));

        int Number(string name) => region.GetProperty(name).GetInt32();
    }

    private string[] Fingerprints(string mapping)
    {
        _tool.With("s.standard.json", Samples.Standard).With("m.mapping.json", mapping);
        return [.. Run(1, _tool.Folder).GetProperty("results").EnumerateArray().Where(r => r.GetProperty("ruleId").GetString() == "KSB3001").Select(r => r.GetProperty("partialFingerprints").GetProperty("competency/v1").GetString()!)];
    }

    private JsonElement Run(int exit, params string[] args)
    {
        Check(exit, args);
        return JsonDocument.Parse(_tool.WholeOutput).RootElement.GetProperty("runs")[0];
    }

    private void Check(int exit, params string[] args)
    {
        Assert.Equal(exit, _tool.Run(["check", .. args, "--format", "sarif"]));
        Assert.Empty(Schema.Errors(_tool.WholeOutput, []));
    }
}
