namespace Competency.Analyzers.Tests.Analysis;

public class KSB4003Tests
{
    [Theory]
    [InlineData("""Require.AllOf("a", "A", Require.Programme(), Require.{|KSB4003:Programme|}())""")]
    [InlineData("""Require.AllOf("x", "A", Require.KsbsAchieved(id: {|KSB4003:"x"|}))""")]
    [InlineData("""Require.AllOf("x", "A", Require.KsbsAchieved("K1"), Require.{|KSB4003:KsbsAchieved|}("K2"), Require.KsbsAchieved("y", "K3"))""")]
    [InlineData("""EnglishApprenticeship.Gateway.WithOwn("q", "Q", "1", Require.{|KSB4003:KsbsAchieved|}("K1"))""")]
    [InlineData("""EnglishApprenticeship.Gateway.For(StandardId.Parse("ST0001@1.0")).WithOwn("q", "Q", "1", other).WithOwn("r", "R", "1", Require.Option({|KSB4003:"provider-review"|}))""")]
    [InlineData("""EnglishApprenticeship.CompletionWith(new GatewaySettings()).WithOwn("q", "Q", "1", Require.Option({|KSB4003:"ksbs"|}))""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", Require.AllOf("a", "A", other, Require.Option("b"))).For(StandardId.Parse("ST0001@1.0")).WithOwn("q", "Q", "1", Require.Option({|KSB4003:"b"|}))""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", other).WithOwn("q", "Q", "1", Require.Option("z"), Require.Option({|KSB4003:"z"|})).WithOwn("r", "R", "1", Require.Option("y"), Require.Option({|KSB4003:"z"|}))""")]
    [InlineData("""Require.AllOf("x", "A", Require.AnyOf("y", "B", Require.Option("z"), other), Require.Unless("u", "U", Require.OptionIs({|KSB4003:"z"|}, "Gears"), Require.Programme(id: {|KSB4003:"x"|})))""")]
    [InlineData("""Require.AllOf("a", "A", new Requirement[] { Require.KsbsAchieved("Duty 1"), Require.Option({|KSB4003:"ksbs"|}) })""")]
    [InlineData("""Require.AllOf("a", "A", Require.EnglishAndMaths(CoreSubject.Maths), Require.{|KSB4003:EnglishAndMaths|}(CoreSubject.Maths))""")]
    [InlineData("""Require.AllOf("a", "A", Require.Option().RestingOn(RequirementBasis.Provider), Require.{|KSB4003:Option|}().Saying("Again"))""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", Require.AllOf("a", "A", Require.Option({|KSB4003:"a"|})).Saying("All"))""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", other).WithOwn("q", "Q", "1", Require.KsbsAchieved("a", "K1"), Require.Option({|KSB4003:"a"|}))""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", other).WithOwn("q", "Q", "1", [Require.AllOf("a", "A", Require.Option({|KSB4003:"a"|}))])""")]
    public Task Fires_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Fact]
    public Task Fires_in_a_policy() => Verify.Requirement("""
        { "id": "a", "kind": "allOf", "sentence": "x", "requirements": [
          { "id": "b", "kind": "option", "sentence": "x" }, { "id": {|KSB4003:"a"|}, "kind": "programme", "sentence": "x" },
          { "id": "c", "kind": "unless", "sentence": "x", "if": { "id": {|KSB4003:"b"|}, "kind": "programme", "sentence": "x" }, "then": { "id": "d", "kind": "programme", "sentence": "x" } } ] }
        """);

    [Fact]
    public Task Fires_in_a_plan() => Verify.Plan("""
        { "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0"], "approach": "endPoint",
          "citation": { "title": "T", "issuer": "I", "certainty": "C" }, "methods": [ { "id": "m", "ksbs": "K1-K3" }, { "id": {|KSB4003:"m"|}, "ksbs": "S1, S2, B1" } ] }
        """);

    [Theory]
    [InlineData("""Require.AllOf("a", "A", Require.Programme(), Require.Option(), Require.KsbsAchieved(id: "b"))""")]
    [InlineData("""Require.AllOf("a", "A", number > 1 ? Require.Option("b") : Require.Programme("b"))""")]
    [InlineData("""Require.AllOf("a", "A", Require.Option(text), Require.Programme(text))""")]
    [InlineData("""(Require.Option(), Require.Option())""")]
    [InlineData("""Require.AllOf("a", "A", other, other)""")]
    [InlineData("""EnglishApprenticeship.Gateway.WithOwn("q", "Q", "1", Require.KsbsAchieved("imaging", "K1"))""")]
    [InlineData("""EnglishApprenticeship.Completion.WithOwn("q", "Q", "1", Require.Option("provider-review"))""")]
    [InlineData("""EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = [] }).WithOwn("q", "Q", "1", Require.Option("qualifications"))""")]
    [InlineData("""new ReadinessPolicy("p", "P", "1", other).WithOwn("q", "Q", "1", Require.KsbsAchieved("a", "K1"), Require.Option("b"))""")]
    public Task Stays_silent_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Fact]
    public Task Stays_silent_in_a_policy() => Verify.Requirement("""
        { "id": "a", "kind": "allOf", "sentence": "x", "requirements": [ { "id": "A", "kind": "option", "sentence": "x" }, { "id": "b", "kind": "programme", "sentence": "x" } ] }
        """);
}
