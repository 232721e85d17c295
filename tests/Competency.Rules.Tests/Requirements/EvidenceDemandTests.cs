using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class EvidenceDemandTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static Claim Accepted(string ksb, string evidence, string on, string? by = "A. Assessor", string? kind = "observation", ClaimDecisionKind decision = ClaimDecisionKind.Accepted) =>
        new(evidence, Standard.Id, KsbCode.Parse(ksb), new ClaimDecision(decision, Day(on)) { By = by }) { EvidenceKind = kind };

    private static RequirementReport Judge(EvidenceDemand? demand, string ksbs, KsbThreshold atLeast, Claim[] claims, string asOf = "2026-03-01", bool complete = true) =>
        Assess(Require.KsbsAchieved("k", ksbs, atLeast, demand), On(Standard) with { Claims = complete ? Complete("2030-01-01", claims) : Of(claims) }, Standard, asOf).Root;

    [Fact]
    public void A_kind_or_a_standard_that_is_named_twice_is_asked_once()
    {
        Assert.Equal("one accepted item of the kinds Log or film", new EvidenceDemand { Kinds = ["Log", "film", "log"] }.ToString());
        Assert.Single(new ReadinessPolicy("p", "P", "1", Require.Option()) { Standards = [StandardId.Parse("ST0001@1.0"), StandardId.Parse("ST0001@1.0")] }.Standards);
        Assert.Throws<ArgumentNullException>("standards", () => Require.Programme(standards: null!));
    }

    [Fact]
    public void Two_items_are_two_items_and_not_one_claimed_twice()
    {
        var demand = new EvidenceDemand { Items = 2 };

        Assert.Equal(Verdict.Met, Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01"), Accepted("S1", "E2", "2025-06-01")]).Verdict);
        var one = Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01"), Accepted("S1", "E1", "2025-06-01")]);
        Assert.Equal((Verdict.NotMet, "accepted, but 1 of 2: S1"), (one.Verdict, one.Outcome.Shortfall));
        Assert.Equal("Hand in more evidence for S1; each needs 2 accepted items", Assert.Single(one.Outcome.Actions).Text);
    }

    [Fact]
    public void Only_the_kinds_that_are_asked_count_and_an_unrecorded_kind_is_no_no()
    {
        var demand = new EvidenceDemand { Kinds = ["Observation", "product"] };

        Assert.Equal(Verdict.Met, Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", kind: " observation ")]).Verdict);
        var other = Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", kind: "log")]);
        Assert.Equal((Verdict.NotMet, "accepted, but 0 of 1, 1 of another kind: S1"), (other.Verdict, other.Outcome.Shortfall));
        var unsaid = Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", kind: null)]);
        Assert.Equal(Verdict.CannotTell, unsaid.Verdict);
        Assert.Equal(["of which kind E1 is"], unsaid.Outcome.MissingFacts);

        // Asked for all the same where another lacks.
        var both = Judge(demand, "S1, S2", default, [Accepted("S1", "E1", "2025-05-01", kind: null)]);
        Assert.Equal((Verdict.NotMet, "nobody can tell whether enough counts: S1; no evidence: S2"), (both.Verdict, both.Outcome.Shortfall));
        Assert.Equal(["Record of which kind E1 is", "Hand in evidence for S2"], both.Outcome.Actions.Select(a => a.Text));
        Assert.Equal("Every KSB of S1 that is in force is achieved: by one accepted item of the kinds Observation or product", unsaid.Requirement.Sentence);
    }

    /// <summary>What kind an item is is said of the item: by any claim on it, and where two say something else, by the one decided on last, whatever the order of the rows.</summary>
    [Fact]
    public void The_kind_is_the_items()
    {
        var demand = new EvidenceDemand { Kinds = ["observation"] };

        Assert.Equal(Verdict.Met, Judge(demand, "S1, S2", default, [Accepted("S1", "E1", "2025-05-01"), Accepted("S2", "E1", "2025-05-01", kind: null)]).Verdict);
        Claim[] twice = [Accepted("S1", "E1", "2025-01-01", kind: "log", decision: ClaimDecisionKind.Submitted), Accepted("S1", "E1", "2025-05-01")];
        Assert.All([twice, [.. twice.Reverse()]], claims => Assert.Equal(Verdict.Met, Judge(demand, "S1", default, claims).Verdict));

        // Of one KSB its own word holds, another item's says nothing, and two that contradict each other say nothing to a third.
        Assert.Equal(Verdict.CannotTell, Judge(demand, "S3", default, [Accepted("S1", "E1", "2025-05-01", kind: "log"), Accepted("S2", "E1", "2025-06-01"), Accepted("S3", "E1", "2025-06-01", kind: null)]).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", kind: "log"), Accepted("S2", "E1", "2025-06-01")]).Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", kind: null), Accepted("S1", "E2", "2025-05-01", decision: ClaimDecisionKind.Referred)]).Verdict);
    }

    [Fact]
    public void What_is_not_recorded_is_asked_for_and_nothing_else()
    {
        var demand = new EvidenceDemand { Kinds = ["observation"], Items = 2, Assessors = 2 };

        Assert.Equal(["of which kind E1, E2 are, and who accepted E2"], Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", kind: null), Accepted("S1", "E2", "2025-05-01", by: null, kind: null)]).Outcome.MissingFacts);
        Assert.Equal(["who accepted E2"], Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01"), Accepted("S1", "E2", "2025-05-01", by: null), Accepted("S1", "E3", "2025-05-01", by: null, kind: "log")]).Outcome.MissingFacts);
    }

    /// <summary>E1 is an observation and counts until 1 January 2025, E2 may be one and would until 1 June: between nobody can tell.</summary>
    [Fact]
    public void What_follows_an_item_that_is_too_old_is_known_as_far_as_the_others_are()
    {
        var demand = new EvidenceDemand { Kinds = ["observation"], NotOlderThanMonths = 12 };
        Claim[] claims = [Accepted("K1", "E1", "2024-01-01"), Accepted("K1", "E2", "2024-06-01", kind: null)];
        RequirementReport Unless(params Claim[] of) => Assess(Require.Unless("u", "U", Require.KsbsAchieved("k", "K1", demand: demand), Require.DateReached("past", "P", Day("2001-01-01"))), On(Standard) with { Claims = Complete("2030-01-01", of) }, Standard, "2024-08-01").Root;

        Assert.Equal((Verdict.Met, Day("2025-01-01")), (Judge(demand, "K1", default, claims, "2024-08-01").Verdict, Judge(demand, "K1", default, claims, "2024-08-01").MetUntil));
        Assert.Equal((Verdict.CannotTell, Verdict.CannotTell, Verdict.NotMet), (Judge(demand, "K1", default, claims, "2025-01-02").Verdict, Judge(demand, "K1", default, claims, "2025-06-01").Verdict, Judge(demand, "K1", default, claims, "2025-06-02").Verdict));
        Assert.Equal(Day("2025-06-02"), Unless(claims).EarliestDate);
        Assert.Equal(Day("2025-06-02"), Unless(claims[1]).EarliestDate);
        Assert.Equal(Day("2025-01-02"), Unless(claims[0]).EarliestDate);
    }

    [Fact]
    public void Two_assessors_are_two_people_and_a_missing_name_may_be_a_second()
    {
        var demand = new EvidenceDemand { Items = 2, Assessors = 2 };

        Assert.Equal(Verdict.Met, Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", "A. One"), Accepted("S1", "E2", "2025-05-01", "B. Two")]).Verdict);
        var same = Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", "A. One"), Accepted("S1", "E2", "2025-05-01", "a. one ")]);
        Assert.Equal((Verdict.NotMet, "accepted, but by 1 named assessor: S1"), (same.Verdict, same.Outcome.Shortfall));
        Assert.Equal(Verdict.CannotTell, Judge(demand, "S1", default, [Accepted("S1", "E1", "2025-05-01", "A. One"), Accepted("S1", "E2", "2025-05-01", null)]).Verdict);
        // One person suffices where one is asked, named or not.
        Assert.Equal(Verdict.Met, Judge(new EvidenceDemand { Items = 2 }, "S1", default, [Accepted("S1", "E1", "2025-05-01", null), Accepted("S1", "E2", "2025-05-01", null)]).Verdict);
    }

    [Theory]
    [InlineData("2026-05-01", Verdict.Met)] // accepted on 1 May 2025: it counts for twelve calendar months, the corresponding day included
    [InlineData("2026-05-02", Verdict.NotMet)]
    public void An_acceptance_grows_too_old(string asOf, Verdict verdict)
    {
        var report = Judge(new EvidenceDemand { NotOlderThanMonths = 12 }, "S1", default, [Accepted("S1", "E1", "2025-05-01")], asOf);

        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(verdict == Verdict.Met ? Day("2026-05-01") : null, report.MetUntil);
        Assert.Equal(verdict == Verdict.Met ? null : "accepted, but 0 of 1, 1 too old: S1", report.Outcome.Shortfall);
    }

    [Fact]
    public void It_is_met_until_the_first_day_on_which_too_few_are_left()
    {
        // S1 counts until 1 May 2026 and again by its second item until 1 August 2026; S2 until 1 June 2026. Of two KSBs one is asked.
        Claim[] claims = [Accepted("S1", "E1", "2025-05-01"), Accepted("S1", "E2", "2025-08-01"), Accepted("S2", "E3", "2025-06-01")];
        var demand = new EvidenceDemand { NotOlderThanMonths = 12 };

        Assert.Equal(Day("2026-06-01"), Judge(demand, "S1, S2", default, claims).MetUntil);
        Assert.Equal(Day("2026-08-01"), Judge(demand, "S1, S2", KsbThreshold.Count(1), claims).MetUntil);
    }

    [Fact]
    public void A_part_can_suffice()
    {
        Claim[] claims = [Accepted("S1", "E1", "2025-05-01", decision: ClaimDecisionKind.AcceptedInPart)];

        Assert.Equal(Verdict.Met, Judge(new EvidenceDemand { PartSuffices = true }, "S1", default, claims).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(EvidenceDemand.OneAccepted, "S1", default, claims).Verdict);
    }

    [Theory]
    [InlineData("60%", 3, Verdict.Met)] // 60 % of 5 is 3
    [InlineData("61%", 3, Verdict.NotMet)] // 3.05 is rounded up: 4
    [InlineData("61%", 4, Verdict.Met)]
    [InlineData("3", 3, Verdict.Met)]
    [InlineData("100%", 4, Verdict.NotMet)]
    public void Enough_is_a_share_rounded_up_or_a_number(string threshold, int achieved, Verdict verdict)
    {
        Assert.True(KsbThreshold.TryParse(threshold, out var atLeast));

        Assert.Equal(verdict, Judge(null, "S1-S5", atLeast, [.. Enumerable.Range(1, achieved).Select(n => Accepted($"S{n}", "E1", "2025-05-01"))]).Verdict);
    }

    /// <summary>What applies unless evidence is recent applies once it is too old, where the record is complete; else nobody can tell what is accepted by then.</summary>
    [Theory]
    [InlineData(true, "2026-05-02")]
    [InlineData(false, null)]
    public void What_comes_once_evidence_is_too_old_is_known_where_the_record_is_complete(bool complete, string? earliest)
    {
        Claim[] claims = [Accepted("S1", "E1", "2025-05-01")];
        var learner = On(Standard) with { Claims = complete ? Complete("2030-01-01", claims) : Of(claims) };
        var unless = Require.Unless("u", "Old evidence asks for a day", Require.KsbsAchieved("k", "S1", demand: new EvidenceDemand { NotOlderThanMonths = 12 }), Require.DateReached("d", "A day has come", Day("2025-01-01")));

        Assert.Equal((Verdict.DoesNotApply, earliest is null ? null : Day(earliest)), (Assess(unless, learner, Standard, "2026-03-01").Verdict, Assess(unless, learner, Standard, "2026-03-01").EarliestDate));
        Assert.Equal(complete ? Verdict.Met : Verdict.CannotTell, Assess(unless, learner, Standard, "2026-05-02").Verdict);
    }

    /// <summary>Of five KSBs nobody can achieve six: the policy is wrong, not the learner.</summary>
    [Fact]
    public void More_than_a_duty_maps_is_not_for_the_learner_to_achieve()
    {
        var mapped = Standard.FindDuty(1)!.Ksbs.Count;

        Assert.Equal(Verdict.NotMet, Judge(null, "Duty 1", KsbThreshold.Count(mapped), []).Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(null, "Duty 1", KsbThreshold.Count(mapped + 1), []).Verdict);
    }

    [Fact]
    public void Beyond_completeness_what_is_short_is_unknown()
    {
        var report = Judge(new EvidenceDemand { Items = 2 }, "S1", default, [Accepted("S1", "E1", "2025-05-01")], complete: false);

        Assert.Equal(Verdict.CannotTell, report.Verdict);
        Assert.Equal(["whether the record of decisions on evidence is complete up to 2026-03-01 (claims)"], report.Outcome.MissingFacts);
    }

    [Fact]
    public void What_is_accepted_under_another_version_does_not_count_and_is_not_lost()
    {
        var before = new Claim("E1", TestStandards.MammographyBefore.Id, KsbCode.Parse("S1"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-05-01")) { By = "A" }) { EvidenceKind = "observation" };

        Assert.Equal(Verdict.CannotTell, Judge(new EvidenceDemand { Kinds = ["observation"] }, "S1", default, [before]).Verdict);
    }

    [Fact]
    public void A_duty_stands_for_what_it_maps()
    {
        var behaviours = Enumerable.Range(1, 4).Select(n => Accepted($"B{n}", "E1", "2025-05-01")).ToArray();
        RequirementReport Of(Requirement requirement, Claim[] claims) => Assess(requirement, On(Standard) with { Claims = Complete("2026-03-01", claims) }, Standard, "2026-03-01").Root;

        Assert.Equal(Verdict.Met, Of(TestLearners.DutyComplete(11), behaviours).Verdict);
        Assert.Equal("no evidence: B4", Of(TestLearners.DutyComplete(11), behaviours[..3]).Outcome.Shortfall);
        Assert.Equal("The policy names Duty 12, which ST0583@1.2 does not have", Of(TestLearners.DutyComplete(12), behaviours).Outcome.Explanation);
    }
}
