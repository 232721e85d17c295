namespace Competency.Analyzers.Tests.Analysis;

public class KSB3005Tests
{
    [Fact]
    public Task Fires_wherever_the_items_nest() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence",
          "items": [ { "id": "a", "covers": "K1", "items": [ { "id": {|KSB3005:"a"|}, "covers": "K2" } ] }, { "id": "A", "covers": "K3" }, { "id": {|KSB3005:"a"|}, "covers": "S1" } ] }
        """);

    [Theory]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid,ksbs\na,K1\n{|KSB3005:a|},K2\n\"{|KSB3005:a|}\",K2\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n# One\n| id | KSBs |\n|-|-|\n| a | K1 |\n# Two\n| id | KSBs |\n|-|-|\n| {|KSB3005:a|} | K1 |\n")]
    public Task Fires_in_CSV_and_Markdown(string path, string text) => Verify.Mapping(path, text.Replace("\"{|KSB3005:a|}\"", "{|KSB3005:\"a\"|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nmodule,ksbs\na,K1\na,K2\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n# Week (K1)\n# Week (K2)\n")]
    public Task Stays_silent_on_names_that_are_no_ids(string path, string text) => Verify.Mapping(path, text);

    [Fact]
    public Task Stays_silent() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "a", "covers": "K1" }, { "id": "b", "covers": "K1" } ] }
        """);
}
