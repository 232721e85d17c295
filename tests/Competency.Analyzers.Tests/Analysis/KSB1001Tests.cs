namespace Competency.Analyzers.Tests.Analysis;

public class KSB1001Tests
{
    private const string Using = "using Competency; using App.Standards;\n";

    [Theory]
    [InlineData("""[ForStandard("ST0001@1.0"), CoversKsbs("K1, {|KSB1001:K9|}, S2")] class C;""")]
    [InlineData("""[ForStandard<Mini>] class C { [CoversKsbs("{|KSB1001:B2|}")] void M() { } }""")]
    [InlineData("""[assembly: ForStandard("ST0001@1.0")] [CoversKsbs("S1, {|KSB1001:S3|}")] class C;""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("K1-{|KSB1001:K5|}"); }""")]
    [InlineData("""class C { KsbSet A = KsbSet.Parse("{|KSB1001:K4|}", Mini.Standard); }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("ST0001:{|KSB1001:K4|}"); }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("{|KSB1001:Duty 3|}"); }""")]
    [InlineData("""class C { void M() { var standard = Mini.Standard; standard.Select("{|KSB1001:K4|}"); } }""")]
    [InlineData("""class C { void M() { System.Func<KsbSet> f = () => { OccupationalStandard s = Mini.Standard; return s.Select("{|KSB1001:K4|}"); }; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] public string A = "K1 {|KSB1001:K4|}"; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] public string A { get; set; } = "{|KSB1001:K4|}"; void M() { A = "{|KSB1001:S9|}"; new C { A = "{|KSB1001:B9|}" }.M(); } }""")]
    [InlineData("""[ForStandard<Mini>] class C { void M([KsbNotation] string a = "{|KSB1001:K4|}") => M(); }""")]
    [InlineData("""[ForStandard<Mini>] class C { void M([KsbNotation] params string[] a) => M("K1", "{|KSB1001:K4|}"); }""")]
    [InlineData("""[ForStandard<Mini>] class C { void M([KsbNotation] string[] a) => M(["K1", "{|KSB1001:K4|}"]); }""")]
    [InlineData("""[ForStandard<Mini>] record C([KsbNotation] string A) { C M() => this with { A = "{|KSB1001:K4|}" }; C N() => new("{|KSB1001:K5|}"); }""")]
    [InlineData("""class C { const string Bad = "K1, K4"; KsbSet A = Mini.Standard.Select({|KSB1001:Bad|}); }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("K1, " + "{|KSB1001:K4|}"); }""")]
    [InlineData("""class C { KsbSet A(bool b) => Mini.Standard.Select(b ? "K1" : "{|KSB1001:K4|}"); }""")]
    [InlineData("""class C { KsbSet A(int b) => Mini.Standard.Select(b switch { 1 => "K1", _ => "{|KSB1001:K4|}" }); }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("K1\t\u004B2 {|KSB1001:\x004B9|}"); }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select(@"K1, {|KSB1001:K4|}"); }""")]
    [InlineData("class C { KsbSet A = Mini.Standard.Select(\"\"\"K1, {|KSB1001:K4|}\"\"\"); }")]
    [InlineData("class C { KsbSet A = Mini.Standard.Select(\"\"\"\n    K1,\n      {|KSB1001:K4|},\n    S1\n    \"\"\"); }")]
    [InlineData("""class C { const string K = "K1"; KsbSet A = Mini.Standard.Select($"{K}, {|KSB1001:K4|}"); }""")]
    [InlineData("""[ForStandard<Mini>] class C { void M() { [CoversKsbs("{|KSB1001:K4|}")] void L([KsbNotation] string a = "{|KSB1001:K5|}") { } L(); } }""")]
    [InlineData("""[ForStandard<Mini>] class C { System.Action M() => [CoversKsbs("{|KSB1001:K4|}")] () => { }; }""")]
    [InlineData("""[ForStandard<Mini>] class C { System.Func<int, int> M() => ([CoversKsbs("{|KSB1001:K4|}")] int q) => q; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string A => "{|KSB1001:K4|}"; [KsbNotation] string B { get { return "{|KSB1001:K5|}"; } } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] System.Collections.Generic.IEnumerable<string> A { get { yield return "K1"; yield return "{|KSB1001:K4|}"; yield break; } } }""")]
    [InlineData("""interface I { void V([KsbNotation] string a); } [ForStandard<Mini>] class C : I { public void V(string a) => new C().V("{|KSB1001:K4|}"); }""")]
    [InlineData("""interface I { [KsbNotation] string V { get; } } [ForStandard<Mini>] class C : I { string I.V => "{|KSB1001:K4|}"; }""")]
    [InlineData("""class C { KsbSet? A = Mini.Standard?.Select("{|KSB1001:K4|}"); }""")]
    [InlineData("""class C { static readonly OccupationalStandard S = Mini.Standard; static OccupationalStandard T => Mini.Standard; KsbSet A = S.Select("{|KSB1001:K4|}"), B = T.Select("{|KSB1001:K5|}"); }""")]
    [InlineData("""class C { object A = Mini.Standard[KsbCode.Parse("{|KSB1001:K4|}")]; bool B = Mini.Standard.Contains(KsbCode.Parse("{|KSB1001:S9|}")); }""")]
    [InlineData("""class C { const string Bad = "K4, K5, S9"; KsbSet A = Mini.Standard.Select({|KSB1001:{|KSB1001:{|KSB1001:Bad|}|}|}); }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] const string A = "{|KSB1001:K4|}"; }""")]
    [InlineData("""class A : System.Attribute { public A([KsbNotation] params string[] k) { } [KsbNotation] public string[] More { get; set; } = []; } [ForStandard<Mini>] class C { [A("K1", "{|KSB1001:K4|}")] void M() { } [A(new[] { "{|KSB1001:K5|}" }, More = new[] { "K1", "{|KSB1001:K6|}" })] void N() { } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string[] A = [.. new[] { "{|KSB1001:K4|}" }, "{|KSB1001:K5|}"]; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string A = "", B = ""; void M() { (A, B) = ("K1", "{|KSB1001:K4|}"); (string _, (A, B)) = ("K9", ("{|KSB1001:K5|}", "S1")); } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] System.Collections.Generic.List<string> A { get; } = new() { "K1", "{|KSB1001:K4|}" }; C M() => new C { A = { "{|KSB1001:K5|}" } }; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string A = "K1"; void M() { A += ", {|KSB1001:K4|}"; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { bool M([KsbNotation] string a) => a is "K1" or "{|KSB1001:K4|}" || a == "{|KSB1001:K5|}" || "{|KSB1001:K6|}" != a; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string A = ""; int M() => A switch { "K1" => 1, not "{|KSB1001:K4|}" => 2, _ => 3 }; bool N(C c) => c is { A: "{|KSB1001:K5|}" }; }""")]
    [InlineData("""[ForStandard<Mini>] class C { int M([KsbNotation] string a) { switch (a) { case "K1": return 1; case "{|KSB1001:K4|}": case "{|KSB1001:K5|}" when a.Length > 1: return 2; default: return 3; } } }""")]
    [InlineData("""class ForMini() : ForStandardAttribute("ST0001@1.0"); [ForMini] class C { [CoversKsbs("{|KSB1001:K4|}")] void M() { } }""")]
    [InlineData("""class For(string id) : ForStandardAttribute(id); class ForMini : For { public ForMini() : base("ST0001@1.0") { } } [ForMini] class C { [CoversKsbs("{|KSB1001:K4|}")] void M() { } [For("ST0001@1.0"), CoversKsbs("{|KSB1001:K5|}")] void N() { } }""")]
    [InlineData("class C { const string N = \"1\"; KsbSet A = Mini.Standard.Select($\"\"\"\n    K{N},\n    {|KSB1001:K4|}\n    \"\"\"); }")]
    public Task Fires_on_the_wrong_code_alone(string source) => Verify.CSharp(Using + source.Replace("[assembly:", "\n[assembly:", StringComparison.Ordinal));

