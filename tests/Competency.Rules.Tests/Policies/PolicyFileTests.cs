using Competency.Documents.Policies;
using FsCheck;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Policies;

public class PolicyFileTests
{
    /// <summary>What no file can hold cannot be made in code either: otherwise a policy would be lost where it is written.</summary>
    [Fact]
    public void A_number_or_a_word_that_no_file_holds_makes_no_requirement()
    {
        var dated = new DatedValue<decimal>("months", new DateOnly(2026, 1, 1), new DatedPeriod<decimal>(new DateOnly(2018, 1, 1), 121, DatedBasis.OriginalStart, new Citation("A", "B", Certainty.Secondary)));
        Func<object>[] refused =
        [
            .. new[] { 0m, -1m, 1.5m, 121m }.Select(m => (Func<object>)(() => Require.PeriodElapsed("a", "A", DatedNumber.Always(m)))),
            () => Require.PeriodElapsed("a", "A", DatedNumber.Of(dated)),
            .. new[] { 0m, 10_001m }.Select(d => (Func<object>)(() => Require.DaysElapsed("a", "A", DatedNumber.Always(d)))),
            () => Require.OffTheJobHours(100_001),
            () => Require.OffTheJobHours(0.001m),
            () => Require.Fact("a", Fact.Number("n", "n"), atLeast: 1_000_000_001),
            () => Require.Fact("a", Fact.Number("n", "n"), atMost: -1_000_000_001),
            () => Require.Fact("a", Fact.Text("n", "n"), oneOf: ["x", " "]),
            () => Require.Declaration("a", "A", DeclarationKind.Other, DeclarationRole.Provider, statement: " "),
            () => Require.KsbsAchieved("a", demand: new EvidenceDemand { Kinds = [""] }),
            () => Require.KsbsAchieved("a", kinds: [(KsbKind)77]),
            () => new Citation(" ", "Issuer", Certainty.Secondary),
            () => new Citation("Title", "", Certainty.Secondary),
        ];

        Assert.All(refused, make => Assert.ThrowsAny<ArgumentException>(() => make()));
    }

    /// <summary>S12 of one standard is another statement in the next: nobody is judged by a policy for another, in none of the ways.</summary>
    [Fact]
    public void A_policy_for_some_standards_says_nothing_of_others()
    {
        var policy = new ReadinessPolicy("p", "Policy", "1", Require.KsbsAchieved("k", "S1")).For(TestStandards.Mammography.Id);
        var other = TestStandards.MammographyBefore;
        var accepted = Ready(other);
        var report = policy.Assess(accepted, other, Day("2026-03-01"));

        Assert.Equal((Verdict.CannotTell, "The policy is written for ST0583@1.2, and not for ST0583@1.1"), (report.Verdict, report.Root.Outcome.Explanation));
        Assert.Equal(Verdict.CannotTell, policy.IsReady(accepted, other, Day("2026-03-01")));
        Assert.Equal(Verdict.CannotTell, new ReadinessTracker(policy, accepted, other, Day("2026-03-01")).Verdict);
        Assert.Equal(Verdict.CannotTell, new Cohort(policy, other).Judge([accepted], Day("2026-03-01"), cancellationToken: TestContext.Current.CancellationToken)[0]);
        Assert.Equal(VerificationOutcome.SameBytes, ReportVerification.Verify("r", report.ToJson(), policy, accepted, other).Outcome);
        Assert.Equal(Verdict.Met, policy.Assess(Ready(TestStandards.Mammography), TestStandards.Mammography, Day("2026-03-01")).Verdict);
        Assert.Throws<ArgumentException>(() => policy.For());
    }

