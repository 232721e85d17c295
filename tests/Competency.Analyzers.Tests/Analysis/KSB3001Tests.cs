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

    [Fact]
    public Task Stays_silent() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "E1", "title": "K99", "covers": "K1-K3" } ] }
        """);
}
