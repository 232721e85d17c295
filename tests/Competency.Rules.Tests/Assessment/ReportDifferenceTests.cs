using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

public class ReportDifferenceTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static ReadinessReport Report(Learner learner, string asOf = "2026-03-01") => EnglishApprenticeship.Gateway.Assess(learner, Standard, Day(asOf));

    /// <summary>All but B4, and 278 of 278.4 hours.</summary>
    private static Learner Wanting => Ready(Standard) with
    {
        Claims = Complete("2026-03-01", [.. AllAccepted(Standard).SkipLast(1)]),
        Hours = Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 278)),
    };

    private static Claim B4 { get; } = new("E2", Standard.Id, KsbCode.Parse("B4"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-02-27")));

    /// <summary>H1 was corrected once, and would be corrected again: the later correction would stand.</summary>
    [Fact]
    public void Two_learners_are_not_compared()
    {
        var standard = TestStandards.Mammography;
        var one = EnglishApprenticeship.Gateway.Assess(TestLearners.Ready(standard), standard, TestLearners.Day("2026-03-01"));

        var refused = Assert.Throws<ArgumentException>(() => one.WhatIf(_ => new Learner("L2", standard.Id)));

        Assert.StartsWith("The reports are of two learners, 'L1' and 'L2'.", refused.Message, StringComparison.Ordinal);

        // Nor are those whose names are withheld, which are not told then either.
        var other = EnglishApprenticeship.Gateway.Assess(new Learner("L2", standard.Id), standard, TestLearners.Day("2026-03-01"));
        var nameless = Assert.Throws<ArgumentException>(() => ReportDifference.Between(one.Redacted(RedactionLevel.Anonymous), other.Redacted(RedactionLevel.Anonymous)));
        Assert.StartsWith("The reports are of two learners.", nameless.Message, StringComparison.Ordinal);
        Assert.True(ReportDifference.Between(one.Redacted(RedactionLevel.Anonymous), one.Redacted(RedactionLevel.Anonymous)).IsEmpty);
    }

    [Fact]
    public void What_was_replaced_can_be_replaced_again()
    {
        var learner = Ready(Standard) with { Hours = Complete("2026-03-01", new HoursEntry(Day("2025-01-06"), 200) { Id = "H1" }, new HoursEntry(Day("2025-01-06"), 150) { Id = "H2", Replaces = "H1" }) };
        var difference = Assess(Require.OffTheJobHours(), learner, Standard, "2026-03-01").WhatIf(new HoursEntry(Day("2025-01-06"), 400) { Id = "H3", Replaces = "H1", Recorded = Day("2025-02-01") });

        Assert.Equal((Verdict.NotMet, Verdict.Met), (difference.Before.Verdict, difference.After.Verdict));
    }

    [Fact]
    public void A_claim_accepted_settles_its_requirement_alone()
    {
        var difference = Report(Wanting).WhatIf(B4);

        Assert.Equal(["ksbs: NotMet → Met"], difference.Requirements.Select(r => r.ToString()));
        Assert.Equal(["B4: NoEvidence → Achieved"], difference.Ksbs.Select(k => $"{k.Ksb}: {k.Before} → {k.After}"));
        Assert.Equal(["ksbs:evidence"], difference.Done.Select(a => a.Key));
        Assert.Empty(difference.Added);
    }

    [Fact]
    public void A_claim_and_the_hours_make_the_learner_ready()
    {
        var difference = Report(Wanting).WhatIf(B4, new HoursEntry(Day("2026-02-27"), 0.4m));

        Assert.Equal((Verdict.NotMet, Verdict.Met), (difference.Before.Verdict, difference.After.Verdict));
        Assert.Equal(["gateway", "ksbs", "off-the-job"], difference.Requirements.Where(r => r.IsVerdictChange).Select(r => r.Id));
        Assert.Equal(["ksbs:evidence", "train"], difference.Done.Select(a => a.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            """
            Readiness for gateway (England): Not met → Met
            Earliest date: none → 2026-03-01
              Not met → Met: The apprentice is ready for gateway
                earliest date: none → 2026-03-01
              Not met → Met: Every KSB in force is achieved: at least one claim on it is accepted in full
                missing: no evidence: B4 → nothing
                earliest date: none → 2026-03-01
              Not met → Met: The least off-the-job training is delivered
                missing: 0.4 h → nothing
                earliest date: none → 2026-03-01
              B4: no evidence → achieved
              No longer outstanding: Provider: Train off the job for 0.4 h more and record it
              No longer outstanding: Apprentice: Hand in evidence for B4

            """.ReplaceLineEndings("\n"),
            difference.ToText());
    }

    /// <summary>Twelve months from 2 September 2024 are complete on 2 September 2025; a break of the 31 days of January moves that by as many.</summary>
    [Fact]
    public void A_break_moves_the_day_by_its_days()
    {
        var difference = Report(Ready(Standard), "2025-08-01").WhatIf(Break("2025-01-01", "2025-01-31"), Learning("2025-02-01"));
        var duration = difference.Requirements.Single(r => r.Id == "minimum-duration");

        Assert.Equal((Day("2025-09-02"), Day("2025-10-03"), 31, false), (duration.Before!.EarliestDate!.Value, duration.After!.EarliestDate!.Value, duration.Days!.Value, duration.IsVerdictChange));
        Assert.Contains("earliest date: 2025-09-02 → 2025-10-03 (31 days later)\n", difference.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_KSBs_change_an_action_that_stays()
    {
        var learner = Wanting with { Claims = Complete("2026-03-01", [.. AllAccepted(Standard).SkipLast(2)]) };
        var changed = Report(learner).WhatIf(B4).Changed.Single();

        Assert.Equal(("Hand in evidence for B3-B4", "Hand in evidence for B3"), (changed.Before.Text.Replace(", ", "-", StringComparison.Ordinal), changed.After.Text));
    }

    [Fact]
    public void No_change_is_no_difference()
    {
        var difference = Report(Wanting).WhatIf(l => l);

        Assert.True(difference.IsEmpty);
        Assert.EndsWith("Nothing changes\n", difference.ToText(), StringComparison.Ordinal);
        Assert.Equal(Report(Wanting).ToJson(), difference.After.ToJson());
    }

    /// <summary>On 1 September 2025 nobody had declared, and the duration lacked a day; on 1 March 2026 all is there.</summary>
    [Fact]
    public void Last_month_and_today_are_compared()
    {
        var learner = Ready(Standard);
        var difference = ReportDifference.Between(Report(learner, "2025-09-01"), Report(learner));

        Assert.Contains("minimum-duration: NotYetDue → Met", difference.Requirements.Select(r => r.ToString()));
        Assert.Contains("employer-declaration: CannotTell → Met", difference.Requirements.Select(r => r.ToString()));
        Assert.Contains("As of 2025-09-01 → 2026-03-01, known at 2025-09-01 → 2026-03-01\n", difference.ToText(), StringComparison.Ordinal);
    }

    /// <summary>400 hours were corrected to 10 on 5 February, and a decision of 1 February was entered on 10 February: what would be different is not what they were before.</summary>
    [Fact]
    public void What_says_no_day_of_its_recording_would_be_recorded_now()
    {
        var hours = Ready(Standard) with { Hours = Complete("2026-12-31", new HoursEntry(Day("2025-01-06"), 400) { Id = "H1" }, new HoursEntry(Day("2025-01-06"), 10) { Replaces = "H1", Id = "H2", Recorded = Day("2026-02-05") }) };
        Assert.False(Assess(Require.OffTheJobHours(), hours, Standard, "2026-03-01").WhatIf(new HoursEntry(Day("2025-01-06"), 400) { Replaces = "H1" }).IsEmpty);

        Claim Decided(ClaimDecisionKind kind, string recorded) => new("E1", Standard.Id, KsbCode.Parse("K1"), new ClaimDecision(kind, Day("2026-02-01")) { Recorded = Day(recorded) });
        var referred = On(Standard) with { Claims = Complete("2026-12-31", Decided(ClaimDecisionKind.Referred, "2026-02-10")) };
        Assert.Equal(Verdict.Met, Assess(Require.KsbsAchieved(ksbs: "K1"), referred, Standard, "2026-03-01").WhatIf(Decided(ClaimDecisionKind.Accepted, "2026-02-01")).After.Verdict);
        Assert.Equal(Verdict.NotMet, Assess(Require.KsbsAchieved(ksbs: "K1"), referred, Standard, "2026-03-01").WhatIf(Decided(ClaimDecisionKind.Accepted, "2026-02-05")).After.Verdict);
    }

    [Fact]
    public void An_entry_that_would_not_be_looked_at_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Report(Wanting).WhatIf(new HoursEntry(Day("2026-03-02"), 5)));
        Assert.Throws<ArgumentException>(() => Report(Wanting).WhatIf(new HoursEntry(Day("2026-02-02"), 5) { Recorded = Day("2026-03-02") }));
        Assert.StartsWith("The entry at 0 is null.", Assert.Throws<ArgumentException>(() => Report(Wanting).WhatIf([null!])).Message, StringComparison.Ordinal);

        // A claim of which the report would look at the first decision alone would not say what was asked.
        var later = new Claim("E9", Standard.Id, KsbCode.Parse("B4"), new ClaimDecision(ClaimDecisionKind.Submitted, Day("2026-02-01")), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-03-05")));
        Assert.StartsWith("A decision of 2026-03-05, recorded on 2026-03-05, is not looked at in a report as of 2026-03-01", Assert.Throws<ArgumentException>(() => Report(Wanting).WhatIf(later)).Message, StringComparison.Ordinal);
    }

    /// <summary>Nothing would change by it, which would read as if the KSB were achieved already.</summary>
    [Fact]
    public void A_claim_for_a_ksb_that_the_standard_lacks_is_refused()
    {
        Claim Of(string ksb, StandardId standard) => new("E9", standard, KsbCode.Parse(ksb), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-02-02")));
        var refused = Assert.Throws<ArgumentException>(() => Report(Wanting).WhatIf(Of("K99", Standard.Id)));

        Assert.StartsWith($"'E9' is claimed for K99, which {Standard.Id} does not have: it would count for nothing.", refused.Message, StringComparison.Ordinal);
        Assert.False(Report(Wanting).WhatIf(Of("K99", StandardId.Parse(Standard.Id.Reference + "@9.9"))).IsEmpty); // of another version nobody can tell
    }

    [Fact]
    public void A_policy_asks_what_if_of_the_whole_record()
    {
        var difference = EnglishApprenticeship.Gateway.WhatIf(Wanting, Standard, l => l.With(B4), Day("2026-03-01"));

        Assert.Equal(["ksbs"], difference.Requirements.Where(r => r.IsVerdictChange).Select(r => r.Id));
    }

    [Fact]
    public void What_a_report_withholds_its_what_if_withholds_too()
    {
        var full = Report(Ready(Standard) with { Certificates = None<Certificate>("2026-03-01"), Choices = None<EnglishAndMathsChoice>("2026-03-01"), Exemptions = None<EnglishAndMathsExemption>("2026-03-01") });
        var english = new Certificate(Day("2026-02-02"), "english") { Level = QualificationLevel.Level2 };

        Assert.Contains("Gain", full.WhatIf(english).ToText() + full.ToText(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => full.Redacted().WhatIf(english));
        Learner? seen = null;
        Assert.Throws<InvalidOperationException>(() => full.Redacted().WhatIf(l => seen = l));
        Assert.Null(seen);
        Assert.Throws<ArgumentException>(() => ReportDifference.Between(full, full.Redacted()));
    }
}