    /// <summary>A file holds names alone: two rules under one would be read as one, and what is sensitive in one place told in another.</summary>
    [Fact]
    public void A_name_means_one_thing_in_a_policy()
    {
        ReadinessPolicy Of(params Requirement[] requirements) => new("p", "Policy", "1", Require.AllOf("all", "All", requirements));
        Func<AssessmentContext, Outcome> rule = static _ => Outcome.Met("It is");
        Requirement Sick(string id, bool isSensitive, decimal? atLeast = 1) => Require.Fact(id, Fact.Number("sick", "days of sickness", isSensitive), atLeast: atLeast);

        Assert.NotNull(Of(Require.Custom("a", "r", "A", rule), Require.Custom("b", "r", "B", rule), Sick("c", true), Sick("d", true, 2)));
        Func<object>[] refused =
        [
            () => Of(Require.Custom("a", "r", "A", rule), Require.Custom("b", "r", "B", _ => Outcome.NotMet("It is not", "it"))),
            () => Of(Sick("a", true), Sick("b", false)),
            () => Of(Sick("a", false), Require.Fact("b", Fact.Flag("sick", "sick"))),
        ];
        Assert.All(refused, make => Assert.Throws<ArgumentException>(() => make()));

        var text = Of(Sick("a", true), Sick("b", true)).ToJson();
        var at = text.LastIndexOf("\"sensitive\": true", StringComparison.Ordinal);
        var file = PolicyFile.Read("p", string.Concat(text.AsSpan(0, at), "\"sensitive\": false", text.AsSpan(at + "\"sensitive\": true".Length)));
        Assert.Null(file.Policy);
        Assert.EndsWith("error KSB4003: 'a' means something else by 'sick': one kind of value, and one word on whether it is sensitive, belong to a name", Assert.Single(file.Findings).ToString(), StringComparison.Ordinal);
    }

