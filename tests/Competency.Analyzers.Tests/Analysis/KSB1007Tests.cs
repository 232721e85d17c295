namespace Competency.Analyzers.Tests.Analysis;

public class KSB1007Tests
{
    [Theory]
    [InlineData("""[ForStandard("{|KSB1007:ST0009@1.0|}"), CoversKsbs("K99")] class C;""")]
    [InlineData("""[ForStandard("{|KSB1007:ST0001@1.1|}")] class C;""")]
    [InlineData("""[ForStandard("{|KSB1007:ST0001|}")] class C;""")]
    [InlineData("""[CoversKsbs("K1, {|KSB1007:OCC0001|}:K1")] class C;""")]
    public Task Fires(string source) => Verify.CSharp("using Competency;\n" + source);

    [Theory]
    [InlineData("""[ForStandard("ST0001@1.0")] class C;""")]
    [InlineData("""[CoversKsbs("ST0001:K1")] class C;""")]
    [InlineData("""class ForCohortAttribute(string cohort, string standard) : ForStandardAttribute(standard) { string Cohort => cohort; } [ForCohort("autumn", "ST0001@1.0")] class C;""")]
    public Task Stays_silent(string source) => Verify.CSharp("using Competency;\n" + source);

    [Fact]
    public async Task Names_the_versions_that_are_known() => Assert.Equal(
        ["Error KSB1007: ST0001@2.0 is not known here; known of ST0001: 1.0"],
        await Verify.Messages("""[Competency.ForStandard("ST0001@2.0")] class C;""", ("mini.standard.json", Mini.Document)));
}
