namespace Competency.Analyzers.Tests.Analysis;

public class KSB1009Tests
{
    private const string Standard = """
        {
          "document": "competency.standard/1", "reference": "ST0001", "version": "1.0", "typeName": "Mini", "title": "Mini mechanic",
          "options": [ { "id": "road", "title": "Road bikes" }, { "id": "trail", "title": "Trail bikes" } ],
          "duties": [
            { "number": 1, "text": "Mend things.", "ksbs": "K1, S1" },
            { "number": 2, "text": "Ride roads.", "options": ["road"], "ksbs": "K2, S2" },
            { "number": 3, "text": "Ride trails.", "options": ["trail"], "ksbs": "K1, K3, S2" }
          ],
          "ksbs": [
            { "code": "K1", "text": "Tyres." }, { "code": "K2", "text": "Roads." }, { "code": "K3", "text": "Trails." },
            { "code": "S1", "text": "Mend." }, { "code": "S2", "text": "Ride." }, { "code": "B1", "text": "Be careful." }
          ]
        }
        """;

    private static readonly (string, string)[] Files = [("mini.standard.json", Standard.Replace("\"ksbs\": \"K1, S1\"", "\"ksbs\": \"K1, S1, B1\"", StringComparison.Ordinal))];

    private static Task CSharp(string source) => Verify.All("using Competency; using App.Standards;\n" + source, Files);

    private static Task Document(string path, string text) => Verify.All("", [.. Files, (path, text)]);

    [Theory]
    [InlineData("""[ForStandard("ST0001@1.0", Option = "road"), CoversKsbs("K1-K2, {|KSB1009:K3|}, S2, {|KSB1009:Duty 3|}")] class C;""")]
    [InlineData("""[ForStandard<Mini>(Option = "trail bikes")] class C { [CoversKsbs("{|KSB1009:K2|}")] void M() { } }""")]
    [InlineData("""[ForStandard<Mini>(Option = "road")] class C { [Mini.Covers(Mini.Ksb.K1, {|KSB1009:Mini.Ksb.K3|})] void M() { } }""")]
    [InlineData("""[ForStandard<Mini>(Option = {|KSB1009:"rode"|})] class C { [CoversKsbs("K3")] void M() { } }""")]
    [InlineData("""[ForStandard("ST0001@1.0", Option = {|KSB1009:"none"|})] class C;""")]
    public Task Fires(string source) => CSharp(source.Replace("{|KSB1009:\"rode\"|}", "\"{|KSB1009:rode|}\"", StringComparison.Ordinal).Replace("{|KSB1009:\"none\"|}", "\"{|KSB1009:none|}\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("""[ForStandard<Mini>(Option = "Road bikes"), CoversKsbs("K1, K2, S1, S2, B1, Duty 1, Duty 2")] class C;""")]
    [InlineData("""[ForStandard<Mini>(Option = " Road  bikes"), CoversKsbs("K1, K2, S1, S2, B1, Duty 1, Duty 2")] class C;""")]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K2, K3")] class C;""")]
    [InlineData("""[ForStandard<Mini>(Option = "road")] class C { KsbSet A = Mini.Standard.Select("K3"); }""")]
    public Task Stays_silent(string source) => CSharp(source);

    [Theory]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "programme", "option": "road", "items": [ { "id": "M1", "covers": ["K1-K2, {|KSB1009:K3|}, S1-S2, B1", "{|KSB1009:Duty 3|}"] } ] }""")]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "option": {|KSB1009:"raod"|}, "items": [ { "id": "M1", "covers": "K3" } ] }""")]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "demands": [ { "atLeast": 1, "option": {|KSB1009:"x"|} } ], "items": [ { "id": "M1", "covers": "K3" } ] }""")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\n# option: road\nid,K1,{|KSB1009:K3|}\nM1,x,x\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\noption: Trail bikes\n---\n# Work (K1, {|KSB1009:K2|})\n")]
    public Task Fires_in_documents(string path, string text) => Document(path, text);

    [Theory]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "programme", "option": "road", "items": [ { "id": "M1", "covers": "K1-K2, S1-S2, B1" } ] }""")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid,K2,K3\nM1,x,x\n")]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "programme", "option": "Road bikes ", "items": [ { "id": "M1", "covers": "K1-K2, S1-S2, B1" } ] }""")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\noption: Trail  bikes\n---\n# Work (K1, K3)\n")]
    public Task Stays_silent_in_documents(string path, string text) => Document(path, text);

    [Fact]
    public async Task Says_whose_it_is_and_which_options_there_are() => Assert.Equal(
        [
            "Error KSB1009: 'raod' is not an option of ST0001@1.0, which has 'Road bikes', 'Trail bikes'; did you mean 'road'?",
            "Error KSB1009: K3 is not in the option 'Road bikes' of ST0001@1.0, but in 'Trail bikes'",
        ],
        await Verify.Messages(
            "using Competency; class C { [ForStandard(\"ST0001@1.0\", Option = \"raod\")] void M() { } [ForStandard(\"ST0001@1.0\", Option = \"road\"), CoversKsbs(\"K3\")] void N() { } }",
            Files));
}
