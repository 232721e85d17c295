namespace Competency.Tool.Tests;

public sealed class DiffCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private const string Old = """
        { "document": "competency.standard/1", "reference": "ST9001", "version": "1.0", "title": "Kite maker",
          "ksbs": [ { "code": "S1", "text": "Cut cloth." }, { "code": "S2", "text": "Tie | knots <fast>." }, { "code": "S3", "text": "Fly kites in any wind." } ] }
        """;

    private const string New = """
        { "document": "competency.standard/1", "reference": "ST9001", "version": "1.1", "title": "Kite maker",
          "ksbs": [ { "code": "S1", "text": "Tie | knots <fast>." }, { "code": "S2", "text": "Fly kites in a strong wind." }, { "code": "S3", "text": "Teach others." } ] }
        """;

    [Fact]
    public void Says_for_people_what_became_of_each_statement()
    {
        _tool.With("a.standard.json", Old).With("b.standard.json", New);

        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json"));
        Assert.Equal(
            """
            ST9001@1.0 → ST9001@1.1: 0 carried, 1 renumbered, 1 reworded, 1 new, 1 withdrawn; a rewrite: fewer than half of the statements went over with their words
              withdrawn  S1           Cut cloth.
              renumbered S2 → S1      Tie | knots <fast>.
              reworded   S3 → S2      (73 % the same words) Fly kites in a strong wind.
              new        S3           Teach others.

            """,
            _tool.Output);
    }

    [Fact]
    public void Says_it_as_Markdown_and_as_JSON()
    {
        _tool.With("a.standard.json", Old).With("b.standard.json", New);

        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json", "--format", "markdown"));
        Assert.Contains("| renumbered | S2 → S1 | Tie \\| knots &lt;fast&gt;. |", _tool.Output);
        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json", "--format", "json"));
        using var json = System.Text.Json.JsonDocument.Parse(_tool.Output);
        Assert.Equal(["withdrawn", "renumbered", "reworded", "new"], json.RootElement.GetProperty("ksbs").EnumerateArray().Select(k => k.GetProperty("change").GetString()));
    }

    private const string Roads = """
        { "document": "competency.standard/1", "reference": "ST9002", "version": "1.0", "title": "Rider",
          "options": [ { "id": "a", "title": "Road | bikes" }, { "id": "b", "title": "Track bikes" } ],
          "ksbs": [ { "code": "S1", "text": "Ride." }, { "code": "S2", "text": "Brake." } ],
          "duties": [ { "number": 1, "text": "Ride bikes with care.", "ksbs": [ "S1" ] }, { "number": 2, "text": "Brake bikes.", "ksbs": [ "S2" ], "options": [ "a" ] } ] }
        """;

    [Fact]
    public void A_duty_of_another_option_and_a_reworded_one_are_shown_as_statements_are()
    {
        _tool.With("a.standard.json", Roads).With("b.standard.json", Roads
            .Replace("1.0", "1.1", StringComparison.Ordinal).Replace("[ \"a\" ]", "[ \"b\" ]", StringComparison.Ordinal).Replace("with care.", "with <care> now.", StringComparison.Ordinal));

        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json"));
        Assert.Equal(
            """
            ST9002@1.0 → ST9002@1.1: 2 carried, 0 renumbered, 0 reworded, 0 new, 0 withdrawn
              reworded   Duty 1       (89 % the same words) Ride bikes with <care> now.
              options    Duty 2; performed by 'Track bikes' now, by 'Road | bikes' before

            """,
            _tool.Output);
        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json", "--format", "markdown"));
        Assert.Contains("| reworded | Duty 1 | (89 % the same words) Ride bikes with &lt;care&gt; now. |", _tool.Output);
        Assert.Contains("| options | Duty 2 | performed by 'Track bikes' now, by 'Road \\| bikes' before |", _tool.Output);
        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json", "--format", "json"));
        using var json = System.Text.Json.JsonDocument.Parse(_tool.Output);
        Assert.False(json.RootElement.GetProperty("isEquivalent").GetBoolean());
        Assert.Equal(
            """[{"change":"reworded","old":1,"new":1,"similarity":0.89,"oldText":"Ride bikes with care.","newText":"Ride bikes with <care> now."},{"change":"carried","old":2,"new":2,"oldOptions":["a"],"newOptions":["b"]}]""",
            System.Text.RegularExpressions.Regex.Replace(json.RootElement.GetProperty("duties").GetRawText(), @"\n\s*|(?<="":) ", ""));
    }

    private static string Sewing(string version, string first, string second, string duty) => $$"""
        { "document": "competency.standard/1", "reference": "ST9003", "version": "{{version}}", "title": "Tailor",
          "ksbs": [ { "code": "K1", "text": "Cloth." }, { "code": "S1", "text": "{{first}}" }, { "code": "S2", "text": "{{second}}" }, { "code": "S3", "text": "{{(version == "1.0" ? "Measure." : "Press trousers.")}}" } ],
          "duties": [ { "number": 1, "text": "Make clothes.", "ksbs": [ {{duty}} ] } ] }
        """;

    /// <summary>A code is one of a version: S1 of the old is not S1 of the new.</summary>
    [Fact]
    public void Says_of_which_version_the_codes_are_that_a_duty_maps()
    {
        _tool.With("a.standard.json", Sewing("1.0", "Cut.", "Sew.", "\"K1\", \"S1\"")).With("b.standard.json", Sewing("1.1", "Sew.", "Cut.", "\"K1\", \"S1\""))
            .With("c.standard.json", Sewing("1.1", "Cut.", "Sew.", "\"K1\", \"S1\", \"S2\", \"S3\"")).With("d.standard.json", Sewing("1.0", "Sew.", "Mend.", "\"S1\""));

        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json"));
        Assert.Contains("  mapping    Duty 1; maps S1 of 1.1 now (was S2); no longer maps S1 of 1.0 (S2 now)\n", _tool.Output);
        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json", "--format", "markdown"));
        Assert.Contains("| mapping | Duty 1 | maps S1 of 1.1 now (was S2); no longer maps S1 of 1.0 (S2 now) |", _tool.Output);
        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@b.standard.json", "--format", "json"));
        using var json = System.Text.Json.JsonDocument.Parse(_tool.Output);
        Assert.Equal(
            """[{"change":"carried","old":1,"new":1,"added":"S1","removed":"S1","addedKsbs":[{"old":"S2","new":"S1","text":"Sew."}],"removedKsbs":[{"old":"S1","new":"S2","text":"Cut."}]}]""",
            System.Text.RegularExpressions.Regex.Replace(json.RootElement.GetProperty("duties").GetRawText(), @"\n\s*|(?<="":) ", ""));

        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@c.standard.json"));
        Assert.Contains("  mapping    Duty 1; maps S2, S3 of 1.1 now (S3 new)\n", _tool.Output);
        Assert.Equal(0, _tool.Run("diff", "@c.standard.json", "@b.standard.json"));
        Assert.Contains("  mapping    Duty 1; no longer maps S1, S3 of the old document (S1 is S2 now)\n", _tool.Output);
        Assert.Equal(0, _tool.Run("diff", "@a.standard.json", "@d.standard.json"));
        Assert.Contains("; maps S1 of the new document now (was S2); no longer maps K1, S1 of the old document (S1 withdrawn)\n", _tool.Output);
    }

    [Fact]
    public void Half_a_document_is_not_compared()
    {
        _tool.With("a.standard.json", Old).With("b.standard.json", New[..^40]).With("c.standard.json", New.Replace("\"S3\"", "\"X3\"", StringComparison.Ordinal));

        Assert.Equal(1, _tool.Run("diff", "@a.standard.json", "@b.standard.json"));
        Assert.Equal("", _tool.Output);
        Assert.Contains("b.standard.json(", _tool.Error);
        Assert.Equal(1, _tool.Run("diff", "@a.standard.json", "@c.standard.json"));
        Assert.Equal(3, _tool.Run("diff", "@a.standard.json", "@nope.standard.json"));
        Assert.Equal(2, _tool.Run("diff", "@a.standard.json", "@a.standard.json", "--format", "xml"));
    }
}
