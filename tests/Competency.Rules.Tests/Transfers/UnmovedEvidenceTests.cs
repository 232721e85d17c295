using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Transfers;

/// <summary>Evidence that is accepted under another version, from which no transfer leads: a code means nothing across versions, so nobody can tell for which KSB it stands.</summary>
public class UnmovedEvidenceTests
{
    private static readonly DateOnly AsOf = Day("2025-06-30");

    private static ReadinessPolicy Policy { get; } = new("test", "Test", "1", Require.KsbsAchieved());

    private static OccupationalStandard New { get; } = Make("ST0901@1.1", "K1", "K2", "K3", "S1");

    private static StandardId Old { get; } = StandardId.Parse("ST0901@1.0");

    private static OccupationalStandard Make(string id, params string[] codes) =>
        new(StandardId.Parse(id), "Judged", codes.Select(c => new KsbStatement(KsbCode.Parse(c), $"Statement {c} of {id}.")));

    private static KsbCode Code(string code) => KsbCode.Parse(code);

    private static Claim Claim(StandardId standard, string ksb, string evidence, ClaimDecisionKind kind = ClaimDecisionKind.Accepted, string on = "2025-05-01", string? recorded = null) =>
        new(evidence, standard, Code(ksb), new ClaimDecision(kind, Day(on)) { By = "A. Assessor", Role = "assessor", Recorded = Day(recorded ?? on) });

    private static Learner With(params Claim[] claims) => On(New) with { Claims = Complete("2030-01-01", claims) };

    /// <summary>The verdict, after every way to find it gave the same.</summary>
    private static Verdict Everywhere(Requirement requirement, Learner learner, OccupationalStandard standard, string asOf = "2025-06-30", string? knownAt = null)
    {
        var policy = new ReadinessPolicy("test", "Test", "1", requirement);
        var (day, known) = (Day(asOf), Day(knownAt ?? asOf));
        var verdict = policy.Assess(learner, standard, day, known).Verdict;
        Assert.Equal(verdict, policy.IsReady(learner, standard, day, known));
        Assert.Equal(verdict, policy.IsReady(learner, standard, day, known));
        Assert.Equal(verdict, new ReadinessTracker(policy, learner, standard, day, known).Verdict);
        Assert.Equal(verdict, new Cohort(policy, standard).Judge([learner], day, known, cancellationToken: TestContext.Current.CancellationToken)[0]);
        var tracker = new ReadinessTracker(policy, learner with { Claims = new Ledger<Claim>([], learner.Claims.Completeness) }, standard, day, known);
        learner.Claims.Entries.ToList().ForEach(c => tracker.Apply(c));
        Assert.Equal(verdict, tracker.Verdict);
        return verdict;
    }

