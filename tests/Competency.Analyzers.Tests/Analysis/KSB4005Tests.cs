using Microsoft.CodeAnalysis;

namespace Competency.Analyzers.Tests.Analysis;

public class KSB4005Tests
{
    [Theory]
    [InlineData("""Require.StartedBetween("a", new DateOnly(2025, 8, 1), {|KSB4005:new DateOnly(2025, 7, 31)|})""")]
    [InlineData("""Require.StartedBetween("a", new(2025, 8, 1), until: {|KSB4005:new(2025, 7, 31)|})""")]
    [InlineData("""Require.OptionIs("a", {|KSB4005:"Brakes"|})""")]
    [InlineData("""Require.OptionIs("a", {|KSB4005:" "|})""")]
    [InlineData("""Require.When("w", "W", Require.OptionIs("o", "bells"), Require.KsbsAchieved("K1, {|KSB4005:K3|}"))""")]
    [InlineData("""Require.When("w", "W", Require.OptionIs("o", "Bells").Saying("B"), Require.AllOf("a", "A", Require.Portfolio("{|KSB4005:S2|}").RestingOn(RequirementBasis.Provider), Require.KsbsAchieved("{|KSB4005:Duty 2|}")))""")]
    [InlineData("""{|KSB4005:new DatedPeriod<int>(new(2025, 8, 1), 1, DatedBasis.AsOf, cited) { Until = new(2025, 7, 31) }|}""")]
    [InlineData("""new DatedValue<int>("hours", day, {|KSB4005:new DatedPeriod<int>(new(2025, 8, 1), 1, DatedBasis.AsOf, cited) { Until = new(2025, 7, 31) }|})""")]
    public Task Fires_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Theory]
    [InlineData("""{ "id": "a", "kind": "startedBetween", "sentence": "x", "from": "2025-08-01", "until": {|KSB4005:"2025-07-31"|} }""")]
    [InlineData("""{ "id": "a", "kind": "optionIs", "sentence": "x", "option": {|KSB4005:"Brakes"|} }""")]
    [InlineData("""{ "id": "a", "kind": "when", "sentence": "x", "if": { "id": "b", "kind": "optionIs", "sentence": "x", "option": "Bells" }, "then": { "id": "c", "kind": "allOf", "sentence": "x", "requirements": [ { "id": "d", "kind": "ksbsAchieved", "sentence": "x", "ksbs": ["K1, {|KSB4005:K3|}", "{|KSB4005:Duty 2|}"] } ] } }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "n", "words": "n", "of": "number", "atLeast": { "name": "n", "reviewed": "2026-01-01", "periods": [ {|KSB4005:{ "from": "2025-08-01", "until": "2025-07-31", "value": 1, "basis": "asOf", "citation": { "title": "T", "issuer": "I", "certainty": "C" } }|} ] } }""")]
    public Task Fires_in_a_policy(string requirement) => Verify.Requirement(requirement);

    [Fact]
    public Task Fires_in_a_plan() => Verify.Plan("""
        { "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0"], "approach": "endPoint",
          "citation": { "title": "T", "issuer": "I", "certainty": "C" }, "methods": [ { "id": "m", "ksbs": "K1, K2, S1, B1" }, { "id": "n", "option": {|KSB4005:"gear"|}, "ksbs": "K3, S2" } ] }
        """);

    /// <summary>K3 and S2 are of gears alone.</summary>
    [Fact]
    public Task Fires_in_a_plan_for_what_another_option_alone_has() => Verify.Plan("""
        { "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0"], "approach": "endPoint",
          "citation": { "title": "T", "issuer": "I", "certainty": "C" }, "methods": [ { "id": "m", "ksbs": "K1, K2, S1, B1" }, { "id": "n", "option": "gears", "ksbs": "K3" }, { "id": "o", "option": "Bells", "ksbs": ["{|KSB4005:S2|}"] }, { "id": "p", "option": "gears", "ksbs": "S2" } ] }
        """);

    [Theory]
    [InlineData("""Require.StartedBetween("a", new DateOnly(2025, 8, 1), null)""")]
    [InlineData("""Require.StartedBetween("a", new DateOnly(2025, 8, 1), new DateOnly(2025, 8, 1))""")]
    [InlineData("""Require.StartedBetween("a", day, new DateOnly(1, 1, 1))""")]
    [InlineData("""Require.OptionIs("a", "GEARS")""")]
    [InlineData("""Require.When("w", "W", Require.OptionIs("o", "gears"), Require.KsbsAchieved("K1, K3, Duty 2"))""")]
    [InlineData("""Require.Unless("w", "W", Require.OptionIs("o", "bells"), Require.KsbsAchieved("K3"))""")]
    [InlineData("""Require.When("w", "W", Require.OptionIs("o", text), Require.KsbsAchieved("K3"))""")]
    [InlineData("""Require.OptionIs("a", " gears ")""")]
    [InlineData("""Require.OptionIs("a", text)""")]
    [InlineData("""new DatedPeriod<int>(new(2025, 8, 1), 1, DatedBasis.AsOf, cited) { Until = new(2025, 8, 1) }""")]
    public Task Stays_silent_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Theory]
    [InlineData("", DiagnosticSeverity.Error, "An option has an id or a title, and this is empty")]
    [InlineData("Brakes", DiagnosticSeverity.Warning, "No learner can have the option 'Brakes': ST0001@1.0 has Gears, Bells")]
    public async Task An_empty_option_is_an_error_for_no_requirement_can_be_made_of_it(string option, DiagnosticSeverity severity, string message) => Assert.Equal(
        [(severity, message)],
        (await Verify.Rule($"Require.OptionIs(\"a\", \"{option}\")")).Select(d => (d.Severity, d.GetMessage())));

    [Fact]
    public Task Stays_silent_where_no_standard_is_in_force() => Verify.RulesCSharp("""class C { object A = Require.OptionIs("a", "Brakes"); }""");

    [Theory]
    [InlineData("""{ "id": "a", "kind": "startedBetween", "sentence": "x", "from": "2025-08-01" }""")]
    [InlineData("""{ "id": "a", "kind": "optionIs", "sentence": "x", "option": "gears" }""")]
    [InlineData("""{ "id": "a", "kind": "when", "sentence": "x", "if": { "id": "b", "kind": "optionIs", "sentence": "x", "option": "gears" }, "then": { "id": "d", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1, K3" } }""")]
    [InlineData("""{ "id": "a", "kind": "optionIs", "sentence": "x", "option": "gears " }""")]
    public Task Stays_silent_in_a_policy(string requirement) => Verify.Requirement(requirement);
}
