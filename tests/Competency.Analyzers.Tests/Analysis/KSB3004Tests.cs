namespace Competency.Analyzers.Tests.Analysis;

public class KSB3004Tests
{
    [Fact]
    public Task Fires() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": {|KSB3004:"ST0001@1.1"|}, "kind": "programme",
          "items": [ { "id": "M1", "covers": "K99, {|KSB3004:ST0009|}:K1" } ] }
        """);

    [Theory]
    [InlineData("a.mapping.csv", "# standard: {|KSB3004:ST0001@1.1|}\nid,ksbs\nM1,K99\n")]
    [InlineData("a.mapping.csv", "standard,id,ksbs\n{|KSB3004:ST0009@1.0|},M1,K99\n")]
    [InlineData("a.mapping.md", "---\nstandard: {|KSB3004:ST0001@1.1|}\n---\nKSBs: K99, {|KSB3004:ST0008|}:K1\n")]
    public Task Fires_in_CSV_and_Markdown(string path, string text) => Verify.Mapping(path, text);

    [Fact]
    public Task Stays_silent() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "M1", "covers": "ST0001:K1" } ] }
        """);
}
