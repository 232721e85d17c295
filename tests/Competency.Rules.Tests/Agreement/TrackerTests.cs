using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Agreement;

public class TrackerTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly DateOnly AsOf = Day("2026-03-01");

    private static ReadinessTracker Begin(string? lacks = "B4") => new(
        EnglishApprenticeship.Gateway,
        Ready(Standard) with { Claims = Complete("2026-03-01", [.. AllAccepted(Standard).Where(c => c.Ksb.ToString() != lacks)]) },
        Standard,
        AsOf);

    private static Claim Decision(ClaimDecisionKind kind, string on) => new("E7", Standard.Id, KsbCode.Parse("B4"), new ClaimDecision(kind, Day(on)));

    /// <summary>An episode settles two requirements of one whole: what holds them comes after both.</summary>
    [Fact]
    public void What_is_within_changes_before_what_holds_it()
    {
        var policy = new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", Require.StartedBetween("first", Day("2030-01-01"), null), Require.StartedBetween("second", Day("2020-01-01"), null)));
        var changes = new ReadinessTracker(policy, On(Standard), Standard, Day("2026-03-01")).Apply(Learning("2025-01-01"));

        Assert.Equal(["first CannotTell NotMet", "second CannotTell Met", "all CannotTell NotMet"], changes.Verdicts.Select(c => $"{c.Requirement.Id} {c.From} {c.To}"));
        Assert.Throws<NotSupportedException>(() => ((IList<TrackedVerdictChange>)changes.Verdicts).Clear());
    }

    [Fact]
    public void The_last_KSB_makes_the_learner_ready_and_taking_it_back_unmakes_it()
    {
        var tracker = Begin();
        Assert.Equal(Verdict.NotMet, tracker.Verdict);

        var handedIn = tracker.Apply(Decision(ClaimDecisionKind.Submitted, "2026-02-01"));
        Assert.Equal([new TrackedKsbChange(KsbCode.Parse("B4"), KsbStanding.NoEvidence, KsbStanding.AwaitingDecision)], handedIn.Ksbs);
        Assert.Empty(handedIn.Verdicts);

        var accepted = tracker.Apply(Decision(ClaimDecisionKind.Accepted, "2026-02-10"));
        Assert.Equal(["ksbs: NotMet to Met", "gateway: NotMet to Met"], accepted.Verdicts.Select(v => v.ToString()));

        var overturned = tracker.Apply(Decision(ClaimDecisionKind.Overturned, "2026-02-20"));
        Assert.Equal(["ksbs: Met to NotMet", "gateway: Met to NotMet"], overturned.Verdicts.Select(v => v.ToString()));
        Assert.Equal(KsbStanding.Overturned, tracker.StandingOf(KsbCode.Parse("B4")));
        Assert.True(tracker.Apply(Decision(ClaimDecisionKind.Accepted, "2026-02-05")).IsEmpty);
        Assert.Equal(4, tracker.Version);
    }

    [Fact]
    public void What_holds_later_counts_once_the_tracker_is_moved_there()
    {
        var tracker = Begin();
        Assert.True(tracker.Apply(Decision(ClaimDecisionKind.Accepted, "2026-03-02")).IsEmpty);
        tracker.Apply(l => l with { Claims = new Ledger<Claim>(l.Claims.Entries, Day("2026-03-02")), Hours = new Ledger<HoursEntry>(l.Hours.Entries, Day("2026-03-02")) });

        var moved = tracker.MoveTo(Day("2026-03-02"));
        Assert.Contains("gateway", moved.Verdicts.Select(v => v.Requirement.Id));
        Assert.Equal((Verdict.Met, KsbStanding.Achieved), (tracker.Verdict, tracker.StandingOf(KsbCode.Parse("B4"))));
    }

    [Fact]
    public void A_number_that_the_start_decides_is_asked_once_the_start_is_known()
    {
        var attendance = Fact.Number("attendance", "attendance");
        var asked = DatedNumber.Of(new DatedValue<decimal>("attendance", Day("2026-01-01"), new DatedPeriod<decimal>(Day("2018-01-01"), 10, DatedBasis.OriginalStart, new Citation("Ours", "Us", Certainty.ThirdParty))));
        var policy = new ReadinessPolicy("p", "P", "1", Require.Fact("fact", attendance, asked));
        var tracker = new ReadinessTracker(policy, new Learner("L", Standard.Id) { Facts = new Ledger<FactEntry>([attendance.At(Day("2025-01-01"), 12)], AsOf) }, Standard, AsOf);
        Assert.Equal(Verdict.CannotTell, tracker.Verdict);

        Assert.Equal(["fact: CannotTell to Met"], tracker.Apply(new Episode(Day("2024-09-01"), EpisodeKind.Learning)).Verdicts.Select(v => v.ToString()));
        Assert.Equal(tracker.Assess().Verdict, tracker.Verdict);
    }

    [Fact]
    public void An_entry_that_contradicts_its_ledger_is_refused_and_changes_nothing()
    {
        var tracker = Begin();
        tracker.Apply(new HoursEntry(AsOf, 1) { Id = "h1" });

        Assert.Throws<ArgumentException>(() => tracker.Apply(new HoursEntry(AsOf, 1) { Id = "h1" }));
        Assert.Throws<ArgumentException>(() => tracker.Apply(new HoursEntry(AsOf, 1) { Replaces = "h2" }));
        Assert.Throws<ArgumentException>(() => tracker.Apply(Decision(ClaimDecisionKind.Accepted, "2026-02-01") with { Replaces = "E1" }));
        Assert.Throws<ArgumentException>(() => tracker.Apply(_ => Ready(Standard) is var l ? new Learner("another", l.Standard) : l));
        Assert.Equal((1, 301m), (tracker.Version, tracker.Learner.Hours.Entries.Sum(h => h.Hours)));
    }

    [Fact]
    public void One_that_was_saved_is_read_again()
    {
        var tracker = Begin();
        tracker.Apply(Decision(ClaimDecisionKind.Accepted, "2026-02-10"));
        var read = TrackerDocument.Read("t.json", tracker.Save(), EnglishApprenticeship.Gateway, TestStandards.Known);

        Assert.Empty(read.Findings);
        Assert.Equal((Verdict.Met, 1L), (read.Tracker!.Verdict, read.Tracker.Version));
        Assert.Equal(tracker.Assess().ToJson(), read.Tracker.Assess().ToJson());
    }

    [Fact]
    public void One_of_a_learner_whose_option_is_none_is_saved_and_read_again()
    {
        var policy = new ReadinessPolicy("p", "P", "1", Require.Option());
        var learner = new Learner("L", TestStandards.WithOptions.Id) { Options = Complete("2026-03-01", new OptionChoice(Day("2025-01-01"), "Brake")) };
        var tracker = new ReadinessTracker(policy, learner, TestStandards.WithOptions, Day("2026-03-01"));

        var read = TrackerDocument.Read("t.json", tracker.Save(), policy, TestStandards.Known);

        Assert.Empty(read.Findings);
        Assert.Equal((Verdict.CannotTell, tracker.Assess().ToJson()), (read.Tracker!.Verdict, read.Tracker.Assess().ToJson()));
    }

    /// <summary>A claim on a KSB that its standard does not have is refused in a file that people write; a tracker that took it in code can be saved and read again.</summary>
    [Fact]
    public void One_with_a_KSB_that_its_standard_has_not_is_saved_and_read_again()
    {
        var before = TestStandards.MammographyBefore;
        var tracker = Begin();
        tracker.Apply(new Claim("E8", before.Id, KsbCode.Parse("B4000"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-02-01"))));
        tracker.Apply(new Claim("E9", Standard.Id, KsbCode.Parse("B4000"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-02-01"))));
        tracker.Apply(new StandardMove(Day("2026-02-02"), before.Id, Standard.Id) { Pending = [new KsbLink(KsbCode.Parse("B4000"), KsbCode.Parse("B4"))] });

        var read = TrackerDocument.Read("t.json", tracker.Save(), EnglishApprenticeship.Gateway, new StandardCatalogue([Standard, before]));
        Assert.Empty(read.Findings);
        Assert.Equal((tracker.Save(), tracker.Verdict), (read.Tracker!.Save(), read.Tracker.Verdict));
    }

    [Fact]
    public void One_of_another_policy_is_a_finding()
    {
        var read = TrackerDocument.Read("t.json", Begin().Save(), EnglishApprenticeship.Completion, TestStandards.Known);

        Assert.Null(read.Tracker);
        Assert.Contains("was saved under 'england-gateway', and is read with 'england-completion'", Assert.Single(read.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_other_settings_is_a_finding()
    {
        var reformed = EnglishApprenticeship.GatewayWith(new GatewaySettings { ReformedAssessment = true });
        var read = TrackerDocument.Read("t.json", Begin().Save(), reformed, TestStandards.Known);

        Assert.Null(read.Tracker);
        Assert.Contains("as it was made with other settings", Assert.Single(read.Findings).Message, StringComparison.Ordinal);
        Assert.NotEqual(EnglishApprenticeship.Gateway.Fingerprint, reformed.Fingerprint);
        Assert.Equal(EnglishApprenticeship.Gateway.Fingerprint, EnglishApprenticeship.GatewayWith(GatewaySettings.None).Fingerprint);
    }

    [Fact]
    public void Anything_may_come_in()
    {
        var saved = Begin().Save();
        Property.Holds(FsCheck.Fluent.Gen.Select(FsCheck.Fluent.Gen.Choose(0, saved.Length - 1), at => saved.Remove(at, 1)), text =>
        {
            // What is left may still be right, as where a blank is gone.
            var read = TrackerDocument.Read("t.json", text, EnglishApprenticeship.Gateway, TestStandards.Known);
            Assert.True(read.Tracker is not null || read.Findings.Count > 0);
        }, times: 100);
    }
}