    [Theory]
    [InlineData("""[ForStandard("ST0001@1.0"), CoversKsbs("K1-K3, S2")] class C;""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("K1-K3, Duty2, ST0001@1.0:S1"); }""")]
    [InlineData("""[CoversKsbs("K99")] class NoStandardInForce;""")]
    [InlineData("""using System.Collections.Generic; [ForStandard<Mini>] class C { IEnumerable<string> A { get { yield return "K99"; } } [KsbNotation] IEnumerable<string> B { get { yield return "K1"; foreach (var k in L()) { yield return k; } IEnumerable<string> L() { yield return "K99"; } } } }""")]
    [InlineData("""class C { void M(OccupationalStandard other) { var s = Mini.Standard; s = other; s.Select("K99"); other.Select("K99"); } }""")]
    [InlineData("""class C { void M(string a) => M("K99 is no reference here"); }""")]
    [InlineData("""class C { KsbSet A(string text) => Mini.Standard.Select(text); }""")]
    [InlineData("""class C { KsbSet A = Mini.Set(Mini.Ksb.K1, Mini.Ksb.S2); [Mini.Covers(Mini.Ksb.K1)] void M() { } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [ForStandard("ST0001@1.0"), CoversKsbs("")] void M() { } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string A = "K1"; void M(string other) { A += "9"; A += other; A = other + "K9"; A = $"K{other}"; (A, _) = (other, "K9"); } }""")]
    [InlineData("""[ForStandard<Mini>] class C { bool M([KsbNotation] string a, string other) => a == other || a is "K1" || other is "K99" || other == "K99"; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] System.Collections.Generic.Dictionary<string, string> A = new() { { "K99", "x" } }; System.Collections.Generic.List<string> B = new() { "K99" }; }""")]
    [InlineData("""class ForOther(int i) : ForStandardAttribute(i + ""); [ForStandard<Mini>] class C { [ForOther(1), CoversKsbs("K99")] void M() { } }""")]
    public Task Stays_silent(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("K9", "which has K1-K3")]
    [InlineData("B2", "which has B1; did you mean B1?")]
    [InlineData("TK3", "which has no technical knowledge statements; did you mean K3?")]
    [InlineData("TK1", "which has no technical knowledge statements")]
    public async Task Suggests_only_what_is_likely(string code, string hint) => Assert.Equal(
        [$"Error KSB1001: {code} is not in ST0001@1.0 (Mini mechanic), {hint}"],
        await Verify.Messages(Using + $$"""class C { KsbSet A = Mini.Standard.Select("{{code}}"); }""", ("mini.standard.json", Mini.Document)));

