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
    [InlineData("", ", S2")]
    [InlineData(", \"coverage\": \"partial\"", "")]
    public Task Stays_silent(string coverage, string last) => Verify.Mapping(
        Programme.Replace("STANDARD", "\"ST0001@1.0\"", StringComparison.Ordinal).Replace("COVERAGE", coverage, StringComparison.Ordinal).Replace("LAST", last, StringComparison.Ordinal));
}
