using Microsoft.CodeAnalysis;

namespace Competency.Analyzers.Tests.Analysis;

public class KSB1004Tests
{
    [Theory]
    [InlineData("{|KSB1004:K9-K3|}, S1")]
    [InlineData("{|KSB1004:K1-S4|}")]
    public Task Fires(string ksbs) => Verify.CSharp($$"""using Competency; [CoversKsbs("{{ksbs}}")] class C;""");

    /// <summary>Elsewhere the rest is read; of a requirement nothing would be left but an exception.</summary>
    [Theory]
    [InlineData("""Require.KsbsAchieved("a", "S2-S1")""", DiagnosticSeverity.Error)]
    [InlineData("""Require.KsbsAchieved("K1-S2")""", DiagnosticSeverity.Error)]
    [InlineData("""new PortfolioSettings("S2-S1")""", DiagnosticSeverity.Error)]
    [InlineData("""Mini.Standard.Select("S2-S1")""", DiagnosticSeverity.Warning)]
    public async Task Is_an_error_in_a_rule(string requirement, DiagnosticSeverity severity) => Assert.Equal([("KSB1004", severity)], (await Verify.Rule(requirement)).Select(d => (d.Id, d.Severity)));

    [Fact]
    public Task Stays_silent() => Verify.CSharp("""using Competency; [CoversKsbs("K3-K9, S1 to S4")] class C;""");
}
