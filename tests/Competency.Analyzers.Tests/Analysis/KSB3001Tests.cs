namespace Competency.Analyzers.Tests.Analysis;

public class KSB3001Tests
{
    [Fact]
    public Task Fires_at_the_code_within_its_string() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence",
          "items": [
            { "id": "E1", "covers": "K1,\u00a0{|KSB3001:K7|}, S1" },
            { "id": "E2", "items": [ { "id": "E2.1", "covers": ["Duty1", "{|KSB3001:Duty9|}", "S1-{|KSB3001:S4|}"] } ] } ] }
        """);

    [Theory]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid,ksbs,duties\nM1,\"K1, {|KSB3001:K7|}\",1\nM2,,{|KSB3001:Duty 9|}\n")]
    [InlineData("a.mapping.tsv", "# standard: ST0001@1.0\nid\tK1\t{|KSB3001:K7|}\nM1\tx\t\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\nksbs: K1-{|KSB3001:K7|}\n---\n# Imaging (S1, {|KSB3001:S9|})\n**Duties:** D1, {|KSB3001:D9|} · **KSBs:** {|KSB3001:B2|}\n\n| Module | KSBs |\n|-|-|\n| A | {|KSB3001:K4|} |\n")]
    public Task Fires_in_CSV_and_Markdown(string path, string text) => Verify.Mapping(path, text);

    [Theory]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid,ksbs,notes\nM1,K1,see K99\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n# B9. Storage\nAWS S3 and S9 lifecycle rules, `K99, K98`, <https://x/K99,K98>.\n\n```\n(K99, K98)\n```\n")]
    [InlineData("notes.md", "# Not marked (K98, K99)\n")]
    [InlineData("data.csv", "ksbs\nK99\n")]
    public Task Stays_silent_on_what_is_no_reference(string path, string text) => Verify.Mapping(path, text);

    [Fact]
    public async Task Reads_a_file_of_any_name_that_the_project_marks()
    {
        var run = new CompilerRun();
        run.Files.AddRange([("mini.standard.json", Mini.Document), ("plan.csv", "standard,id,ksbs\nST0001@1.0,M1,K9\n")]);
        run.Metadata["plan.csv"] = new() { ["CompetencyMapping"] = "True" };

        Assert.Equal("KSB3001", Assert.Single((await run.Run("")).Diagnostics).Id);
    }

    [Fact]
    public Task Stays_silent_on_a_statement_that_the_standard_has_without_its_text() => Verify.All("""using Competency; using App.Standards; class C { [ForStandard("ST0001@1.0")] [KsbNotation] public string A = "K3, Duty 1, {|KSB1001:K4|}"; Mini.Ksb B => (Mini.Ksb)0x1003; Mini.Ksb D => {|KSB1008:(Mini.Ksb)0x1004|}; }""",
    [
        ("mini.standard.json", Mini.Document.Replace("\"Gears.\"", "{|KSB2007:\"\"|}", StringComparison.Ordinal)),
        ("a.mapping.csv", "# standard: ST0001@1.0\nid,ksbs\nM1,\"K3, {|KSB3001:K4|}\"\n"),
    ]);

    [Fact]
    public Task Stays_silent() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "E1", "title": "K99", "covers": "K1-K3" } ] }
        """);
}
