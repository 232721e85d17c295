using System.Text.Json;
using Competency.Versions;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Transfers;

public class VersionTransferTests
{
    private const string Long = "Plan the work of the team, agree it with the client and record what was agreed";

    /// <summary>K2 is reworded, K3 withdrawn (and much like the new K1), S1 becomes S2, and S1 is new.</summary>
    private static OccupationalStandard Old { get; } = Make("ST0900@1.0", ("K1", Long + " in writing."), ("K2", "Know the law on safety at work and the duties of an employer."), ("K3", Long + "."), ("S1", "Weld steel."));

    private static OccupationalStandard New { get; } = Make("ST0900@1.1", ("K1", Long + " in writing."), ("K2", "Know the law on safety at work and all the duties of an employee."), ("S1", "Paint wood by hand."), ("S2", "Weld steel."));

    private static OccupationalStandard Make(string id, params (string Code, string Text)[] ksbs) =>
        new(StandardId.Parse(id), "Transferred", ksbs.Select(k => new KsbStatement(KsbCode.Parse(k.Code), k.Text)));

    private static KsbCode Code(string code) => KsbCode.Parse(code);

    private static ReadinessPolicy Ksbs { get; } = new("test", "Test", "1", Require.KsbsAchieved());

    private static ReadinessReport Judge(Learner learner, OccupationalStandard standard, string asOf) => Ksbs.Assess(learner, standard, Day(asOf));