    [Fact]
    public async Task Says_what_there_is_and_what_was_probably_meant() =>
        Assert.Equal(
            ["Error KSB1001: K4, K5 are not in ST0001@1.0 (Mini mechanic), which has K1-K3; did you mean K3?"],
            await Verify.Messages(Using + """class C { KsbSet A = Mini.Standard.Select("K1-K5"); }""", ("mini.standard.json", Mini.Document)));

    [Fact]
    public async Task Says_of_a_named_constant_each_code_that_is_wrong_and_each_once() => Assert.Equal(
        [
            "Error KSB1001: K4 is not in ST0001@1.0 (Mini mechanic), which has K1-K3; did you mean K3?",
            "Error KSB1001: S9 is not in ST0001@1.0 (Mini mechanic), which has S1, S2",
            "Warning KSB1003: K4 is named here already",
        ],
        (await Verify.Messages(Using + """[ForStandard<Mini>] class C { const string Bad = "K4, K1, S9, K4"; [CoversKsbs(Bad)] void M() { } }""", ("mini.standard.json", Mini.Document))).Order(StringComparer.Ordinal));

    [Fact]
    public Task A_code_must_be_in_every_standard_in_force() => Verify.All(
        "using Competency; [ForStandard(\"ST0001@1.0\"), ForStandard(\"ST0001@1.1\"), CoversKsbs(\"K1, {|KSB1001:S2|}\")] class C;",
        [("a.standard.json", Mini.Document), ("b.standard.json", Mini.With(version: "1.1", typeName: "Mini2").Replace("S2", "B2", StringComparison.Ordinal))]);
}
