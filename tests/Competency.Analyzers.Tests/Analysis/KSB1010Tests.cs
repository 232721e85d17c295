namespace Competency.Analyzers.Tests.Analysis;

public class KSB1010Tests
{
    private const string Using = "using Competency; using App.Standards;\n";

    [Theory]
    [InlineData("""[ForStandard<Mini>, CoversKsbs({|KSB1010:"K1, S1"|})] class C;""")]
    [InlineData("""[{|KSB1010:Mini.Covers|}(Mini.Ksb.K1, Mini.Ksb.S1)] class C;""")]
    [InlineData("""class C { KsbSet A = Mini.Set(Mini.Ksb.{|KSB1010:K1|}); }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select(nameof(Mini.Ksb.{|KSB1010:K1|})); }""")]
    [InlineData("""[ForStandard<Mini>, {|KSB1010:CoversKsbs|}(nameof(Mini.Ksb.K1))] class C;""")]
    [InlineData("""[ForStandard<Mini>, CoversKsbs({|KSB1010:"K1, B1, S2"|})] class D;""")]
    [InlineData("""[ForStandard<Mini>] class D { class E { [CoversKsbs({|KSB1010:"B1"|})] void M() { } } [CoversKsbs("B1")] void M() { } }""")]
    public Task Fires_in_CSharp(string source) =>
        Verify.All(Using + source, [("mini.standard.json", Mini.Document), ("competency.lock.json", Locks.Of(("D, App", "K1 B1")))]);

    [Theory]
    [InlineData("""["{|KSB1010:K1-K2|}, S1", "B1"]""", "other.mapping.json")]
    [InlineData("""["K1-K2, {|KSB1010:S1|}", "B1"]""", "test.mapping.json")]
    [InlineData("""["K1", "{|KSB1010:Duty 2|}"]""", "test.mapping.json")]
    public Task Fires_once_in_a_mapping(string covers, string locked) =>
        Verify.All("", [("mini.standard.json", Mini.Document), ("competency.lock.json", Locks.Of((locked, "K1 K2 B1"))), ("test.mapping.json", Locks.Mapping(covers))]);

    [Theory]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K1")] class D { [CoversKsbs("B1")] void M() { } }""")]
    [InlineData("""[CoversKsbs("K1")] class NoStandardInForce;""")]
    [InlineData("""class C { bool B(KsbKind k) => k == KsbKind.Skill; }""")]
    public Task Stays_silent(string source) => Verify.All(
        Using + source,
        [("mini.standard.json", Mini.Document), ("competency.lock.json", Locks.Of(("D, App", "K1 B1"), ("test.mapping.json", "K1"))), ("test.mapping.json", Locks.Mapping("\"K1\""))]);

    [Fact]
    public async Task Says_what_nobody_watches() => Assert.Equal(
        [
            "Warning KSB1010: C, App is not in the lock, so that nobody would notice a new meaning of K1-K3, S1 of ST0001@1.0; review them and add it",
            "Warning KSB1010: The lock does not hold B1 of ST0001@1.0 for D, App, so that nobody would notice a new meaning; review and add it",
        ],
        await Verify.Messages(
            Using + """[ForStandard<Mini>, CoversKsbs("K1-K3, S1")] class C; [ForStandard<Mini>, CoversKsbs("K1, B1")] class D;""",
            ("mini.standard.json", Mini.Document),
            ("competency.lock.json", Locks.Of(("D, App", "K1")))));

    /// <summary>What the lock holds already is not named beside what it lacks: a duty brings its codes, and some may be locked by themselves.</summary>
    [Fact]
    public async Task Names_only_what_the_lock_lacks()
    {
        (string, string)[] files = [("mini.standard.json", Mini.Document), ("competency.lock.json", Locks.Of(("D, App", "S2"), ("test.mapping.json", "S2"))), ("test.mapping.json", Locks.Mapping("\"S2, Duty 2\""))];
        var messages = await Verify.Messages(Using + """[ForStandard<Mini>, CoversKsbs("S2, Duty 2")] class D;""", files);

        Assert.Equal(2, messages.Count);
        Assert.All(messages, m => Assert.Contains(": The lock does not hold K3, Duty 2 of ST0001@1.0 for ", m));
    }
}
