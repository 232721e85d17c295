using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Transfers;

/// <summary>What people decide on offers is kept with the transfer, and stands however the evidence goes on.</summary>
public class DecidedOffersTests
{
    private static readonly OccupationalStandard Old = Make("ST0900@1.0", "Apply health and safety procedures in the workshop every day.");
    private static readonly OccupationalStandard New = Make("ST0900@1.1", "Apply health and safety procedures in the laboratory every day.");

    private static OccupationalStandard Make(string id, string ofK1) =>
        new(StandardId.Parse(id), "T", [new KsbStatement(KsbCode.Parse("K1"), ofK1), new KsbStatement(KsbCode.Parse("K2"), "Communicate clearly with colleagues and customers at work.")]);

    private static Claim On(string ksb, ClaimDecisionKind kind, string on, string evidence = "E1") => new(evidence, Old.Id, KsbCode.Parse(ksb), new ClaimDecision(kind, Day(on)) { By = "A. Assessor" });

    private static Learner With(params Claim[] claims) => TestLearners.On(Old) with { Claims = Complete("2026-12-31", claims) };

    private static TransferDecision Decide(string old, bool isApproved, string on) => new(KsbCode.Parse(old), KsbCode.Parse("K1"), isApproved, "L. Ead", Day(on));

    private static Learner Apply(Learner learner, string on, params TransferDecision[] decisions)
    {
        var moved = VersionTransfer.Plan(Old, New, learner).Apply(decisions, Day(on), "P. Rovider").Learner;

        // What a learner's record loses, the next application would not know.
        var written = LearnerDocument.Write([moved]);
        var read = LearnerDocument.Read("a.learners.json", written, new StandardCatalogue([Old, New]));
        Assert.Empty(read.Findings);
        Assert.Equal(written, LearnerDocument.Write(read.Learners));
        return read.Learners.Single();
    }

    private static Verdict Judge(Learner learner, string asOf = "2026-12-01") => Assess(Require.KsbsAchieved("k", "K1"), learner, New, asOf).Verdict;

    private static IReadOnlyList<KsbLink> Pending(Learner learner) => learner.Moves.Entries[^1].Pending;

    [Fact]
    public void An_approval_that_is_taken_back_counts_no_more()
    {
        var approved = Apply(With(On("K1", ClaimDecisionKind.Accepted, "2026-05-01")), "2026-06-01", Decide("K1", true, "2026-06-01"));
        var rejected = Apply(approved, "2026-06-10", Decide("K1", false, "2026-06-10"));

        Assert.Equal((Verdict.Met, Verdict.NotMet), (Judge(approved), Judge(rejected)));
        Assert.Equal((Verdict.Met, Verdict.NotMet), (Judge(rejected, "2026-06-09"), Judge(rejected, "2026-06-10")));
        Assert.Equal((ClaimDecisionKind.Withdrawn, "L. Ead"), (rejected.Claims.Entries[^1].Decisions[0].Kind, rejected.Claims.Entries[^1].Decisions[0].By));

        // What is accepted since does not go over either, and nothing is taken back twice.
        var later = Apply(rejected.With(On("K1", ClaimDecisionKind.Accepted, "2026-06-20", "E9")), "2026-06-25");
        Assert.Equal((Verdict.NotMet, 0, rejected.Claims.Entries.Count + 1), (Judge(later), Pending(later).Count, later.Claims.Entries.Count));

        // Approved again it goes over again, once.
        var again = Apply(later, "2026-07-01", Decide("K1", true, "2026-06-30"));
        Assert.Equal((Verdict.NotMet, Verdict.Met), (Judge(again, "2026-06-30"), Judge(again)));
        Assert.Equal(again.Claims.Entries.Count, Apply(again, "2026-07-02").Claims.Entries.Count);
        Assert.Equal(Verdict.NotMet, Judge(Apply(again, "2026-07-03", Decide("K1", false, "2026-07-03"))));
    }

    [Fact]
    public void A_record_says_what_stands()
    {
        var approved = Apply(With(On("K1", ClaimDecisionKind.Accepted, "2026-05-01")), "2026-06-01", Decide("K1", true, "2026-06-01"));
        bool? Stands(params TransferDecision[] decisions) => VersionTransfer.Plan(Old, New, approved).Apply(decisions, Day("2026-06-10"), "P. Rovider").Record.Items.Single(i => i.Old == KsbCode.Parse("K1")).Decision?.IsApproved;

        Assert.True(Stands());
        Assert.False(Stands(Decide("K1", false, "2026-06-10")));
    }

