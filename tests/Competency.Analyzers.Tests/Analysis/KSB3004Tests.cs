namespace Competency.Analyzers.Tests.Analysis;

public class KSB3004Tests
{
    [Fact]
    public Task Fires() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": {|KSB3004:"ST0001@1.1"|}, "kind": "programme",
          "items": [ { "id": "M1", "covers": "K99, {|KSB3004:ST0009|}:K1" } ] }
        """);

    [Fact]
    public Task Stays_silent() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "M1", "covers": "ST0001:K1" } ] }
        """);
}
