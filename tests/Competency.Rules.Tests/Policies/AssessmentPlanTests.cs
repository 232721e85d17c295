using Competency.Documents.Plans;
using Competency.Documents.Policies;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Policies;

public class AssessmentPlanTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static AssessmentPlan Plan(PlanApproach approach, PlanPortfolio? portfolio = null, params PlanQualification[] qualifications) => new(
        "ST0583/AP",
        "1.1",
        [Standard.Id],
        approach,
        [
            new AssessmentPart("observation", ["S1-S40"]) { Title = "Observation in practice" },
            new AssessmentPart("discussion", ["K1-K46", .. approach == PlanApproach.EndPoint ? ["B1-B4"] : Array.Empty<string>()]),
        ])
    {
        Citation = new CitationOutline("Assessment plan of an imagined day", "Imagined publisher", "C", null),
        Portfolio = portfolio,
        Qualifications = qualifications,
    };

    private static ReadinessReport Judge(AssessmentPlan plan, Learner learner, OccupationalStandard? standard = null) =>
        EnglishApprenticeship.GatewayFor(plan, new GatewaySettings { StandardMinimumPrevails = true }).Assess(learner, standard ?? Standard, Day("2026-03-01"));

    /// <summary>A part can name the standard that it means, and a requirement names none.</summary>
    [Fact]
    public void A_part_that_names_the_standard_underpins_a_portfolio()
    {
        AssessmentPlan Of(params string[] ksbs) => new("AP", "1", [Standard.Id, TestStandards.MammographyBefore.Id], PlanApproach.EndPoint, [new AssessmentPart("m", ksbs)]) { Portfolio = new PlanPortfolio(["m"]) };

        var portfolio = EnglishApprenticeship.GatewayFor(Of($"{Standard.Id.Reference}:K3", "K1, Duty 2")).Requirement.All.OfType<PortfolioRequirement>().Single();

        Assert.Equal("K1, K3, Duty2", portfolio.Ksbs.Text);
        Assert.Equal("The portfolio underpins 'm', which assesses not the same of ST0583@1.2 and ST0583@1.1: one portfolio is asked.", Assert.Throws<ArgumentException>(() => EnglishApprenticeship.GatewayFor(Of($"{Standard.Id}:K3", "K1"))).Message.Split(" (P")[0]);
        Assert.Equal("The portfolio underpins 'm', which assesses nothing of ST0583@1.2 and ST0583@1.1: one portfolio is asked.", Assert.Throws<ArgumentException>(() => EnglishApprenticeship.GatewayFor(Of("ST0001:K3"))).Message.Split(" (P")[0]);
    }

    [Fact]
    public void A_ready_learner_is_ready_under_a_plan_that_asks_no_more() => Assert.Equal(Verdict.Met, Judge(Plan(PlanApproach.EndPoint), Ready(Standard)).Verdict);

    /// <summary>The plan says nothing of them: what the caller knows is asked, and no report says that there is nothing.</summary>
    [Fact]
    public void What_the_caller_knows_is_asked_beside_the_plan()
    {
        var settings = new GatewaySettings { StandardMinimumPrevails = true, EnglishAndMathsForEveryone = true, MandatoryQualifications = ["Basic life support", "first aid"], Portfolio = new PortfolioSettings("K1-K46") };
        var policy = EnglishApprenticeship.GatewayFor(Plan(PlanApproach.EndPoint), settings);
        var adult = Ready(Standard) with
        {
            BirthDate = Day("1990-01-01"),
            Certificates = None<Certificate>("2026-03-01"),
            Portfolios = None<PortfolioSubmission>("2026-03-01"),
            Choices = Complete("2026-03-01", new EnglishAndMathsChoice(Day("2025-03-01"), EnglishAndMathsChoiceKind.OptedOut)),
        };
        var report = policy.Assess(adult, Standard, Day("2026-03-01"));

        Assert.Equal([Verdict.NotMet, Verdict.NotMet, Verdict.NotMet], new[] { "maths", "qualifications", "portfolio" }.Select(i => report.Root.Find(i)!.Verdict));
        Assert.DoesNotContain(policy.NotJudged, n => n.Contains("ualification", StringComparison.Ordinal));
        Assert.Contains("Mandatory qualifications: the assessment plan names none", EnglishApprenticeship.GatewayFor(Plan(PlanApproach.EndPoint)).NotJudged);

        // What both name is asked once, as the plan asks it.
        var both = EnglishApprenticeship.GatewayFor(Plan(PlanApproach.EndPoint, null, new PlanQualification("First aid") { MinimumLevel = "3" }), settings);
        Assert.Equal([("First aid", QualificationLevel.Level3), ("Basic life support", null)], both.Requirement.All.OfType<CertificateRequirement>().Select(c => (c.Subject, c.MinimumLevel)));
    }

    [Fact]
    public void The_portfolio_covers_what_its_method_assesses()
    {
        var plan = Plan(PlanApproach.EndPoint, new PlanPortfolio(["discussion"]) { MaxItems = 12 });
        Learner With(string ksbs, bool signed = true, int items = 12) => Ready(Standard) with
        {
            Portfolios = Complete("2026-03-01", new PortfolioSubmission(Day("2026-02-01"), Standard.Id) { Ksbs = TestStandards.Codes(ksbs), AuthenticitySigned = signed, Items = items }),
        };

        // The skills are the observation's: the portfolio need not hold them.
        Assert.Equal(Verdict.Met, Judge(plan, With("K1-K46, B1-B4")).Verdict);
        Assert.Equal("not covered: K46", Judge(plan, With("K1-K45, B1-B4")).Root.Find("portfolio")!.Outcome.Shortfall);
        Assert.Equal(Verdict.NotMet, Judge(plan, With("K1-K46, B1-B4", signed: false)).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(plan, With("K1-K46, B1-B4", items: 13)).Verdict);
        Assert.DoesNotContain(Judge(plan, With("K1")).NotJudged, n => n.StartsWith("A portfolio", StringComparison.Ordinal));
    }

    /// <summary>A method of one option assesses the learners of that option, and its portfolio is theirs.</summary>
    [Theory]
    [InlineData("a", "for-a", "Met", "DoesNotApply")]
    [InlineData("a", "for-a", "Met", "DoesNotApply", "for-all")]
    [InlineData("a", "", "NotMet", "DoesNotApply")]
    [InlineData("b", "", "DoesNotApply", "")]
    [InlineData("b", "", "DoesNotApply", "NotMet", "for-all")]
    [InlineData("b", "for-all", "DoesNotApply", "Met", "for-all")]
    [InlineData(null, "", "CannotTell", "")]
    public void The_portfolio_of_a_method_of_one_option_is_asked_of_its_learners(string? option, string handedIn, string ofA, string ofOthers, string alsoUnder = "")
    {
        var plan = new AssessmentPlan("ST0400/AP", "1.0", [TestStandards.WithOptions.Id], PlanApproach.EndPoint,
            [new AssessmentPart("for-all", ["K1"]), new AssessmentPart("for-a", ["K2, S2"]) { Option = "a" }, new AssessmentPart("for-b", ["K3"]) { Option = "b" }])
        {
            Portfolio = new PlanPortfolio(alsoUnder.Length == 0 ? ["for-a"] : ["for-a", alsoUnder]),
        };
        var ksbs = handedIn switch
        {
            "for-a" => "K1, K2, S2",
            "for-all" => "K1",
            _ => null,
        };
        var learner = new Learner("L", TestStandards.WithOptions.Id)
        {
            Options = option is null ? None<OptionChoice>("2026-03-01") : Complete("2026-03-01", new OptionChoice(Day("2025-01-01"), option)),
            Portfolios = ksbs is null ? None<PortfolioSubmission>("2026-03-01") : Complete("2026-03-01", new PortfolioSubmission(Day("2026-02-01"), TestStandards.WithOptions.Id) { Ksbs = TestStandards.Codes(ksbs), AuthenticitySigned = true }),
        };

        var root = Judge(plan, learner, TestStandards.WithOptions).Root;

        Assert.Equal(ofA, root.Find("portfolio-1")!.Verdict.ToString());
        Assert.Equal(alsoUnder.Length == 0 ? "" : ofOthers, root.Find("portfolio-others")?.Verdict.ToString() ?? "");
        Assert.All(root.All.Where(n => n.Requirement.Id.StartsWith("portfolio", StringComparison.Ordinal)), n => Assert.Equal(n.Requirement is OptionChosenRequirement ? RequirementBasis.Standard : RequirementBasis.AssessmentPlan, n.Requirement.Basis));
    }

    /// <summary>Nothing in a built-in policy is a provider's own rule.</summary>
    [Fact]
    public void Every_part_of_a_built_in_policy_says_what_it_rests_on()
    {
        var plan = Plan(PlanApproach.Outcomes, new PlanPortfolio(["discussion"]), new PlanQualification("Mammography"));
        var all = new GatewaySettings { CallForAssessmentOrganisation = true, MandatoryQualifications = ["First aid"], Portfolio = new PortfolioSettings("K1") };
        ReadinessPolicy[] policies =
        [
            EnglishApprenticeship.Completion, EnglishApprenticeship.Gateway, EnglishApprenticeship.GatewayWith(all), EnglishApprenticeship.GatewayFor(plan, all),
            .. Enum.GetValues<AccreditationPathway>().SelectMany(p => new[] { CollegeOfRadiographers.Accreditation(p), CollegeOfRadiographers.Renewal(p) }),
        ];

        Assert.All(policies.SelectMany(p => p.Requirement.All), r => Assert.False(r.Basis == RequirementBasis.Provider, $"{r.Id}: {r.Sentence}"));
    }

    [Fact]
    public void The_qualifications_of_the_plan_are_asked_and_no_others()
    {
        var plan = Plan(PlanApproach.EndPoint, null, new PlanQualification("Mammography") { MinimumLevel = "4", ValidForMonths = 24 });
        Learner With(string on, QualificationLevel level) => Ready(Standard) with
        {
            Certificates = Complete("2026-03-01", [.. Ready(Standard).Certificates.Entries, new Certificate(Day(on), "Mammography") { Level = level }]),
        };

        Assert.Equal(Verdict.Met, Judge(plan, With("2024-03-01", QualificationLevel.Level4)).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(plan, With("2024-02-28", QualificationLevel.Level4)).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(plan, With("2024-03-01", QualificationLevel.Level3)).Verdict);
        Assert.Equal("Imagined publisher", Judge(plan, Ready(Standard)).Root.Find("qualification-1")!.Requirement.Citation!.Issuer);
    }

    [Fact]
    public void Under_a_reformed_plan_the_current_employer_verifies_the_behaviours()
    {
        var plan = Plan(PlanApproach.Outcomes);
        var unproven = Ready(Standard) with { Claims = Complete("2026-03-01", [.. AllAccepted(Standard).Where(c => c.Ksb.Kind != KsbKind.Behaviour)]) };
        Learner Verified(string employer) => unproven with
        {
            Employments = Complete("2026-03-01", [.. unproven.Employments.Entries]),
            Declarations = Complete("2026-03-01", [.. unproven.Declarations.Entries, new Declaration(Day("2026-02-20"), DeclarationKind.BehavioursVerified, DeclarationRole.Employer) { By = "M", Employer = employer }]),
        };

        Assert.Equal(Verdict.Met, Judge(plan, Verified("County Hospital")).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(plan, Verified("Former Hospital")).Verdict);
        Assert.Equal("86 of 86 KSBs achieved", Judge(plan, Verified("County Hospital")).Root.Find("ksbs")!.Outcome.Explanation);
        // Under the plan before, evidence for the behaviours is asked, and nobody's word replaces it.
        Assert.Equal("no evidence: B1-B4", Judge(Plan(PlanApproach.EndPoint), Verified("County Hospital")).Root.Find("ksbs")!.Outcome.Shortfall);
    }

    [Fact]
    public void A_plan_judges_only_those_whom_it_serves()
    {
        var report = Judge(Plan(PlanApproach.EndPoint), Ready(TestStandards.MammographyBefore), TestStandards.MammographyBefore);

        Assert.Equal((Verdict.CannotTell, "The policy is written for ST0583@1.2, and not for ST0583@1.1"), (report.Verdict, report.Root.Find("programme")!.Outcome.Explanation));
    }

    [Fact]
    public void The_policy_of_a_plan_is_a_policy_file_like_any_other()
    {
        var policy = EnglishApprenticeship.GatewayFor(Plan(PlanApproach.Outcomes, new PlanPortfolio(["discussion"]), new PlanQualification("First aid")));

        var file = PolicyFile.Read("p.policy.json", policy.ToJson(), TestStandards.Known);

        Assert.Empty(file.Findings);
        Assert.Equal(policy.ToJson(), file.Policy!.ToJson());
    }

    [Fact]
    public void The_choice_of_an_assessment_organisation_is_called_for_and_holds_nobody_up()
    {
        var policy = EnglishApprenticeship.GatewayWith(new GatewaySettings { CallForAssessmentOrganisation = true });
        var chosen = Ready(Standard) with { Declarations = Complete("2026-03-01", [.. Ready(Standard).Declarations.Entries, new Declaration(Day("2025-09-01"), DeclarationKind.AssessmentOrganisationChosen, DeclarationRole.Employer) { By = "M" }]) };

        var report = policy.Assess(Ready(Standard) with { Declarations = Complete("2026-03-01", [.. Ready(Standard).Declarations.Entries]) }, Standard, Day("2026-03-01"));
        Assert.Equal((Verdict.Met, 1), (report.Verdict, report.Outstanding.Count));
        Assert.Empty(policy.Assess(chosen, Standard, Day("2026-03-01")).Outstanding);

        // One is chosen long before gateway: of a learner who is far from it the report calls for it too.
        var begun = policy.Assess(Empty(Standard, "2026-03-01") with { Episodes = Of(Learning("2026-01-05")) }, Standard, Day("2026-03-01"));
        Assert.Contains(begun.Outstanding, a => a.Requirements.Contains("assessment-organisation"));
        Assert.Contains(begun.Root.Find("assessment-organisation")!.Outcome.Attention, a => a.StartsWith("Still to be seen to: An assessment organisation is chosen: six months before gateway", StringComparison.Ordinal));
        Assert.Equal(Verdict.Met, begun.Root.Find("assessment-organisation")!.Verdict);
    }
}
