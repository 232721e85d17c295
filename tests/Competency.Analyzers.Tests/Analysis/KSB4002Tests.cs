namespace Competency.Analyzers.Tests.Analysis;

public class KSB4002Tests
{
    [Theory]
    [InlineData("""Require.{|KSB4002:AllOf|}("a", "A")""")]
    [InlineData("""Require.{|KSB4002:AnyOf|}("a", "A", [])""")]
    [InlineData("""Require.{|KSB4002:AllOf|}("a", "A", new Requirement[0])""")]
    [InlineData("""Require.{|KSB4002:AllOf|}("a", "A", Array.Empty<Requirement>())""")]
    [InlineData("""Require.AtLeast({|KSB4002:3|}, "a", "A", Require.Programme(), other)""")]
    [InlineData("""Require.AtLeast(id: "a", sentence: "A", count: {|KSB4002:2|}, requirements: [other])""")]
    [InlineData("""Require.AtLeast({|KSB4002:0|}, "a", "A", other)""")]
    [InlineData("""Require.AllOf("root", "A", Require.{|KSB4002:AnyOf|}(text, "B"))""")]
    [InlineData("""Require.{|KSB4002:Fact|}("a", Fact.Number("n", "n"))""")]
    [InlineData("""Require.{|KSB4002:Fact|}("a", Fact.Number("n", "n"), null, atMost: null)""")]
    [InlineData("""Require.Fact("a", Fact.Number("n", "n"), 90, {|KSB4002:80.5m|})""")]
    [InlineData("""Require.Fact("a", Fact.Number("n", "n"), atMost: {|KSB4002:3|}, atLeast: DatedNumber.Always(4))""")]
    [InlineData("""Require.Fact("a", Fact.Text("n", "n"), {|KSB4002:[]|})""")]
    [InlineData("""Require.DateReached("a", "A", new DateOnly(2026, 2, 1), {|KSB4002:new DateOnly(2026, 1, 31)|})""")]
    [InlineData("""Require.DateReached("a", "A", new(2026, 2, 1), {|KSB4002:new(2026, 1, 31)|})""")]
    [InlineData("""Require.DateReached("a", "A", DateOnly.MaxValue, {|KSB4002:new DateOnly(2026, 1, 31)|})""")]
    [InlineData("""Require.KsbsAchieved(ksbs: {|KSB4002:""|})""")]
    [InlineData("""Require.KsbsAchieved("a", {|KSB4002:" , "|})""")]
    [InlineData("""Require.Portfolio({|KSB4002:""|}).RestingOn(RequirementBasis.Provider)""")]
    [InlineData("""KsbSelection.Parse({|KSB4002:""|})""")]
    [InlineData("""new PortfolioSettings({|KSB4002:""|})""")]
    [InlineData("""Require.KsbsAchieved("a", "K1-K3", {|KSB4002:KsbThreshold.Count(5)|})""")]
    [InlineData("""Require.AtLeast({|KSB4002:2|}, "a", "A", Require.Option(), Require.DaysElapsed("d", "D", 3))""")]
    [InlineData("""Require.AtLeast({|KSB4002:2|}, "a", "A", Require.Option(), Require.Option("o").RestingOn(RequirementBasis.DataCheck).Saying("O"))""")]
    [InlineData("""Require.AtLeast({|KSB4002:2|}, "a", "A", Require.Option(), Require.When("w", "W", other, Require.DaysElapsed("d", "D", 3)))""")]
    [InlineData("""Require.AtLeast({|KSB4002:2|}, "a", "A", Require.Option(), Require.Attention("w", "W", Require.DaysElapsed("d", "D", 3), other).RestingOn(RequirementBasis.Provider))""")]
    [InlineData("""Require.AtLeast({|KSB4002:1|}, "a", "A", Require.Custom("c", "r", "C", c => Outcome.Met("m"), RequirementBasis.DataCheck))""")]
    [InlineData("""Require.{|KSB4002:AnyOf|}("a", "A", new System.Collections.Generic.List<Requirement>())""")]
    [InlineData("""Require.KsbsAchieved("a", "K1, Duty 1", {|KSB4002:KsbThreshold.Count(5)|})""")]
    [InlineData("""Require.KsbsAchieved(atLeast: {|KSB4002:KsbThreshold.Count(7)|})""")]
    [InlineData("""Require.KsbsAchieved("a", "K1-K3", KsbThreshold.Count(3), kinds: {|KSB4002:[KsbKind.Skill, KsbKind.Behaviour]|})""")]
    [InlineData("""Require.KsbsAchieved("a", "K1, S1-S2", {|KSB4002:KsbThreshold.Count(3)|}, kinds: new[] { KsbKind.Skill })""")]
    [InlineData("""Require.Certificate("a", {|KSB4002:"Mathematics"|})""")]
    [InlineData("""Require.Certificate("a", {|KSB4002:"English Language GCSE"|}, validForMonths: number)""")]
    [InlineData("""Require.Certificate("a", {|KSB4002:"GCSE Maths"|})""")]
    [InlineData("""EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = [{|KSB4002:"Mathematics"|}, "First aid"] })""")]
    [InlineData("""EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = new System.Collections.Generic.List<string> { {|KSB4002:"GCSE Maths"|} } })""")]
    [InlineData("""EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = ["First aid", .. new[] { {|KSB4002:"GCSE English"|} }] })""")]
    [InlineData("""EnglishApprenticeship.GatewayWith(new GatewaySettings() with { MandatoryQualifications = new[] { {|KSB4002:"English and maths"|} } })""")]
    [InlineData("""Require.Certificate("a", {|KSB4002:"m\u0430ths"|})""")]
    [InlineData("""Require.Certificate("a", "First aid", renewWithinMonths: {|KSB4002:3|})""")]
    [InlineData("""Require.Certificate("a", "First aid", validForMonths: 3, renewWithinMonths: {|KSB4002:3|})""")]
    [InlineData("""Require.Declaration("a", "A", {|KSB4002:DeclarationKind.Other|}, DeclarationRole.Employer)""")]
    [InlineData("""Require.Declaration("a", "A", DeclarationKind.GatewayReview, DeclarationRole.Employer, {|KSB4002:"x"|})""")]
    [InlineData("""Require.KsbsAchieved(kinds: {|KSB4002:[]|})""")]
    [InlineData("""Require.KsbsAchieved({|KSB4002:""|})""")]
    [InlineData("""Require.PeriodElapsed("a", "A", {|KSB4002:0|})""")]
    [InlineData("""Require.StartedBetween("a", null, {|KSB4002:null|})""")]
    [InlineData("""Require.StartedBetween("a", from: default, until: {|KSB4002:default|})""")]
    [InlineData("""Require.PeriodElapsed("a", "A", DatedNumber.Of(new DatedValue<decimal>("n", new(2026, 1, 1), [new DatedPeriod<decimal>(new(2020, 1, 1), 12, DatedBasis.AsOf, cited), new(new(2022, 1, 1), {|KSB4002:121|}, DatedBasis.AsOf, cited), new(new(2023, 1, 1), {|KSB4002:2.5m|}, DatedBasis.AsOf, cited)])))""")]
    [InlineData("""DatedNumber.Of({|KSB4002:new DatedValue<decimal>("n", new(2026, 1, 1))|})""")]
    [InlineData("""{|KSB4002:new DatedValue<string>("n", new(2026, 1, 1), [])|}""")]
    [InlineData("""EnglishApprenticeship.Gateway.{|KSB4002:WithOwn|}("p", "P", "1")""")]
    [InlineData("""EnglishApprenticeship.Gateway.{|KSB4002:WithOwn|}("p", "P", "1", [])""")]
    [InlineData("""EnglishApprenticeship.Gateway.WithOwn({|KSB4002:""|}, {|KSB4002:" "|}, {|KSB4002:""|}, other)""")]
    [InlineData("""new ReadinessPolicy({|KSB4002:""|}, {|KSB4002:""|}, version: {|KSB4002:"\t"|}, other)""")]
    [InlineData("""Require.Option({|KSB4002:""|}).Saying({|KSB4002:" "|})""")]
    [InlineData("""Require.KsbsAchieved({|KSB4002:"S1-S3"|}, atLeast: KsbThreshold.Count(2))""")]
    [InlineData("""Require.KsbsAchieved({|KSB4002:"Duty 1"|}, kinds: [KsbKind.Knowledge])""")]
    [InlineData("""Require.Certificate("c", {|KSB4002:" "|})""")]
    [InlineData("""Require.Declaration("d", "D", DeclarationKind.Other, DeclarationRole.Employer, {|KSB4002:""|})""")]
    [InlineData("""Require.Fact("f", Fact.Text({|KSB4002:""|}, {|KSB4002:""|}), ["a", {|KSB4002:""|}])""")]
    [InlineData("""Require.Custom("c", {|KSB4002:""|}, "C", c => Outcome.Met("m"))""")]
    [InlineData("""new EvidenceDemand { Kinds = [{|KSB4002:""|}, "log"] }""")]
    [InlineData("""new GatewaySettings { MandatoryQualifications = [{|KSB4002:""|}] }""")]
    [InlineData("""new Citation({|KSB4002:""|}, {|KSB4002:" "|}, Certainty.Secondary)""")]
    [InlineData("""Require.AtLeast({|KSB4002:2|}, "a", "A", Require.Option(), Require.AllOf("q", "Q", Require.DaysElapsed("d", "D", 3)))""")]
    [InlineData("""Require.PeriodElapsed("a", "A", {|KSB4002:2.5m|})""")]
    [InlineData("""Require.DaysElapsed("a", "A", {|KSB4002:DatedNumber.Always(10_001)|})""")]
    [InlineData("""Require.Certificate("a", "First aid", validForMonths: {|KSB4002:500|})""")]
    [InlineData("""Require.Portfolio("K1", maxItems: {|KSB4002:0|})""")]
    [InlineData("""Require.StandardMinimum(months: {|KSB4002:121|})""")]
    [InlineData("""Require.OffTheJobHours({|KSB4002:0|})""")]
    [InlineData("""Require.Fact("a", Fact.Flag("n", "n"), notOlderThanMonths: {|KSB4002:0|})""")]
    [InlineData("""new EvidenceDemand { Items = {|KSB4002:0|}, Assessors = {|KSB4002:10|}, NotOlderThanMonths = {|KSB4002:241|} }""")]
    [InlineData("""EvidenceDemand.OneAccepted with { Items = {|KSB4002:100|} }""")]
    [InlineData("""new GatewaySettings { StandardMinimumMonths = {|KSB4002:0|}, PublishedOffTheJobHours = {|KSB4002:0|} }""")]
    [InlineData("""new PortfolioSettings("K1") { MaxItems = {|KSB4002:1000|} }""")]
    [InlineData("""KsbThreshold.Count({|KSB4002:0|})""")]
    [InlineData("""Require.KsbsAchieved("a", "K1", KsbThreshold.Count({|KSB4002:5000|}))""")]
    [InlineData("""KsbThreshold.Percent({|KSB4002:120|})""")]
    public Task Fires_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Theory]
    [InlineData("""{ "id": "a", "kind": "allOf", "sentence": "x", "requirements": {|KSB4002:[]|} }""")]
    [InlineData("""{ "id": "a", "kind": "atLeast", "sentence": "x", "count": {|KSB4002:2|}, "requirements": [ { "id": "b", "kind": "option", "sentence": "x" } ] }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "n", "words": "n", "of": {|KSB4002:"number"|} }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "n", "words": "n", "of": {|KSB4002:"number"|}, "atLeast": null }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "n", "words": "n", "of": "number", "atLeast": 5, "atMost": {|KSB4002:4|} }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "n", "words": "n", "of": {|KSB4002:"text"|} }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "n", "words": "n", "of": "text", "oneOf": {|KSB4002:[]|} }""")]
    [InlineData("""{ "id": "a", "kind": "dateReached", "sentence": "x", "from": "2026-02-01", "until": {|KSB4002:"2026-01-31"|} }""")]
    [InlineData("""{ "id": "a", "kind": {|KSB4002:"startedBetween"|}, "sentence": "x", "from": null }""")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1-K3", "atLeast": {|KSB4002:5|} }""")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "atLeast": {|KSB4002:"7"|} }""")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1", "kinds": {|KSB4002:["skill", "behaviour"]|} }""")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "kinds": ["skill"], "atLeast": {|KSB4002:3|} }""")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": "First aid", "renewWithinMonths": {|KSB4002:3|} }""")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": {|KSB4002:"Mathematics"|} }""")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": {|KSB4002:"English Language GCSE"|}, "validForMonths": 36 }""")]
    [InlineData("""{ "id": "a", "kind": "declaration", "sentence": "x", "declaration": {|KSB4002:"other"|}, "role": "employer" }""")]
    [InlineData("""{ "id": "a", "kind": "declaration", "sentence": "x", "declaration": "gatewayReview", "role": "employer", "statement": {|KSB4002:"x"|} }""")]
    public Task Fires_in_a_policy(string requirement) => Verify.Requirement(requirement.Replace("\"7\"", "7", StringComparison.Ordinal));

    [Fact]
    public Task Fires_where_duties_map_nothing() => Verify.All(
        """[Competency.ForStandard<App.Standards.Bare>] class C { object B = Competency.Rules.Require.KsbsAchieved("b", {|KSB4002:"Duty 1"|}), D = Competency.Rules.Require.Portfolio({|KSB4002:"Duty 1"|}); }""",
        [
            ("bare.standard.json", """{ "document": "competency.standard/1", "reference": "ST0002", "version": "1.0", "typeName": "Bare", "title": "T", {|KSB2003:"duties"|}: [ { "number": 1, "text": "x" } ], "ksbs": [ { "code": {|KSB2002:"K1"|}, "text": "x" } ] }""".Replace("{|KSB2003:\"duties\"|}", "\"duties\"", StringComparison.Ordinal).Replace("{ \"number\": 1", "{ \"number\": {|KSB2003:1|}", StringComparison.Ordinal)),
            ("a.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0002@1.0"], "requirement": { "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": {|KSB4002:"Duty 1"|} } }"""),
            ("b.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0002@1.0"], "requirement": { "id": "a", "kind": "portfolio", "sentence": "x", "ksbs": {|KSB4002:"Duty 1"|} } }"""),
            ("a.plan.json", """{ "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0002@1.0"], "approach": "endPoint", "citation": { "title": "T", "issuer": "I", "certainty": "C" }, "methods": [ { "id": "m", "ksbs": "{|KSB4002:Duty 1|}" }, { "id": "n", "ksbs": "K1" } ], "gateway": { "qualifications": [ { "title": {|KSB4002:"Maths GCSE"|} }, { "title": "maths" } ] } }"""),
        ],
        CompilerRun.Rules);

    /// <summary>K1, K2 and S1 are in force for every learner; K3 with gears, S2 with bells.</summary>
    private const string TwoOptions = """
        { "document": "competency.standard/1", "reference": "ST0003", "version": "1.0", "typeName": "Two", "title": "T", "options": [ { "id": "gears", "title": "Gears" }, { "id": "bells", "title": "Bells" } ],
          "duties": [ { "number": 1, "text": "Mend.", "ksbs": "K1, K2, S1" }, { "number": 2, "text": "Gear.", "options": ["gears"], "ksbs": "K3" }, { "number": 3, "text": "Ring.", "options": ["bells"], "ksbs": "S2" } ],
          "ksbs": [ { "code": "K1", "text": "a" }, { "code": "K2", "text": "b" }, { "code": "K3", "text": "c" }, { "code": "S1", "text": "d" }, { "code": "S2", "text": "e" } ] }
        """;

    [Theory]
    [InlineData("""Require.KsbsAchieved(atLeast: {|KSB4002:KsbThreshold.Count(5)|})""", """ "atLeast": {|KSB4002:5|} """)]
    [InlineData("""Require.KsbsAchieved("a", "K3, S2", {|KSB4002:KsbThreshold.Count(2)|})""", """ "ksbs": "K3, S2", "atLeast": {|KSB4002:2|} """)]
    [InlineData("""Require.KsbsAchieved("a", "K1, K3, S2", KsbThreshold.Count(2))""", """ "ksbs": "K1, K3, S2", "atLeast": 2 """)]
    [InlineData("""Require.KsbsAchieved(atLeast: KsbThreshold.Count(4))""", """ "atLeast": 4 """)]
    public Task Fires_where_no_option_has_so_many(string inCode, string inPolicy) => Verify.All(
        $"using Competency; using Competency.Rules; [ForStandard<App.Standards.Two>] class C {{ object A = {inCode}; }}",
        [
            ("two.standard.json", TwoOptions),
            ("a.policy.json", $$"""{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0003@1.0"], "requirement": { "id": "a", "kind": "ksbsAchieved", "sentence": "x", {{inPolicy}} } }"""),
        ],
        CompilerRun.Rules);

    [Theory]
    [InlineData("""{|KSB4002:["ST0002@1.0"]|}""")]
    [InlineData("""["ST0001@1.0", "ST0002@1.0"]""")]
    [InlineData("""["ST0001@1.0", {|KSB1007:"ST0001@9.9"|}]""")]
    public Task Fires_for_a_programme_on_other_standards_than_the_policys(string standards) => Verify.All("",
        [
            ("mini.standard.json", Mini.WithOptions),
            ("other.standard.json", Mini.With("ST0002", typeName: "Other")),
            ("a.policy.json", $$"""{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "requirement": { "id": "a", "kind": "programme", "sentence": "x", "standards": {{standards}} } }"""),
        ]);

    [Theory]
    [InlineData("""Require.AtLeast(2, "a", "A", other, Require.Option(), Require.DaysElapsed("d", "D", 3))""")]
    [InlineData("""Require.AtLeast(2, "a", "A", Require.Option(), Require.DaysElapsed("d", "D", 3).RestingOn(RequirementBasis.Provider))""")]
    [InlineData("""Require.AllOf("a", "A", Require.DaysElapsed("d", "D", 3))""")]
    [InlineData("""Require.AllOf("a", "A", other)""")]
    [InlineData("""Require.AllOf("a", "A", others)""")]
    [InlineData("""Require.AtLeast(3, "a", "A", others)""")]
    [InlineData("""Require.AtLeast(3, "a", "A", [.. others])""")]
    [InlineData("""Require.AtLeast(number, "a", "A", other)""")]
    [InlineData("""Require.Fact("a", Fact.Number("n", "n"), atLeast: 90, atMost: 90)""")]
    [InlineData("""Require.Fact("a", Fact.Number("n", "n"), atLeast: number, atMost: 0)""")]
    [InlineData("""Require.Fact("a", Fact.Flag("n", "n"))""")]
    [InlineData("""Require.Fact("a", Fact.Date("n", "n"))""")]
    [InlineData("""Require.Fact("a", Fact.Text("n", "n"), ["x"])""")]
    [InlineData("""Require.DateReached("a", "A", new DateOnly(2026, 2, 1))""")]
    [InlineData("""Require.DateReached("a", "A", day, new DateOnly(2026, 1, 31))""")]
    [InlineData("""Require.DateReached("a", "A", new DateOnly(2026, 1, 31), new DateOnly(2026, 1, 31))""")]
    [InlineData("""Require.DateReached("a", "A", new DateOnly(2026, 2, 30), new DateOnly(2026, 1, 31))""")]
    [InlineData("""Require.KsbsAchieved("a", "K1-K3", KsbThreshold.Count(3))""")]
    [InlineData("""Require.KsbsAchieved("a", text, KsbThreshold.Count(4000))""")]
    [InlineData("""Require.KsbsAchieved("a", "K1-K3", KsbThreshold.Count(number))""")]
    [InlineData("""Require.KsbsAchieved("a", "K1-K3", KsbThreshold.Percent(100))""")]
    [InlineData("""Require.KsbsAchieved("a", "K1, S1-S2", KsbThreshold.Count(2), kinds: [KsbKind.Skill])""")]
    [InlineData("""Require.KsbsAchieved("a", "K1", kinds: [(KsbKind)number])""")]
    [InlineData("""Require.Certificate("a", "Maths")""")]
    [InlineData("""Require.Certificate("a", "English language teaching certificate")""")]
    [InlineData("""Require.Certificate("a", text)""")]
    [InlineData("""EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = ["First aid", text, "english"] })""")]
    [InlineData("""Require.Certificate("a", "First aid", validForMonths: number, renewWithinMonths: 3)""")]
    [InlineData("""Require.Certificate("a", "First aid", validForMonths: 36, renewWithinMonths: 3)""")]
    [InlineData("""Require.Declaration("a", "A", DeclarationKind.Other, DeclarationRole.Employer, text)""")]
    [InlineData("""Require.Declaration("a", "A", DeclarationKind.Other, DeclarationRole.Employer, "briefed")""")]
    [InlineData("""Require.KsbsAchieved(kinds: null)""")]
    [InlineData("""Require.PeriodElapsed("a", "A", 120)""")]
    [InlineData("""Require.PeriodElapsed("a", "A", number)""")]
    [InlineData("""new EvidenceDemand { Items = 99, Assessors = number, NotOlderThanMonths = null }""")]
    [InlineData("""new GatewaySettings { StandardMinimumMonths = null, PublishedOffTheJobHours = 0.01m }""")]
    [InlineData("""(KsbThreshold.Count(4095), KsbThreshold.Percent(0.1m), KsbThreshold.Count(number))""")]
    [InlineData("""Require.KsbsAchieved("K1-K3")""")]
    public Task Stays_silent_in_CSharp(string requirement) => Verify.RuleCSharp(requirement);

    [Theory]
    [InlineData("""{ "id": "a", "kind": "atLeast", "sentence": "x", "count": 1, "requirements": [ { "id": "b", "kind": "option", "sentence": "x" } ] }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "n", "words": "n", "of": "number", "atLeast": 5, "atMost": 5 }""")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1-K3", "atLeast": 3 }""")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": "English" }""")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": "Mathematical modelling, level 4" }""")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": "Certificate in English Language Teaching" }""")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": "Functional Skills" }""")]
    [InlineData("""{ "id": "a", "kind": "allOf", "sentence": "x", "requirements": [ { "id": "b", "kind": {|KSB2007:"optoin"|}, "sentence": "x" } ] }""")]
    public Task Stays_silent_in_a_policy(string requirement) => Verify.Requirement(requirement);
}