    /// <summary>Of requirements that nest as deep as they may, files are read and reports verified; of deeper ones neither could be.</summary>
    [Fact]
    public void Requirements_nest_as_deep_as_files_and_reports_hold_and_no_deeper()
    {
        var standard = TestStandards.Mammography;
        Requirement inner = Require.AnyOf("leaf", "Either", Require.KsbsAchieved(), Require.DateReached("day", "The day has come", Day("2027-01-01")));
        for (var depth = 2; depth < PolicyOutline.MaxDepth; depth++)
        {
            inner = depth % 2 == 0 ? Require.AllOf($"all{depth}", "All", inner) : Require.When($"when{depth}", "When", Require.Programme($"programme{depth}"), inner);
        }

        var policy = new ReadinessPolicy("p", "Policy", "1", inner);
        var report = policy.Assess(Ready(standard), standard, Day("2026-03-01"));

        Assert.Equal(policy.ToJson(), PolicyFile.Read("p", policy.ToJson()).Policy?.ToJson());
        Assert.Equal(VerificationOutcome.SameBytes, ReportVerification.Verify("r", report.ToJson(), Ready(standard), standard).Outcome);
        var refused = Assert.Throws<ArgumentException>(() => new ReadinessPolicy("p", "Policy", "1", Require.AllOf("outermost", "All", inner)));
        Assert.StartsWith("The requirements of 'p' nest deeper than 24.", refused.Message, StringComparison.Ordinal);
        var written = policy.ToJson().Replace("\"requirement\": {", "\"requirement\": { \"id\": \"outermost\", \"kind\": \"allOf\", \"sentence\": \"All\", \"requirements\": [ {", StringComparison.Ordinal);
        var file = PolicyFile.Read("p", written.TrimEnd()[..^1] + "] } }");
        Assert.Null(file.Policy);
        Assert.NotEmpty(file.Findings);
        Assert.All(file.Findings, f => Assert.EndsWith("error KSB2007: Requirements nest deeper than 24", f.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void No_more_are_asked_of_many_than_a_file_can_ask()
    {
        Requirement[] many = [.. Enumerable.Range(1, 1_000).Select(n => Require.DateReached($"day{n}", "The day has come", Day("2026-01-01")))];

        Assert.Equal(999, Require.AtLeast(999, "most", "Most", many).Count);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Require.AtLeast(1_000, "all", "All", many));
        Assert.StartsWith("'all' holds 1000 requirements; a number from 1 to 999 can be asked.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_farthest_numbers_that_a_requirement_takes_stand_in_its_file()
    {
        var policy = new ReadinessPolicy("p", "Policy", "1", Require.AllOf("all", "All",
            Require.PeriodElapsed("p1", "P", DatedNumber.Always(1)),
            Require.PeriodElapsed("p120", "P", DatedNumber.Always(120)),
            Require.DaysElapsed("d1", "D", DatedNumber.Always(1)),
            Require.DaysElapsed("d10000", "D", DatedNumber.Always(10_000)),
            Require.OffTheJobHours(0.01m, "o1"),
            Require.OffTheJobHours(100_000, "o2"),
            Require.Fact("f1", Fact.Number("n", "n"), atLeast: -1_000_000_000, atMost: 1_000_000_000)));

        Assert.Equal(policy.ToJson(), PolicyFile.Read("p", policy.ToJson()).Policy?.ToJson());
    }

    private static readonly Citation Cited = new("Imagined rules", "Imagined issuer", Certainty.ThirdParty) { Paragraph = "12.3" };

    private static readonly DatedNumber Dated = DatedNumber.Of(new DatedValue<decimal>(
        "imagined months",
        Day("2026-01-31"),
        new DatedPeriod<decimal>(DateOnly.MinValue, 6, DatedBasis.OriginalStart, Cited) { Until = Day("2024-07-31") },
        new DatedPeriod<decimal>(Day("2024-08-01"), 9, DatedBasis.AsOf, Cited with { Paragraph = null })));

    internal static readonly Dictionary<string, Func<AssessmentContext, Outcome>> InCode = new() { ["induction"] = _ => Outcome.Met("Induced") };

    /// <summary>Every kind, each with every parameter that it has.</summary>
    internal static Requirement[] Kinds { get; } =
    [
        Require.AllOf("all", "All", Require.Option("o1"), Require.Programme("p1", StandardId.Parse("ST0583@1.2"))).RestingOn(RequirementBasis.AssessmentPlan, Cited),
        Require.AnyOf("any", "Any", Require.Option("o2")),
        Require.AtLeast(2, "two", "Two", Require.Option("o3"), Require.Option("o4"), Require.Option("o5")),
        Require.When("when", "When", Require.OptionIs("is-a", "a"), Require.StartedBetween("after", Day("2024-08-01"), null)),
        Require.Unless("unless", "Unless", Require.StartedBetween("before", null, Day("2024-07-31")), Require.DateReached("day", "The day", Day("2026-01-01"), Day("2027-01-01"))),
        Require.Attention("sign", "With a signature", Require.KsbsAchieved(id: "plain"), Require.Declaration("other", "Briefed", DeclarationKind.Other, DeclarationRole.Employer, "briefed", 12, currentEmployer: false)),
        Require.KsbsAchieved("demanding", "K1-K10, S4, Duty 2", KsbThreshold.Percent(62.5m), new EvidenceDemand { Items = 2, Kinds = ["observation", "log"], NotOlderThanMonths = 24, Assessors = 2, PartSuffices = true }),
        Require.KsbsAchieved("some", atLeast: KsbThreshold.Count(40)),
        Require.KsbsAchieved("kinds", kinds: [KsbKind.Skill, KsbKind.Knowledge]),
        Require.DaysElapsed("days", "A year of days", 365).RestingOn(RequirementBasis.DataCheck, Cited),
        TestLearners.DutyComplete(2),
        Require.MinimumDuration(shorterAccepted: true),
        Require.StandardMinimum(prevails: false, months: 14),
        Require.PeriodElapsed("fixed", "Six months", 6),
        Require.PeriodElapsed("dated", "Months by date", Dated).RestingOn(RequirementBasis.Law),
        Require.ActiveLearning(englishAndMathsCount: true),
        Require.OffTheJobHours(280.5m),
        Require.EnglishAndMaths(CoreSubject.Maths, passForEveryone: true),
        Require.Certificate("first-aid", "First aid", QualificationLevel.Entry3, validForMonths: 36, renewWithinMonths: 3),
        Require.PublishedQualifications(),
        Require.Portfolio("K1-K3", needsAuthenticity: false, maxItems: 12).RestingOn(RequirementBasis.AssessmentPlan, Cited),
        Require.Fact("attendance", Fact.Number("attendance", "attendance in per cent", isSensitive: true), atLeast: Dated, atMost: 100, notOlderThanMonths: 3),
        Require.Fact("inducted", Fact.Flag("inducted", "site induction"), isSo: false),
        Require.Fact("site", Fact.Text("site", "site"), ["North", "South"]),
        Require.Fact("review", Fact.Date("review", "review date")),
        Require.Custom("rule", "induction", "Induced", InCode["induction"], RequirementBasis.Law, Cited, isSensitive: true),
    ];

    internal static ReadinessPolicy Everything { get; } = new("everything", "Everything", "7", Require.AllOf("root", "Everything", Kinds)) { Standards = [TestStandards.Mammography.Id], NotJudged = ["The weather"] };

    [Fact]
    public void Every_kind_with_every_parameter_comes_back_as_it_was()
    {
        var file = PolicyFile.Read("a.policy.json", Everything.ToJson(), rules: InCode);

        Assert.Empty(file.Findings);
        Assert.Equal(Everything.ToJson(), file.Policy!.ToJson());
        Assert.Equal(Everything.Standards, file.Policy.Standards);
    }

    /// <summary>The same text is not enough: what is never written is never missed in it.</summary>
    [Fact]
    public void What_comes_back_says_the_same_of_itself()
    {
        var policy = PolicyFile.Read("a.policy.json", Everything.ToJson(), rules: InCode).Policy!;

        Assert.Equal(Everything.Requirement.All.Select(Properties), policy.Requirement.All.Select(Properties));

        static string Properties(Requirement requirement) => string.Join("; ", requirement.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name} {Of(p.GetValue(requirement))}"));

        static string Of(object? value) => value switch
        {
            null => "null",
            Requirement held => held.Id,
            string text => text,
            System.Collections.IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Of))}]",
            EvidenceDemand or FactBounds or DatedNumber => string.Join(", ", value.GetType().GetProperties().Where(p => p.GetMethod!.IsPublic && !p.GetMethod.IsStatic).Select(p => $"{p.Name} {Of(p.GetValue(value))}")),
            DatedValue<decimal> dated => $"{dated.Name} {dated.Reviewed} {Of(dated.Periods)}",
            _ => value.ToString()!,
        };
    }

