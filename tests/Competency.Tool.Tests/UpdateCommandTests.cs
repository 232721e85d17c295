using Competency.Documents;

namespace Competency.Tool.Tests;

/// <summary><c>update</c> against a real server: what differs, what that breaks, and that nothing is half written.</summary>
public sealed class UpdateCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();
    private readonly ApiServer _server = new();

    public UpdateCommandTests() => _tool.Variables["COMPETENCY_STANDARDS_API"] = _server.Address;

    public void Dispose()
    {
        _tool.Dispose();
        _server.Dispose();
    }

    private static string Record(string reference, string version, params string[] skills) =>
        $$"""{"referenceNumber": "{{reference}}", "version": "{{version}}", "title": "Kite maker", "skills": [{{string.Join(", ", skills.Select(s => $"{{\"skillId\": \"{s.Length}{s[..2]}\", \"detail\": \"{s}\"}}"))}}]}""";

    private void Publishes(string path, string body, int status = 200) => _server.Paths["/standards" + path] = _ => new ApiServer.Answer(status, body);

    /// <summary>A document as it was made of a record.</summary>
    private void With(string file, string record)
    {
        Publishes("/ST9001", record);
        Publishes("/ST9002", record);
        Directory.CreateDirectory(Path.GetDirectoryName(_tool.PathOf(file))!);
        Assert.Equal(0, _tool.Run("add", record.Contains("ST9002", StringComparison.Ordinal) ? "ST9002" : "ST9001", "-o", "@" + file));
    }

    private const string Mapping = """
        {"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "programme", "coverage": "partial",
         "items": [{"id": "m1", "covers": "S1, S3"}, {"id": "m2", "covers": "S2-S3"}]}
        """;

    private static readonly string[] Three = ["Cut cloth.", "Tie knots.", "Fly kites."];

    [Fact]
    public void What_is_as_published_is_left_alone()
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        Assert.Equal(0, _tool.Run("update", _tool.Folder));
        Assert.Equal("a.standard.json: ST9001@1.2 is as published\n1 standard fetched, 0 files to write\n", _tool.Output);
    }

    [Fact]
    public void References_in_CSharp_are_shown_as_well_unless_they_are_left_out()
    {
        With("App/a.standard.json", Record("ST9001", "1.2", Three));
        _tool.With("App/App.csproj", CompilerCalls.Project())
            .With("App/Module.cs", "using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S1, S3\")] class A { App.Standards.KiteMaker.Ksb K = App.Standards.KiteMaker.Ksb.S2; }\n");
        Publishes("/ST9001", Record("ST9001", "1.2", "Cut cloth.", "Fly kites."));

        Assert.Equal(1, _tool.Run("update", _tool.Folder));
        Assert.Contains("App/Module.cs(2,45): S3: S3 is S2 now\nApp/Module.cs(2,121): S2: S2 is withdrawn\n2 references mean something else\n", _tool.Output);

        Assert.Equal(1, _tool.Run("update", _tool.Folder, "--no-csharp"));
        Assert.DoesNotContain("Module.cs", _tool.Output);
        _tool.Build = project => new Projects.ProjectCalls([], null, $"{project}: The project is not restored; run dotnet restore first");
        Assert.Equal(1, _tool.Run("update", _tool.Folder));
        Assert.Contains("run dotnet restore first; what its C# refers to is not shown, or not all of it\n", _tool.Error);
    }

    [Fact]
    public void A_version_that_was_published_again_is_shown_with_what_it_breaks_and_written_on_demand()
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        _tool.With("m.mapping.json", Mapping)
            .With("p.policy.json", """{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST9001@1.2"], "requirement": {"id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "S3"}}""")
            .With("p.plan.json", """{"document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST9001@1.2"], "approach": "endPoint", "methods": [{"id": "m", "ksbs": "S3"}]}""");
        var before = _tool.Read("a.standard.json");
        Publishes("/ST9001", Record("ST9001", "1.2", "Cut cloth.", "Fly kites."));

        Assert.Equal(1, _tool.Run("update", _tool.Folder));
        Assert.Contains("a.standard.json: ST9001@1.2 was published again:\nST9001@1.2 → ST9001@1.2: 1 carried, 1 renumbered, 0 reworded, 0 new, 1 withdrawn", _tool.Output);
        Assert.Contains("m.mapping.json(2,40): S3: S3 is S2 now\n", _tool.Output);
        Assert.Contains("m.mapping.json(2,70): S2-S3: S2 is withdrawn, S3 is S2 now\n", _tool.Output);
        Assert.Contains("p.policy.json(1,183): S3: S3 is S2 now\n", _tool.Output);
        Assert.Contains("p.plan.json(1,149): S3: S3 is S2 now\n", _tool.Output);
        Assert.EndsWith("4 references mean something else\n1 standard fetched, 1 file to write; nothing was written (--write)\n", _tool.Output);
        Assert.Equal(before, _tool.Read("a.standard.json"));

        Assert.Equal(0, _tool.Run("update", _tool.Folder, "--write"));
        Assert.Contains("a.standard.json: written, ST9001@1.2 Kite maker", _tool.Error);
        Assert.Equal(2, StandardDocument.Read("x", _tool.Read("a.standard.json")).Standard!.Ksbs.Count);
        Assert.Equal(0, _tool.Run("update", _tool.Folder));
    }

    [Fact]
    public void What_a_new_publication_breaks_in_tables_and_prose_is_said_at_its_place()
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        _tool.With("list.mapping.csv", "\uFEFF# standard: ST9001@1.2\r\nid;ksbs\r\na;S1, S3\r\n").With("matrix.mapping.tsv", "standard\titem\tS2\tS3\nST9001@1.2\ta\tx\tx\nST9001@1.2\tb\tx\tS3\n").With("p.mapping.md", "---\nstandard: ST9001@1.2\n---\n# Week (S2)\n\nS3 alone; S1, S3 and ST9002@1.2:S3.\n");
        Publishes("/ST9001", Record("ST9001", "1.2", "Cut cloth.", "Fly kites."));

        Assert.Equal(1, _tool.Run("update", _tool.Folder));
        Assert.Equal(
            ["list.mapping.csv(3,7): S3: S3 is S2 now", "matrix.mapping.tsv(1,15): S2: S2 is withdrawn", "matrix.mapping.tsv(1,18): S3: S3 is S2 now", "p.mapping.md(4,9): S2: S2 is withdrawn", "p.mapping.md(6,15): S3: S3 is S2 now"],
            _tool.Output.Split('\n').Where(l => l.Contains(".mapping.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_newer_version_gets_a_document_of_its_own_beside_the_old_one()
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        _tool.With("m.mapping.json", Mapping);
        Publishes("/ST9001", Record("ST9001", "1.3", "Cut cloth.", "Fly kites."));
        Publishes("", $"[{Record("ST9001", "1.2", Three)}, {Record("ST9001", "1.3", "Cut cloth.", "Fly kites.")}]");

        Assert.Equal(1, _tool.Run("update", _tool.Folder));
        Assert.Contains("a.standard.json: ST9001@1.2 is as published", _tool.Output);
        Assert.Contains("a.standard.json: ST9001@1.3 is published; the document of ST9001@1.2 stays beside it:\nST9001@1.2 → ST9001@1.3", _tool.Output);
        Assert.Contains("S2 is withdrawn", _tool.Output);
        Assert.Equal(0, _tool.Run("update", _tool.Folder, "--write"));
        Assert.Equal(["ST9001-1.3.standard.json", "a.standard.json", "m.mapping.json"], _tool.Files());
        Assert.Equal(0, _tool.Run("check", _tool.Folder));
        Assert.Equal(0, _tool.Run("update", _tool.Folder));
        Assert.Contains("2 standards fetched, 0 files to write", _tool.Output);
    }

    [Fact]
    public void Other_details_a_page_an_occupation_and_a_version_that_went_are_told_apart()
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        Publishes("/ST9001", Record("ST9001", "1.2", Three).Replace("\"title\"", "\"level\": 4, \"title\"", StringComparison.Ordinal));
        Assert.Equal(1, _tool.Run("update", _tool.Folder));
        Assert.Contains("a.standard.json: ST9001@1.2 was published again; its statements, duties and options are the same, other details differ\n1 standard", _tool.Output);

        _tool.With("a.standard.json", Samples.Standard.Replace("\"duties\"", "\"source\": {\"document\": \"text of the published page\"}, \"duties\"", StringComparison.Ordinal)).With("o.standard.json", Samples.Standard.Replace("ST9001", "OCC9001", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("update", "@a.standard.json", "@o.standard.json"));
        Assert.Contains("a.standard.json: ST9001@1.2 was not made of the API's record, and stays as it is; the record differs:", _tool.Output);
        Assert.Contains("OCC9001@1.2 is an occupation, which the API does not hold; not compared", _tool.Output);

        File.Delete(_tool.PathOf("o.standard.json"));
        With("b.standard.json", Record("ST9001", "1.1", Three));
        File.Delete(_tool.PathOf("a.standard.json"));
        Publishes("/ST9001", "", 404);
        Publishes("", "[{}]");
        Assert.Equal(0, _tool.Run("update", _tool.Folder));
        Assert.Contains("b.standard.json: ST9001@1.1 is published no more; the document stays as it is", _tool.Output);
    }

    [Fact]
    public void When_one_cannot_be_fetched_no_other_is_written()
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        With("b.standard.json", Record("ST9002", "1.2", Three));
        var before = _tool.Read("a.standard.json");
        Publishes("/ST9001", Record("ST9001", "1.2", "Cut cloth."));
        Publishes("/ST9002", "", 500);
        Assert.Equal(3, _tool.Run("update", _tool.Folder, "--write"));
        Assert.EndsWith("Nothing was written, for not everything could be read\n", _tool.Error);
        Assert.Equal(before, _tool.Read("a.standard.json"));

        Publishes("/ST9002", "{}");
        Assert.Equal(1, _tool.Run("update", _tool.Folder, "--write"));
        Assert.Contains("/ST9002: The answer holds no version of ST9002", _tool.Error);
        _tool.With("b.standard.json", "{");
        Assert.Equal(1, _tool.Run("update", _tool.Folder, "--write"));
        Assert.Contains("b.standard.json: This document cannot be read whole", _tool.Error);
        Assert.Equal(before, _tool.Read("a.standard.json"));
    }

    [Theory]
    [InlineData("m.mapping.json", "<<<<<<< HEAD\n{\n=======\n", "m.mapping.json(1,1): error KSB2007")]
    [InlineData("m.mapping.json", "{\"document\": \"competency.mapping/1\", \"standard\": \"ST9001@1.2\", \"kind\": \"programme\", \"items\": [", "m.mapping.json(1,95): error KSB2007")]
    [InlineData("m.mapping.json", "{\"document\": \"competency.role/1\"}", "m.mapping.json(1,14): error KSB2007")]
    [InlineData("p.policy.json", "{\"document\": \"competency.role/1\"}", "p.policy.json(1,14): error KSB2007")]
    [InlineData("p.plan.json", "{\"document\": \"competency.plan/1\", ", "p.plan.json(1,35): error KSB2007")]
    [InlineData("m.mapping.csv", "# standard: ST9001@1.2\nm,ksbs\n<<<<<<< HEAD\nA,S1\n", "m.mapping.csv(3,1): error KSB2007")]
    [InlineData("m.mapping.md", "---\nstandard: ST9001@1.2\n---\n<<<<<<< HEAD\nKSBs: S1\n", "m.mapping.md(4,1): error KSB2007")]
    public void Beside_a_document_that_cannot_be_read_nothing_is_written(string file, string text, string told)
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        _tool.With(file, text);
        var before = _tool.Read("a.standard.json");
        Publishes("/ST9001", Record("ST9001", "1.3", "Cut cloth."));
        Publishes("", $"[{Record("ST9001", "1.2", Three)}]");
        Assert.Equal(1, _tool.Run("update", _tool.Folder, "--write"));
        Assert.Contains(told, _tool.Error);
        Assert.DoesNotContain("KSB3004", _tool.Error);
        Assert.EndsWith("Nothing was written, for not everything could be read\n", _tool.Error);
        Assert.Equal([before], _tool.Files().Where(f => f != file).Select(_tool.Read));
    }

    [Fact]
    public void A_mapping_with_mere_mistakes_keeps_nothing_from_being_written()
    {
        With("a.standard.json", Record("ST9001", "1.2", Three));
        _tool.With("m.mapping.json", Mapping.Replace("S1, S3", "S99", StringComparison.Ordinal));
        Publishes("/ST9001", Record("ST9001", "1.3", "Cut cloth."));
        Publishes("", $"[{Record("ST9001", "1.2", Three)}]");
        _tool.With("p.policy.json", """{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST9001@1.2"], "requirement": {"id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": ["S1", "S1 and S2x", "S2:4", "K9-K1"]}}""");
        Assert.Equal(0, _tool.Run("update", _tool.Folder, "--write"));
        Assert.Equal(4, _tool.Files().Length);
    }

    [Fact]
    public void A_link_that_leads_outside_is_not_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        With("out.standard.json", Record("ST9001", "1.2", Three));
        Directory.CreateDirectory(_tool.PathOf("in"));
        File.CreateSymbolicLink(_tool.PathOf("in/a.standard.json"), _tool.PathOf("out.standard.json"));
        var before = _tool.Read("out.standard.json");
        Publishes("/ST9001", Record("ST9001", "1.2", "Cut cloth."));
        Assert.Equal(3, _tool.Run("update", "@in", "--write"));
        Assert.Contains("a.standard.json: This is a symbolic link that leads outside the given paths; what it leads to is not written. No file was changed", _tool.Error);
        Assert.Equal(before, _tool.Read("out.standard.json"));
        Assert.Equal(0, _tool.Run("update", _tool.Folder, "--write"));
    }
}