    /// <summary>
    /// The published versions 1.2 and 1.3: S26 of 1.2 is word for word S25 of 1.3. All but S25 is accepted under 1.3, and S26 under 1.2: nobody has moved it, and it is not S25 by its code.
    /// </summary>
    [Fact]
    public void ST0499_S26_of_1_2_leaves_S25_of_1_3_open_until_a_transfer_carries_it()
    {
        var (old, @new) = (VersionTransferTests.Published("1.2"), VersionTransferTests.Published("1.3"));
        Assert.Equal(old.Ksbs.Single(k => k.Code == Code("S26")).Text, @new.Ksbs.Single(k => k.Code == Code("S25")).Text);
        var learner = On(@new) with { Claims = Complete("2025-12-31", [.. Claims(@new, "K1-K34, S1-S24, B1-B5", ClaimDecisionKind.Accepted, "2025-05-01"), .. Claims(old, "S26", ClaimDecisionKind.Accepted, "2025-03-01", "E7")]) };
        var report = Policy.Assess(learner, @new, AsOf);

        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved(), learner, @new));
        var outcome = report.Root.Outcome;
        Assert.Equal("63 of 64 KSBs achieved; other evidence is accepted under ST0499@1.2, and a code means something only within its version", outcome.Explanation);
        Assert.Equal(["a transfer plan that says what of the evidence accepted under ST0499@1.2 (S26) carries over to S25 of ST0499@1.3"], outcome.MissingFacts);
        Assert.Equal("no evidence under ST0499@1.3: S25", outcome.Shortfall);
        Assert.Equal(
            ["Make a transfer plan from ST0499@1.2 to ST0499@1.3 for S25, and decide on the evidence under ST0499@1.3", "Hand in evidence for S25, as far as nothing carries over from ST0499@1.2"],
            report.Outstanding.Select(a => a.Text));
        var fact = Assert.Single(outcome.Facts, f => f.Name == "accepted under ST0499@1.2");
        Assert.Equal(("S26", "E7", "A. Assessor"), (fact.Value, Assert.Single(fact.Evidence), Assert.Single(fact.Signatures).By));

        var moved = VersionTransfer.Plan(old, @new, learner).Apply([], Day("2025-06-15"), "P. Rovider").Learner;
        Assert.Equal(Verdict.Met, Everywhere(Require.KsbsAchieved(), moved, @new));
    }

    /// <summary>S12 of 1.2 is S11 of 1.3, and another statement than S12 of 1.3: it leaves whatever is lacking open, and S12 no more than any other; it is no standing of S12.</summary>
    [Theory]
    [InlineData("S12")]
    [InlineData("S11")]
    public void ST0499_S12_of_1_2_says_nothing_of_S12_of_1_3_by_its_code(string lacking)
    {
        var (old, @new) = (VersionTransferTests.Published("1.2"), VersionTransferTests.Published("1.3"));
        var learner = On(@new) with { Claims = Complete("2025-12-31", [.. AllAccepted(@new, "2025-05-01").Where(c => c.Ksb != Code(lacking)), .. Claims(old, "S12", ClaimDecisionKind.Accepted, "2025-03-01", "E7")]) };
        var ksbs = Policy.Assess(learner, @new, AsOf).Ksbs;

        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved(), learner, @new));
        Assert.Equal((KsbStanding.NoEvidence, true, 0), (ksbs[Code(lacking)], ksbs.MayBeCarriedOver(Code(lacking)), ksbs.EvidenceFor(Code(lacking)).Count));

        // Once it was moved, S11 has it and S12 has nothing.
        var moved = VersionTransfer.Plan(old, @new, learner).Apply([], Day("2025-06-15"), "P. Rovider").Learner;
        Assert.Equal(lacking == "S11" ? Verdict.Met : Verdict.NotMet, Everywhere(Require.KsbsAchieved(), moved, @new));
    }

    /// <summary>A transfer whose offers are all decided leaves nothing open: what was not carried is history.</summary>
    [Fact]
    public void After_a_transfer_with_every_offer_decided_what_is_lacking_is_lacking()
    {
        var learner = With(Claim(New.Id, "K1", "E1"), Claim(Old, "K2", "E2"), Claim(Old, "S9", "E3")) with { Moves = Complete("2025-12-31", new StandardMove(Day("2025-06-15"), Old, New.Id)) };
        var report = Policy.Assess(learner, New, AsOf);

        Assert.Equal(Verdict.NotMet, Everywhere(Require.KsbsAchieved(), learner, New));
        Assert.Equal("no evidence: K2-K3, S1", report.Root.Outcome.Shortfall!.Replace("K2, K3", "K2-K3", StringComparison.Ordinal));
        Assert.DoesNotContain("transfer", report.ToText(), StringComparison.OrdinalIgnoreCase);

        // Before the day of the transfer nobody can tell.
        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved(), learner, New, "2025-06-14"));
    }

    [Fact]
    public void A_transfer_from_one_version_leaves_open_what_is_accepted_under_another()
    {
        var learner = With(Claim(Old, "K2", "E2"), Claim(StandardId.Parse("ST0001@1.0"), "B9", "E3")) with { Moves = Complete("2025-12-31", new StandardMove(Day("2025-06-15"), Old, New.Id) { Pending = [new KsbLink(Code("K2"), Code("S1"))] }) };
        var outcome = Policy.Assess(learner, New, AsOf).Root.Outcome;

        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved(), learner, New));
        Assert.Equal(["a transfer plan that says what of the evidence accepted under ST0001@1.0 (B9) and ST0901@1.0 (K2) carries over to K1-K3, S1 of ST0901@1.1"], outcome.MissingFacts);
        Assert.Equal(["accepted under ST0001@1.0 B9 E3", "accepted under ST0901@1.0 K2 E2"], outcome.Facts.Skip(1).Select(f => $"{f.Name} {f.Value} {f.Evidence.Single()}"));
    }

    /// <summary>An offer in a version that was left since leads on with the statement for which it is made: to that of the version that is judged, or nowhere.</summary>
    [Fact]
    public void An_offer_that_nobody_decided_before_the_next_transfer_leaves_open_where_it_leads()
    {
        var next = Make("ST0901@1.2", "K1", "K2", "K3", "S1");
        Learner Moved(KsbLink[] pending, params KsbLink[] carried) => On(next) with
        {
            Claims = Complete("2030-01-01", [Claim(Old, "K7", "E7"), .. Claims(next, "K1, K2, S1", ClaimDecisionKind.Accepted, "2025-05-01")]),
            Moves = Complete("2030-01-01", new StandardMove(Day("2025-05-10"), Old, New.Id) { Pending = pending }, new StandardMove(Day("2025-06-10"), New.Id, next.Id) { Carried = carried }),
        };
        KsbLink offer = new(Code("K7"), Code("K1"));

        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved(), Moved([offer], new KsbLink(Code("K1"), Code("K3"))), next));
        Assert.Equal(Verdict.NotMet, Everywhere(Require.KsbsAchieved(), Moved([offer], new KsbLink(Code("K1"), Code("K1"))), next));
        Assert.Equal(Verdict.NotMet, Everywhere(Require.KsbsAchieved(), Moved([offer]), next));
        Assert.Equal(Verdict.NotMet, Everywhere(Require.KsbsAchieved(), Moved([new KsbLink(Code("K8"), Code("K1"))], new KsbLink(Code("K1"), Code("K3"))), next));
        Assert.Contains("Make a transfer plan from ST0901@1.0 to ST0901@1.2 for K3", Policy.Assess(Moved([offer], new KsbLink(Code("K1"), Code("K3"))), next, AsOf).Outstanding[0].Text, StringComparison.Ordinal);
    }

    /// <summary>One item was accepted for K1 and later referred for K2, and both are offered for S1: the referral undoes nothing.</summary>
    [Fact]
    public void Of_two_KSBs_that_are_offered_for_one_each_counts_by_itself()
    {
        var learner = With([.. New.Ksbs.SkipLast(1).Select(k => Claim(New.Id, k.Code.ToString(), "E1")), Claim(Old, "K1", "E2"), Claim(Old, "K2", "E2", ClaimDecisionKind.Referred, "2025-05-20")]) with
        {
            Moves = Complete("2025-12-31", new StandardMove(Day("2025-06-15"), Old, New.Id) { Pending = [new KsbLink(Code("K1"), Code("S1")), new KsbLink(Code("K2"), Code("S1"))] }),
        };

        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved(), learner, New));
        Assert.Equal(KsbStanding.AcceptedElsewhere, Policy.Assess(learner, New, AsOf).Ksbs[Code("S1")]);
    }

    [Theory]
    [InlineData(ClaimDecisionKind.Submitted)]
    [InlineData(ClaimDecisionKind.Referred)]
    [InlineData(ClaimDecisionKind.AcceptedInPart)]
    [InlineData(ClaimDecisionKind.Overturned)]
    [InlineData(ClaimDecisionKind.Withdrawn)]
    public void What_is_not_accepted_in_full_elsewhere_leaves_nothing_open(ClaimDecisionKind kind) =>
        Assert.Equal(Verdict.NotMet, Everywhere(Require.KsbsAchieved(), With(Claim(New.Id, "K1", "E1"), Claim(Old, "S9", "E2"), Claim(Old, "S9", "E2", kind, "2025-05-20")), New));

    /// <summary>Accepted on 1 May, recorded on 10 May, overturned on 1 June: open in between, on days past as well.</summary>
    [Theory]
    [InlineData("2025-04-30", "2025-06-30", Verdict.NotMet)]
    [InlineData("2025-05-09", "2025-05-09", Verdict.NotMet)]
    [InlineData("2025-05-09", "2025-05-10", Verdict.CannotTell)]
    [InlineData("2025-05-31", "2025-05-31", Verdict.CannotTell)]
    [InlineData("2025-06-01", "2025-06-01", Verdict.NotMet)]
    public void It_goes_by_the_decision_in_force_of_the_day(string asOf, string knownAt, Verdict verdict)
    {
        Claim[] elsewhere = [Claim(Old, "S9", "E2", recorded: "2025-05-10"), Claim(Old, "S9", "E2", ClaimDecisionKind.Overturned, "2025-06-01")];
        Assert.Equal(verdict, Everywhere(Require.KsbsAchieved(), With(elsewhere), New, asOf, knownAt));

        // One item that is claimed twice for one KSB of this version takes the other way to count.
        Assert.Equal(verdict, Everywhere(Require.KsbsAchieved(), With([Claim(New.Id, "K1", "E1", on: "2025-01-01"), Claim(New.Id, "K1", "E1", on: "2025-01-02"), .. elsewhere]), New, asOf, knownAt));
    }

    /// <summary>K1 is achieved and three are not: with one item of another version that may stand for any, any number of them may be.</summary>
    [Fact]
    public void What_is_achieved_without_it_is_met()
    {
        var learner = With(Claim(New.Id, "K1", "E1"), Claim(Old, "S9", "E2"));

        Assert.Equal(Verdict.Met, Everywhere(Require.KsbsAchieved("k", null, KsbThreshold.Count(1)), learner, New));
        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved("k", null, KsbThreshold.Count(2)), learner, New));
        Assert.Equal(Verdict.Met, Everywhere(Require.KsbsAchieved("k", "K1"), learner, New));
        Assert.Equal(Verdict.CannotTell, Everywhere(Require.KsbsAchieved("k", "S1"), learner, New));
    }

    /// <summary>Accepted under 1.0 is one observation of 1 May 2025 by A. Assessor, for two KSBs: one item.</summary>
    [Theory]
    [InlineData(1, 1, null, null, Verdict.CannotTell)]
    [InlineData(2, 1, null, null, Verdict.CannotTell)] // with E1, which is accepted for K1
    [InlineData(3, 1, null, null, Verdict.NotMet)]
    [InlineData(2, 2, null, null, Verdict.NotMet)]
    [InlineData(2, 1, "log", null, Verdict.NotMet)]
    [InlineData(2, 1, "observation", null, Verdict.CannotTell)]
    [InlineData(2, 1, null, 12, Verdict.CannotTell)]
    [InlineData(2, 1, null, 1, Verdict.NotMet)]
    public void A_demand_that_it_could_not_meet_is_not_met(int items, int assessors, string? kind, int? months, Verdict verdict)
    {
        var demand = new EvidenceDemand { Items = items, Assessors = assessors, Kinds = kind is null ? [] : [kind], NotOlderThanMonths = months };
        Claim Observed(Claim claim) => claim with { EvidenceKind = "observation" };
        var learner = With(Observed(Claim(New.Id, "K1", "E1", on: "2025-06-20")), Observed(Claim(Old, "S9", "E2")), Observed(Claim(Old, "K2", "E2")));
        var requirement = Require.KsbsAchieved("k", items == 1 ? "K1, K2" : "K1", demand: demand);
        var outcome = Assess(requirement, learner, New, "2025-06-30").Root.Outcome;

        Assert.Equal(verdict, Everywhere(requirement, learner, New));
        Assert.Equal(verdict == Verdict.CannotTell, outcome.Actions.Any(a => a.Text.StartsWith("Make a transfer plan from ST0901@1.0", StringComparison.Ordinal)));
        Assert.Equal(verdict == Verdict.CannotTell, outcome.Facts.Any(f => f.Name == "accepted under ST0901@1.0" && f.Value == "K2, S9"));
    }

    [Fact]
    public void A_tracker_counts_again_when_it_comes_and_goes()
    {
        var tracker = new ReadinessTracker(Policy, With(Claim(New.Id, "K1", "E1")), New, AsOf);
        Assert.Equal(Verdict.NotMet, tracker.Verdict);

        var come = tracker.Apply(Claim(Old, "S9", "E2"));
        Assert.Equal(["ksbs: NotMet to CannotTell"], come.Verdicts.Select(v => v.ToString()));
        Assert.Empty(come.Ksbs);
        Assert.True(tracker.Apply(Claim(Old, "K1", "E2")).IsEmpty);
        tracker.Apply(Claim(New.Id, "K2", "E1"));
        tracker.Apply(Claim(New.Id, "K2", "E1", ClaimDecisionKind.Referred, "2025-05-02"));
        Assert.Equal(Verdict.CannotTell, tracker.Verdict);

        Assert.True(tracker.Apply(Claim(Old, "S9", "E2", ClaimDecisionKind.Withdrawn, "2025-05-03")).IsEmpty);
        Assert.Equal(["ksbs: CannotTell to NotMet"], tracker.Apply(Claim(Old, "K1", "E2", ClaimDecisionKind.Overturned, "2025-05-03")).Verdicts.Select(v => v.ToString()));
        Assert.Equal(["ksbs: NotMet to CannotTell"], tracker.Apply(Claim(Old, "K3", "E5", recorded: "2025-06-30")).Verdicts.Select(v => v.ToString()));
        Assert.True(tracker.Apply(Claim(New.Id, "K2", "E1", on: "2025-05-04")).Verdicts.Count == 0);
        tracker.Apply(Claim(New.Id, "K3", "E1"));
        Assert.Equal(["ksbs: CannotTell to Met"], tracker.Apply(Claim(New.Id, "S1", "E1")).Verdicts.Select(v => v.ToString()));
    }

    [Fact]
    public void What_two_requirements_lack_is_told_in_one_plan()
    {
        var requirement = Require.AllOf("all", "All", Require.KsbsAchieved("knowledge", "K1-K3"), Require.KsbsAchieved("skills", "S1"));
        var learner = With(Claim(Old, "S9", "E2"), Claim(New.Id, "K2", "E4", ClaimDecisionKind.Referred), Claim(New.Id, "K3", "E5", ClaimDecisionKind.Submitted));

        Assert.Equal(
            [
                "Make a transfer plan from ST0901@1.0 to ST0901@1.1 for K1-K3, S1, and decide on the evidence under ST0901@1.1",
                "Hand in evidence for K1, S1, as far as nothing carries over from ST0901@1.0",
                "Rework or add evidence for K2 (E4), as far as nothing carries over from ST0901@1.0",
                "Decide on the evidence for K3 (E5)",
            ],
            Assess(requirement, learner, New, "2025-06-30").Outstanding.Select(a => a.Text));
    }

    [Fact]
    public void A_programme_cannot_tell_whether_a_learner_is_behind()
    {
        ProgrammeMilestone[] milestones = [new ProgrammeMilestone("m1", Day("2025-06-01")) { Ksbs = [Code("K1"), Code("S1")] }];
        ProgressPart Ksbs(Learner learner) => ProgrammeProgress.Of(learner with { Episodes = Of(Learning("2025-01-01")) }, New, milestones, AsOf).Ksbs;

        Assert.Equal(Pace.Behind, Ksbs(With(Claim(New.Id, "K1", "E1"))).Pace);
        var open = Ksbs(With(Claim(New.Id, "K1", "E1"), Claim(Old, "S9", "E2")));
        Assert.Equal((Pace.CannotTell, "a transfer plan that says what of the evidence accepted under ST0901@1.0 (S9) carries over to S1 of ST0901@1.1"), (open.Pace, Assert.Single(open.MissingFacts)));
    }

    [Fact]
    public void A_platform_says_it_of_all_KSBs_in_columns_of_its_own()
    {
        var cohort = new Cohort(Policy, New);
        var columns = cohort.NewColumns(2, AsOf);
        for (var i = 0; i < 2; i++)
        {
            columns.SetKsbs(i, New.Select("K1"), i == 0 ? New.InForce() : KsbSet.Empty(New));
            columns.SetFlag("claims-complete", i, value: true);
        }

        var result = cohort.Judge(columns, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((Verdict.CannotTell, Verdict.NotMet), (result[0], result[1]));
    }
}
