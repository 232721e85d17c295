namespace Competency.Analyzers.Tests.Analysis;

public class KSB4006Tests
{
    [Theory]
    [InlineData("""Require.Custom("a", "rule", "A", c => Outcome.Met("m"), {|KSB4006:RequirementBasis.Law|})""")]
    [InlineData("""Require.Custom("a", "rule", "A", c => Outcome.Met("m"), basis: {|KSB4006:RequirementBasis.FundingRule|}, citation: null)""")]
    [InlineData("""Require.Custom("a", "rule", "A", c => Outcome.Met("m"), {|KSB4006:RequirementBasis.AssessmentPlan|}).Saying("B")""")]
    [InlineData("""Require.Option().RestingOn({|KSB4006:RequirementBasis.Law|})""")]
    [InlineData("""RequirementExtensions.RestingOn(basis: {|KSB4006:RequirementBasis.Law|}, requirement: Require.Option())""")]
    [InlineData("""Require.PeriodElapsed("a", "A", 6).RestingOn({|KSB4006:RequirementBasis.FundingRule|}).Saying("B")""")]
    [InlineData("""Require.Fact("a", Fact.Number("n", "n"), atMost: 3).RestingOn({|KSB4006:RequirementBasis.AssessmentPlan|})""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", Require.Portfolio("K1").RestingOn({|KSB4006:RequirementBasis.AssessmentPlan|}))""")]
    [InlineData("""Require.AllOf("a", "A", Require.Option().RestingOn({|KSB4006:RequirementBasis.Law|})).RestingOn(RequirementBasis.Law, cited)""")]
    public Task Fires_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Theory]
    [InlineData("""{ "id": "a", "kind": "option", "sentence": "x", "basis": {|KSB4006:"law"|} }""")]
    [InlineData("""{ "id": "a", "kind": "custom", "sentence": "x", "name": "r", "basis": {|KSB4006:"fundingRule"|} }""")]
    [InlineData("""{ "id": "a", "kind": "periodElapsed", "sentence": "x", "months": 6, "basis": {|KSB4006:"assessmentPlan"|}, "citation": null }""")]
    public Task Fires_in_a_policy(string requirement) => Verify.Requirement(requirement);

    [Fact]
    public Task Fires_in_a_plan() => Verify.Plan("""
        {|KSB4006:{|} "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0"], "approach": "endPoint", "methods": [ { "id": "m", "ksbs": "K1-K3, S1, S2, B1" } ] }
        """);

    [Theory]
    [InlineData("""Require.Custom("a", "rule", "A", c => Outcome.Met("m"))""")]
    [InlineData("""RequirementExtensions.RestingOn(basis: RequirementBasis.Law, citation: cited, requirement: Require.Custom("a", "rule", "A", c => Outcome.Met("m"), RequirementBasis.Law))""")]
    [InlineData("""Require.Custom("a", "rule", "A", c => Outcome.Met("m"), RequirementBasis.Law, cited)""")]
    [InlineData("""Require.Custom("a", "rule", "A", c => Outcome.Met("m"), RequirementBasis.Standard)""")]
    [InlineData("""Require.Custom("a", "rule", "A", c => Outcome.Met("m"), RequirementBasis.Law).Saying("B").RestingOn(RequirementBasis.Law, cited)""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", Require.Portfolio("K1"))""")]
    [InlineData("""Require.AllOf("a", "A", Require.Portfolio("K1").RestingOn(RequirementBasis.AssessmentPlan, cited).Saying("B"))""")]
    [InlineData("""Require.Portfolio("K1").Saying("B").RestingOn(RequirementBasis.AssessmentPlan, cited)""")]
    [InlineData("""Require.Option().RestingOn(RequirementBasis.Provider)""")]
    [InlineData("""Require.Option().RestingOn((RequirementBasis)number)""")]
    [InlineData("""other.RestingOn(RequirementBasis.Law)""")]
    [InlineData("""Require.MinimumDuration().RestingOn(RequirementBasis.Law)""")]
    [InlineData("""Require.StandardMinimum().RestingOn(RequirementBasis.Law)""")]
    [InlineData("""Require.PeriodElapsed("a", "A", DatedNumber.Of(null!)).RestingOn(RequirementBasis.Law)""")]
    public Task Stays_silent_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Theory]
    [InlineData("""{ "id": "a", "kind": "option", "sentence": "x", "basis": "standard" }""")]
    [InlineData("""{ "id": "a", "kind": "minimumDuration", "sentence": "x", "basis": "law" }""")]
    [InlineData("""{ "id": "a", "kind": "option", "sentence": "x", "basis": "law", "citation": { "title": "T", "issuer": "I", "certainty": "A", "paragraph": "3" } }""")]
    [InlineData("""{ "id": "a", "kind": "option", "sentence": "x", "basis": "law", "citation": { "title": "T", "issuer": "I", "certainty": {|KSB2007:"D"|} } }""")]
    public Task Stays_silent_in_a_policy(string requirement) => Verify.Requirement(requirement);
}
