namespace Competency.Analyzers.Tests.Analysis;

public class KSB3002Tests
{
    private const string Programme = """
        { "document": "competency.mapping/1", "standard": STANDARD, "kind": "programme"COVERAGE,
          "items": [ { "id": "M1", "covers": "Duty1" }, { "id": "M2", "covers": "K3LAST" } ] }
        """;

    [Fact]
    public Task Fires() => Verify.Mapping(Programme.Replace("STANDARD", "{|KSB3002:\"ST0001@1.0\"|}", StringComparison.Ordinal).Replace("COVERAGE", "", StringComparison.Ordinal).Replace("LAST", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "coverage": {|KSB3002:"full"|}, "items": [ { "id": "M1", "covers": "K1" } ] }""")]
    [InlineData("a.mapping.csv", "# standard: {|KSB3002:ST0001@1.0|}\n# kind: programme\nid,ksbs\nM1,K1-K3\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\ncoverage: {|KSB3002:full|}\n---\n# All but one (K1-K3, S1, B1)\n")]
    public Task Fires_where_the_file_says_that_it_covers_all(string path, string text) => Verify.Mapping(path, text);

    [Theory]
    [InlineData("", ", S2")]
    [InlineData(", \"coverage\": \"partial\"", "")]
    public Task Stays_silent(string coverage, string last) => Verify.Mapping(
        Programme.Replace("STANDARD", "\"ST0001@1.0\"", StringComparison.Ordinal).Replace("COVERAGE", coverage, StringComparison.Ordinal).Replace("LAST", last, StringComparison.Ordinal));
}
