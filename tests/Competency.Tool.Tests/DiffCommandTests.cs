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
