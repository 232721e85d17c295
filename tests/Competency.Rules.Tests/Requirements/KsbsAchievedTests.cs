using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class KsbsAchievedTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static RequirementReport Judge(Learner learner, OccupationalStandard? standard = null, string asOf = "2026-03-01", string? knownAt = null, string? ksbs = null) =>
        Assess(Require.KsbsAchieved(ksbs: ksbs), learner, standard ?? Standard, asOf, knownAt).Root;

    private static Learner With(params Claim[] claims) => On(Standard) with { Claims = Complete("2026-03-01", claims) };

    private static ClaimDecision Decided(ClaimDecisionKind kind, string on, string? recorded = null) => new(kind, Day(on)) { Recorded = Day(recorded ?? on) };

    private static Learner WithHistoryOfK1(params ClaimDecision[] decisions) =>
        With([.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != "K1"), new Claim("E7", Standard.Id, KsbCode.Parse("K1"), decisions)]);

    [Fact]
    public void All_accepted_is_met() => Assert.Equal(Verdict.Met, Judge(With(AllAccepted(Standard))).Verdict);

    [Fact]
    public void What_no_duty_maps_counts_too()
    {
        var report = Judge(With([.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != "S40")]));

        Assert.Equal((Verdict.NotMet, "no evidence: S40"), (report.Verdict, report.Outcome.Shortfall));
    }

    [Fact]
    public void The_shortfall_says_how_far_each_has_got()
    {
        var report = Judge(With(
        [
            .. Claims(Standard, "K1-K40, S1-S40", ClaimDecisionKind.Accepted, "2025-05-01"),
            .. Claims(Standard, "K41", ClaimDecisionKind.Submitted, "2025-06-01", "E2"),
            .. Claims(Standard, "K42", ClaimDecisionKind.Referred, "2025-06-01", "E2"),
            .. Claims(Standard, "K43", ClaimDecisionKind.AcceptedInPart, "2025-06-01", "E2"),
            .. Claims(Standard, "K43", ClaimDecisionKind.AcceptedInPart, "2025-06-01", "E3"),
            .. Claims(Standard, "K44", ClaimDecisionKind.Overturned, "2025-06-01", "E2"),
            .. Claims(Standard, "K45", ClaimDecisionKind.Withdrawn, "2025-06-01", "E2"),
        ]));

        Assert.Equal(Verdict.NotMet, report.Verdict);
        Assert.Equal("awaiting a decision: K41; accepted in part: K43; referred: K42; overturned: K44; no evidence: K45, K46, B1-B4", report.Outcome.Shortfall);
        Assert.Equal("80 of 90 KSBs achieved", report.Outcome.Explanation);
    }

    [Fact]
    public void One_accepted_item_is_enough_beside_a_referred_one() =>
        Assert.Equal(Verdict.Met, Judge(With([.. AllAccepted(Standard), .. Claims(Standard, "K1", ClaimDecisionKind.Referred, "2025-12-01", "E9")])).Verdict);

    [Fact]
    public void A_claim_on_a_code_that_the_standard_does_not_have_is_said_where_something_lacks()
    {
        const string Name = "claimed, but no KSB of ST0583@1.2";
        Claim[] mistyped = [.. Claims(Standard, "K64, S99", ClaimDecisionKind.Accepted, "2025-06-01", "E9"), .. Claims(Standard, "K64", ClaimDecisionKind.Referred, "2025-06-02", "E2")];
        Claim[] lacking = [.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != "K46")];

        var facts = Judge(With([.. lacking, .. mistyped])).Outcome.Facts.Where(f => f.Name == Name).Select(f => $"{f.Value}: {string.Join(", ", f.Evidence)}");

        Assert.Equal(["K64: E2", "K64, S99: E9"], facts);
        Assert.DoesNotContain(Judge(With(lacking)).Outcome.Facts, f => f.Name == Name);
        Assert.DoesNotContain(Judge(With([.. AllAccepted(Standard), .. mistyped])).Outcome.Facts, f => f.Name == Name);

        // Not before it was decided on, nor of an item that repeats another.
        Assert.DoesNotContain(Judge(With([.. lacking, .. mistyped]), asOf: "2025-05-31").Outcome.Facts, f => f.Name == Name);
        Assert.Contains(Judge(With([.. lacking, .. lacking, .. mistyped])).Outcome.Facts, f => f.Name == Name);
    }

    [Fact]
    public void More_than_there_are_cannot_be_asked()
    {
        Assert.Equal("'a' asks 4 of 3 KSBs: nothing could meet that.", Assert.Throws<ArgumentOutOfRangeException>(() => Require.KsbsAchieved("a", "K1-K3", KsbThreshold.Count(4))).Message.Split(" (")[0]);
        Assert.Equal("'a' asks 2 of 1 KSB: nothing could meet that.", Assert.Throws<ArgumentOutOfRangeException>(() => Require.KsbsAchieved("a", "K1, S2-S3", KsbThreshold.Count(2), kinds: [KsbKind.Knowledge])).Message.Split(" (")[0]);
        Assert.Equal("'a' asks only skill or behaviour statements, and K1-K3 are none: of nothing, nothing can be achieved.", Assert.Throws<ArgumentException>(() => Require.KsbsAchieved("a", "K1-K3", kinds: [KsbKind.Behaviour, KsbKind.Skill])).Message.Split(" (")[0]);

        // What a duty maps, and how many are in force, is seen with the standard.
        Assert.Equal(4, Require.KsbsAchieved("a", "K1, Duty 1", KsbThreshold.Count(4)).AtLeast.Number);
        Assert.Equal(400, Require.KsbsAchieved("a", atLeast: KsbThreshold.Count(400)).AtLeast.Number);
        Assert.Equal(3, Require.KsbsAchieved("a", "K1-K3", KsbThreshold.Count(3)).AtLeast.Number);
    }

    public static TheoryData<string, Verdict> HistoriesOfK1 => new()
    {
        { "referred 2025-01-10, accepted 2025-02-10", Verdict.Met },
        { "accepted 2025-02-10, referred 2025-01-10", Verdict.Met }, // the later day is in force, whatever the order of the list
        { "accepted 2025-01-10, overturned 2025-02-10", Verdict.NotMet },
        { "accepted 2025-01-10, overturned 2025-02-10, accepted 2025-03-10", Verdict.Met },
        { "accepted 2025-01-10, overturned 2025-01-10", Verdict.NotMet }, // on one day the later in the list
        { "accepted 2025-01-10, withdrawn 2025-02-10", Verdict.NotMet },
        { "submitted 2025-01-10, acceptedInPart 2025-02-10", Verdict.NotMet },
        { "accepted 2026-03-01", Verdict.Met }, // on the day itself
        { "accepted 2026-03-02", Verdict.NotMet }, // the day after
    };

    [Theory]
    [MemberData(nameof(HistoriesOfK1))]
    public void The_decision_in_force_decides(string history, Verdict expected)
    {
        var decisions = history.Split(", ").Select(d => d.Split(' ')).Select(d => Decided(Enum.Parse<ClaimDecisionKind>(d[0], ignoreCase: true), d[1]));

        Assert.Equal(expected, Judge(WithHistoryOfK1([.. decisions])).Verdict);
    }

    [Fact]
    public void A_decision_entered_later_changes_later_reports_only()
    {
        var learner = WithHistoryOfK1(Decided(ClaimDecisionKind.Accepted, "2025-01-10"), Decided(ClaimDecisionKind.Overturned, "2025-02-01", recorded: "2025-06-15"));
        learner = learner with { Claims = new Ledger<Claim>([.. Claims(Standard, "K2-K46, S1-S40, B1-B4", ClaimDecisionKind.Accepted, "2025-01-05"), learner.Claims.Entries[^1]], Day("2026-03-01")) };

        // Signed on 1 March 2025, when nobody knew of the overturning.
        Assert.Equal(Verdict.Met, Judge(learner, asOf: "2025-03-01").Verdict);
        Assert.Equal(Verdict.Met, Judge(learner, asOf: "2025-03-01", knownAt: "2025-06-14").Verdict);

        // The same day, knowing what was recorded since.
        Assert.Equal("overturned: K1", Judge(learner, asOf: "2025-03-01", knownAt: "2025-06-15").Outcome.Shortfall);
        Assert.Equal("overturned: K1", Judge(learner, asOf: "2025-06-15").Outcome.Shortfall);
    }

    [Fact]
    public void Two_claims_of_one_item_on_one_KSB_are_one_claim()
    {
        var report = Judge(With([.. AllAccepted(Standard, "2025-01-01", "E1"), new Claim("E1", Standard.Id, KsbCode.Parse("K1"), Decided(ClaimDecisionKind.Overturned, "2025-02-01"))]));

        Assert.Equal((Verdict.NotMet, "overturned: K1"), (report.Verdict, report.Outcome.Shortfall));
    }

    [Fact]
    public void Many_items_on_one_KSB_are_told_apart()
    {
        Claim[] many = [.. Enumerable.Range(1, 60).Select(i => new Claim($"E{i}", Standard.Id, KsbCode.Parse("K1"), Decided(ClaimDecisionKind.Accepted, "2025-01-01")))];
        Claim[] overturned = [.. many.Select(c => new Claim(c.Evidence, c.Standard, c.Ksb, Decided(ClaimDecisionKind.Overturned, "2025-02-01")))];

        Assert.Equal(60, Judge(With(many), ksbs: "K1").Outcome.Facts.Count(f => f.Name == "accepted"));
        Assert.Equal(Verdict.Met, Judge(With([.. many, .. overturned[1..]]), ksbs: "K1").Verdict);
        Assert.Equal(Verdict.NotMet, Judge(With([.. many, .. overturned]), ksbs: "K1").Verdict);
    }

    [Fact]
    public void Beyond_completeness_absence_is_unknown()
    {
        Claim[] claims = [.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != "K1")];

        Assert.Equal(Verdict.CannotTell, Judge(On(Standard) with { Claims = new Ledger<Claim>(claims) }).Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(On(Standard) with { Claims = Complete("2026-02-28", claims) }).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(On(Standard) with { Claims = Complete("2026-03-01", claims) }).Verdict);
        Assert.Equal("whether the record of decisions on evidence is complete up to 2026-03-01 (claims)", Judge(On(Standard) with { Claims = new Ledger<Claim>(claims) }).Outcome.MissingFacts.Single());
    }

    [Fact]
    public void Completeness_that_was_said_later_does_not_reach_back()
    {
        var claims = new Ledger<Claim>([.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != "K1")], [new Completeness(Day("2026-03-01")) { Recorded = Day("2026-04-01") }]);

        Assert.Equal(Verdict.CannotTell, Judge(On(Standard) with { Claims = claims }).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(On(Standard) with { Claims = claims }, knownAt: "2026-04-01").Verdict);
    }

    [Fact]
    public void Evidence_of_another_version_never_counts_by_its_code()
    {
        var report = Judge(With([.. AllAccepted(Standard).Where(c => c.Ksb.ToString() is not ("K1" or "K2")), .. Claims(TestStandards.MammographyBefore, "K1, K2", ClaimDecisionKind.Accepted, "2025-01-01")]));

        Assert.Equal(Verdict.CannotTell, report.Verdict);
        Assert.Contains("accepted under ST0583@1.1 (K1, K2) carries over to K1, K2 of ST0583@1.2", report.Outcome.MissingFacts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_of_another_version_changes_nothing_where_there_is_evidence_of_this_one() =>
        Assert.Equal(Verdict.Met, Judge(With([.. AllAccepted(Standard), .. AllAccepted(TestStandards.MammographyBefore)])).Verdict);

    [Fact]
    public void A_KSB_without_any_evidence_outweighs_one_that_might_carry_over()
    {
        var moved = With(Claims(TestStandards.MammographyBefore, "K1", ClaimDecisionKind.Accepted, "2025-01-01")) with
        {
            Moves = Of(new StandardMove(Day("2025-02-01"), TestStandards.MammographyBefore.Id, Standard.Id) { Pending = [new KsbLink(KsbCode.Parse("K1"), KsbCode.Parse("K1"))] }),
        };

        Assert.Equal(Verdict.NotMet, Judge(moved).Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(moved, ksbs: "K1").Verdict);

        // Without a transfer nobody has said that it is K1 alone, or K1 at all.
        Assert.Equal(Verdict.CannotTell, Judge(moved with { Moves = Ledger<StandardMove>.Unknown }).Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(moved with { Moves = Ledger<StandardMove>.Unknown }, ksbs: "S1").Verdict);
    }

    [Fact]
    public void Prior_learning_is_no_evidence()
    {
        var learner = With([.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != "K1")]) with { PriorLearning = Of(new PriorLearning(Day("2024-09-02")) { Ksbs = TestStandards.Codes("K1") }) };

        Assert.Equal((Verdict.NotMet, "no evidence: K1"), (Judge(learner).Verdict, Judge(learner).Outcome.Shortfall));
    }

    [Fact]
    public void Some_KSBs_can_be_asked_by_themselves()
    {
        Assert.Equal(Verdict.Met, Judge(With(Claims(Standard, "K1-K3", ClaimDecisionKind.Accepted, "2025-01-01")), ksbs: "K1-K3").Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(With(), ksbs: "K1-K47").Verdict);
        Assert.Throws<ArgumentException>(() => Require.KsbsAchieved(ksbs: "K1, oops"));
        Assert.Throws<ArgumentException>(() => Require.KsbsAchieved(ksbs: ""));
    }

    [Fact]
    public void An_option_decides_which_KSBs_are_in_force()
    {
        var standard = TestStandards.WithOptions;
        var learner = On(standard) with { Claims = Complete("2026-03-01", Claims(standard, "K1, K2, K4, S1, S2", ClaimDecisionKind.Accepted, "2025-01-01")) };

        Assert.Equal(Verdict.CannotTell, Judge(learner, standard).Verdict);
        Assert.Equal(Verdict.Met, Judge(learner with { Options = Of(new OptionChoice(Day("2024-09-02"), "Option A")) }, standard).Verdict);
        Assert.Equal("no evidence: K3", Judge(learner with { Options = Of(new OptionChoice(Day("2024-09-02"), "b")) }, standard).Outcome.Shortfall);
        Assert.Equal(Verdict.CannotTell, Judge(learner with { Options = Of(new OptionChoice(Day("2024-09-02"), "c")) }, standard).Verdict);
        Assert.Equal("no evidence: K3", Judge(learner with { Options = Of(new OptionChoice(Day("2024-09-02"), "a"), new OptionChoice(Day("2025-09-02"), "b")) }, standard).Outcome.Shortfall);
    }

    [Fact]
    public void A_standard_without_KSBs_is_never_met() =>
        Assert.Equal(Verdict.CannotTell, Judge(Empty(TestStandards.Empty, "2026-03-01"), TestStandards.Empty).Verdict);

    [Fact]
    public void A_standard_without_duties_is_judged_on_its_KSBs()
    {
        var standard = TestStandards.Foundation;

        Assert.Equal(Verdict.NotMet, Judge(Empty(standard, "2026-03-01"), standard).Verdict);
        Assert.Equal(Verdict.Met, Judge(On(standard) with { Claims = Of(AllAccepted(standard)) }, standard).Verdict);
    }

    [Fact]
    public void One_missing_behaviour_is_one_shortfall_however_many_duties_need_it()
    {
        var report = Assess(Require.KsbsAchieved(), With([.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != "B1")]), Standard, "2026-03-01");

        Assert.Equal("no evidence: B1", report.Root.Outcome.Shortfall);
        Assert.Single(report.Outstanding);
        Assert.Equal([(1, false), (2, false), (11, false)], report.Duties.Select(d => (d.Duty.Number, d.IsComplete)));
        Assert.All(report.Duties, d => Assert.Equal("B1", d.Missing.ToString()));
    }

    [Fact]
    public void The_evidence_of_each_KSB_is_named()
    {
        var report = Judge(With([.. Claims(Standard, "K1-K46, S1-S40", ClaimDecisionKind.Accepted, "2025-01-01", "E1"), .. Claims(Standard, "S40, B1-B4", ClaimDecisionKind.Accepted, "2025-01-01", "E2")]));

        Assert.Equal([("K1-K46, S1-S40", "E1"), ("S40, B1-B4", "E2")], report.Outcome.Facts.Where(f => f.Name == "accepted").Select(f => (f.Value, f.Evidence.Single())));
    }

    /// <summary>One text alone is the KSBs; beside anything else the first is the id, and would ask for every KSB.</summary>
    [Fact]
    public void Ksbs_that_are_given_as_an_id_are_refused()
    {
        Assert.All(["S1-S3", "S1, S2", "Duty 1"], id => Assert.StartsWith($"'{id}' is the id here, and every KSB would be asked; give it as ksbs: \"{id}\".", Assert.Throws<ArgumentException>(() => Require.KsbsAchieved(id, atLeast: KsbThreshold.Count(1))).Message, StringComparison.Ordinal));
        Assert.All(["ksbs", "all-KSBs", "imaging-1", "S"], id => Assert.Null(Require.KsbsAchieved(id, atLeast: KsbThreshold.Percent(50)).Ksbs));
        Assert.Equal("S1", Require.KsbsAchieved("S1", "S1").Id);
    }
}
