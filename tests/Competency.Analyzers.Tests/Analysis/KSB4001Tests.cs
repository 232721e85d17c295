namespace Competency.Analyzers.Tests.Analysis;

public class KSB4001Tests
{
    [Theory]
    [InlineData("""Require.KsbsAchieved("a", "K1, {|KSB4001:K9|}")""")]
    [InlineData("""Require.KsbsAchieved(ksbs: "K1-{|KSB4001:K5|}, {|KSB4001:Duty 7|}")""")]
    [InlineData("""Require.Portfolio("S1, {|KSB4001:S3|}").RestingOn(RequirementBasis.AssessmentPlan, cited)""")]
    [InlineData("""KsbSelection.Parse("{|KSB4001:B2|}")""")]
    [InlineData("""new PortfolioSettings("K1, {|KSB4001:K4|}")""")]
    [InlineData("""new PortfolioSettings("K1") with { Ksbs = "{|KSB4001:K4|}" }""")]
    [InlineData("""new PortfolioSettings("K1") with { Ksbs = "{|KSB1002:ST0001|}:K1" }""")]
    [InlineData("""Require.KsbsAchieved("K1, {|KSB4001:Duty 99|}")""")]
    public Task Fires_in_CSharp_instead_of_KSB1001(string requirement) => Verify.RuleCSharp(requirement);

    [Theory]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1,\u00a0{|KSB4001:K9|}" }""")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": ["K1", "{|KSB4001:Duty 9|}"] }""")]
    [InlineData("""{ "id": "a", "kind": "portfolio", "sentence": "x", "ksbs": "{|KSB4001:S9|}" }""")]
    public Task Fires_in_a_policy(string requirement) => Verify.Requirement(requirement);

    [Fact]
    public Task Fires_in_a_plan() => Verify.Plan("""
        { "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0"], "approach": "endPoint",
          "citation": { "title": "T", "issuer": "I", "certainty": "C" },
          "methods": [ { "id": "m", "ksbs": ["K1-K3, {|KSB4001:K7|}", "S1, S2, B1"] } ] }
        """);

    [Theory]
    [InlineData("""Require.KsbsAchieved("a", "K1-K3, Duty 2")""")]
    [InlineData("""Require.KsbsAchieved("a", text)""")]
    public Task Stays_silent_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    /// <summary>A local function or lambda can name a standard of its own, whatever stands around it.</summary>
    [Fact]
    public Task The_nearest_function_that_names_a_standard_counts() => Verify.RulesCSharp("""
        class C
        {
            void M()
            {
                [ForStandard<Mini>] static object L1() => new object[] { Require.KsbsAchieved("a", "K1, {|KSB4001:K9|}"), KsbSelection.Parse("{|KSB4001:K8|}") };
                Func<object> l2 = [ForStandard<Mini>] () => Require.KsbsAchieved("a", "{|KSB4001:K9|}");
                object L3() => Require.KsbsAchieved("a", "K9");
                L1();
                L3();
            }
        }
        """);

    [Fact]
    public Task Stays_silent_where_no_standard_is_in_force() => Verify.RulesCSharp("""class C { object A = Require.KsbsAchieved("a", "K99"), B = Require.KsbsAchieved("Duty 99"); }""");

    [Fact]
    public Task Stays_silent_in_documents() => Verify.All(
        "",
        [
            ("mini.standard.json", Mini.Document),
            ("a.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "requirement": { "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1-K3, Duty 2" } }"""),
            ("any.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": { "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K99" } }"""),
        ]);

    [Fact]
    public Task Where_references_are_no_rules_it_is_KSB1001() => Verify.RulesCSharp("""[ForStandard<Mini>, CoversKsbs("{|KSB1001:K9|}")] class C { void M([KsbNotation] string a) => M("{|KSB1001:K9|}"); }""");

    [Fact]
    public Task A_requirement_names_no_standard() => Verify.RuleCSharp("""Require.KsbsAchieved("a", "K1, {|KSB1002:ST0001|}:K2, {|KSB1002:ST0009@1.0|}:K1, {|KSB1002:ST0001@1.0|}:{|KSB4001:K9|}")""");

    [Fact]
    public Task A_requirement_weighs_none() => Verify.RuleCSharp("""Require.KsbsAchieved("a", "K1, K2:{|KSB1002:40|}, S1 (main)")""");

    [Fact]
    public Task A_requirement_of_a_policy_weighs_none_either() => Verify.Requirement("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1:{|KSB1002:main:40%|}" }""");

    [Fact]
    public Task A_requirement_of_a_policy_names_none_either() => Verify.Requirement("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1, {|KSB1002:ST0009@1.0|}:K1" }""");

    [Fact]
    public async Task Says_the_same_in_CSharp_and_in_a_policy() => Assert.Equal(
        [
            "Error KSB4001: K4 is not in ST0001@1.0 (Mini mechanic), which has K1-K3; did you mean K3?",
            "Error KSB4001: Duty 4 is not in ST0001@1.0 (Mini mechanic), which has 2 duties, up to Duty 2",
        ],
        await Verify.Messages("", ("mini.standard.json", Mini.Document), ("a.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "requirement": { "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K4, Duty 4" } }""")));
}
