namespace Competency.Analyzers.Tests.Analysis;

public class KSB1008Tests
{
    private const string Using = "using Competency; using App.Standards;\n";

    [Theory]
    [InlineData("""class C { Mini.Ksb A => {|KSB1008:(Mini.Ksb)0x1009|}; Mini.Ksb B => {|KSB1008:(Mini.Ksb)60000|}; }""")]
    [InlineData("""class C { Mini.Ksb A => {|KSB1008:default(Mini.Ksb)|}; Mini.Ksb B => {|KSB1008:default|}; Mini.Ksb D => {|KSB1008:0|}; }""")]
    [InlineData("""class C { [Mini.Covers({|KSB1008:Mini.Ksb.K1 | Mini.Ksb.K3|})] void M() { } }""")]
    [InlineData("""class C { void M(Mini.Ksb a) { {|KSB1008:a |= Mini.Ksb.K1|}; {|KSB1008:a++|}; M({|KSB1008:a + 1|}); M({|KSB1008:a | Mini.Ksb.K2 | Mini.Ksb.K3|}); } }""")]
    [InlineData("""class C { [Mini.Covers({|KSB1008:~Mini.Ksb.K1|})] void M(Mini.Ksb a) { Mini.Ksb b = {|KSB1008:~Mini.Ksb.K1|}; M({|KSB1008:~a|}); M({|KSB1008:~(a | b)|}); M({|KSB1008:a & ~b|}); {|KSB1008:a &= ~Mini.Ksb.K1|}; } }""")]
    [InlineData("""class C { void M(Mini.Ksb? a) { M({|KSB1008:~a|}); M({|KSB1008:a | Mini.Ksb.K1|}); M(a is null ? Mini.Ksb.K2 : null); } }""")]
    [InlineData("""class C { Mini.Ksb A => {|KSB1008:new Mini.Ksb()|}; public Mini.Ksb B = {|KSB1008:new()|}; object D => {|KSB1008:new Mini.Ksb()|}; [Mini.Covers({|KSB1008:new Mini.Ksb()|})] void M() { } }""")]
    [InlineData("""class C { void M() { [Mini.Covers({|KSB1008:(Mini.Ksb)0x1009|})] void A([Mini.Covers({|KSB1008:0|})] int a, Mini.Ksb b = {|KSB1008:(Mini.Ksb)7|}) { M(); } A(1); } }""")]
    [InlineData("""class C { void M() { [return: Mini.Covers({|KSB1008:0|})] int A<[Mini.Covers({|KSB1008:0|})] T>() => 1; A<int>(); } }""")]
    [InlineData("""class C { void M() { var a = [Mini.Covers({|KSB1008:Mini.Ksb.K1 | Mini.Ksb.K3|})] [return: Mini.Covers({|KSB1008:0|})] ([Mini.Covers({|KSB1008:(Mini.Ksb)7|})] int b, Mini.Ksb c = {|KSB1008:default|}) => b; a(1); } }""")]
    [InlineData("""class C { public System.Func<int, int> A { get; } = [Mini.Covers({|KSB1008:0|})] (a) => a; }""")]
    [InlineData("""class C([Mini.Covers({|KSB1008:0|})] int a, Mini.Ksb b = {|KSB1008:default|}) { int A => a; Mini.Ksb B => b; }""")]
    [InlineData("""class C { int A { [Mini.Covers({|KSB1008:0|})] get; [Mini.Covers({|KSB1008:0|})] [param: Mini.Covers({|KSB1008:(Mini.Ksb)7|})] set; } }""")]
    [InlineData("""enum E { [Mini.Covers({|KSB1008:0|})] A } class C<[Mini.Covers({|KSB1008:0|})] T> { void M<[Mini.Covers({|KSB1008:0|})] U>() { } [return: Mini.Covers({|KSB1008:0|})] int B() => 1; }""")]
    [InlineData("""record R([property: Mini.Covers({|KSB1008:0|})] [field: Mini.Covers({|KSB1008:(Mini.Ksb)7|})] [Mini.Covers({|KSB1008:0|})] int A); class C { [field: Mini.Covers({|KSB1008:0|})] int B { get; set; } [Mini.Covers({|KSB1008:0|})] event System.Action D { [Mini.Covers({|KSB1008:0|})] add { } remove { } } }""")]
    [InlineData("""delegate void D([Mini.Covers({|KSB1008:0|})] int a, Mini.Ksb b = {|KSB1008:default|}); class C { [Mini.Covers({|KSB1008:0|})] int this[int i, Mini.Ksb a = {|KSB1008:default|}] => 1; [Mini.Covers({|KSB1008:0|})] ~C() { } }""")]
    [InlineData("""[Mini.Covers({|KSB1008:0|})] class A<T> : System.Attribute { public Mini.Ksb B { get; set; } } [A<int>(B = {|KSB1008:(Mini.Ksb)7|})] class C { [A<Mini>(B = {|KSB1008:default|})] void M() { } }""")]
    public Task Fires(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("[assembly: Mini.Covers({|KSB1008:0|})]")]
    [InlineData("{|CS8805:int i = 1;|} [Mini.Covers({|KSB1008:0|})] int A([Mini.Covers({|KSB1008:(Mini.Ksb)7|})] Mini.Ksb b) => i; A({|KSB1008:default|});")]
    [InlineData("[module: Mini.Covers({|KSB1008:Mini.Ksb.K1 | Mini.Ksb.K3|})]")]
    public Task Fires_on_assembly_module_and_top_level_statements(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""class C { void M() { [Mini.Covers(Mini.Ksb.K1)] void A([Mini.Covers(Mini.Ksb.S1)] int a, Mini.Ksb b = Mini.Ksb.K2) { M(); } A(1); var d = [Mini.Covers((Mini.Ksb)0x1001)] (int e) => e; d(1); } }""")]
    [InlineData("""class C { void A(int a, Mini.Ksb b = {|KSB1008:default|}, Mini.Ksb? d = {|KSB1008:(Mini.Ksb)7|}) { A(1); } }""")]
    [InlineData("""class C { Mini.Ksb A => (Mini.Ksb)0x1001; ushort B => (ushort)Mini.Ksb.K1; bool D => A == Mini.Ksb.K1 || A < Mini.Ksb.S1; object E => Mini.Ksb.K1; }""")]
    [InlineData("""class C { Mini.Ksb A(ushort value) => (Mini.Ksb)value; Mini.Duty B => default; }""")]
    [InlineData("""class C { bool A(bool b) => !b; int B(Mini.Ksb a) => ~(int)a; Mini.Duty D => new(); bool E(Mini.Ksb a) => !(a == Mini.Ksb.K1); }""")]
    [InlineData("""enum Ksb { A = 1, B = 2 } class C { Ksb A => Ksb.A | Ksb.B; Ksb B => (Ksb)99; Ksb D => ~Ksb.A; Ksb E => new Ksb(); }""")]
    public Task Stays_silent(string source) => Verify.CSharp(Using + source);
}
