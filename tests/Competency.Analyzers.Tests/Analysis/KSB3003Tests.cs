namespace Competency.Analyzers.Tests.Analysis;

public class KSB3003Tests
{
    private static string Mapping(string demand, string covers) =>
        $$"""{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "demands": [ {{demand}} ], "items": [ { "id": "M1", "covers": "{{covers}}" } ] }""";

    [Theory]
    [InlineData("""{ "every": "ksb" }""", "K1-K3, S1, B1", "every KSB of ST0001@1.0, and 5 of 6 are covered (83.3%); no item covers S2")]
    [InlineData("""{ "every": "ksb", "kind": "skill" }""", "K1-K3, S1, B1", "every skill statement of ST0001@1.0, and 1 of 2 is covered (50%); no item covers S2")]
    [InlineData("""{ "every": "duty" }""", "K1, K3, S1, B1", "every duty of ST0001@1.0, and 0 of 2 are covered: Duty 1 lacks K2; Duty 2 lacks S2")]
    [InlineData("""{ "atLeast": "80%", "kind": "knowledge" }""", "K1, K2", "at least 80% of the knowledge statements of ST0001@1.0, and 2 of 3 are covered (66.6%); no item covers K3")]
    [InlineData("""{ "atLeast": 5 }""", "K1, K2", "at least 5 KSBs of ST0001@1.0, and 2 of 6 are covered (33.3%); no item covers K3, S1, S2, B1")]
    [InlineData("""{ "atLeast": 9 }""", "K1-K3, S1-S2, B1", "at least 9 KSBs of ST0001@1.0, which has 6")]
    [InlineData("""{ "every": "ksb", "kind": "technical skill" }""", "K1", "every technical skill statement of ST0001@1.0, which has none")]
    public async Task Fires(string demand, string covers, string message)
    {
        await Verify.Mapping(Mapping("{|KSB3003:" + demand + "|}", covers));

        Assert.Equal(["Error KSB3003: This asks for " + message], await Verify.Messages("", ("mini.standard.json", Mini.Document), ("a.mapping.json", Mapping(demand, covers))));
    }

    [Theory]
    [InlineData("""{ "every": "ksb" }""", "K1-K3, S1-S2, B1")]
    [InlineData("""{ "every": "duty" }""", "Duty 1, Duty 2")]
    [InlineData("""{ "atLeast": "66.6%", "kind": "knowledge" }, { "atLeast": 2 }""", "K1, K2")]
    public Task Stays_silent(string demand, string covers) => Verify.Mapping(Mapping(demand, covers));

    [Theory]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\n# demand: {|KSB3003:every skill|}; every behaviour\nid,ksbs\nM1,S1 B1\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\ndemands:\n  - {|KSB3003:at least 2 skills|}\n  - every behaviour\n---\n# One (S1, B1)\n")]
    public Task Fires_in_tables_and_pages(string path, string text) => Verify.Mapping(path, text);

    [Theory]
    [InlineData("""{|KSB2007:{|}}""")]
    [InlineData("""{ "every": {|KSB2007:"ksbs"|} }""")]
    [InlineData("""{ "every": "ksb", "atLeast": {|KSB2007:2|} }""")]
    [InlineData("""{ "every": "duty", "kind": {|KSB2007:"skill"|} }""")]
    [InlineData("""{ "atLeast": {|KSB2007:"101%"|} }""")]
    [InlineData("""{ "atLeast": {|KSB2007:0|} }""")]
    public Task A_demand_that_says_nothing_is_told(string demand) => Verify.Mapping(Mapping(demand, "K1"));

    [Fact]
    public Task A_demand_for_every_KSB_is_told_once() => Verify.Mapping(
        Mapping("""{|KSB3003:{ "every": "ksb" }|}""", "K1").Replace("evidence", "programme", StringComparison.Ordinal));
}