    [Fact]
    public void The_table_of_kinds_is_that_of_the_requirements()
    {
        var text = Everything.ToJson();

        Assert.Equal(RequirementKinds.All.Select(k => k.Name).Order(StringComparer.Ordinal), Kinds.SelectMany(k => k.All).Select(k => k.Kind).Distinct().Order(StringComparer.Ordinal));

        // Each parameter of each kind: one of another kind can have the same name.
        using var document = System.Text.Json.JsonDocument.Parse(text);
        var written = Written(document.RootElement).ToLookup(w => w.Kind, w => w.Parameter);
        Assert.All(RequirementKinds.All, k => Assert.All(k.Parameters, p => Assert.Contains(p.Name, written[k.Name])));

        static IEnumerable<(string Kind, string Parameter)> Written(System.Text.Json.JsonElement element) => element.ValueKind switch
        {
            System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Written(p.Value))
                .Concat(element.TryGetProperty("kind", out var kind) ? element.EnumerateObject().Select(p => (kind.GetString()!, p.Name)) : []),
            System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(Written),
            _ => [],
        };
    }

    [Fact]
    public void The_table_names_the_types_of_the_requirements() =>
        Assert.All(Kinds.SelectMany(k => k.All), r => Assert.Equal(r.GetType().Name, RequirementKinds.Find(r.Kind)!.TypeName));

    [Fact]
    public void The_words_of_the_table_are_those_of_the_rules()
    {
        IReadOnlyList<string> Of(string kind, string parameter) => RequirementKinds.Find(kind)!.Parameters.Single(p => p.Name == parameter).Words;

        Assert.Equal(Words.Basis.All, RequirementKinds.Bases);
        Assert.Equal(Words.DatedBasis.All, RequirementKinds.DatedBases);
        Assert.Equal(Words.Level.All, Of("certificate", "minimumLevel"));
        Assert.Equal(Words.Subject.All, Of("englishAndMaths", "subject"));
        Assert.Equal(Words.Declaration.All, Of("declaration", "declaration"));
        Assert.Equal(Words.Role.All, Of("declaration", "role"));
        Assert.Equal(Words.Fact.All, Of("fact", "of"));
    }

    [Fact]
    public void The_policies_of_England_come_back_as_they_were()
    {
        foreach (var policy in new[] { EnglishApprenticeship.Gateway, EnglishApprenticeship.Completion, EnglishApprenticeship.GatewayWith(new GatewaySettings { Portfolio = new PortfolioSettings("K1-K9") { Citation = Cited }, MandatoryQualifications = ["First aid"] }) })
        {
            var file = PolicyFile.Read("a.policy.json", policy.ToJson());

            Assert.Empty(file.Findings);
            Assert.Equal(policy.ToJson(), file.Policy!.ToJson());
            var learner = Ready(TestStandards.Mammography);
            Assert.Equal(policy.Assess(learner, TestStandards.Mammography, Day("2026-03-01")).ToText(), file.Policy.Assess(learner, TestStandards.Mammography, Day("2026-03-01")).ToText());
        }
    }

    [Theory]
    [InlineData("""{"id":"a","kind":"ksbsAchived","sentence":"x"}""", "error KSB2007: 'ksbsAchived' is no kind of requirement; did you mean 'ksbsAchieved'?")]
    [InlineData("""{"id":"a","kind":"allOf","sentence":"x","requirements":[]}""", "error KSB4002: 'a' holds no requirement: a quantifier over nothing is neither met nor not")]
    [InlineData("""{"id":"a","kind":"periodElapsed","sentence":"x"}""", "error KSB2007: The property 'months' is missing")]
    [InlineData("""{"id":"a","kind":"periodElapsed","sentence":"x","months":121}""", "error KSB2007: 'months' must be a whole number from 1 to 120")]
    [InlineData("""{"id":"a","kind":"ksbsAchieved","sentence":"x","atLeast":"101%"}""", "error KSB2007: 'atLeast' must be a number of KSBs from 1 to 4095, or a percentage above 0 and up to 100 such as \"80%\"")]
    [InlineData("""{"id":"a","kind":"ksbsAchieved","sentence":"x","atLeast":true}""", "error KSB2007: 'atLeast' must be a number of KSBs from 1 to 4095, or a percentage above 0 and up to 100 such as \"80%\"")]
    [InlineData("""{"id":"a","kind":"ksbsAchieved","sentence":"x","kinds":[]}""", "error KSB2007: 'kinds' names none; leave it out where every one is meant")]
    [InlineData("""{"id":"a","kind":"ksbsAchieved","sentence":"x","evidenceKinds":[]}""", "error KSB2007: 'evidenceKinds' names none; leave it out where every one is meant")]
    [InlineData("""{"id":"a","kind":"programme","sentence":"x","standards":[]}""", "error KSB2007: 'standards' names none; leave it out where every standard is meant")]
    [InlineData("""{"id":"a","kind":"programme","sentence":"x","standards":["ST0583@1.9"]}""", "error KSB1007: ST0583@1.9 is not known here; known of ST0583: 1.1, 1.2")]
    [InlineData("""{"id":"a","kind":"ksbsAchieved","sentence":"x","ksbs":"K1:40"}""", "error KSB1002: K1 has a weight; a requirement counts KSBs and weighs none")]
    [InlineData("""{"id":"a","kind":"custom","sentence":"x","name":"inducton"}""", "error KSB2007: No rule in code is given under the name 'inducton'; given are induction")]
    [InlineData("""{"id":"a","kind":"option","sentence":"x","strict":true}""", "error KSB2007: The property 'strict' is unknown here and is not read")]
    [InlineData("""{"id":"a","kind":"certificate","sentence":"x","subject":"First aid","renewWithinMonths":3}""", "error KSB4002: 'a' calls for a renewal 3 months before the end of a certificate that is valid for ever; give validForMonths")]
    public void Nobody_is_judged_by_half_a_policy(string requirement, string message)
    {
        var text = "{ \"document\": \"competency.policy/1\", \"id\": \"p\", \"name\": \"P\", \"version\": \"1\",\n  \"requirement\": " + requirement + " }";

        var file = PolicyFile.Read("p.policy.json", text, TestStandards.Known, InCode);

        Assert.Null(file.Policy);
        var finding = Assert.Single(file.Findings).ToString();
        Assert.StartsWith("p.policy.json(2,", finding, StringComparison.Ordinal);
        Assert.EndsWith(message, finding, StringComparison.Ordinal);
    }

    /// <summary>As a file in Latin-1 is after <c>File.ReadAllText</c>: the build, the tool and the library say it alike, and what could be read is read.</summary>
    [Fact]
    public void A_text_that_was_not_UTF_8_is_told()
    {
        var file = PolicyFile.Read("p.policy.json", "{\"document\":\"competency.policy/1\",\"id\":\"p\",\"name\":\"Acm\uFFFD\",\"version\":\"1\",\"requirement\":{\"id\":\"a\",\"kind\":\"option\",\"sentence\":\"A\"}}");

        Assert.NotNull(file.Policy);
        Assert.Equal("p.policy.json(1,55): warning KSB2007: U+FFFD stands here for bytes that could not be decoded; save the file as UTF-8", Assert.Single(file.Findings).ToString());

        var learners = LearnerDocument.Read("a.learners.json", LearnerDocument.Write([new Learner("Jos\uFFFD", TestStandards.Mammography.Id)]), TestStandards.Known);
        Assert.Equal(("Jos\uFFFD", "KSB2007"), (Assert.Single(learners.Learners).Id, Assert.Single(learners.Findings).Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"document":"competency.policy/1"}""")]
    [InlineData("""{"document":"competency.policy/2","id":"p"}""")]
    public void What_is_no_policy_is_told(string text)
    {
        var file = PolicyFile.Read("p.policy.json", text);

        Assert.Null(file.Policy);
        Assert.NotEmpty(file.Findings);
    }

    /// <summary>Nobody takes a provider's rule for one of the standard or the plan: in code as in a file.</summary>
    [Fact]
    public void What_is_added_is_labelled_as_the_providers_own()
    {
        Requirement[] own =
        [
            Require.KsbsAchieved("observed", "S1-S10", demand: new EvidenceDemand { Kinds = ["observation"] }), TestLearners.DutyComplete(2), Require.Certificate("first-aid", "First aid at work"),
            Require.Declaration("house", "The tutor says tidy", DeclarationKind.Other, DeclarationRole.Provider, "tidy"), Require.Portfolio("K1-K3"), Require.OptionIs("of-a", "A"), Require.Option("any"),
            Require.Programme("on-it"), Require.DateReached("day", "The day has come", Day("2026-01-01")), Require.PeriodElapsed("months", "Months have passed", 3),
        ];
        var policy = EnglishApprenticeship.Gateway.WithOwn("acme", "Acme", "3", own);

        Assert.All(policy.Requirement.All.Where(r => own.Any(o => o.Id == r.Id)), r => Assert.Equal((RequirementBasis.Provider, null), (r.Basis, r.Citation)));
        Assert.All(EnglishApprenticeship.Gateway.Requirement.All, r => Assert.NotEqual(RequirementBasis.Provider, r.Basis));
        Assert.All(EnglishApprenticeship.Gateway.Requirement.All.Where(r => r is KsbsAchievedRequirement or DeclarationRequirement), r => Assert.NotNull(r.Citation));
    }

    [Fact]
    public void Rules_of_ones_own_go_on_top_and_are_labelled_so()
    {
        var policy = EnglishApprenticeship.Gateway.WithOwn("acme", "Acme", "3", Require.Fact("a", Fact.Number("attendance", "attendance in per cent"), atLeast: 90), TestLearners.DutyComplete(2));
        var standard = TestStandards.Mammography;
        var attending = Ready(standard) with { Facts = Complete("2026-03-01", Fact.Number("attendance", "attendance in per cent").At(Day("2026-01-01"), 95)) };

        Assert.Equal(Verdict.Met, policy.Assess(attending, standard, Day("2026-03-01")).Verdict);
        Assert.Equal(Verdict.CannotTell, policy.Assess(Ready(standard), standard, Day("2026-03-01")).Verdict);
        Assert.Equal(EnglishApprenticeship.Gateway.NotJudged, policy.NotJudged);
        Assert.Equal((EnglishApprenticeship.Gateway.Version + "+3", RequirementBasis.Provider), (policy.Version, policy.Requirement.All.Single(r => r.Id == "a").Basis));
        Assert.Throws<ArgumentException>(() => EnglishApprenticeship.Gateway.WithOwn("acme", "Acme", "3"));
        Assert.StartsWith("'england-gateway' has a requirement with the id 'ksbs' already; give the one on top an id of its own.",
            Assert.Throws<ArgumentException>(() => EnglishApprenticeship.Gateway.WithOwn("acme", "Acme", "3", Require.KsbsAchieved("S1-S10"))).Message, StringComparison.Ordinal);
    }

    /// <summary>One text alone is the KSBs: taken for the id, it would ask for all of them.</summary>
    [Fact]
    public void One_text_alone_names_the_KSBs()
    {
        Assert.Equal(("ksbs", "S1-S10"), (Require.KsbsAchieved("S1-S10").Id, Require.KsbsAchieved("S1-S10").Ksbs!.Text));
        Assert.Throws<ArgumentException>(() => Require.KsbsAchieved("skills"));
        Assert.Null(Require.KsbsAchieved(ksbs: null).Ksbs);
    }

    [Fact]
    public void Any_change_of_the_text_is_read_without_a_fault()
    {
        var text = Everything.ToJson();

        Testing.Property.Holds(
            from at in Gen.Choose(0, text.Length - 1)
            from length in Gen.Choose(0, 40)
            from put in Gen.Elements("", "\"", "{", "]", "null", "-1", "К1", "\u00A0", ", ", "99999999999999999999999999999999")
            select text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, put),
            changed => PolicyFile.Read("p.policy.json", changed, TestStandards.Known, InCode) is { Policy: not null } or { Findings.Count: > 0 });
    }
}
