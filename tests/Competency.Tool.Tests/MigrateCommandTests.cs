namespace Competency.Tool.Tests;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private static readonly string Old = Standard("1.2", "Cut cloth.", "Dye cloth.", "Tie knots.", "Fly kites in any wind.");

    private static readonly string New = Standard("1.3", "Cut cloth.", "Tie knots.", "Fly kites in a strong wind.");

    private const string Before = "{\r\n  \"document\": \"competency.mapping/1\",\r\n  \"standard\": \"ST9001@1.2\", \"kind\": \"evidence\",\r\n  \"items\": [\r\n    { \"id\": \"S3\",  \"covers\": [ \"S1 – S3\", \"\\u00534\" ] },\r\n    { \"id\": \"b\", \"covers\": \"ST9001@1.2:S2\" } ] }\r\n\r\n";

    private static readonly string After = Before.Replace("\"ST9001@1.2\"", "\"ST9001@1.3\"", StringComparison.Ordinal).Replace("S1 – S3", "S1 – S2", StringComparison.Ordinal).Replace("\\u00534", "S3", StringComparison.Ordinal).Replace("ST9001@1.2:S2", "ST9001@1.3:S2", StringComparison.Ordinal);

    private ToolRun Given()
    {
        _tool.With("s/old.standard.json", Old).With("s/new.standard.json", New).With("p/a.mapping.json", "\uFEFF" + Before).With("p/other.mapping.json", Samples.Mapping.Replace("ST9001", "ST9002", StringComparison.Ordinal));
        return _tool;
    }

    [Fact]
    public void Rewrites_in_place_and_lists_what_is_left_to_a_person()
    {
        Given();

        Assert.Equal(1, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        Assert.Equal(
            """
            p/a.mapping.json: written
            p/a.mapping.json(5,33): S2 'Dye cloth.' has no successor in ST9001@1.3; left as it is
            p/a.mapping.json(5,44): S4 became S3 and was reworded (72 % the same words): 'Fly kites in any wind.' reads 'Fly kites in a strong wind.' in ST9001@1.3; review it
            p/a.mapping.json(6,40): S2 'Dye cloth.' has no successor in ST9001@1.3; left as it is
            1 file changed; 2 references left, 1 to review

            """,
            _tool.Error);
        Assert.Equal("\uFEFF" + After, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_tool.PathOf("p/a.mapping.json"))));
        Assert.Equal(0, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        Assert.Equal("0 files changed; 0 references left, 0 to review\n", _tool.Error);
        Assert.Equal(4, _tool.Files().Length);
    }

    /// <summary>They are judged beside the version that they name, and may go on serving who is on it.</summary>
    [Fact]
    public void Policies_and_plans_of_the_old_version_are_listed_and_left()
    {
        const string Policy = """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST9001@1.2"], "requirement": { "id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "S3" } }""";
        const string Plan = """{ "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST9001@1.3"], "approach": "endPoint", "methods": [ { "id": "m", "ksbs": "S2" } ] }""";
        _tool.With("s/old.standard.json", Old).With("s/new.standard.json", New).With("p/a.policy.json", Policy).With("p/a.plan.json", Plan);

        Assert.Equal(0, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        Assert.Equal("p/a.policy.json(1,93): ST9001@1.2 is named here; policies and plans are not moved, for learners may go on with it: whoever writes ST9001@1.3 there sees to the KSBs, for there is no lock\n0 files changed; 0 references left, 1 to review\n", _tool.Error);
        Assert.Equal(Policy, _tool.Read("p/a.policy.json"));
    }

    [Theory]
    [InlineData("a.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST9001@{0}"], "requirement": { "id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "{1}" } }""")]
    [InlineData("a.plan.json", """{ "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST9001@{0}"], "approach": "endPoint", "methods": [ { "id": "m", "ksbs": ["K1", "{1}"] } ] }""")]
    public void A_policy_or_plan_that_was_given_the_new_version_follows_by_the_lock(string name, string text)
    {
        string With(string version, string ksbs) => text.Replace("{0}", version, StringComparison.Ordinal).Replace("{1}", ksbs, StringComparison.Ordinal);
        _tool.With("s/old.standard.json", Old).With("s/new.standard.json", New).With($"p/{name}", With("1.2", "S3"));
        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.3"));
        Assert.Contains($"p/{name}(1,", _tool.Error);
        Assert.Contains("where ST9001@1.3 is written instead, this command follows what the lock holds", _tool.Error);
        Assert.Equal(With("1.2", "S3"), _tool.Read($"p/{name}"));

        _tool.With($"p/{name}", With("1.3", "S3"));
        Assert.Equal(1, _tool.Run("check", "@"));
        Assert.Matches($@"p/{name}\(1,\d+\): error KSB1006: S3 changed meaning: .*; that statement is S2 there\n", _tool.Output);
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.3"));
        Assert.Equal(With("1.3", "S2"), _tool.Read($"p/{name}"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    [Fact]
    public void A_policy_of_several_versions_is_told_of_what_moved_and_left()
    {
        const string Policy = """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": [{0}], "requirement": { "id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "S2" } }""";
        _tool.With("s/old.standard.json", Old).With("s/new.standard.json", New).With("p/a.policy.json", Policy.Replace("{0}", "\"ST9001@1.2\"", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("lock", "@"));
        var both = Policy.Replace("{0}", "\"ST9001@1.2\", \"ST9001@1.3\"", StringComparison.Ordinal);
        _tool.With("p/a.policy.json", both);

        Assert.Equal(1, _tool.Run("check", "@"));
        Assert.Contains("error KSB1006: S2 changed meaning", _tool.Output);
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.3"));
        Assert.Equal(both, _tool.Read("p/a.policy.json"));
        Assert.Equal(0, _tool.Run("lock", "@", "--accept"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    [Fact]
    public void A_dry_run_shows_a_diff_and_writes_nothing()
    {
        Given();

        Assert.Equal(1, _tool.Run("migrate", "@p/a.mapping.json", "--to", "ST9001@1.3", "--from", "ST9001@1.2", "--standards", "@s", "--dry-run"));
        Assert.Equal(
            "--- p/a.mapping.json\n+++ p/a.mapping.json\n@@ -1,7 +1,7 @@\n" + string.Concat(
                Before.Split('\n').Zip(After.Split('\n')).Where(l => l.First.Length > 0).SelectMany((l, i) => l.First == l.Second ? [$" {l.First}\n"] : i == 5 ? [] : i == 4
                    ? (string[])[$"-{l.First}\n", $"-{Before.Split('\n')[5]}\n", $"+{l.Second}\n", $"+{After.Split('\n')[5]}\n"]
                    : [$"-{l.First}\n", $"+{l.Second}\n"])).Insert(1, "\uFEFF"),
            _tool.Output);
        Assert.Contains("1 file would be changed", _tool.Error);
        Assert.Equal("\uFEFF" + Before, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_tool.PathOf("p/a.mapping.json"))));
    }

    [Fact]
    public void A_changed_first_line_has_the_byte_order_mark_in_a_dry_run_on_both_sides()
    {
        _tool.With("s/old.standard.json", Old).With("s/new.standard.json", New).With("a.mapping.csv", "\uFEFF# standard: ST9001@1.2\nid,ksbs\na,S1\n").With("b.mapping.csv", "# standard: ST9001@1.2\nid,ksbs\na,S1\n");

        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.3", "--dry-run"));
        Assert.Contains("-\uFEFF# standard: ST9001@1.2\n+\uFEFF# standard: ST9001@1.3\n", _tool.Output);
        Assert.Contains("\n-# standard: ST9001@1.2\n+# standard: ST9001@1.3\n", _tool.Output);
    }

    [Fact]
    public void Takes_the_lock_along_and_what_nobody_reviewed_stays_reported()
    {
        Given();
        File.Delete(_tool.PathOf("p/other.mapping.json"));
        Assert.Equal(0, _tool.Run("lock", "@"));

        Assert.Equal(1, _tool.Run("migrate", "@p", "--to", "ST9001@1.3"));
        Assert.Equal(1, _tool.Run("check", "@"));
        Assert.Equal(
            [
                "p/a.mapping.json(5,33): error KSB1006: S2 changed meaning since it was reviewed: S2 'Dye cloth.' was withdrawn in ST9001@1.3",
                "p/a.mapping.json(5,44): warning KSB1006: S3 was reworded since it was reviewed (72 % the same words): 'Fly kites in any wind.' reads 'Fly kites in a strong wind.' in ST9001@1.3",
                "p/a.mapping.json(6,40): error KSB1006: S2 changed meaning: it meant 'Dye cloth.' when it was reviewed, and means 'Tie knots.' in ST9001@1.3; that statement was withdrawn",
            ],
            _tool.Output.Split('\n').Where(l => l.Contains("KSB10", StringComparison.Ordinal)));
        Assert.DoesNotContain("ST9001@1.2", _tool.Read("competency.lock.json"));

        // A second migration would not know which of the two meanings a code has.
        _tool.With("s/next.standard.json", New.Replace("1.3", "1.4", StringComparison.Ordinal));
        Assert.Equal(1, _tool.Run("migrate", "@p", "--to", "ST9001@1.4"));
        Assert.Contains("settle them first", _tool.Error);
        Assert.Equal(0, _tool.Run("lock", "@", "--accept"));
        Assert.Equal(0, _tool.Run("migrate", "@p", "--to", "ST9001@1.4"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    [Fact]
    public void Tables_and_prose_are_migrated_with_the_lock_by_the_paths_that_check_takes()
    {
        const string Table = "\uFEFF# standard: ST9001@1.2\r\nid;title;ksbs\r\nS3;S3;S1, S3\r\n";
        const string Plan = "---\nstandard: ST9001@1.2\n---\n# Knots (S3)\n\n| Week | S1 | S3 |\n|---|---|---|\n| 1 | x | S3 |\n\nKSBs: S1; ST9001@1.2:S3\n";
        _tool.With("s/old.standard.json", Old).With("s/new.standard.json", New).With("p/plan.csv", Table).With("p/x/week.mapping.md", Plan);
        string[] paths = ["@p/plan.csv", "@p/**/*.mapping.md"];
        Assert.Equal(0, _tool.Run(["lock", .. paths, "--standards", "@s", "--lock", "@competency.lock.json"]));

        Assert.Equal(0, _tool.Run(["migrate", .. paths, "--to", "ST9001@1.3", "--lock", "@competency.lock.json", "--dry-run"]));
        Assert.Contains("-| Week | S1 | S3 |\n+| Week | S1 | S2 |\n", _tool.Output);
        Assert.Equal(0, _tool.Run(["migrate", .. paths, "--to", "ST9001@1.3", "--lock", "@competency.lock.json"]));

        Assert.Equal(Table.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("S1, S3", "S1, S2", StringComparison.Ordinal), System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_tool.PathOf("p/plan.csv"))));
        Assert.Equal(Plan.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("S3", "S2", StringComparison.Ordinal), _tool.Read("p/x/week.mapping.md"));
        Assert.Equal(0, _tool.Run(["lock", .. paths, "--lock", "@competency.lock.json", "--check"]));
        Assert.Equal(0, _tool.Run(["check", .. paths, "@s", "--fail-on", "warning"]));
    }

    [Fact]
    public void Points_to_CSharp_of_no_project()
    {
        Given().With("p/Module.cs", "[ForStandard(\"ST9001@1.2\")]\n[CoversKsbs(\"S3\")]\nclass A; // ST9001@1.20").With("p/bin/Copy.cs", "// ST9001@1.2");

        Assert.Equal(1, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        Assert.Contains("p/Module.cs(1,15): ST9001@1.2 is named here; it belongs to no project that refers to Competency, and it is left as it is\n", _tool.Error);
        Assert.DoesNotContain("Copy.cs", _tool.Error);
        Assert.DoesNotContain("(3,", _tool.Error);
        Assert.EndsWith("3 references left, 1 to review\n", _tool.Error);
    }

    [Fact]
    public void All_files_are_written_or_none()
    {
        Given().With("p/b.mapping.json", Before);
        File.SetAttributes(_tool.PathOf("p/b.mapping.json"), FileAttributes.ReadOnly);
        try
        {
            Assert.Equal(3, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        }
        finally
        {
            File.SetAttributes(_tool.PathOf("p/b.mapping.json"), FileAttributes.Normal);
        }

        Assert.Equal("p/b.mapping.json: The file is read-only; no file was changed\n", _tool.Error);
        Assert.Equal((Before, Before), (_tool.Read("p/a.mapping.json"), _tool.Read("p/b.mapping.json")));
        Assert.Equal(5, _tool.Files().Length);

        _tool.With("p/b.mapping.json", Before[..^10]);
        Assert.Equal(1, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        Assert.Contains("p/b.mapping.json(", _tool.Output);
        Assert.Equal(Before, _tool.Read("p/a.mapping.json"));
    }

    [Fact]
    public void Nothing_is_written_through_a_link_that_leads_outside()
    {
        using var elsewhere = new ToolRun().With("x.mapping.json", Before);
        Given();
        File.CreateSymbolicLink(_tool.PathOf("p/link.mapping.json"), elsewhere.PathOf("x.mapping.json"));
        Directory.CreateSymbolicLink(_tool.PathOf("p/folder"), elsewhere.Folder);

        Assert.Equal(3, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        Assert.Contains("p/link.mapping.json: This is a symbolic link that leads outside the given paths; what it leads to is not written\n", _tool.Error);
        Assert.Equal((Before, Before), (elsewhere.Read("x.mapping.json"), _tool.Read("p/a.mapping.json")));

        // A link that stays inside is a name of the file that it leads to.
        File.Delete(_tool.PathOf("p/link.mapping.json"));
        File.CreateSymbolicLink(_tool.PathOf("p/a2.mapping.json"), _tool.PathOf("p/a.mapping.json"));
        Assert.Equal(1, _tool.Run("migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s"));
        Assert.Equal(After, _tool.Read("p/a.mapping.json"));
        Assert.NotNull(new FileInfo(_tool.PathOf("p/a2.mapping.json")).LinkTarget);
        Assert.Equal(Before, elsewhere.Read("x.mapping.json"));
    }

    [Theory]
    [InlineData(2, "migrate", "@p", "--to", "ST9001@9.9", "--standards", "@s")]
    [InlineData(2, "migrate", "@p", "--to", "ST9001", "--standards", "@s")]
    [InlineData(2, "migrate", "@p")]
    [InlineData(2, "migrate", "@p", "--to", "ST9001@1.3", "--from", "ST9001@1.3", "--standards", "@s")]
    [InlineData(3, "migrate", "@nope", "--to", "ST9001@1.3", "--standards", "@s")]
    [InlineData(1, "migrate", "@p", "--to", "ST9001@1.3", "--standards", "@s/new.standard.json")]
    public void What_it_cannot_do_it_says_and_changes_nothing(int exit, params string[] args)
    {
        Given();

        Assert.Equal(exit, _tool.Run(args));
        Assert.NotEmpty(_tool.Error);
        Assert.Equal(Before, _tool.Read("p/a.mapping.json"));
    }

    private static string Standard(string version, params string[] skills) =>
        $$"""{"document": "competency.standard/1", "reference": "ST9001", "version": "{{version}}", "title": "Kite maker", "typeName": "V{{version.Replace('.', '_')}}", "duties": [{"number": 1, "text": "Work.", "ksbs": "S1-S{{skills.Length}}"}], "ksbs": [{{string.Join(", ", skills.Select((s, i) => $$"""{"code": "S{{i + 1}}", "text": "{{s}}"}"""))}}]}""";
}