    [Fact]
    public void What_goes_over_from_another_statement_too_stays()
    {
        var learner = With(On("K1", ClaimDecisionKind.Accepted, "2026-05-01"), On("K2", ClaimDecisionKind.Accepted, "2026-05-02"));
        var both = Apply(learner, "2026-06-01", Decide("K1", true, "2026-06-01"), Decide("K2", true, "2026-06-01"));

        Assert.Equal(Verdict.Met, Judge(both));
        var one = Apply(both, "2026-06-10", Decide("K1", false, "2026-06-10"));
        Assert.Equal((Verdict.Met, Verdict.Met), (Judge(one), Judge(one, "2026-06-10")));
        Assert.Equal(one.Claims.Entries.Count, Apply(one, "2026-06-11").Claims.Entries.Count);
        Assert.Equal(Verdict.NotMet, Judge(Apply(one, "2026-06-12", Decide("K2", false, "2026-06-12"))));
    }

    /// <summary>An overturning under the new version itself is no matter of a transfer.</summary>
    [Fact]
    public void What_was_overturned_under_the_new_version_is_not_brought_back()
    {
        var approved = Apply(With(On("K1", ClaimDecisionKind.Accepted, "2026-05-01")), "2026-06-01", Decide("K1", true, "2026-06-01"));
        var overturned = approved.With(new Claim("E1", New.Id, KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Overturned, Day("2026-06-05"))));

