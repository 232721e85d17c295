namespace Competency.Analyzers.Tests.Analysis;

public class KSB1002Tests
{
    private const string Using = "using Competency; using App.Standards;\n";

    [Theory]
    [InlineData("""[CoversKsbs("K1, {|KSB1002:KX|}")] class C;""")]
    [InlineData("""[CoversKsbs("K1, {|KSB1002:К2|}")] class LookAlike;""")]
    [InlineData("""[CoversKsbs("{|KSB1002:all of the skills|}, K1")] class C;""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("K1, {|KSB1002:K01|}, {|KSB1001:K7|}"); }""")]
    public Task Fires(string source) => Verify.CSharp(Using + source);

    [Fact]
    public Task Fires_in_a_mapping() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence",
          "items": [ { "id": "E1", "covers": ["K1", "S1\u00a0and {|KSB1002:more|}"] } ] }
        """);

    [Fact]
    public async Task Fires_and_offers_only_what_the_standard_in_force_has()
    {
        var messages = await Verify.Messages(
            Using + """class C { KsbSet A = Mini.Standard.Select("S2I, K047, K02"); }""",
            ("mini.standard.json", Mini.With()));

        Assert.Equal(
            ["Error KSB1002: 'S2I' is not a KSB code", "Error KSB1002: 'K047' is not a KSB code", "Error KSB1002: 'K02' is not a KSB code; did you mean K2?"],
            messages.Where(m => m.Contains("KSB1002", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""[CoversKsbs("[K1 K2]; (S1), S2 / B1 • KSBs: K3.")] class C;""")]
    [InlineData("""class C { public string A = "KX"; }""")]
    public Task Stays_silent(string source) => Verify.CSharp(Using + source);
}
