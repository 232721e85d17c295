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
        Assert.Equal("no evidence: K1", Assess(Require.KsbsAchieved("k", "K1"), rejected, New, "2026-12-01").Root.Outcome.Shortfall);

        // What is accepted since does not go over either.
        var later = Apply(rejected.With(On("K1", ClaimDecisionKind.Accepted, "2026-06-20", "E9")), "2026-06-25");
        Assert.Equal((Verdict.NotMet, 0), (Judge(later), Pending(later).Count));

        // Approved again it goes over again, no younger than it was and by whom it was accepted.
        var again = Apply(later, "2026-07-01", Decide("K1", true, "2026-06-30"));
        Assert.Equal((Verdict.NotMet, Verdict.Met), (Judge(again, "2026-06-30"), Judge(again)));
        Assert.Equal(Verdict.NotMet, Assess(Require.KsbsAchieved("k", "K1", demand: new EvidenceDemand { NotOlderThanMonths = 3 }), again, New, "2026-09-21").Verdict);
        Assert.Equal(Verdict.NotMet, Assess(Require.KsbsAchieved("k", "K1", demand: new EvidenceDemand { Assessors = 2 }), Apply(again, "2026-07-02"), New, "2026-07-03").Verdict);
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
        Assert.Equal(Verdict.Met, Judge(Apply(one, "2026-06-11")));
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
        Assert.Equal((Verdict.NotMet, "K1 → K1"), (Judge(first), Assert.Single(Pending(first)).ToString()));
        Assert.Empty(VersionTransfer.Plan(Old, New, first).ToReview);

        // Nobody need apply the plan again for that.
        var accepted = first.With(On("K1", ClaimDecisionKind.Accepted, "2026-05-20"));
        Assert.Equal((Verdict.NotMet, Verdict.CannotTell, Verdict.CannotTell), (Judge(accepted, "2026-05-19"), Judge(accepted), Judge(Apply(accepted, "2026-05-25"))));
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
        Assert.Contains("K1, accepted as K2 of ST0900@1.0", Assess(Require.KsbsAchieved("k", "K1"), second, New, "2026-12-01").Root.Outcome.Facts.Single(f => f.Name == "carried over").Value, StringComparison.Ordinal);

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
        Assert.Equal((Verdict.NotMet, Verdict.NotMet), (JudgePortfolio(withdrawn), JudgePortfolio(MovedTo(withdrawn, "2026-06-10"))));
        Assert.Equal(Verdict.Met, Assess(Require.Portfolio("K1, K2"), withdrawn, Same, "2026-06-04", "2026-06-04").Verdict);

        var smaller = moved.With(Portfolio("2026-05-01", "K1") with { Id = "p2", Recorded = Day("2026-06-05"), Replaces = "p1" });
        Assert.Equal(Verdict.NotMet, JudgePortfolio(smaller));
        var wholeAgain = smaller.With(Portfolio("2026-05-02", "K1", "K2") with { Recorded = Day("2026-06-15"), Replaces = "p2" });
        Assert.Equal((Verdict.Met, Verdict.Met), (JudgePortfolio(wholeAgain), JudgePortfolio(MovedTo(wholeAgain, "2026-06-21"))));
        Assert.Contains("ST0900@1.2, 2026-05-02, K1, K2, handed in under ST0900@1.0, which is equivalent", Assess(Require.Portfolio("K1, K2"), wholeAgain, Same, "2026-06-30").ToText(), StringComparison.Ordinal);
    }

    /// <summary>There and back again: what was corrected or withdrawn under either version is so under both.</summary>
    [Fact]
    public void What_became_of_a_portfolio_under_the_new_version_is_so_wherever_the_learner_goes()
    {
        var whole = TestLearners.On(Old) with { Portfolios = Complete("2026-12-31", Portfolio("2026-05-01", "K1", "K2") with { Id = "p1" }) };
        var moved = MovedTo(whole, "2026-06-01");
        Learner Back(Learner learner) => VersionTransfer.Plan(Same, Old, learner).Apply([], Day("2026-06-15"), "P. Rovider").Learner;
        Verdict JudgeBack(Learner learner) => Assess(Require.Portfolio("K1, K2"), Back(learner), Old, "2026-06-30").Verdict;

        var withdrawn = moved.With(Portfolio("2026-05-01", "K1") with { Standard = Same.Id, Recorded = Day("2026-06-05"), Replaces = "p1", IsWithdrawn = true });
        var corrected = moved.With(Portfolio("2026-05-01", "K1") with { Standard = Same.Id, Recorded = Day("2026-06-05"), Replaces = "p1" });
        Assert.Equal((Verdict.Met, Verdict.NotMet, Verdict.NotMet), (JudgePortfolio(moved), JudgePortfolio(withdrawn), JudgePortfolio(corrected)));
        Assert.Equal((Verdict.Met, Verdict.NotMet, Verdict.NotMet), (JudgeBack(moved), JudgeBack(withdrawn), JudgeBack(corrected)));
    }

    /// <summary>Over two equivalent versions a portfolio goes whole; over one that is not it does not.</summary>
    [Fact]
    public void A_portfolio_goes_over_as_often_as_versions_are_equivalent()
    {
        var third = Make("ST0900@1.3", "Apply health and safety procedures in the workshop every day.");
        var whole = TestLearners.On(Old) with { Portfolios = Complete("2026-12-31", Portfolio("2026-05-01", "K1", "K2")) };
        Learner Over(OccupationalStandard middle) => VersionTransfer.Plan(middle, third, VersionTransfer.Plan(Old, middle, whole).Apply([], Day("2026-06-01"), "P").Learner).Apply([], Day("2026-06-02"), "P").Learner;

        Assert.Equal((Verdict.Met, Verdict.CannotTell), (Assess(Require.Portfolio("K1, K2"), Over(Same), third, "2026-06-30").Verdict, Assess(Require.Portfolio("K1, K2"), Over(New), third, "2026-06-30").Verdict));
    }
}