        Assert.Equal(Verdict.NotMet, Judge(Apply(overturned, "2026-06-10")));
        Assert.Equal(Verdict.NotMet, Judge(Apply(overturned, "2026-06-10", Decide("K1", true, "2026-06-10"))));
    }

    /// <summary>E1 was accepted and overturned before the first transfer, when there was nothing to decide; what is accepted since is an offer.</summary>
    [Fact]
    public void What_nobody_was_asked_is_not_rejected()
    {
        var first = Apply(With(On("K1", ClaimDecisionKind.Accepted, "2026-05-01"), On("K1", ClaimDecisionKind.Overturned, "2026-05-10")), "2026-05-15");
        Assert.Empty(Pending(first));

        var second = Apply(first.With(On("K1", ClaimDecisionKind.Accepted, "2026-05-20")), "2026-05-25");

        Assert.Equal((Verdict.CannotTell, "K1 → K1"), (Judge(second), Assert.Single(Pending(second)).ToString()));
    }

    [Theory]
    [InlineData(true, ClaimDecisionKind.Submitted, Verdict.Met)]
    [InlineData(true, ClaimDecisionKind.Referred, Verdict.Met)]
    [InlineData(true, null, Verdict.Met)]
    [InlineData(false, ClaimDecisionKind.Submitted, Verdict.NotMet)]
    [InlineData(false, ClaimDecisionKind.Referred, Verdict.NotMet)]
    [InlineData(false, null, Verdict.NotMet)]
    public void What_was_decided_before_there_was_evidence_stands(bool isApproved, ClaimDecisionKind? before, Verdict verdict)
    {
        var first = Apply(before is { } kind ? With(On("K1", kind, "2026-05-01")) : With(), "2026-05-15", Decide("K1", isApproved, "2026-05-15"));
        var second = Apply(first.With(On("K1", ClaimDecisionKind.Accepted, "2026-05-20")), "2026-05-25");

        Assert.Equal((verdict, 0), (Judge(second), Pending(second).Count));
    }

    /// <summary>Of two approved statements the item went over from one; the other was approved all the same.</summary>
    [Fact]
    public void An_approval_by_which_nothing_went_over_stands()
    {
        var learner = With(On("K1", ClaimDecisionKind.Accepted, "2026-05-01"), On("K2", ClaimDecisionKind.Accepted, "2026-05-01"));
        TransferDecision[] decisions = [Decide("K1", true, "2026-06-01"), Decide("K2", true, "2026-06-01")];
        var first = Apply(learner, "2026-06-01", decisions);
        var second = Apply(first.With(On("K2", ClaimDecisionKind.Accepted, "2026-06-20", "E2"), On("K1", ClaimDecisionKind.Overturned, "2026-06-21")), "2026-06-25");

        Assert.Equal(Verdict.Met, Judge(second));
        Assert.Contains(second.Claims.Entries, c => c.Evidence == "E2" && c.CarriedFrom?.Ksb == KsbCode.Parse("K2"));

        // In whatever order they are said.
        Assert.Equal(LearnerDocument.Write([first with { Moves = Ledger<StandardMove>.Unknown }]), LearnerDocument.Write([Apply(learner, "2026-06-01", [.. decisions.Reverse()]) with { Moves = Ledger<StandardMove>.Unknown }]));
    }

    private static readonly OccupationalStandard Same = Make("ST0900@1.2", "Apply health and safety procedures in the workshop every day.");

    private static PortfolioSubmission Portfolio(string on, params string[] ksbs) => new(Day(on), Old.Id) { Ksbs = [.. ksbs.Select(k => KsbCode.Parse(k))], AuthenticitySigned = true };

    private static Learner MovedTo(Learner learner, string on) => VersionTransfer.Plan(Old, Same, learner).Apply([], Day(on), "P. Rovider").Learner;

    private static Verdict JudgePortfolio(Learner learner, string asOf = "2026-06-30") => Assess(Require.Portfolio("K1, K2"), learner, Same, asOf).Verdict;

    /// <summary>What becomes of a portfolio under the version that was left becomes of it under an equivalent one once the plan is applied again.</summary>
    [Fact]
    public void A_portfolio_that_is_corrected_or_withdrawn_since_is_so_there()
    {
        var whole = TestLearners.On(Old) with { Portfolios = Complete("2026-12-31", Portfolio("2026-05-01", "K1", "K2") with { Id = "p1" }) };
        var moved = MovedTo(whole, "2026-06-01");
        Assert.Equal(Verdict.Met, JudgePortfolio(moved));

        var withdrawn = moved.With(Portfolio("2026-05-01", "K1") with { Recorded = Day("2026-06-05"), Replaces = "p1", IsWithdrawn = true });
        Assert.Equal((Verdict.Met, Verdict.NotMet), (JudgePortfolio(withdrawn), JudgePortfolio(MovedTo(withdrawn, "2026-06-10"))));
        Assert.Equal(Verdict.Met, Assess(Require.Portfolio("K1, K2"), MovedTo(withdrawn, "2026-06-10"), Same, "2026-06-09", "2026-06-09").Verdict);

        var smaller = MovedTo(moved.With(Portfolio("2026-05-01", "K1") with { Id = "p2", Recorded = Day("2026-06-05"), Replaces = "p1" }), "2026-06-10");
        Assert.Equal(Verdict.NotMet, JudgePortfolio(smaller));
        var wholeAgain = MovedTo(smaller.With(Portfolio("2026-05-02", "K1", "K2") with { Recorded = Day("2026-06-15"), Replaces = "p2" }), "2026-06-20");
        Assert.Equal(Verdict.Met, JudgePortfolio(wholeAgain));
        Assert.Equal(wholeAgain.Portfolios.Entries.Count, MovedTo(wholeAgain, "2026-06-21").Portfolios.Entries.Count);
    }

    [Fact]
    public void What_became_of_a_portfolio_under_the_new_version_is_left_as_it_is()
    {
        var moved = MovedTo(TestLearners.On(Old) with { Portfolios = Complete("2026-12-31", Portfolio("2026-05-01", "K1", "K2"), Portfolio("2026-05-01", "K1", "K2")) }, "2026-06-01");
        string[] ids = [.. moved.Portfolios.Entries.Skip(2).Select(p => p.Id!)];
        Assert.Equal(["ST0900@1.0: 2026-05-01, 1", "ST0900@1.0: 2026-05-01, 2"], ids);

        var withdrawn = moved.With([.. ids.Select(id => Portfolio("2026-05-01", "K1") with { Standard = Same.Id, Recorded = Day("2026-06-05"), Replaces = id, IsWithdrawn = true })]);
        Assert.Equal((Verdict.CannotTell, withdrawn.Portfolios.Entries.Count), (JudgePortfolio(MovedTo(withdrawn, "2026-06-10")), MovedTo(withdrawn, "2026-06-10").Portfolios.Entries.Count));

        // There and back again nothing is handed in twice.
        var back = VersionTransfer.Plan(Same, Old, moved).Apply([], Day("2026-06-15"), "P. Rovider").Learner;
        Assert.Equal(moved.Portfolios.Entries.Count, back.Portfolios.Entries.Count);
    }
}