    /// <summary>Everything accepted under 1.0 on 1 May, K1 by E1, K2 by E2, K3 by E3, S1 by E4; the record is complete up to the end of 2025.</summary>
    private static Learner Learner { get; } = On(Old) with
    {
        Claims = Complete("2025-12-31", [.. new[] { "K1", "K2", "K3", "S1" }.Select((k, i) =>
            new Claim($"E{i + 1}", Old.Id, Code(k), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-05-01")) { By = "A. Assessor", Role = "assessor" }) { EvidenceKind = "log" })]),
    };

    private static VersionTransfer Plan => VersionTransfer.Plan(Old, New, Learner);

    private static TransferDecision Decide(string old, string @new, bool isApproved = true, string on = "2025-06-10") => new(Code(old), Code(@new), isApproved, "L. Ead", Day(on));

    [Fact]
    public void A_plan_says_what_is_carried_offered_new_and_withdrawn() =>
        Assert.Equal(
            ["K1 → K1: Carried [E1]", "K2 → K2: NeedsReview [E2]", "K3 → -: Withdrawn [E3]", "K3 → K1: NeedsReview [E3]", "S1 → S2: Carried [E4]", "- → S1: New []"],
            Plan.Items.Select(i => $"{i} [{string.Join(' ', i.Evidence)}]"));

    /// <summary>Before anything is applied the old evidence is of another version: nobody can tell for which KSB it stands, of S2 (whose code the old version does not have) no more than of the others.</summary>
    [Fact]
    public void Without_a_transfer_nobody_can_tell()
    {
        var report = Judge(Learner, New, "2025-06-30");

        Assert.Equal((Verdict.CannotTell, "no evidence under ST0900@1.1: K1-K2, S1-S2"), (report.Verdict, report.Root.Outcome.Shortfall!.Replace("K1, K2", "K1-K2", StringComparison.Ordinal).Replace("S1, S2", "S1-S2", StringComparison.Ordinal)));
    }

    /// <summary>Carried alone: K1 and S2 are achieved, K2 waits for a person, S1 has no evidence. Nothing of the old S1 (welding) counts for the new (painting).</summary>
    [Fact]
    public void What_nobody_decided_stays_open()
    {
        var moved = Plan.Apply([], Day("2025-06-15"), "P. Rovider").Learner;
        var report = Judge(moved, New, "2025-06-30");

        Assert.Equal(
            [("K1", KsbStanding.Achieved), ("K2", KsbStanding.AcceptedElsewhere), ("S1", KsbStanding.NoEvidence), ("S2", KsbStanding.Achieved)],
            New.Ksbs.Select(k => (k.Code.ToString(), report.Ksbs[k.Code])));
        Assert.Equal(["E2"], report.Ksbs.EvidenceFor(Code("K2")));
        Assert.Equal((Verdict.NotMet, "no evidence: S1; accepted under another version: K2"), (report.Verdict, report.Root.Outcome.Shortfall));
        Assert.Equal(Verdict.CannotTell, Assess(Require.KsbsAchieved(ksbs: "K1-K2, S2"), moved, New, "2025-06-30").Verdict);
        Assert.Equal(Verdict.Met, Assess(Require.KsbsAchieved(ksbs: "K1, S2"), moved, New, "2025-06-30").Verdict);
        Assert.Equal(["K2 → K2", "K3 → K1"], moved.Moves.Entries.Single().Pending.Select(p => p.ToString()));
    }

    /// <summary>K2 was approved five days before the plan was applied; that K1 and S2 carry over nobody had to approve.</summary>
    [Fact]
    public void Whoever_approved_signed_on_the_day_of_the_approval()
    {
        var approved = Plan.Apply([Decide("K2", "K2")], Day("2025-06-15"), "P. Rovider").Learner;

        Assert.Equal(
            ["K2 L. Ead 2025-06-10", "K1, S2 P. Rovider 2025-06-15"],
            Judge(approved, New, "2025-06-30").Root.Outcome.Facts.Where(f => f.Name == "carried over").Select(f => $"{f.Value[..f.Value.IndexOf(", accepted", StringComparison.Ordinal)]} {f.Signatures[0].By} {f.Signatures[0].On:yyyy-MM-dd}"));
    }

    [Fact]
    public void An_approved_offer_counts_and_a_rejected_one_does_not()
    {
        var approved = Plan.Apply([Decide("K2", "K2"), Decide("K3", "K1", isApproved: false)], Day("2025-06-15"), "P. Rovider");
        var rejected = Plan.Apply([Decide("K2", "K2", isApproved: false), Decide("K3", "K1", isApproved: false)], Day("2025-06-15"), "P. Rovider");

        Assert.Equal((Verdict.NotMet, "no evidence: S1"), (Judge(approved.Learner, New, "2025-06-30").Verdict, Judge(approved.Learner, New, "2025-06-30").Root.Outcome.Shortfall));
        Assert.Equal((Verdict.NotMet, "no evidence: K2, S1"), (Judge(rejected.Learner, New, "2025-06-30").Verdict, Judge(rejected.Learner, New, "2025-06-30").Root.Outcome.Shortfall));
        var facts = Assess(Require.KsbsAchieved(ksbs: "K2", demand: new EvidenceDemand { Kinds = ["log"] }), approved.Learner, New, "2025-06-30").Root.Outcome.Facts;
        Assert.Equal(["A. Assessor assessor 2025-05-01", "L. Ead for carrying it over 2025-06-10"], facts.SelectMany(f => f.Signatures).Select(s => $"{s.By} {s.Role} {s.On:yyyy-MM-dd}"));
    }

    [Fact]
    public void Old_claims_are_kept_and_nothing_counts_before_the_day_of_the_transfer_or_before_it_is_recorded()
    {
        var moved = Plan.Apply([Decide("K2", "K2")], Day("2025-06-15"), "P. Rovider", recorded: Day("2025-06-20")).Learner;

        Assert.Equal(Learner.Claims.Entries, moved.Claims.Entries);
        Assert.True(Judge(moved, New, "2025-06-14").Ksbs is var before && before.MayBeCarriedOver(Code("K1")) && before[Code("K1")] == KsbStanding.NoEvidence);
        Assert.True(Judge(moved, New, "2025-06-16").Ksbs is var unrecorded && unrecorded.MayBeCarriedOver(Code("K1")) && unrecorded[Code("K1")] == KsbStanding.NoEvidence);
        Assert.Equal(KsbStanding.Achieved, Ksbs.Assess(moved, New, Day("2025-06-16"), Day("2025-06-20")).Ksbs[Code("K1")]);
        Assert.True(Ksbs.Assess(moved, New, Day("2025-06-14"), Day("2025-06-20")).Ksbs is var early && early.MayBeCarriedOver(Code("K1")) && early[Code("K1")] == KsbStanding.NoEvidence);
    }

    [Fact]
    public void The_verdict_before_and_after_is_told()
    {
        var difference = Plan.Apply([Decide("K2", "K2")], Day("2025-06-15"), "P. Rovider").Compare(Ksbs, Day("2025-06-30"));

        Assert.Equal((Verdict.Met, Verdict.NotMet), (difference.Before.Verdict, difference.After.Verdict));
        Assert.Equal(("ST0900@1.0", "ST0900@1.1"), (difference.Before.Standard.Id.ToString(), difference.After.Standard.Id.ToString()));
        Assert.Empty(difference.Ksbs);
    }

    /// <summary>Accepted for the old S1 on 1 May and overturned on 1 July: it is overturned for the new S2 from that day on, whether the plan is applied again or not.</summary>
    [Fact]
    public void What_is_decided_since_counts_at_once_and_a_plan_can_be_applied_again()
    {
        var once = Plan.Apply([Decide("K2", "K2"), Decide("K3", "K1", isApproved: false)], Day("2025-06-15"), "P. Rovider").Learner;
        var overturned = once.With(new Claim("E4", Old.Id, Code("S1"), new ClaimDecision(ClaimDecisionKind.Overturned, Day("2025-07-01"))));
        var again = VersionTransfer.Plan(Old, New, overturned).Apply([Decide("K2", "K2"), Decide("K3", "K1", isApproved: false)], Day("2025-07-02"), "P. Rovider").Learner;
        string Carried(Learner learner) => string.Join('\n', Judge(learner, New, "2025-07-02").Root.Outcome.Facts.Where(f => f.Name == "carried over").Select(f => f.Value));

        Assert.Equal((KsbStanding.Achieved, KsbStanding.Overturned), (Judge(overturned, New, "2025-06-30").Ksbs[Code("S2")], Judge(overturned, New, "2025-07-01").Ksbs[Code("S2")]));
        Assert.Equal((KsbStanding.Overturned, KsbStanding.Achieved), (Judge(again, New, "2025-07-02").Ksbs[Code("S2")], Judge(again, New, "2025-07-02").Ksbs[Code("K2")]));
        Assert.Equal(Carried(overturned), Carried(again));
        Assert.Equal("K1, accepted as K1 of ST0900@1.0 (transfer of 2025-06-15)\nK2, accepted as K2 of ST0900@1.0 (transfer of 2025-06-15)", string.Join('\n', Carried(again).Split('\n').Order(StringComparer.Ordinal)));
    }

    /// <summary>E2 went over by an approval; quality assurance overturns it under the old version. Nobody need say again what was approved and what rejected.</summary>
    [Fact]
    public void What_was_decided_on_an_offer_stands_when_the_plan_is_applied_again()
    {
        var once = Plan.Apply([Decide("K2", "K2"), Decide("K3", "K1", isApproved: false)], Day("2025-06-15"), "P. Rovider").Learner;
        var overturned = once.With(new Claim("E2", Old.Id, Code("K2"), new ClaimDecision(ClaimDecisionKind.Overturned, Day("2025-07-01"))));
        var again = VersionTransfer.Plan(Old, New, overturned).Apply([], Day("2025-07-02"), "P. Rovider").Learner;

        Assert.Equal(KsbStanding.Overturned, Judge(again, New, "2025-07-02").Ksbs[Code("K2")]);
        Assert.Empty(again.Moves.Entries[^1].Pending);

        // What nobody had decided stays open, and so does what was accepted only since.
        var open = VersionTransfer.Plan(Old, New, Plan.Apply([Decide("K2", "K2")], Day("2025-06-15"), "P. Rovider").Learner).Apply([], Day("2025-07-02"), "P. Rovider").Learner;
        Assert.Equal(["K3 → K1"], open.Moves.Entries[^1].Pending.Select(p => p.ToString()));
        Assert.Equal(["K3 → K1: NeedsReview"], VersionTransfer.Plan(Old, New, open).ToReview.Select(i => i.ToString()).Skip(1));
        var submitted = Learner with { Claims = Complete("2025-12-31", new Claim("E3", Old.Id, Code("K3"), new ClaimDecision(ClaimDecisionKind.Submitted, Day("2025-05-01")))) };
        var late = VersionTransfer.Plan(Old, New, submitted).Apply([], Day("2025-06-15"), "P. Rovider").Learner.With(new Claim("E3", Old.Id, Code("K3"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-06-20"))));
        Assert.Equal((KsbStanding.NoEvidence, KsbStanding.AcceptedElsewhere), (Judge(late, New, "2025-06-19").Ksbs[Code("K1")], Judge(late, New, "2025-06-20").Ksbs[Code("K1")]));
    }

    /// <summary>E1 went over by its acceptance for K1, and stands beside an old submission for K3, which is approved for K1 as well: once the acceptance is overturned the KSB is not achieved.</summary>
    [Theory]
    [InlineData(ClaimDecisionKind.Submitted)]
    [InlineData(ClaimDecisionKind.Referred)]
    [InlineData(ClaimDecisionKind.AcceptedInPart)]
    public void An_acceptance_that_went_over_and_is_taken_back_is_taken_back_there(ClaimDecisionKind beside)
    {
        var learner = Learner.With(new Claim("E1", Old.Id, Code("K3"), new ClaimDecision(beside, Day("2025-04-01"))));
        var once = VersionTransfer.Plan(Old, New, learner).Apply([Decide("K3", "K1")], Day("2025-06-15"), "P. Rovider").Learner;
        var overturned = once.With(new Claim("E1", Old.Id, Code("K1"), new ClaimDecision(ClaimDecisionKind.Overturned, Day("2025-07-01"))), new Claim("E3", Old.Id, Code("K3"), new ClaimDecision(ClaimDecisionKind.Overturned, Day("2025-07-01"))));
        var again = VersionTransfer.Plan(Old, New, overturned).Apply([Decide("K3", "K1")], Day("2025-07-02"), "P. Rovider").Learner;

        // What is left is that which stands beside it.
        var left = beside switch { ClaimDecisionKind.Submitted => KsbStanding.AwaitingDecision, ClaimDecisionKind.Referred => KsbStanding.Referred, _ => KsbStanding.AcceptedInPart };
        Assert.Equal((KsbStanding.Achieved, left, left), (Judge(once, New, "2025-07-02").Ksbs[Code("K1")], Judge(overturned, New, "2025-07-02").Ksbs[Code("K1")], Judge(again, New, "2025-07-02").Ksbs[Code("K1")]));
    }

    /// <summary>A choice stands as it was made; on the new version it says what it said on the old one.</summary>
    [Fact]
    public void An_option_that_was_taken_back_does_not_return()
    {
        OccupationalStandard Of(string id, string option) => new(StandardId.Parse(id), "Optional", [new KsbStatement(Code("K1"), "Know something.")]) { Options = [new StandardOption(option, "Pruning")] };
        var (before, now) = (Of("ST0901@1.0", "o1"), Of("ST0901@1.1", "x1"));
        OptionChoice chosen = new(Day("2025-05-01"), "o1") { Id = "a" };
        Learner Chosen(params OptionChoice[] choices) => On(before) with { Options = Ledger(choices) };

        Assert.Equal("x1 Pruning", OptionOf(Move(Chosen(chosen)), now));
        Assert.Null(OptionOf(Move(Chosen(chosen, new OptionChoice(Day("2025-05-02"), "o1") { Replaces = "a", IsWithdrawn = true })), now));

        static Ledger<OptionChoice> Ledger(OptionChoice[] choices) => new(choices);
        Learner Move(Learner learner) => VersionTransfer.Plan(before, now, learner).Apply([], Day("2025-06-15"), "P. Rovider").Learner;
    }

    /// <summary>The words are the same: a portfolio goes over with everything else, once, and not to a version with other words.</summary>
    [Fact]
    public void Between_equivalent_versions_a_portfolio_goes_over()
    {
        var same = Make("ST0900@1.2", [.. Old.Ksbs.Select(k => (k.Code.ToString(), k.Text))]);
        var learner = Learner with { Portfolios = Complete("2025-12-31", new PortfolioSubmission(Day("2025-05-05"), Old.Id) { Id = "P1", Ksbs = [Code("K1"), Code("S1")], Items = 3, AuthenticitySigned = true }) };
        var asked = Require.AllOf("all", "All", Require.KsbsAchieved(), Require.Portfolio("K1, S1"));
        var moved = VersionTransfer.Plan(Old, same, learner).Apply([], Day("2025-06-15"), "P. Rovider").Learner;

        Assert.Equal((Verdict.Met, Verdict.Met), (Assess(asked, learner, Old, "2025-06-30").Verdict, Assess(asked, moved, same, "2025-06-30").Verdict));
        Assert.Equal((Verdict.CannotTell, Verdict.Met), (Assess(asked, moved, same, "2025-06-14").Verdict, Assess(asked, VersionTransfer.Plan(Old, same, moved).Apply([], Day("2025-06-16"), "P. Rovider").Learner, same, "2025-06-30").Verdict));
        Assert.Equal(Verdict.CannotTell, Assess(Require.Portfolio("K1"), VersionTransfer.Plan(Old, New, learner).Apply([], Day("2025-06-15"), "P. Rovider").Learner, New, "2025-06-30").Verdict);
    }

    /// <summary>Ann accepted E2 for other words; that it counts for these L. Ead said.</summary>
    [Fact]
    public void A_report_says_what_was_carried_over_and_who_approved()
    {
        var moved = Plan.Apply([Decide("K2", "K2")], Day("2025-06-15"), "P. Rovider").Learner;
        var facts = Judge(moved, New, "2025-06-30").Root.Outcome.Facts.Where(f => f.Name == "carried over").ToArray();

        Assert.Equal(["K2, accepted as K2 of ST0900@1.0 (transfer of 2025-06-15) [E2] L. Ead", "K1, S2, accepted as K1, S1 of ST0900@1.0 (transfer of 2025-06-15) [E1 E4] P. Rovider"],
            facts.Select(f => $"{f.Value} [{string.Join(' ', f.Evidence)}] {f.Signatures.Single().By}"));
        Assert.DoesNotContain(Judge(Learner, Old, "2025-06-30").Root.Outcome.Facts, f => f.Name == "carried over");
    }

    /// <summary>E1 is accepted for K1, and was referred later for K3, which is approved to stand for K1 too: the referral must not undo the acceptance.</summary>
    [Fact]
    public void Of_two_statements_that_lead_to_one_the_better_counts()
    {
        var learner = Learner.With(
            new Claim("E1", Old.Id, Code("K3"), new ClaimDecision(ClaimDecisionKind.Referred, Day("2025-05-20"))));
        var moved = VersionTransfer.Plan(Old, New, learner).Apply([Decide("K3", "K1")], Day("2025-06-15"), "P. Rovider").Learner;

        Assert.Equal((KsbStanding.Achieved, "E1 E3"), (Judge(moved, New, "2025-06-30").Ksbs[Code("K1")], string.Join(' ', Judge(moved, New, "2025-06-30").Ksbs.EvidenceFor(Code("K1")))));
    }

    [Fact]
    public void A_person_can_link_what_was_not_offered()
    {
        var result = Plan.Apply([Decide("S1", "S1")], Day("2025-06-15"), "P. Rovider");

        Assert.Equal(KsbStanding.Achieved, Judge(result.Learner, New, "2025-06-30").Ksbs[Code("S1")]);
        Assert.Equal("S1 → S1 True", Assert.Single(result.Record.Items, i => i.IsExplicit) is var item ? $"{item.Old} → {item.New} {item.Decision!.IsApproved}" : "");
    }

    [Theory]
    [InlineData("K9", "K1", "2025-06-10", "ST0900@1.0 has no K9")]
    [InlineData("K2", "K9", "2025-06-10", "ST0900@1.1 has no K9")]
    [InlineData("K1", "K1", "2025-06-10", "K1 → K1 carries over by itself")]
    [InlineData("K2", "K2", "2025-06-16", "The decision on K2 → K2 of 2025-06-16 was made after the transfer")]
    public void A_decision_that_cannot_be_is_refused(string old, string @new, string on, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Plan.Apply([Decide(old, @new, on: on)], Day("2025-06-15"), "P. Rovider")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_learner_of_neither_version_has_no_plan()
    {
        Assert.Throws<ArgumentException>(() => VersionTransfer.Plan(Old, New, On(TestStandards.Mammography)));
        Assert.Throws<ArgumentException>(() => VersionTransfer.Plan(Old, Old, Learner));
    }

    [Fact]
    public void Equivalent_versions_transfer_whole()
    {
        var same = Make("ST0900@1.9", [.. Old.Ksbs.Select(k => (k.Code.ToString(), k.Text))]);
        var plan = VersionTransfer.Plan(Old, same, Learner);
        var moved = plan.Apply([], Day("2025-06-15"), "P. Rovider");

        Assert.True(plan.IsEquivalent);
        Assert.Empty(plan.ToReview);
        Assert.Equal((Verdict.Met, Verdict.Met), (moved.Compare(Ksbs, Day("2025-06-30")).Before.Verdict, moved.Compare(Ksbs, Day("2025-06-30")).After.Verdict));
    }

    /// <summary>All evidence goes over, and other KSBs are in force for the learner's option.</summary>
    [Fact]
    public void Versions_with_a_duty_of_another_option_are_not_equivalent()
    {
        OccupationalStandard With(string id, string option) => new(StandardId.Parse(id), "T", Old.Ksbs)
        {
            Options = [new StandardOption("x", "Bricks"), new StandardOption("y", "Stones")],
            Duties = [new OccupationDuty(1, "Lay.", [Old.Ksbs[0].Code]) { Options = [option] }],
        };

        Assert.False(VersionTransfer.Plan(With("ST0900@2.0", "x"), With("ST0900@2.1", "y"), On(With("ST0900@2.0", "x"))).IsEquivalent);
    }

    [Fact]
    public void Prior_learning_and_starting_points_keep_the_version_that_they_meant()
    {
        var learner = Learner.With(new PriorLearning(Day("2024-09-02")) { Ksbs = [Code("S1")], ReductionHours = 10 }, new StartingPoint(Day("2024-09-02"), 5) { Scores = [new KsbScore(Code("S1"), 4)] });
        var moved = VersionTransfer.Plan(Old, New, learner).Apply([], Day("2025-06-15"), "P. Rovider").Learner;

        Assert.Equal((Old.Id, Old.Id), (moved.PriorLearning.Entries.Single().Standard, moved.StartingPoints.Entries.Single().Standard));
        Assert.DoesNotContain("prior learning", Judge(moved, New, "2025-06-30").ToText(), StringComparison.Ordinal);
        Assert.Contains("prior learning, which is no evidence: S1", Judge(learner, Old, "2025-06-30").ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Over_two_transfers_evidence_of_the_first_version_is_history()
    {
        var third = Make("ST0900@1.2", ("K1", Long + " in writing."), ("S1", "Weld steel."));
        var second = Plan.Apply([], Day("2025-06-15"), "P. Rovider").Learner;
        var moved = VersionTransfer.Plan(New, third, second).Apply([], Day("2025-06-20"), "P. Rovider").Learner;
        var report = Judge(moved, third, "2025-06-30");

        Assert.Equal((Verdict.Met, "E4"), (report.Verdict, report.Ksbs.EvidenceFor(Code("S1")).Single()));
        var fact = report.Root.Outcome.Facts.Single(f => f.Name == "carried over");
        Assert.Equal("K1, S1, accepted as K1, S1 of ST0900@1.0 (transfer of 2025-06-20)", fact.Value);
        Assert.Equal(["2025-06-15", "2025-06-20"], fact.Signatures.Select(s => $"{s.On:yyyy-MM-dd}"));
    }

    [Fact]
    public void The_option_goes_over_under_its_new_id()
    {
        OccupationalStandard With(string id, string option) => new(StandardId.Parse(id), "T", Old.Ksbs) { Options = [new StandardOption(option, "Bricks"), new StandardOption(option + "2", "Stones")] };
        var (before, after) = (With("ST0900@2.0", "x"), With("ST0900@2.1", "y"));
        var learner = On(before) with { Options = Of(new OptionChoice(Day("2024-09-02"), "x")) };

        foreach (var chosen in new[] { "x", "X", " x", "Bricks", "bricks" })
        {
            var moved = VersionTransfer.Plan(before, after, learner with { Options = Of(new OptionChoice(Day("2024-09-02"), chosen)) }).Apply([], Day("2025-06-15"), "P. Rovider").Learner;
            Assert.Equal(("y Bricks", chosen), (OptionOf(moved, after), Assert.Single(moved.Options.Entries).Option));
            Assert.Equal("x Bricks", OptionOf(moved, before));
        }
    }

    /// <summary>The new version numbers its options anew: the learner stays with what was chosen, or with what nobody knows, and never silently with another.</summary>
    [Theory]
    [InlineData("Stones", "Bricks", "2 Bricks")]
    [InlineData("Stones", "Concrete", "none")]
    [InlineData("Bricks", "Stones", "1 Bricks")]
    public void An_option_that_has_anothers_id_is_not_taken_for_it(string first, string second, string option)
    {
        OccupationalStandard With(string id, string one, string two) => new(StandardId.Parse(id), "T", Old.Ksbs) { Options = [new StandardOption("1", one), new StandardOption("2", two)] };
        var (before, after) = (With("ST0900@2.0", "Bricks", "Stones"), With("ST0900@2.1", first, second));
        var learner = On(before) with { Options = Of(new OptionChoice(Day("2024-09-02"), "1")) };

        var moved = VersionTransfer.Plan(before, after, learner).Apply([], Day("2025-06-15"), "P. Rovider").Learner;
        var judged = Assess(Require.Option(), moved, after, "2025-06-30").Root;
        Assert.Equal(option == "none" ? (Verdict.CannotTell, "'Bricks' is none of the standard's options") : (Verdict.Met, judged.Outcome.Explanation), (judged.Verdict, judged.Outcome.Explanation));
        if (option != "none")
        {
            Assert.Equal(option, OptionOf(moved, after));
        }

        // Whoever chooses under the new version means its options, whatever the old one called so.
        var chosen = moved.With(new OptionChoice(Day("2025-07-01"), "1"));
        Assert.Equal($"1 {first}", OptionOf(VersionTransfer.Plan(before, after, chosen).Apply([], Day("2025-07-15"), "P. Rovider").Learner, after));
    }

    /// <summary>The option by which a learner is judged, at the end of 2025.</summary>
    private static string? OptionOf(Learner learner, OccupationalStandard standard) =>
        new AssessmentContext(learner, standard, Day("2025-12-31"), Day("2025-12-31")).Option is { } option ? $"{option.Id} {option.Title}" : null;

    /// <summary>A choice that holds only later was made on the version of the day on which it was recorded, and one that was corrected later is read anew.</summary>
    [Fact]
    public void A_choice_that_holds_later_or_is_corrected_later_is_of_the_version_that_the_learner_was_on()
    {
        OccupationalStandard With(string id, string one, string two) => new(StandardId.Parse(id), "T", Old.Ksbs) { Options = [new StandardOption("1", one), new StandardOption("2", two)] };
        var (before, after) = (With("ST9001@1.0", "Bricks", "Stones"), With("ST9001@1.1", "Stones", "Bricks"));
        Learner Moved(params OptionChoice[] choices) => VersionTransfer.Plan(before, after, On(before) with { Options = Of(choices) }).Apply([], Day("2025-02-01"), "P. Rovider").Learner;
        string? Option(Learner learner) => OptionOf(learner, after);

        Assert.Equal("2 Bricks", Option(Moved(new OptionChoice(Day("2025-03-01"), "1") { Recorded = Day("2025-01-15") })));
        Assert.Equal("1 Stones", Option(Moved(new OptionChoice(Day("2025-03-01"), "1") { Recorded = Day("2025-02-15") })));
        var corrected = Moved(new OptionChoice(Day("2025-01-01"), "1") { Id = "c1" }).With(new OptionChoice(Day("2025-01-01"), "2") { Replaces = "c1", Recorded = Day("2025-02-20") });
        Assert.Equal("1 Stones", Option(corrected));
        Assert.Equal("1 Stones", Option(VersionTransfer.Plan(before, after, corrected).Apply([], Day("2025-03-01"), "P. Rovider").Learner));
    }

    /// <summary>Who reads a redacted report reads the same option.</summary>
    [Fact]
    public void Without_names_the_option_is_the_same()
    {
        OccupationalStandard With(string id, string option) => new(StandardId.Parse(id), "T", Old.Ksbs) { Options = [new StandardOption(option, "Bricks"), new StandardOption(option + "2", "Stones")] };
        var (before, after) = (With("ST0900@2.0", "x"), With("ST0900@2.1", "y"));
        var moved = VersionTransfer.Plan(before, after, On(before) with { Options = Of(new OptionChoice(Day("2024-09-02"), "x")) }).Apply([], Day("2025-06-15"), "P. Rovider").Learner;
        var report = new ReadinessPolicy("test", "Test", "1", Require.Option()).Assess(moved, after, Day("2025-12-31"));

        Assert.Equal((Verdict.Met, Verdict.Met), (report.Verdict, report.Redacted(RedactionLevel.Anonymous).Verdict));
    }

    /// <summary>There, back again and there once more: whoever has left a version chose elsewhere since.</summary>
    [Fact]
    public void An_option_stays_what_was_chosen_however_often_a_learner_moves()
    {
        OccupationalStandard With(string id, string one, string two) => new(StandardId.Parse(id), "T", Old.Ksbs) { Options = [new StandardOption("1", one), new StandardOption("2", two)] };
        var (before, after) = (With("ST9001@1.0", "Bricks", "Stones"), With("ST9001@1.1", "Stones", "Bricks"));
        Learner Moved(OccupationalStandard from, OccupationalStandard to, Learner learner, string on) => VersionTransfer.Plan(from, to, learner).Apply([], Day(on), "P. Rovider").Learner;
        var learner = On(before) with { Options = Of(new OptionChoice(Day("2024-09-02"), "2")) };

        var there = Moved(before, after, learner, "2025-02-01");
        var back = Moved(after, before, there, "2025-03-01");
        var again = Moved(before, after, back, "2025-05-01");

        Assert.Equal("1 Stones, 2 Stones, 1 Stones, 1 Stones", string.Join(", ", OptionOf(there, after), OptionOf(back, before), OptionOf(again, after), OptionOf(Moved(before, after, again, "2025-06-01"), after)));

        // Another one that was chosen in between goes over as what it was there.
        Assert.Equal("2 Bricks", OptionOf(Moved(before, after, back.With(new OptionChoice(Day("2025-04-01"), "1")), "2025-05-01"), after));
        Assert.Equal("1 Bricks", OptionOf(Moved(after, before, there.With(new OptionChoice(Day("2025-02-10"), "2")), "2025-03-01"), before));
    }

    /// <summary>What was chosen on a version that the learner has left is history, and the record is read again.</summary>
    [Fact]
    public void A_moved_learner_whose_old_option_is_gone_is_read_again()
    {
        OccupationalStandard With(string id, string option) => new(StandardId.Parse(id), "T", Old.Ksbs) { Options = [new StandardOption(option, "Stones")] };
        var (before, after) = (With("ST9001@1.0", "o2"), With("ST9001@1.1", "x2"));
        var moved = VersionTransfer.Plan(before, after, On(before) with { Options = Of(new OptionChoice(Day("2024-09-02"), "o2")) }).Apply([], Day("2025-02-01"), "P. Rovider").Learner;
        var known = new StandardCatalogue([before, after]);

        var read = LearnerDocument.Read("l.learners.json", LearnerDocument.Write([moved]), known);
        Assert.Empty(read.Findings);
        Assert.Equal("x2 Stones", OptionOf(Assert.Single(read.Records).Learner!, after));

        // What none of them has is a mistake still.
        var wrong = LearnerDocument.Read("l.learners.json", LearnerDocument.Write([moved]).Replace("\"option\": \"o2\"", "\"option\": \"o3\"", StringComparison.Ordinal), known);
        Assert.Contains("'o3' is no option of ST9001@1.1", Assert.Single(wrong.Findings).Message, StringComparison.Ordinal);
    }

    /// <summary>As codes do, an option's number moves on when one is put before it.</summary>
    [Theory]
    [InlineData("1", "2 Bricks")]
    [InlineData("2", "3 Stones")]
    public void Options_whose_numbers_moved_on_go_over_by_their_titles(string chosen, string option)
    {
        var before = new OccupationalStandard(StandardId.Parse("ST0900@2.0"), "T", Old.Ksbs) { Options = [new StandardOption("1", "Bricks"), new StandardOption("2", "Stones")] };
        var after = new OccupationalStandard(StandardId.Parse("ST0900@2.1"), "T", Old.Ksbs) { Options = [new StandardOption("2", "Bricks"), new StandardOption("3", "Stones")] };
        var plan = VersionTransfer.Plan(before, after, On(before) with { Options = Of(new OptionChoice(Day("2024-09-02"), chosen)) });

        Assert.Equal([ChangeKind.Renumbered, ChangeKind.Renumbered], plan.Difference.Options.Select(o => o.Kind));
        Assert.Equal(option, OptionOf(plan.Apply([], Day("2025-06-15"), "P. Rovider").Learner, after));
    }

    /// <summary>K2 went over by an approval, and an assessor has decided on it under the new version since: a rejection takes back what went over, and not that.</summary>
    [Fact]
    public void What_was_decided_under_the_new_version_is_not_taken_back()
    {
        var moved = Plan.Apply([Decide("K2", "K2")], Day("2025-06-15"), "P. Rovider").Learner;
        var decided = moved.With(new Claim("E2", New.Id, Code("K2"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-08-01")) { By = "N. Ew" }));
        KsbStanding Rejected(Learner learner) => Judge(VersionTransfer.Plan(Old, New, learner).Apply([Decide("K2", "K2", isApproved: false, on: "2025-09-01")], Day("2025-09-01"), "P. Rovider").Learner, New, "2025-09-30").Ksbs[Code("K2")];

        Assert.Equal([KsbStanding.NoEvidence, KsbStanding.Achieved], new[] { moved, decided }.Select(Rejected));
    }

    /// <summary>Accepted, overturned and accepted again on one day, with a transfer after each: what holds under the old version holds under the new one.</summary>
    [Fact]
    public void What_is_decided_again_as_before_goes_over_again()
    {
        var day = Day("2025-06-15");
        Claim Decided(ClaimDecisionKind kind, string by) => new("E1", Old.Id, Code("K1"), new ClaimDecision(kind, day) { By = by });
        Learner Move(Learner learner) => VersionTransfer.Plan(Old, New, learner).Apply([], day, "P. Rovider").Learner;

        var accepted = Move((On(Old) with { Claims = Complete("2025-12-31", Decided(ClaimDecisionKind.Accepted, "A. Assessor")) }));
        var overturned = Move(accepted.With(Decided(ClaimDecisionKind.Overturned, "I. Q.")));
        var again = Move(overturned.With(Decided(ClaimDecisionKind.Accepted, "A. Assessor")));

        Assert.Equal(
            [KsbStanding.Achieved, KsbStanding.Overturned, KsbStanding.Achieved, KsbStanding.Achieved],
            new[] { accepted, overturned, again, Move(again) }.Select(l => Judge(l, New, "2025-06-30").Ksbs[Code("K1")]));
    }

    [Fact]
    public void No_decision_and_no_day_that_nobody_gave_is_taken()
    {
        Assert.Equal("A decision is null. (Parameter 'decisions')", Assert.Throws<ArgumentException>(() => Plan.Apply([null!], Day("2025-06-15"), "P. Rovider")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan.Apply([], Day("2025-06-15"), "P. Rovider", recorded: default(DateOnly)));
    }

    /// <summary>A learner on each version in one record file, each judged by its own; moving one leaves the other alone.</summary>
    [Fact]
    public void Learners_on_two_versions_live_side_by_side()
    {
        var moved = Plan.Apply([Decide("K2", "K2"), Decide("K3", "K1", isApproved: false)], Day("2025-06-15"), "P. Rovider").Learner;
        var text = LearnerDocument.Write([Learner, moved]).Split("\"id\": \"L1\"") is [var first, var second, var rest] ? $"{first}\"id\": \"L1\"{second}\"id\": \"L2\"{rest}" : "";
        var document = LearnerDocument.Read("a.learners.json", text, new StandardCatalogue([Old, New]));

        Assert.Empty(document.Findings);
        Assert.Equal(text, LearnerDocument.Write(document.Learners));
        Assert.Empty(TinySchema.Of("learner").Errors(text));
        Assert.Equal([Verdict.Met, Verdict.NotMet], document.Learners.Select(l => Judge(l, l.Standard == Old.Id ? Old : New, "2025-06-30").Verdict));
    }

    [Fact]
    public void A_record_for_an_audit_is_read_as_it_was_written()
    {
        var record = Plan.Apply([Decide("K2", "K2") with { Reason = "Same content" }, Decide("K3", "K1", isApproved: false), Decide("S1", "S1")], Day("2025-06-15"), "P. Rovider", recorded: Day("2025-06-16")).Record;
        var text = record.ToJson();
        var read = TransferRecord.Read("a.transfer.json", text);

        Assert.Empty(read.Findings);
        Assert.Equal(text, read.Record!.ToJson());
        Assert.Equal((Old.Fingerprint, New.Fingerprint, Day("2025-06-16")), (read.Record.OldFingerprint, read.Record.NewFingerprint, read.Record.Recorded));
        Assert.Equal(["K2 True Same content", "K3 False ", "S1 True "], read.Record.Items.Where(i => i.Decision is not null).Select(i => $"{i.Old} {i.Decision!.IsApproved} {i.Decision.Reason}"));
        Assert.Empty(TinySchema.Of("transfer").Errors(text));
    }

    [Theory]
    [InlineData("\"learner\": \"L1\"", "\"learner\": «\"\"»")]
    [InlineData("\"from\": \"ST0900@1.0\"", "\"from\": «\"ST0900\"»")]
    [InlineData("\"kind\": \"new\"", "\"kind\": «\"neu\"»")]
    [InlineData("\"new\": \"S2\"", "\"new\": «\"X2\"»")]
    [InlineData("\"on\": \"2025-06-10\"", "\"on\": «\"2025-06-31\"»")]
    [InlineData("\"approved\": true", "\"approved\": «1»")]
    [InlineData("\"by\": \"P. Rovider\",", "\"by\": \"P. Rovider\", «\"for\"»: 1,")]
    public void What_is_wrong_in_a_record_is_told_with_its_place_and_gives_no_record(string right, string marked)
    {
        var text = Plan.Apply([Decide("K2", "K2")], Day("2025-06-15"), "P. Rovider").Record.ToJson();
        var before = text[..text.IndexOf(right, StringComparison.Ordinal)];
        var read = TransferRecord.Read("a.transfer.json", before + marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal) + text[(before.Length + right.Length)..]);

        var finding = Assert.Single(read.Findings);
        Assert.Null(read.Record);
        Assert.Equal(("KSB2007", before.Length + marked.IndexOf('«'), marked.IndexOf('»') - marked.IndexOf('«') - 1), (finding.Id, finding.Location!.Span.Start, finding.Location.Span.Length));
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Property.Holds(FsCheck.Fluent.ArbMap.Default.ArbFor<string?>(), text => TransferRecord.Read("a", text ?? "").Findings.Count > 0);

    /// <summary>Whatever is decided: what counts after is carried by the same statement, or by an approval; nothing else does.</summary>
    [Fact]
    public void Nothing_counts_but_what_is_the_same_or_was_approved() =>
        Property.Holds(
            from kinds in Gen.Elements(Enum.GetValues<ClaimDecisionKind>()).ArrayOf(4)
            from approvals in Gen.Elements<bool?>(true, false, null).ArrayOf(2)
            select (kinds, approvals),
            c =>
            {
                var learner = On(Old) with { Claims = Complete("2025-12-31", [.. Old.Ksbs.Select((k, i) => new Claim($"E{i}", Old.Id, k.Code, new ClaimDecision(c.kinds[i], Day("2025-05-01"))))]) };
                var decisions = new[] { ("K2", "K2", c.approvals[0]), ("K3", "K1", c.approvals[1]) }.Where(d => d.Item3 is not null).Select(d => Decide(d.Item1, d.Item2, d.Item3!.Value));
                var ksbs = Judge(VersionTransfer.Plan(Old, New, learner).Apply(decisions, Day("2025-06-15"), "P").Learner, New, "2025-06-30").Ksbs;
                bool Accepted(int i) => c.kinds[i] == ClaimDecisionKind.Accepted;
                return (ksbs[Code("K1")] == KsbStanding.Achieved) == (Accepted(0) || (Accepted(2) && c.approvals[1] == true))
                    && (ksbs[Code("K2")] == KsbStanding.Achieved) == (Accepted(1) && c.approvals[0] == true)
                    && (ksbs[Code("K2")] == KsbStanding.AcceptedElsewhere) == (Accepted(1) && c.approvals[0] is null)
                    && ksbs[Code("S1")] == KsbStanding.NoEvidence
                    && (ksbs[Code("S2")] == KsbStanding.Achieved) == Accepted(3);
            });

    /// <summary>E2 is accepted for K3, and handed in for K1 later: what is approved after it went over counts as if it had been approved at first.</summary>
    [Theory]
    [InlineData(ClaimDecisionKind.Submitted)]
    [InlineData(ClaimDecisionKind.Referred)]
    [InlineData(ClaimDecisionKind.AcceptedInPart)]
    public void An_approval_after_a_transfer_is_worth_one_before(ClaimDecisionKind beside)
    {
        var learner = On(Old) with { Claims = Complete("2025-12-31", new Claim("E2", Old.Id, Code("K3"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-05-01"))), new Claim("E2", Old.Id, Code("K1"), new ClaimDecision(beside, Day("2025-05-10")))) };
        Learner Move(Learner of, string on, params TransferDecision[] decisions) => VersionTransfer.Plan(Old, New, of).Apply(decisions, Day(on), "P. Rovider").Learner;

        var before = Move(learner, "2025-06-15", Decide("K3", "K1"));
        var after = Move(Move(learner, "2025-06-12"), "2025-06-15", Decide("K3", "K1"));
        Assert.Equal((KsbStanding.Achieved, KsbStanding.Achieved), (Judge(before, New, "2025-06-30").Ksbs[Code("K1")], Judge(after, New, "2025-06-30").Ksbs[Code("K1")]));
        Assert.NotEqual(KsbStanding.Achieved, Judge(Move(after, "2025-06-25", Decide("K3", "K1", isApproved: false, on: "2025-06-25")), New, "2025-06-30").Ksbs[Code("K1")]);
    }

    /// <summary>
    /// Decisions on evidence of the old version and on offers, in any order, with a transfer now and then: after the last what counts is what is accepted of the same statement, or of one
    /// whose offer was approved last; and to apply it again changes nothing.
    /// </summary>
    [Fact]
    public void However_evidence_and_offers_go_on_what_stands_at_last_counts() =>
        Property.Holds(
            (from kind in Gen.Choose(0, 3)
             from old in Gen.Elements("K1", "K2", "K3", "S1")
             from item in Gen.Elements("E1", "E2")
             from decided in Gen.Elements(Enum.GetValues<ClaimDecisionKind>())
             from isApproved in Gen.Elements(true, false)
             from days in Gen.Choose(0, 2)
             select (kind, old, item, decided, isApproved, days)).ListOf(),
            steps =>
            {
                var (learner, day, approved) = (On(Old) with { Claims = None<Claim>("2027-12-31") }, Day("2025-05-01"), new Dictionary<(string Old, string New), bool>());
                var inForce = new Dictionary<(string Old, string Item), ClaimDecisionKind>();
                foreach (var step in steps)
                {
                    day = day.AddDays(step.days);
                    var offer = (Old: step.old, New: step.old == "K3" ? "K1" : step.old);
                    if (step.kind < 2)
                    {
                        learner = learner.With(new Claim(step.item, Old.Id, Code(step.old), new ClaimDecision(step.decided, day)));
                        inForce[(step.old, step.item)] = step.decided;
                    }
                    else if (offer.Old is "K2" or "K3" && step.kind == 2)
                    {
                        approved[offer] = step.isApproved;
                        learner = VersionTransfer.Plan(Old, New, learner).Apply([new TransferDecision(Code(offer.Old), Code(offer.New), step.isApproved, "L. Ead", day)], day, "P").Learner;
                    }
                    else
                    {
                        learner = VersionTransfer.Plan(Old, New, learner).Apply([], day, "P").Learner;
                    }
                }

                var last = VersionTransfer.Plan(Old, New, learner).Apply([], day, "P").Learner;
                var again = VersionTransfer.Plan(Old, New, last).Apply([], day, "P").Learner;
                var ksbs = Ksbs.Assess(last, New, day.AddDays(1)).Ksbs;
                foreach (var (code, sources) in new[] { ("K1", new[] { ("K1", (bool?)true), ("K3", approved.TryGetValue(("K3", "K1"), out var three) ? three : null) }), ("K2", [("K2", approved.TryGetValue(("K2", "K2"), out var two) ? two : null)]), ("S2", [("S1", true)]), ("S1", []) })
                {
                    bool Counts(bool? asked) => sources.Any(s => s.Item2 == asked && inForce.Any(d => d.Key.Old == s.Item1 && d.Value == ClaimDecisionKind.Accepted));
                    Assert.True(Counts(true) == (ksbs[Code(code)] == KsbStanding.Achieved), $"{code}: {ksbs[Code(code)]}");
                    Assert.True((!Counts(true) && Counts(null)) == (ksbs[Code(code)] == KsbStanding.AcceptedElsewhere), $"{code}: {ksbs[Code(code)]}");
                }

                Assert.Equal(New.Ksbs.Select(k => ksbs[k.Code]), New.Ksbs.Select(k => Ksbs.Assess(steps.Any(s => s.kind >= 2) ? learner : last, New, day.AddDays(1)).Ksbs[k.Code]));
                Assert.Equal(New.Ksbs.Select(k => ksbs[k.Code]), New.Ksbs.Select(k => Ksbs.Assess(again, New, day.AddDays(1)).Ksbs[k.Code]));
            },
            times: 1000);

    /// <summary>
    /// The published versions 1.2 and 1.3: S9 (remove and replace tyres) was withdrawn beside S10 (remove, repair and replace tyres), and S10 to S26 became S9 to S25.
    /// Evidence for the old S12 counts for S11 and not for the new S12; that for S9 is offered for the new S9.
    /// </summary>
    [Fact]
    public void ST0499_from_1_2_to_1_3_carries_evidence_with_its_statement()
    {
        var (old, @new) = (Published("1.2"), Published("1.3"));
        var learner = On(old) with { Claims = Complete("2025-12-31", Claims(old, "S9, S12, K1", ClaimDecisionKind.Accepted, "2025-05-01")) };
        var plan = VersionTransfer.Plan(old, @new, learner);

        Assert.Equal((64, 1, 1, 0), (plan.Items.Count(i => i.Kind == TransferKind.Carried), plan.Items.Count(i => i.Kind == TransferKind.Withdrawn), plan.Items.Count(i => i.Kind == TransferKind.NeedsReview), plan.Items.Count(i => i.Kind == TransferKind.New)));
        Assert.Equal("S9 → S9: NeedsReview", Assert.Single(plan.ToReview).ToString());
        var ksbs = Judge(plan.Apply([], Day("2025-06-15"), "P. Rovider").Learner, @new, "2025-06-30").Ksbs;
        Assert.Equal(
            [("K1", KsbStanding.Achieved), ("S9", KsbStanding.AcceptedElsewhere), ("S11", KsbStanding.Achieved), ("S12", KsbStanding.NoEvidence)],
            new[] { "K1", "S9", "S11", "S12" }.Select(k => (k, ksbs[Code(k)])));
        var decided = plan.Apply([Decide("S9", "S9")], Day("2025-06-15"), "P. Rovider").Learner;
        Assert.Equal(KsbStanding.Achieved, Judge(decided, @new, "2025-06-30").Ksbs[Code("S9")]);

        // As docs/readiness-transfer.md shows it.
        var written = LearnerDocument.Write([decided]);
        Assert.Contains("\"unchanged\": \"K1-K34, S1-S8, B1-B5\"", written, StringComparison.Ordinal);
        Assert.Equal(written, LearnerDocument.Write(LearnerDocument.Read("a.learners.json", written, new StandardCatalogue([old, @new])).Learners));
    }

    internal static OccupationalStandard Published(string version)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.SharedFile("corpus", "pages", "ST0499-versions.json")));
        var record = file.RootElement.GetProperty("versions").EnumerateArray().Single(v => v.GetProperty("occupationVersion").GetString() == version);
        return Make("ST0499@" + version, [.. record.GetProperty("ksbs").EnumerateArray().Select(k => (k.GetProperty("code").GetString()!, k.GetProperty("statement").GetString()!)).OrderBy(k => Code(k.Item1))]);
    }

    [Fact]
    public void No_move_is_from_a_version_to_itself() =>
        Assert.StartsWith($"Both versions are {Old.Id}.", Assert.Throws<ArgumentException>(() => new StandardMove(Day("2025-06-01"), Old.Id, Old.Id)).Message, StringComparison.Ordinal);
}
