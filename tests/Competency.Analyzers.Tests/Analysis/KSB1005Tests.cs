namespace Competency.Analyzers.Tests.Analysis;

public class KSB1005Tests
{
    private static readonly (string, string)[] Two =
        [("a.standard.json", Mini.Document), ("b.standard.json", Mini.With("ST0002", typeName: "Other"))];

    [Theory]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K1, {|KSB1005:ST0002|}:K1")] class C;""")]
    [InlineData("""[ForStandard<Mini>] class C { [{|KSB1005:Other.Covers|}(Other.Ksb.K1)] void M() { } }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("{|KSB1005:ST0002@1.0|}:K1"); }""")]
    public Task Fires(string source) => Verify.All("using Competency; using App.Standards;\n" + source, Two);

    [Theory]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K1, ST0001:K2, ST0001@1.0:S1")] class C;""")]
    [InlineData("""[CoversKsbs("ST0002:K1, ST0001:K1")] class NoneInForce;""")]
    [InlineData("""[ForStandard<Mini>] class C { [Mini.Covers(Mini.Ksb.K1), ForStandard<Other>, Other.Covers(Other.Ksb.K1)] void M() { } }""")]
    public Task Stays_silent(string source) => Verify.All(
        "using Competency; using App.Standards;\n" + source.Replace("Mini.Covers(Mini.Ksb.K1), ForStandard<Other>", "ForStandard<Other>", StringComparison.Ordinal),
        Two);
}
