namespace Competency.Analyzers.Tests.Analysis;

public class KSB1003Tests
{
    [Fact]
    public Task Fires() => Verify.CSharp("""using Competency; [CoversKsbs("S4, S13, S6, {|KSB1003:S13|}")] class C;""");

    [Fact]
    public Task Stays_silent() => Verify.CSharp("""using Competency; [CoversKsbs("S4, S13, S6"), CoversKsbs("S13")] class C;""");
}
