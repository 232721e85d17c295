namespace Competency.Analyzers.Tests.Analysis;

public class KSB1004Tests
{
    [Theory]
    [InlineData("{|KSB1004:K9-K3|}, S1")]
    [InlineData("{|KSB1004:K1-S4|}")]
    public Task Fires(string ksbs) => Verify.CSharp($$"""using Competency; [CoversKsbs("{{ksbs}}")] class C;""");

    [Fact]
    public Task Stays_silent() => Verify.CSharp("""using Competency; [CoversKsbs("K3-K9, S1 to S4")] class C;""");
}
