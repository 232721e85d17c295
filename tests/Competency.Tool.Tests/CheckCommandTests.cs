namespace Competency.Tool.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Clean_documents_give_the_summary_alone()
    {
        _tool.With("a.standard.json", Samples.Standard).With("deep/er/b.mapping.json", Samples.Mapping).With("c.json", "{");
        Assert.Equal(0, _tool.Run("check", _tool.Folder));
        Assert.Equal("2 documents checked: 0 errors, 0 warnings, 0 for information\n", _tool.Output);
        Assert.Equal("", _tool.Error);
    }

    [Fact]
    public void Findings_are_sorted_by_file_and_place_and_errors_make_the_exit_code()
    {
        _tool.With("s.standard.json", Samples.Standard).With("b.mapping.json", Samples.Mapping.Replace("K1 S1", "K9 K7 S1", StringComparison.Ordinal)).With("a.mapping.json", Samples.Mapping.Replace("1.2", "1.9", StringComparison.Ordinal));
        Assert.Equal(1, _tool.Run("check", "@s.standard.json", "@b.mapping.json", "@a.mapping.json"));
        var lines = _tool.Output.Split('\n');
        Assert.StartsWith("a.mapping.json(1,50): error KSB3004: ", lines[0]);
        Assert.StartsWith("b.mapping.json(1,50): warning KSB3002: ", lines[1]);
        Assert.StartsWith("b.mapping.json(2,36): error KSB3001: K9 is not in ST9001@1.2", lines[2]);
        Assert.StartsWith("b.mapping.json(2,39): error KSB3001: K7 is not in ST9001@1.2", lines[3]);
        Assert.Equal("3 documents checked: 3 errors, 1 warning, 0 for information", lines[4]);
    }

    [Fact]
    public void Mappings_of_every_format_are_found_and_any_CSV_or_Markdown_file_can_be_named()
    {
        _tool.With("s.standard.json", Samples.Standard).With("a.mapping.csv", "# standard: ST9001@1.2\nid,ksbs\nM1,K9\n").With("b.mapping.md", "---\nstandard: ST9001@1.2\n---\n# Sails (K1, S9)\n")
            .With("plan.csv", "standard;id;ksbs\nST9001@1.2;M1;\"K1\n").With("readme.md", "# Other (K98, K99)\n");
        Assert.Equal(1, _tool.Run("check", _tool.Folder));
        Assert.Contains("a.mapping.csv(3,4): error KSB3001: K9 is not in ST9001@1.2", _tool.Output);
        Assert.Contains("b.mapping.md(4,14): error KSB3001: S9 is not in ST9001@1.2", _tool.Output);
        Assert.Contains("3 documents checked: 2 errors", _tool.Output);
        Assert.Equal(1, _tool.Run("check", "@s.standard.json", "@plan.csv"));
        Assert.Contains("plan.csv(2,15): error KSB2007: This quote is not closed before the end of the file", _tool.Output);
    }

    [Fact]
    public void Warnings_alone_are_no_failure()
    {
        _tool.With("s.standard.json", Samples.Standard.Replace("K1 S1 B1", "B1", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("check", _tool.Folder));
        Assert.Contains("warning KSB2002", _tool.Output);
        Assert.EndsWith("1 document checked: 0 errors, 3 warnings, 0 for information\n", _tool.Output);
    }

    [Fact]
    public void Standards_elsewhere_are_known_and_not_checked()
    {
        _tool.With("m/a.mapping.json", Samples.Mapping).With("s/s.standard.json", Samples.Standard.Replace("K1 S1 B1", "B1", StringComparison.Ordinal));
        Assert.Equal(1, _tool.Run("check", "@m"));
        Assert.Contains("no standard document is known at all", _tool.Output);
        Assert.Equal(0, _tool.Run("check", "@m", "--standards", "@s"));
        Assert.Equal("1 document checked: 0 errors, 0 warnings, 0 for information\n", _tool.Output);

        // Of a statement that has no text nobody can say whether it is there: the mapping is neither right nor wrong, and that is said.
        _tool.With("s/s.standard.json", Samples.Standard.Replace(", \"text\": \"Cloth.\"", "", StringComparison.Ordinal));
        Assert.Equal(1, _tool.Run("check", "@m", "--standards", "@s"));
        Assert.EndsWith("s.standard.json(3,11): error KSB2007: The property 'text' is missing\n1 document checked: 1 error, 0 warnings, 0 for information\n", _tool.Output);
        _tool.With("s/s.standard.json", "{");
        Assert.Equal(1, _tool.Run("check", "@m", "--standards", "@s"));
        Assert.Contains("s.standard.json(1,2): error KSB2007", _tool.Output);
    }

    [Fact]
    public void Two_documents_of_one_standard_conflict_and_one_file_named_twice_does_not()
    {
        _tool.With("a.standard.json", Samples.Standard);
        Assert.Equal(0, _tool.Run("check", "@a.standard.json", _tool.Folder, _tool.PathOf("./a.standard.json")));
        Assert.StartsWith("1 document checked", _tool.Output);
        _tool.With("b.standard.json", Samples.Standard.Replace("Cloth.", "Silk.", StringComparison.Ordinal));
        Assert.Equal(1, _tool.Run("check", _tool.Folder));
        Assert.Contains("b.standard.json(1,52): error KSB2010: ST9001@1.2 is defined by a.standard.json too, with different content", _tool.Output);
    }

    [Fact]
    public void Roles_are_checked_too()
    {
        _tool.With("r.role.json", "{\"document\": \"competency.role/1\", \"title\": \"T\", \"sections\": [], \"titel\": 1}");
        Assert.Equal(0, _tool.Run("check", _tool.Folder));
        Assert.Contains("warning KSB2007: The property 'titel' is unknown", _tool.Output);
    }

    [Fact]
    public void Documents_of_two_projects_do_not_meet_and_hidden_folders_are_passed_over()
    {
        _tool.With("A/A.csproj", "").With("A/s.standard.json", Samples.Standard).With("B/B.csproj", "").With("B/deep/s.standard.json", Samples.Standard).With(".hidden/x.mapping.json", "{");
        Assert.Equal(0, _tool.Run("check", _tool.Folder));
        _tool.With("A/again.standard.json", Samples.Standard);
        Assert.Equal(1, _tool.Run("check", _tool.Folder));
        Assert.Contains("KSB2010", _tool.Output);
    }

    [Fact]
    public void The_least_severity_that_fails_can_be_set()
    {
        _tool.With("s.standard.json", Samples.Standard.Replace("K1 S1 B1", "B1", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("check", _tool.Folder));
        Assert.Equal(1, _tool.Run("check", _tool.Folder, "--fail-on", "warning"));
        Assert.Equal(2, _tool.Run("check", _tool.Folder, "--fail-on", "sometimes"));
    }

    [Fact]
    public void Findings_come_as_JSON_for_programs()
    {
        Broken();
        Assert.Equal(1, _tool.Run("check", _tool.Folder, "--format", "json"));
        using var json = System.Text.Json.JsonDocument.Parse(_tool.Output);
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "KSB3001");
        Assert.Equal(("error", 2, 36), (finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.EndsWith("docs/rules/KSB3001.md", finding.GetProperty("help").GetString());
    }

    [Fact]
    public void Findings_come_as_SARIF_with_rules_regions_and_fingerprints_that_outlive_other_lines()
    {
        string Fingerprint(string mapping)
        {
            _tool.With("s.standard.json", Samples.Standard).With("b c.mapping.json", mapping);
            Assert.Equal(1, _tool.Run("check", _tool.Folder, "--format", "sarif"));
            using var sarif = System.Text.Json.JsonDocument.Parse(_tool.Output);
            Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
            var run = sarif.RootElement.GetProperty("runs")[0];
            var result = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "KSB3001");
            Assert.Equal("KSB3001", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.EndsWith("b%20c.mapping.json", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.True(place.GetProperty("region").GetProperty("endColumn").GetInt32() > place.GetProperty("region").GetProperty("startColumn").GetInt32());
            return result.GetProperty("partialFingerprints").GetProperty("competency/v1").GetString()!;
        }

        var broken = Samples.Mapping.Replace("K1 S1", "K9 S1", StringComparison.Ordinal);
        Assert.Equal(Fingerprint(broken), Fingerprint("\n\n" + broken));
    }

    [Fact]
    public void Findings_come_as_workflow_commands_and_as_a_table()
    {
        Broken();
        Assert.Equal(1, _tool.Run("check", _tool.Folder, "--format", "github"));
        Assert.Contains("b.mapping.json,line=2,col=36,endLine=2,endColumn=38,title=KSB3001%3A Unknown KSB in a mapping::K9 is not in ST9001@1.2", _tool.Output);
        Assert.Equal(1, _tool.Run("check", _tool.Folder, "--format", "markdown"));
        Assert.Matches(@"\| error \| \[KSB3001\]\(https://\S+\) \| \S*b\.mapping\.json:2:36 \| K9 is not in", _tool.Output);
    }

    private void Broken() =>
        _tool.With("s.standard.json", Samples.Standard).With("b.mapping.json", Samples.Mapping.Replace("K1 S1", "K9 S1", StringComparison.Ordinal));

    [Fact]
    public void Standards_that_are_not_there_and_empty_arguments_are_said()
    {
        _tool.With("s.standard.json", Samples.Standard);
        Assert.Equal(3, _tool.Run("check", _tool.Folder, "--standards", "@nope"));
        Assert.Contains("nope: There is no such file", _tool.Error);
        Assert.Equal(2, _tool.Run("check", ""));
        Assert.Contains("An argument is empty", _tool.Error);
        Assert.Equal(2, _tool.Run("import", "x", "-o", ""));
    }

    [Fact]
    public void Learner_records_are_checked_against_the_standards()
    {
        _tool.With("s.standard.json", Samples.Standard).With("a.learners.json", """
            { "document": "competency.learners/1", "learners": [ { "id": "L1", "standard": "ST9001@1.2",
              "claims": { "entries": [ { "evidence": "E1", "ksbs": "K9", "decisions": [ { "decision": "accepted", "on": "2026-02-30" } ] } ] } } ] }
            """);
        Assert.Equal(1, _tool.Run("check", _tool.Folder));
        Assert.Contains("a.learners.json(2,57): error KSB1001: K9 is not in ST9001@1.2", _tool.Output);
        Assert.Contains("a.learners.json(2,109): error KSB2007: '2026-02-30' is not a date of the form 2024-02-01", _tool.Output);
        Assert.EndsWith("2 documents checked: 2 errors, 0 warnings, 0 for information\n", _tool.Output);
    }

    [Fact]
    public void Policies_and_plans_are_checked_against_the_standards()
    {
        _tool.With("s.standard.json", Samples.Standard)
            .With("a.policy.json", """
                { "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST9001@1.2"], "requirement":
                  { "id": "all", "kind": "allOf", "sentence": "x", "requirements": [
                    { "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K9" },
                    { "id": "a", "kind": "optoin", "sentence": "x" },
                    { "id": "b", "kind": "custom", "sentence": "x", "name": "no rule in code is needed to check", "basis": "law" } ] } }
                """)
            .With("a.plan.json", """
                { "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST9001@1.2"], "approach": "endPoint",
                  "citation": { "title": "T", "issuer": "I", "certainty": "C" }, "methods": [ { "id": "m", "ksbs": "K1, S1" } ] }
                """)
            .With("half.plan.json", "{ \"document\": \"competency.plan/1\"");

        Assert.Equal(1, _tool.Run("check", _tool.Folder));
        Assert.Equal(
            """
            a.plan.json(1,1): warning KSB3002: No method of the plan assesses B1 of ST9001@1.2
            a.policy.json(3,68): error KSB4001: K9 is not in ST9001@1.2 (Kite maker), which has K1
            a.policy.json(4,26): error KSB2007: 'optoin' is no kind of requirement; did you mean 'option'?
            a.policy.json(5,108): warning KSB4006: 'b' rests on law and does not say where it stands; cite it
            half.plan.json(1,34): error KSB2007: The text ends too early. A comma or '}' belongs after a property
            4 documents checked: 3 errors, 2 warnings, 0 for information

            """,
            _tool.Output);
        Assert.Equal(0, _tool.With("half.plan.json", "{}").Run("check", "@a.plan.json", "--standards", "@s.standard.json"));
    }

    [Fact]
    public void Folders_of_builds_and_packages_are_passed_over()
    {
        foreach (var folder in (string[])["bin", "obj", ".git", "node_modules/x"])
        {
            _tool.With($"{folder}/a.standard.json", "{");
        }

        Assert.Equal(0, _tool.Run("check", _tool.Folder));
        Assert.StartsWith("0 documents checked", _tool.Output);
    }

    [Fact]
    public void What_cannot_be_read_is_said_and_the_rest_is_checked()
    {
        _tool.With("a.standard.json", Samples.Standard);
        File.WriteAllBytes(_tool.PathOf("b.mapping.json"), [(byte)'{', 0xFF]);
        Assert.Equal(3, _tool.Run("check", _tool.Folder, "@none.mapping.json"));
        Assert.Contains("b.mapping.json: The file is not UTF-8: the byte 0xFF at offset 1", _tool.Error);
        Assert.Contains("none.mapping.json: There is no such file", _tool.Error);
        Assert.Equal("1 document checked: 0 errors, 0 warnings, 0 for information\n", _tool.Output);
        Assert.Equal(2, _tool.With("x.json", "{}").Run("check", "@x.json"));
        Assert.Contains("The name does not say what the file is", _tool.Error);
    }

    [Fact]
    public void The_committed_data_is_clean()
    {
        Assert.Equal(0, _tool.Run("check", Repository.File("data")));
        Assert.Contains("KSB2002: S40 of ST0583@1.2 is mapped by no duty", _tool.Output);
        Assert.EndsWith("3 documents checked: 0 errors, 0 warnings, 3 for information\n", _tool.Output);
    }
}
