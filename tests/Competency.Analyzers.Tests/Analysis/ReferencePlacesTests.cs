namespace Competency.Analyzers.Tests.Analysis;

/// <summary>Every place in C# that holds notation or is held against it: each constant there is told, and told once.</summary>
public class ReferencePlacesTests
{
    private const string Using = "using Competency; using App.Standards; using System; using System.Collections.Generic;\n";

    [Theory]
    [InlineData("""[ForStandard<Mini>] partial class C { [CoversKsbs("{|KSB1001:K4|}")] public partial C([KsbNotation] string s = "{|KSB1001:K5|}"); } partial class C { public partial C(string s) { _ = s == "{|KSB1001:K6|}"; } C M() => new("{|KSB1001:K7|}"); }""")]
    [InlineData("""[ForStandard<Mini>] partial class C { public partial C(string s); } partial class C { [CoversKsbs("{|KSB1001:K4|}")] public partial C([KsbNotation] string s) { } C M() => new("{|KSB1001:K5|}"); }""")]
    [InlineData("""[ForStandard<Mini>] partial struct C { public partial C([CoversKsbs("{|KSB1001:K4|}")] int i); [CoversKsbs("{|KSB1001:K5|}")] partial void M([KsbNotation] string s = "{|KSB1001:K6|}"); } partial struct C { public partial C([CoversKsbs("{|KSB1001:K7|}")] int i) { } partial void M(string s) { } }""")]
    [InlineData("""partial class C { public partial C(Mini.Ksb k = {|KSB1008:(Mini.Ksb)9|}); } partial class C { public partial C(Mini.Ksb k) { } }""")]
    public Task Fires_in_both_declarations_of_a_partial_constructor(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""[ForStandard<Mini>] record R([property: KsbNotation] string A = "{|KSB1001:K4|}"); [ForStandard<Mini>] class C { R r = new("{|KSB1001:K5|}"), q = new(A: "{|KSB1001:K6|}") { A = "{|KSB1001:K7|}" }; R M() => r with { A = "{|KSB1001:K8|}" }; bool N() => r is ("{|KSB1001:K9|}") { } && r is { A: "{|KSB1001:S9|}" } && r.A == "{|KSB1001:S8|}"; }""")]
    [InlineData("""[ForStandard<Mini>] record R([field: KsbNotation] string A, int N = 0) { R M() => new("{|KSB1001:K4|}"); bool N1() => this is ("{|KSB1001:K5|}" or not "{|KSB1001:K6|}", _) && A is "{|KSB1001:K7|}"; }""")]
    [InlineData("""[ForStandard<Mini>] record struct R([property: KsbNotation] string A, [property: KsbNotation] string[] B) { R M() => new("{|KSB1001:K4|}", ["{|KSB1001:K5|}"]); bool N() => this is ("{|KSB1001:K6|}", ["{|KSB1001:K7|}", .. ["{|KSB1001:K8|}"]]); }""")]
    [InlineData("""[ForStandard<Mini>] readonly record struct R([KsbNotation] string A, int N) { bool M(object o) => o is R("{|KSB1001:K4|}", 1) || this is { A: "{|KSB1001:K5|}" }; }""")]
    [InlineData("""[ForStandard<Mini>] record R(string A) { [KsbNotation] public string A { get; init; } = A; R M() => new("{|KSB1001:K4|}"); } [ForStandard<Mini>] record S(string A, int N) : R(A) { S L() => new("{|KSB1001:K5|}", 1); } [ForStandard<Mini>] record F(string A) { [KsbNotation] public string A = A; F M() => new("{|KSB1001:K6|}"); }""")]
    [InlineData("""record R([property: KsbNotation, ForStandard("ST0001@1.0")] string A = "{|KSB1001:K4|}") { R M() => new("{|KSB1001:K5|}") { A = "{|KSB1001:K6|}" }; bool N() => this is ("{|KSB1001:K7|}") { } || A == "{|KSB1001:K8|}"; }""")]
    [InlineData("""class C { [KsbNotation, ForStandard("ST0001@1.0")] string A { get; set => field = value ?? "{|KSB1001:K4|}"; } = "{|KSB1001:K5|}"; }""")]
    public Task Fires_in_a_record_of_which_any_part_is_marked(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string[] A = ["K1"]; bool M() { A[0] = "{|KSB1001:K4|}"; A[^1] = "{|KSB1001:K5|}"; A[0] ??= "{|KSB1001:K6|}"; A[0] += ", {|KSB1001:K7|}"; (A[0], A[1..][0]) = ("{|KSB1001:K8|}", "{|KSB1001:K9|}"); return A[0] == "{|KSB1001:S9|}"; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] List<string> A = []; bool M(C? c) { A[0] = "{|KSB1001:K4|}"; A[^1] = "{|KSB1001:K5|}"; A.Add("{|KSB1001:K6|}"); c?.A[0] = "{|KSB1001:K7|}"; c?.A.Add("{|KSB1001:K8|}"); return c?.A?[0] == "{|KSB1001:K9|}" || A[1] is "{|KSB1001:S9|}"; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { bool M([KsbNotation] string[] a, [KsbNotation] List<string> l) => a is ["{|KSB1001:K4|}", .. ["{|KSB1001:K5|}" or "{|KSB1001:K6|}"], not "{|KSB1001:K7|}"] || l is [_, "{|KSB1001:K8|}", ..] || a[1..] is ["{|KSB1001:K9|}"]; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string[,] A = { { "{|KSB1001:K4|}" } }; [KsbNotation] string[][] B = [["{|KSB1001:K5|}"], new[] { "{|KSB1001:K6|}" }]; bool M() { A[0, 0] = "{|KSB1001:K7|}"; B[0][1] = "{|KSB1001:K8|}"; return B is [["{|KSB1001:K9|}"], ..]; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string[] A = []; [KsbNotation] List<string> B = new() { [0] = "{|KSB1001:K4|}" }; C M() => new() { A = { [0] = "{|KSB1001:K5|}" }, B = { [0] = "{|KSB1001:K6|}" } }; void N([KsbNotation] Span<string> s) { s[0] = "{|KSB1001:K7|}"; switch (s[1]) { case "{|KSB1001:K8|}": case "{|KSB1001:K9|}" when s.Length > 1: break; } } }""")]
    [InlineData("""[ForStandard<Mini>] class C { class L : List<int> { public void Add([KsbNotation] string s) { } } [KsbNotation] L A = new() { "{|KSB1001:K4|}" }; }""")]
    public Task Fires_in_the_items_of_a_collection(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string? A; string? U; void M(bool b, int i) { (A, var z) = b ? ("{|KSB1001:K4|}", 1) : ("{|KSB1001:K5|}", 2); (A, z) = i switch { 1 => ("{|KSB1001:K6|}", 1), _ => ("{|KSB1001:K7|}", 2) }; A = U = "{|KSB1001:K8|}"; U = A = "{|KSB1001:K9|}"; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string A { get; set => field = value ?? "{|KSB1001:K4|}"; } = ""; [field: KsbNotation] string B { get; set { field = value == "{|KSB1001:K5|}" ? "{|KSB1001:K6|}" : value; } } = "{|KSB1001:K7|}"; }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string? A; bool M(C? x, int i) { x?.A = "{|KSB1001:K4|}"; return x?.A == "{|KSB1001:K5|}" || x?.A is "{|KSB1001:K6|}" || (A, i) == ("{|KSB1001:K7|}", 1) || (x?.A, (i, A)) is ("{|KSB1001:K8|}", (_, not "{|KSB1001:K9|}")); } }""")]
    [InlineData("""[ForStandard<Mini>] class C { int M([KsbNotation] string a, string b) { switch (a, b) { case ("{|KSB1001:K4|}", "K99"): return 1; } return (b, a) switch { ("K99", "{|KSB1001:K5|}" or "{|KSB1001:K6|}") => 1, _ => 2 }; } }""")]
    public Task Fires_through_tuples_and_conditional_access(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""[ForStandard<Mini>] class C { void M() { var f = ([KsbNotation] string s = "{|KSB1001:K4|}") => s == "{|KSB1001:K5|}"; f("{|KSB1001:K6|}"); Func<string, bool> g = ([KsbNotation] string s) => true; g("{|KSB1001:K7|}"); g.Invoke("{|KSB1001:K8|}"); } }""")]
    [InlineData("""delegate string D([KsbNotation] string s); [ForStandard<Mini>] class C { void M() { D d = s => s; d("{|KSB1001:K4|}"); void L([KsbNotation] params ReadOnlySpan<string> s) { } L("K1", "{|KSB1001:K5|}"); L(["{|KSB1001:K6|}"]); } }""")]
    [InlineData("""[ForStandard<Mini>] class C { public static bool operator >(C a, [KsbNotation] string s) => true; public static bool operator <(C a, [KsbNotation] string s) => true; C A = new(); bool M(C c) => A > "{|KSB1001:K7|}"; }""")]
    [InlineData("""[ForStandard<Mini>] struct C { public static C operator +(C o, [KsbNotation] string s) => o; [KsbNotation] string T; void M() { var o = this; o = o + "{|KSB1001:K4|}"; o += "{|KSB1001:K5|}"; T += ", {|KSB1001:K7|}"; T += "K99"; } }""")]
    [InlineData("""[ForStandard<Mini>] static class C { static void Deconstruct(this int i, [KsbNotation] out string a, out int b) { a = "{|KSB1001:K4|}"; b = 0; } static bool M(int i) => i is ("{|KSB1001:K5|}", 1); }""")]
    [InlineData("""[ForStandard<Mini>] class C { string this[[KsbNotation] string k] { get => ""; set { } } [KsbNotation] string this[int i] { get => "{|KSB1001:K4|}"; set { _ = value == "{|KSB1001:K5|}"; } } C M() { this[0] += ", {|KSB1001:K6|}"; _ = this[1] is "{|KSB1001:K7|}"; return new() { ["{|KSB1001:K8|}"] = "x", [0] = "{|KSB1001:K9|}" }; } }""")]
    public Task Fires_in_calls_of_every_kind(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""abstract class A { [KsbNotation] public abstract string P { get; set; } public abstract string this[[KsbNotation] string k] { get; } } [ForStandard<Mini>] class C : A { public override string P { get => "{|KSB1001:K4|}"; set => _ = value is "{|KSB1001:K5|}"; } public override string this[string k] => k == "{|KSB1001:K6|}" ? "" : this["{|KSB1001:K7|}"]; }""")]
    [InlineData("""interface I { string this[[KsbNotation] string k] { get; } static abstract void S([KsbNotation] string s); } [ForStandard<Mini>] class C : I { string I.this[string k] => k is "{|KSB1001:K4|}" ? "" : ""; public static void S(string s) => S("{|KSB1001:K5|}"); }""")]
    [InlineData("""abstract class A { public virtual string P => ""; } interface I { [KsbNotation] string P { get; } } [ForStandard<Mini>] class C : A, I { public override string P => "{|KSB1001:K4|}"; }""")]
    [InlineData("""[ForStandard<Mini>] interface I { [KsbNotation] const string A = "{|KSB1001:K4|}"; [KsbNotation] string P => "{|KSB1001:K5|}"; void M([KsbNotation] string s = "{|KSB1001:K6|}") { } } [ForStandard<Mini>] interface J : I { string I.P => "{|KSB1001:K7|}"; void I.M(string s) => s = "{|KSB1001:K8|}"; }""")]
    public Task Fires_in_what_overrides_or_implements(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""partial class C { [CoversKsbs("K99")] public partial C([KsbNotation] string s = "K98"); } partial class C { public partial C(string s) { } }""")]
    [InlineData("""[ForStandard<Mini>] partial class C { public partial C(string s = "K99"); } partial class C { public partial C(string s) { } C M() => new("K99"); }""")]
    [InlineData("""[ForStandard<Mini>] record R([property: KsbNotation] string A, string B = "K99") { R(string a, int n) : this(a + n, "K99") { } bool M() => this is (_, "K99") && B == "K99"; R N() => new("K99", 1); } class P(string a) { [KsbNotation] public string A { get; } = a; P M() => new("K99"); }""")]
    [InlineData("""[ForStandard<Mini>] record R([property: KsbNotation] string A) { public void Deconstruct(out string A, out string B) => (A, B) = (this.A, ""); bool M() => this is ("K99", "K99"); }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] Dictionary<int, string> D = []; [KsbNotation] string S = "K1"; [KsbNotation] List<string> L = []; bool M(string[] a) { D[1] = "K99"; D.Add(1, "K99"); a[0] = "K99"; return S[..1] == "K" || S[0] == 'K' || S is ['K', ..] || L.Contains("K99") || D[1] == "K99" || a is ["K99"] || L.IndexOf("K99") > 0; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] string? A; bool M(C? x, string b) { (A, b) = ("K1", "K99"); return (A, b) == ("K1", "K99") || (A, b) is ("K1", "K99") || x?.A?.Length == 1 || x?.ToString() == "K99" || A?.Trim() == "K99"; } }""")]
    [InlineData("""[ForStandard<Mini>] class C { void M(bool b) { var f = ([KsbNotation] string s) => s; if (b) { f = s => s; } f("K99"); Func<string, string> g = s => s; g("K99"); Action<string> h = L; h("K99"); void L([KsbNotation] string s) { } } }""")]
    [InlineData("""[ForStandard<Mini>] class C { [KsbNotation] public (string, int) T = ("K99", 1); string P { get; set => field = value ?? "K99"; } = "K99"; [KsbNotation] string Q { get => ""; set { var other = "K99"; _ = value + other; } } public static implicit operator C(string s) => new(); C N = "K99"; }""")]
    public Task Stays_silent(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fires_on_records_of_another_project(bool isReferenceAssembly)
    {
        var run = new CompilerRun { AssemblyName = "Other" };
        var other = await run.Emit(isReferenceAssembly, """
            using Competency;
            public record R([property: KsbNotation] string A, int N = 1);
            public record struct S(int N, [property: KsbNotation] string A);
            public class P { public P(string a, string b) { A = a; } [KsbNotation] public string A { get; } public void Deconstruct(out string a, out string b) { a = A; b = ""; } }
            """);
        await Verify.All(
            Using + """[ForStandard<Mini>] class C { object M(R r, S s) => r is ("{|KSB1001:K4|}", 1) || s is (1, "{|KSB1001:K5|}") ? new R("{|KSB1001:K6|}") : new S(1, "{|KSB1001:K7|}"); object N(P p) => p is ("K99", "K99") ? p : new P("K99", "K99"); }""",
            [("mini.standard.json", Mini.Document)],
            other);
    }
}
