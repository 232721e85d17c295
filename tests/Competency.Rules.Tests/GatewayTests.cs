using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests;

public class GatewayTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly ReadinessPolicy Gateway = EnglishApprenticeship.Gateway;

    /// <summary>What the compiler is told of the policies, so that nobody puts a second requirement of one id on top, holds of them: with every setting where settings can be given.</summary>
    [Fact]
    public void The_ids_that_the_compiler_knows_are_those_of_the_policies()
    {
        static string[] Said(System.Reflection.MemberInfo member) => [.. ((string)member.CustomAttributes.Single(a => a.AttributeType.Name == "RequirementIdsAttribute").ConstructorArguments[0].Value!).Split(' ').Order(StringComparer.Ordinal)];
        static string[] Asked(ReadinessPolicy policy) => [.. policy.Requirement.All.Select(r => r.Id).Order(StringComparer.Ordinal)];
        var type = typeof(EnglishApprenticeship);
        var all = new GatewaySettings { StandardMinimumPrevails = true, MandatoryQualifications = [], ReformedAssessment = true, EnglishAndMathsForEveryone = true, CallForAssessmentOrganisation = true, Portfolio = new PortfolioSettings("K1") };
        var plan = new Documents.Plans.AssessmentPlan("AP", "1", [Standard.Id], Documents.Plans.PlanApproach.Outcomes, [new Documents.Plans.AssessmentPart("m", ["K1"])]);

        Assert.Equal(Asked(EnglishApprenticeship.Completion), Said(type.GetProperty("Completion")!));
        Assert.Equal(Asked(Gateway), Said(type.GetProperty("Gateway")!));
        Assert.Empty(Said(type.GetMethod("CompletionWith")!).Except(Asked(EnglishApprenticeship.CompletionWith(all))));
        Assert.Empty(Said(type.GetMethod("GatewayWith")!).Except(Asked(EnglishApprenticeship.GatewayWith(all))));
        Assert.Empty(Said(type.GetMethod("GatewayFor")!).Except(Asked(EnglishApprenticeship.GatewayFor(plan))));
    }

    /// <summary>The last day of learning is not yet one of a withdrawn learner, and who returned and stopped again has a gap.</summary>
    [Fact]
    public void A_withdrawal_ends_what_is_met_and_a_return_ends_the_withdrawal()
    {
        var withdrawn = Ready(Standard) with { Episodes = Of(Learning("2024-09-02"), new Episode(Day("2026-03-01"), EpisodeKind.Withdrawn)) };
        ReadinessReport Programme(Learner learner, string day) => Assess(Require.Programme(), learner, Standard, day);

        Assert.Equal((Verdict.Met, Day("2026-03-01"), Verdict.NotMet), (Programme(withdrawn, "2026-03-01").Verdict, Programme(withdrawn, "2026-03-01").MetUntil, Programme(withdrawn, "2026-03-02").Verdict));
        Assert.Equal(Day("2026-03-01"), Gateway.Assess(withdrawn, Standard, Day("2026-03-01")).MetUntil);
        Assert.Null(Programme(Ready(Standard), "2026-03-01").MetUntil);

        var back = Ready(Standard) with { Episodes = Of(Learning("2024-09-02"), new Episode(Day("2025-05-11"), EpisodeKind.Withdrawn), Learning("2025-12-20", "2026-02-22")) };
        Assert.Equal([Verdict.NotMet, Verdict.Met, Verdict.Met, Verdict.Met], new[] { "2025-12-19", "2025-12-20", "2026-02-22", "2026-02-23" }.Select(d => Programme(back, d).Verdict));
        Assert.Null(Programme(back, "2026-02-22").MetUntil);

        // Who has left takes no break: only learning ends a withdrawal.
        var gone = Ready(Standard) with { Episodes = Of(Learning("2024-09-02"), new Episode(Day("2025-12-01"), EpisodeKind.Withdrawn), new Episode(Day("2026-01-15"), EpisodeKind.Break) { To = Day("2026-03-15") }) };
        Assert.All(["2026-01-14", "2026-02-01", "2026-03-15", "2026-03-16"], asOf => Assert.Equal(Verdict.NotMet, Programme(gone, asOf).Verdict));
        Assert.Equal(Day("2025-12-01"), Programme(gone, "2025-12-01").MetUntil);
    }

    [Fact]
    public void A_learner_who_has_everything_is_ready()
    {
        var report = Gateway.Assess(Ready(Standard), Standard, Day("2026-03-01"));

        Assert.True(report.Verdict == Verdict.Met, report.ToText());
        Assert.Empty(report.Outstanding);
        Assert.Equal(Day("2026-03-01"), report.EarliestDate);
        Assert.Null(report.MetUntil);
        Assert.All(report.Duties, d => Assert.True(d.IsComplete));
    }

    [Fact]
    public void The_same_learner_was_not_ready_before_the_declarations() =>
        Assert.Equal(Verdict.CannotTell, Gateway.Assess(Ready(Standard), Standard, Day("2026-02-21")).Verdict);

    [Fact]
    public void Completion_waits_for_the_twelve_months_and_names_the_day()
    {
        // Everything but time: started 2024-09-02.
        var learner = Ready(Standard) with { Claims = Of(AllAccepted(Standard, "2025-05-01")) };
        var report = EnglishApprenticeship.Completion.Assess(learner, Standard, Day("2025-06-01"));

        Assert.Equal((Verdict.NotYetDue, Day("2025-09-02")), (report.Verdict, report.EarliestDate));
        Assert.Equal("Go on learning until 2025-09-01", report.Outstanding.Single().Text);
        Assert.Equal(["minimum-duration", "standard-minimum-duration"], report.Outstanding.Single().Requirements);
        Assert.Equal(Verdict.Met, EnglishApprenticeship.Completion.Assess(learner, Standard, report.EarliestDate!.Value).Verdict);
    }

    public static TheoryData<string> Standards => ["ST0583@1.2", "ST0400@1.0", "FA0001@1.0", "AU0001@1.0", "ST0001@1.0"];

    [Theory]
    [MemberData(nameof(Standards))]
    public void A_learner_without_any_evidence_is_never_met(string id)
    {
        var standard = TestStandards.Known.Find(StandardId.Parse(id))!;
        foreach (var policy in new[] { Gateway, EnglishApprenticeship.Completion })
        {
            Assert.Equal(Verdict.CannotTell, policy.Assess(On(standard), standard, Day("2026-03-01")).Verdict);
            Assert.NotEqual(Verdict.Met, policy.Assess(Empty(standard, "2026-03-01"), standard, Day("2026-03-01")).Verdict);
            Assert.NotEqual(Verdict.DoesNotApply, policy.Assess(Empty(standard, "2026-03-01"), standard, Day("2026-03-01")).Verdict);
        }
    }

    [Fact]
    public void A_standard_with_options_is_cannot_tell_without_the_learners_choice()
    {
        var standard = TestStandards.WithOptions;
        var report = Gateway.Assess(Ready(standard), standard, Day("2026-03-01"));

        Assert.Equal(Verdict.CannotTell, report.Verdict);
        Assert.Equal(["option", "ksbs"], report.Outstanding.Single().Requirements);
        Assert.Equal(Verdict.Met, Gateway.Assess(Ready(standard) with { Options = Of(new OptionChoice(Day("2024-09-02"), "a")) }, standard, Day("2026-03-01")).Verdict);
    }

    [Fact]
    public void A_foundation_apprenticeship_without_duties_is_judged_on_its_KSBs()
    {
        var standard = TestStandards.Foundation;
        var learner = Ready(standard);

        Assert.Equal(Verdict.Met, Gateway.Assess(learner, standard, Day("2026-03-01")).Verdict);
        Assert.Equal(Verdict.NotMet, Gateway.Assess(learner with { Claims = Complete("2026-03-01", [.. AllAccepted(standard).Skip(1)]) }, standard, Day("2026-03-01")).Verdict);
        Assert.Empty(Gateway.Assess(learner, standard, Day("2026-03-01")).Duties);
    }

    [Fact]
    public void What_is_no_apprenticeship_is_not_judged_by_the_rules_of_apprenticeships() =>
        Assert.Equal(Verdict.CannotTell, Gateway.Assess(Ready(TestStandards.Unit), TestStandards.Unit, Day("2026-03-01")).Root.Find("programme")!.Verdict);

    /// <summary>Who learns, or has not begun, has not withdrawn; of whom nothing is recorded nobody knows.</summary>
    [Fact]
    public void Whether_anybody_has_withdrawn_nobody_can_tell_without_a_record_of_learning()
    {
        RequirementReport Programme(Ledger<Episode> episodes) => Assess(Require.Programme(), Ready(Standard) with { Episodes = episodes }, Standard, "2026-03-01").Root;

        var unknown = Programme(Ledger<Episode>.Unknown);
        Assert.Equal((Verdict.CannotTell, "No episode of learning is recorded, so that nobody can tell whether the learner has withdrawn"), (unknown.Verdict, unknown.Outcome.Explanation));
        Assert.Equal(["Record the first episode of learning"], unknown.Outcome.Actions.Select(a => a.Text));
        Assert.Equal(Verdict.CannotTell, Programme(Complete("2026-03-01", new Episode(Day("2026-02-01"), EpisodeKind.Withdrawn))).Verdict);
        Assert.Equal((Verdict.Met, Verdict.Met), (Programme(None<Episode>("2026-03-01")).Verdict, Programme(Of(Learning("2024-09-02"))).Verdict));
    }

    [Fact]
    public void Who_has_withdrawn_is_not_ready_whatever_was_achieved()
    {
        var learner = Ready(Standard) with { Episodes = Of(Learning("2024-09-02"), new Episode(Day("2026-02-25"), EpisodeKind.Withdrawn)) };

        Assert.Equal(Verdict.Met, Gateway.Assess(learner, Standard, Day("2026-02-25")).Verdict);
        Assert.Equal(Verdict.NotMet, Gateway.Assess(learner, Standard, Day("2026-02-26")).Verdict);
        var onBreak = Ready(Standard) with { Episodes = Of(Learning("2024-09-02"), Break("2026-02-25")) };
        Assert.Equal(Verdict.Met, Gateway.Assess(onBreak, Standard, Day("2026-02-26")).Verdict);
        Assert.NotEmpty(Gateway.Assess(onBreak, Standard, Day("2026-02-26")).Root.Find("programme")!.Outcome.Attention);
    }

    [Fact]
    public void A_learner_on_another_version_needs_a_plan()
    {
        var learner = Ready(TestStandards.MammographyBefore);

        Assert.Equal(Verdict.CannotTell, Gateway.Assess(learner, Standard, Day("2026-03-01")).Verdict);
        Assert.Equal(Verdict.Met, Gateway.Assess(learner, TestStandards.MammographyBefore, Day("2026-03-01")).Verdict);
    }

    [Fact]
    public void Actions_stand_in_the_order_in_which_people_act()
    {
        var learner = Ready(Standard) with
        {
            BirthDate = null,
            Claims = Complete("2026-03-01", [.. Claims(Standard, "K1-K46, S1-S38", ClaimDecisionKind.Accepted, "2025-05-01"), .. Claims(Standard, "S39", ClaimDecisionKind.Submitted, "2025-05-01", "E4")]),
            Hours = Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 100)),
            Certificates = None<Certificate>("2026-03-01"),
            Declarations = None<Declaration>("2026-03-01"),
        };
        var report = Gateway.Assess(learner, Standard, Day("2026-03-01"));

        Assert.Equal(
        [
            "Record the day of birth",
            "Train off the job for 178.4 h more and record it",
            "Hand in evidence for S40, B1-B4",
            "Decide on the evidence for S39 (E4)",
            "The current employer is content that the apprentice works at or above the standard: have it signed and record who signed when",
            "The provider has reviewed the apprentice's readiness: have it signed and record who signed when",
            "The apprentice agrees to go through gateway: have it signed and record who signed when",
        ], report.Outstanding.Select(a => a.Text));
    }

    /// <summary>KSBs in a random state: accepted, referred, missing, accepted under another version; with a complete record or without.</summary>
    private static FsCheck.Gen<Learner> Learners { get; } =
        from states in Gen.Choose(0, 5).ArrayOf(90)
        from missing in Gen.Choose(0, 3)
        from complete in Gen.Elements(true, false)
        select Ready(Standard) with
        {
            Claims = new Ledger<Claim>(
                Standard.Ksbs.SelectMany((k, i) => (i < 90 - missing ? 1 : states[i]) switch
                {
                    0 => Array.Empty<Claim>(),
                    1 => [new Claim("E1", Standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-01-01")))],
                    2 => [new Claim("E1", Standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Referred, Day("2025-01-01")))],
                    3 => [new Claim("E1", Standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-01-01")), new ClaimDecision(ClaimDecisionKind.Overturned, Day("2025-02-01")))],
                    4 => [new Claim("E1", TestStandards.MammographyBefore.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-01-01")))],
                    _ => [new Claim("E1", Standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Submitted, Day("2025-01-01")))],
                }),
                complete ? [new Completeness(Day("2026-03-01"))] : []),
        };

    [Fact]
    public void Accepting_evidence_never_lowers() =>
        Property.Holds(Gen.Zip(Learners, Gen.Choose(0, 89)), c =>
        {
            var (learner, at) = c;
            var accepted = new Claim("E1", Standard.Id, Standard.Ksbs[at].Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-02-01")));
            var more = learner with { Claims = new Ledger<Claim>([.. learner.Claims.Entries, accepted], learner.Claims.Completeness) };
            return Rank(Gateway.Assess(more, Standard, Day("2026-03-01")).Verdict) >= Rank(Gateway.Assess(learner, Standard, Day("2026-03-01")).Verdict);
        });

    /// <summary>As all of ranks them: a missing KSB outweighs one of which nobody can tell.</summary>
    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.NotMet => 0,
        Verdict.CannotTell => 1,
        Verdict.NotYetDue => 2,
        _ => 3,
    };
}
