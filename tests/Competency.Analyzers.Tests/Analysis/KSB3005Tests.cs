namespace Competency.Analyzers.Tests.Analysis;

public class KSB3005Tests
{
    [Fact]
    public Task Fires_wherever_the_items_nest() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence",
          "items": [ { "id": "a", "covers": "K1", "items": [ { "id": {|KSB3005:"a"|}, "covers": "K2" } ] }, { "id": "A", "covers": "K3" }, { "id": {|KSB3005:"a"|}, "covers": "S1" } ] }
        """);

    [Fact]
    public Task Stays_silent() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "a", "covers": "K1" }, { "id": "b", "covers": "K1" } ] }
        """);
}
