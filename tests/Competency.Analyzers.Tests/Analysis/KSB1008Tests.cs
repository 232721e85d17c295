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
    public Task Fires(string source) => Verify.CSharp(Using + source);

    [Theory]
    [InlineData("""class C { Mini.Ksb A => (Mini.Ksb)0x1001; ushort B => (ushort)Mini.Ksb.K1; bool D => A == Mini.Ksb.K1 || A < Mini.Ksb.S1; object E => Mini.Ksb.K1; }""")]
    [InlineData("""class C { Mini.Ksb A(ushort value) => (Mini.Ksb)value; Mini.Duty B => default; }""")]
    [InlineData("""class C { bool A(bool b) => !b; int B(Mini.Ksb a) => ~(int)a; Mini.Duty D => new(); bool E(Mini.Ksb a) => !(a == Mini.Ksb.K1); }""")]
    [InlineData("""enum Ksb { A = 1, B = 2 } class C { Ksb A => Ksb.A | Ksb.B; Ksb B => (Ksb)99; Ksb D => ~Ksb.A; Ksb E => new Ksb(); }""")]
    public Task Stays_silent(string source) => Verify.CSharp(Using + source);
}
