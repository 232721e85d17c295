using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class DurationTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static RequirementReport Judge(string asOf, params Episode[] episodes) => Judge(Require.MinimumDuration(), asOf, episodes);

    private static RequirementReport Judge(Requirement requirement, string asOf, params Episode[] episodes) =>
        Assess(requirement, On(Standard) with { Episodes = Of(episodes) }, Standard, asOf).Root;

    private static Episode Ended(EpisodeKind kind, string on) => new(Day(on), kind);

    [Theory]
    [InlineData("2018-01-15", "2019-01-14", Verdict.NotYetDue)] // 12 months, SI 2017/1310
    [InlineData("2018-01-15", "2019-01-15", Verdict.Met)]
    [InlineData("2018-01-15", "2019-01-16", Verdict.Met)]
    [InlineData("2025-07-31", "2026-07-30", Verdict.NotYetDue)] // the last start under 12 months
    [InlineData("2025-07-31", "2026-07-31", Verdict.Met)]
    [InlineData("2025-08-01", "2026-03-31", Verdict.NotYetDue)] // 8 months, SI 2025/599
    [InlineData("2025-08-01", "2026-04-01", Verdict.Met)]
    [InlineData("2024-02-29", "2025-02-27", Verdict.NotYetDue)] // 29 February: the last day of February a year on
    [InlineData("2024-02-29", "2025-02-28", Verdict.Met)]
    [InlineData("2025-10-31", "2026-06-29", Verdict.NotYetDue)] // no 31 June
    [InlineData("2025-10-31", "2026-06-30", Verdict.Met)]
    [InlineData("2018-01-14", "2026-03-01", Verdict.CannotTell)] // no cited value so early
    public void Calendar_months_from_the_start(string start, string asOf, Verdict expected) => Assert.Equal(expected, Judge(asOf, Learning(start)).Verdict);

    [Fact]
    public void Twelve_months_are_neither_365_nor_372_days()
    {
        // 2023-03-01 to 2024-03-01 is 366 days.
        Assert.Equal(Verdict.NotYetDue, Judge("2024-02-29", Learning("2023-03-01")).Verdict);
        Assert.Equal(Day("2024-03-01"), Judge("2024-02-29", Learning("2023-03-01")).EarliestDate);
    }

    /// <summary>The break has an end, and no learning is recorded after it: the learner is not on it for ever, and the days of it are no days of learning.</summary>
    [Theory]
    [InlineData("2026-05-04", "no learning is recorded after the break that ends on 2026-06-05")]
    [InlineData("2026-06-06", "no learning is recorded after the break that ended on 2026-06-05")]
    public void After_a_break_that_ended_learning_is_missing_and_not_an_end(string asOf, string why)
    {
        Episode[] episodes = [Learning("2024-09-02", "2025-06-10"), Break("2025-06-11", "2026-06-05")];

        Assert.Contains(why, Judge(asOf, episodes).Outcome.Explanation, StringComparison.Ordinal);
        Assert.Contains(Judge(asOf, episodes).Outcome.Facts, f => f.Value == "from 2025-06-11, with no learning recorded after it");
        var check = Judge(Require.DaysElapsed("d", "Days", 365), asOf, episodes);
        Assert.Equal((Verdict.NotMet, "281 days lie between 2024-09-02 and 2025-06-10, and 365 are asked"), (check.Verdict, check.Outcome.Explanation));
        Assert.Contains("on a break without a recorded end", Judge(asOf, Learning("2024-09-02", "2025-06-10"), Break("2025-06-11")).Outcome.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_day_of_a_break_moves_the_day()
    {
        // 31 days of break: 2025-09-02 becomes 2025-10-03.
        Episode[] episodes = [Learning("2024-09-02"), Break("2025-01-01", "2025-01-31")];

        Assert.Equal((Verdict.NotYetDue, Day("2025-10-03")), (Judge("2025-10-02", episodes).Verdict, Judge("2025-10-02", episodes).EarliestDate));
        Assert.Equal(Verdict.Met, Judge("2025-10-03", episodes).Verdict);
    }

    [Fact]
    public void A_gap_between_two_episodes_is_a_break()
    {
        // Learning to 2024-12-31, again from 2025-03-01: 59 days. 2025-09-02 plus 59 days is 2025-10-31.
        Episode[] episodes = [Learning("2024-09-02", "2024-12-31"), Learning("2025-03-01")];

        Assert.Equal(Day("2025-10-31"), Judge("2025-06-01", episodes).EarliestDate);
        Assert.Equal(Verdict.Met, Judge("2025-10-31", episodes).Verdict);
    }

    [Fact]
    public void A_break_without_an_end_lasts_until_learning_begins_again()
    {
        // 2025-01-01 to 2025-01-31 again, said in two open episodes.
        Episode[] episodes = [Learning("2024-09-02"), Break("2025-01-01"), Learning("2025-02-01")];

        Assert.Equal(Day("2025-10-03"), Judge("2025-06-01", episodes).EarliestDate);
    }

    [Fact]
    public void A_break_after_the_day_was_reached_takes_nothing_away()
    {
        Assert.Equal(Verdict.Met, Judge("2025-09-02", Learning("2024-09-02"), Break("2025-09-02")).Verdict);
        Assert.Equal(Verdict.NotMet, Judge("2025-09-02", Learning("2024-09-02"), Break("2025-09-01")).Verdict);
    }

    [Theory]
    [InlineData(EpisodeKind.Break, "2025-06-01", "93 days of learning")] // 2025-06-01 to 2025-09-01 was still to come
    [InlineData(EpisodeKind.Withdrawn, "2025-05-31", "93 days of learning")] // the last day of learning
    [InlineData(EpisodeKind.Completed, "2025-05-31", "93 days of learning")]
    public void Time_alone_does_not_bring_it_to_who_does_not_learn(EpisodeKind kind, string on, string shortfall)
    {
        var report = Judge("2025-12-01", Learning("2024-09-02"), Ended(kind, on));

        Assert.Equal((Verdict.NotMet, shortfall, null), (report.Verdict, report.Outcome.Shortfall, report.EarliestDate));
        Assert.Equal((Verdict.NotMet, shortfall), (Judge(on, Learning("2024-09-02"), Ended(kind, on)).Verdict, Judge(on, Learning("2024-09-02"), Ended(kind, on)).Outcome.Shortfall)); // on the day itself it is recorded already
    }

    [Fact]
    public void Who_completed_after_the_last_day_of_twelve_months_has_them()
    {
        Assert.Equal(Verdict.Met, Judge("2025-12-01", Learning("2024-09-02"), Ended(EpisodeKind.Completed, "2025-09-01")).Verdict);
        Assert.Equal(Verdict.NotMet, Judge("2025-12-01", Learning("2024-09-02"), Ended(EpisodeKind.Completed, "2025-08-31")).Verdict);
        Assert.Equal(Verdict.Met, Judge("2025-12-01", Learning("2024-09-02", "2025-09-01")).Verdict);
        Assert.Equal(Verdict.NotMet, Judge("2025-12-01", Learning("2024-09-02", "2025-08-31")).Verdict);
    }

    [Fact]
    public void A_return_after_withdrawal_adds_up()
    {
        // Last day 2024-12-31, back on 2025-03-01: the same 59 days as a gap.
        Episode[] episodes = [Learning("2024-09-02"), Ended(EpisodeKind.Withdrawn, "2024-12-31"), Learning("2025-03-01")];

        Assert.Equal(Day("2025-10-31"), Judge("2025-06-01", episodes).EarliestDate);
    }

    [Fact]
    public void A_return_on_the_day_after_the_withdrawal_leaves_no_gap_whatever_the_order_of_the_list()
    {
        Episode[] episodes = [Learning("2024-09-02"), Learning("2025-01-01"), Ended(EpisodeKind.Withdrawn, "2024-12-31")];

        Assert.Equal(Day("2025-09-02"), Judge("2025-06-01", episodes).EarliestDate);
        Assert.Equal(Day("2025-09-02"), Judge("2025-06-01", [.. episodes.Reverse()]).EarliestDate);
    }

    [Fact]
    public void Of_two_states_of_one_day_the_later_in_the_list_holds()
    {
        Assert.Equal(Verdict.NotMet, Judge("2025-06-01", Learning("2024-09-02"), Learning("2025-05-01"), Break("2025-05-01")).Verdict);
        Assert.Equal(Verdict.NotYetDue, Judge("2025-06-01", Learning("2024-09-02"), Break("2025-05-01"), Learning("2025-05-01")).Verdict);
    }

    [Fact]
    public void A_later_episode_takes_the_place_of_one_without_an_end()
    {
        // The second ended on 2025-03-31; that the first has no end does not bring learning back.
        Assert.Equal(Verdict.NotMet, Judge("2025-06-01", Learning("2024-09-02"), Learning("2025-01-01", "2025-03-31")).Verdict);
    }

    [Theory]
    [InlineData("2025-08-31", Verdict.NotMet)] // 2025-09-01 is the last day that is needed
    [InlineData("2025-09-01", Verdict.NotYetDue)]
    [InlineData("2025-12-31", Verdict.NotYetDue)]
    public void A_recorded_end_of_learning_before_the_day_is_not_waited_out(string to, Verdict expected)
    {
        var report = Judge("2025-06-01", Learning("2024-09-02", to));

        Assert.Equal((expected, expected == Verdict.NotYetDue ? Day("2025-09-02") : null), (report.Verdict, report.EarliestDate));
        Assert.Equal(expected == Verdict.NotYetDue ? "93 days of learning" : "1 day of learning", report.Outcome.Shortfall);
        Assert.Equal(expected == Verdict.NotYetDue ? Verdict.Met : Verdict.NotMet, Judge("2025-09-02", Learning("2024-09-02", to)).Verdict);
    }

    [Fact]
    public void A_break_whose_end_is_recorded_counts_whole_and_an_open_one_brings_no_day()
    {
        // 1 June to 30 June is 30 days: 2025-09-02 becomes 2025-10-02.
        Episode[] episodes = [Learning("2024-09-02"), Break("2025-06-01", "2025-06-30")];

        foreach (var asOf in new[] { "2025-06-01", "2025-06-30", "2025-07-01", "2025-10-01" })
        {
            Assert.Equal((Verdict.NotYetDue, Day("2025-10-02")), (Judge(asOf, episodes).Verdict, Judge(asOf, episodes).EarliestDate));
        }

        Assert.Equal("93 days of learning", Judge("2025-06-10", episodes).Outcome.Shortfall); // 1 July to 1 October
        Assert.Equal(Verdict.Met, Judge("2025-10-02", episodes).Verdict);
        Assert.Equal(Verdict.NotMet, Judge("2025-06-10", Learning("2024-09-02"), Break("2025-06-01")).Verdict);
        Assert.Equal(Verdict.NotMet, Judge("2025-06-10", Learning("2024-09-02", "2025-05-31"), Break("2025-06-01", "2025-06-30")).Verdict);
    }

    [Theory]
    [InlineData(EpisodeKind.Learning)]
    [InlineData(EpisodeKind.Break)]
    public void Days_at_the_end_of_the_calendar_are_told_in_plain_words(EpisodeKind kind)
    {
        Episode[] episodes = kind == EpisodeKind.Learning ? [Learning("9999-12-31")] : [Learning("9999-06-01"), Break("9999-12-31")];
        var report = Judge("9999-12-31", episodes);

        Assert.Equal(Verdict.CannotTell, report.Verdict);
        Assert.Contains("beyond the calendar", report.Outcome.Explanation, StringComparison.Ordinal);
        Assert.NotEmpty(report.Outcome.Actions);
    }

    [Fact]
    public void Without_a_start_nobody_can_tell_and_the_fact_is_named()
    {
        var report = Judge("2026-03-01");

        Assert.Equal((Verdict.CannotTell, "the original start"), (report.Verdict, report.Outcome.MissingFacts.Single()));
        Assert.Equal(Verdict.CannotTell, Judge("2024-09-01", Learning("2024-09-02")).Verdict);
    }

    [Fact]
    public void Who_is_known_not_to_have_begun_has_not_met_it()
    {
        var report = Assess(Require.MinimumDuration(), Empty(Standard, "2026-03-01"), Standard, "2026-03-01");

        Assert.Equal((Verdict.NotMet, "Begin to learn, and record the first episode"), (report.Verdict, report.Outstanding.Single().Text));
        Assert.Equal("No learning had begun, so that there is no original start", Assess(Require.StartedBetween("s", Day("2025-08-01"), null), Empty(Standard, "2026-03-01"), Standard, "2026-03-01").Root.Outcome.Explanation);
        Assert.Equal("The original start decides which minimum applies, and no learning had begun", Assess(Require.OffTheJobHours(), Empty(Standard, "2026-03-01"), Standard, "2026-03-01").Root.Outcome.Explanation);
    }

    [Theory]
    [InlineData(EpisodeReason.Redundancy)]
    [InlineData(EpisodeReason.NewerVersion)]
    [InlineData(EpisodeReason.ProviderTransfer)]
    [InlineData(EpisodeReason.ReturnToSameApprenticeship)]
    public void How_much_shorter_eight_months_may_be_for_a_recorded_reason_is_a_setting_and_twelve_may_not(EpisodeReason reason)
    {
        var moved = new Episode(Day("2026-01-10"), EpisodeKind.Transfer) { Reason = reason };
        RequirementReport Shorter(bool? accepted, string asOf, Episode episode, string start = "2025-09-01") => Judge(Require.MinimumDuration(accepted), asOf, Learning(start), episode);

        var unsaid = Shorter(null, "2026-03-01", moved);
        Assert.Equal(Verdict.CannotTell, unsaid.Verdict);
        Assert.Contains("GatewaySettings.ShorterDurationAccepted", unsaid.Outcome.MissingFacts.Single(), StringComparison.Ordinal);
        Assert.Equal((Verdict.DoesNotApply, 1), (Shorter(true, "2026-03-01", moved).Verdict, Shorter(true, "2026-03-01", moved).Outcome.Attention.Count));
        Assert.Equal((Verdict.NotYetDue, Day("2026-05-01")), (Shorter(false, "2026-03-01", moved).Verdict, Shorter(false, "2026-03-01", moved).EarliestDate));

        // Complete, under 12 months of law, or only the reason of a break: the question does not arise.
        Assert.Equal(Verdict.Met, Shorter(null, "2026-05-01", moved).Verdict);
        Assert.Equal(Verdict.NotYetDue, Shorter(null, "2025-06-01", new Episode(Day("2025-03-10"), EpisodeKind.Transfer) { Reason = reason }, "2025-01-01").Verdict);
        Assert.Equal(Verdict.NotYetDue, Shorter(null, "2026-03-01", Break("2026-01-10", "2026-01-20") with { Reason = reason }).Verdict);
    }

    [Fact]
    public void The_citation_is_that_of_the_start()
    {
        Assert.Equal("SI 2017/1310 (UK legislation; certainty A)", Judge("2025-06-01", Learning("2024-09-02")).Outcome.Citations.Single().ToString());
        Assert.Equal("SI 2025/599 (UK legislation; certainty B)", Judge("2026-06-01", Learning("2025-09-02")).Outcome.Citations.Single().ToString());
    }

    [Fact]
    public void A_day_that_nobody_has_reviewed_the_sources_for_is_told() =>
        Assert.Contains(Judge("2026-10-01", Learning("2025-09-02")).Outcome.Attention, a => a.Contains("unreviewed since 2026-09-30", StringComparison.Ordinal));

    [Fact]
    public void A_day_beyond_the_calendar_is_a_fault_of_the_rule_and_not_of_the_learner() =>
        Assert.Equal(Verdict.CannotTell, Judge("9999-12-31", Learning("9999-12-30")).Verdict);

    [Theory]
    [InlineData(null, "2026-03-31", Verdict.CannotTell)] // 12 months are asked, or nothing is
    [InlineData(null, "2026-04-01", Verdict.CannotTell)] // 8 are, 12 are not: which prevails matters
    [InlineData(null, "2026-07-31", Verdict.CannotTell)]
    [InlineData(null, "2026-08-01", Verdict.Met)] // both
    [InlineData(true, "2026-07-31", Verdict.NotYetDue)]
    [InlineData(true, "2026-08-01", Verdict.Met)]
    [InlineData(false, "2026-04-01", Verdict.DoesNotApply)]
    public void Whether_the_standards_twelve_months_prevail_over_eight_is_a_setting(bool? prevails, string asOf, Verdict expected) =>
        Assert.Equal(expected, Judge(Require.StandardMinimum(prevails), asOf, Learning("2025-08-01")).Verdict);

    [Fact]
    public void Until_the_standards_minimum_is_complete_its_two_readings_differ_whoever_learns_or_not()
    {
        Episode[] onBreak = [Learning("2025-09-01"), Break("2026-01-10")];

        Assert.Equal((Verdict.CannotTell, null), (Judge(Require.StandardMinimum(), "2026-02-01", onBreak).Verdict, Judge(Require.StandardMinimum(), "2026-02-01", onBreak).EarliestDate));
        Assert.Equal(Verdict.NotMet, Judge(Require.StandardMinimum(prevails: true), "2026-02-01", onBreak).Verdict);
        Assert.Equal(Verdict.DoesNotApply, Judge(Require.StandardMinimum(prevails: false), "2026-02-01", onBreak).Verdict);
    }

    [Theory]
    [InlineData(null, "2026-03-01", Verdict.NotYetDue)]
    [InlineData(false, "2026-03-01", Verdict.NotYetDue)]
    [InlineData(null, "2026-03-02", Verdict.Met)]
    public void Beside_twelve_months_of_law_the_standards_eighteen_are_asked_and_nothing_is_unsettled(bool? prevails, string asOf, Verdict expected)
    {
        var report = Judge(Require.StandardMinimum(prevails, months: 18), asOf, Learning("2024-09-02"));

        Assert.Equal(expected, report.Verdict);
        Assert.Equal(Day("2026-03-02"), report.EarliestDate);
    }

    [Fact]
    public void Under_twelve_months_of_law_the_standards_twelve_raise_no_question()
    {
        Assert.Equal(Verdict.NotYetDue, Judge(Require.StandardMinimum(), "2025-09-01", Learning("2024-09-02")).Verdict);
        Assert.Empty(Judge(Require.StandardMinimum(), "2025-09-01", Learning("2024-09-02")).Outcome.Attention);
        Assert.Equal(Verdict.Met, Judge(Require.StandardMinimum(), "2025-09-02", Learning("2024-09-02")).Verdict);
    }

    [Theory]
    [InlineData("Typical")]
    [InlineData(null)]
    public void A_typical_duration_is_no_minimum(string? label)
    {
        var standard = TestStandards.Make("ST0220@1.1", new KeyInformation { Level = 4, DurationMonths = 24, DurationLabel = label });
        var learner = On(standard) with { Episodes = Of(Learning("2024-09-02")) };

        Assert.Equal(Verdict.DoesNotApply, Assess(Require.StandardMinimum(), learner, standard, "2025-12-01").Verdict);
        Assert.Equal(Verdict.NotYetDue, Assess(Require.StandardMinimum(prevails: true, months: 24), learner, standard, "2025-12-01").Verdict);
    }

    [Fact]
    public void Where_the_document_has_no_duration_what_its_publication_prints_counts()
    {
        var page = TestStandards.Make("ST0583@1.2", new KeyInformation { Level = 4 });
        var learner = On(page) with { Episodes = Of(Learning("2025-08-01")) };

        var report = Assess(Require.StandardMinimum(), learner, page, "2026-04-01").Root;
        Assert.Equal(Verdict.CannotTell, report.Verdict);
        Assert.Contains(report.Outcome.Citations, c => c is { Issuer: "Skills England", Certainty: Certainty.OfficialText });
        Assert.Contains(report.Outcome.Citations, c => c.Title.Contains("2025/599", StringComparison.Ordinal)); // what law asks is said as well
        Assert.Equal(Verdict.Met, Assess(Require.StandardMinimum(), learner, page, "2026-08-01").Verdict);

        // Records of the API call every duration typical, which does not silence a minimum that is known to be printed.
        var record = TestStandards.Make("ST0583@1.2", new KeyInformation { Level = 4, DurationMonths = 12, DurationLabel = "Typical" });
        Assert.Equal(Verdict.CannotTell, Assess(Require.StandardMinimum(), learner, record, "2026-04-01").Verdict);
        Assert.Equal(24, EnglishStandards.DurationOf(TestStandards.Make("ST0583@1.2", new KeyInformation { DurationMonths = 24, DurationLabel = "Minimum" }))!.Months);

        var typical = TestStandards.Make("ST0220@1.1", new KeyInformation { Level = 4 });
        Assert.Equal(Verdict.DoesNotApply, Assess(Require.StandardMinimum(), On(typical) with { Episodes = learner.Episodes }, typical, "2026-04-01").Verdict);
    }

    /// <summary>Where a reason allows less than the 8 months of law, a standard that asks as many is judged no more harshly than one that asks 12.</summary>
    [Theory]
    [InlineData(8, null, Verdict.CannotTell)]
    [InlineData(12, null, Verdict.CannotTell)]
    [InlineData(8, false, Verdict.DoesNotApply)]
    [InlineData(12, false, Verdict.DoesNotApply)]
    [InlineData(8, true, Verdict.NotMet)]
    [InlineData(12, true, Verdict.NotMet)]
    public void A_reason_for_less_counts_beside_the_standards_minimum_too(int months, bool? prevails, Verdict expected)
    {
        Episode[] episodes = [Learning("2025-09-01"), Learning("2026-01-05") with { Reason = EpisodeReason.Redundancy }, Ended(EpisodeKind.Completed, "2026-02-28")];

        Assert.Equal(expected, Judge(Require.StandardMinimum(prevails, months), "2026-03-01", episodes).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(Require.StandardMinimum(prevails, 8), "2026-03-01", episodes[0], episodes[2]).Verdict);
    }

    /// <summary>Who came from another provider, was made redundant or returned had begun before, on a day that this record does not hold.</summary>
    [Theory]
    [InlineData(EpisodeReason.ProviderTransfer)]
    [InlineData(EpisodeReason.ReturnToSameApprenticeship)]
    [InlineData(EpisodeReason.Redundancy)]
    [InlineData(EpisodeReason.NewerVersion)]
    public void An_episode_that_goes_on_from_another_is_no_original_start(EpisodeReason reason)
    {
        var moved = Learning("2025-09-01") with { Reason = reason };
        var learner = Ready(Standard) with { Episodes = Complete("2026-05-01", moved) };
        var report = EnglishApprenticeship.Gateway.Assess(learner, Standard, Day("2026-05-01"));

        Assert.Equal((Verdict.CannotTell, Verdict.CannotTell), (report.Verdict, Judge("2026-05-01", moved).Verdict));
        Assert.Contains(report.Root.Find("minimum-duration")!.Outcome.MissingFacts, f => f.Contains("original start", StringComparison.Ordinal));
        Assert.Contains("Record the first episode of learning: that of 2025-09-01 went on from one before it", report.Outstanding.Select(a => a.Text));
        Assert.Equal(Verdict.Met, Judge("2026-05-01", Learning("2025-08-20"), moved).Verdict);
    }

    /// <summary>Learning that has ended by its episode has ended for a check of data too, and does not go on by time.</summary>
    [Fact]
    public void Days_are_counted_up_to_the_last_day_of_learning()
    {
        (Verdict, DateOnly?) Checked(string asOf, params Episode[] episodes) => (Judge(Require.DaysElapsed("d", "Days", 365), asOf, episodes).Verdict, Judge(Require.DaysElapsed("d", "Days", 365), asOf, episodes).EarliestDate);

        Assert.Equal((Verdict.NotMet, null), Checked("2025-06-01", Learning("2023-09-04", "2024-05-31")));
        Assert.Equal((Verdict.NotMet, null), Checked("2024-05-01", Learning("2023-09-04", "2024-05-31")));
        Assert.Equal((Verdict.NotYetDue, Day("2024-09-03")), Checked("2024-06-15", Learning("2023-09-04")));
        Assert.Equal((Verdict.NotYetDue, Day("2024-09-03")), Checked("2024-06-15", Learning("2023-09-04"), Break("2024-06-01")));
        Assert.Equal((Verdict.Met, Day("2025-06-01")), Checked("2025-06-01", Learning("2023-09-04", "2024-10-31")));
    }

    /// <summary>Which of 8 and 12 months is asked nobody can tell, nor how much less is for a reason: after the longer time nobody need know.</summary>
    [Theory]
    [InlineData(null, Verdict.CannotTell)]
    [InlineData(false, Verdict.DoesNotApply)]
    public void Time_settles_what_no_source_does(bool? setting, Verdict before)
    {
        Learner Began(EpisodeReason reason = EpisodeReason.None) => On(Standard) with { Episodes = Of(Learning("2025-09-01"), Learning("2025-10-01") with { Reason = reason }) };
        foreach (var (requirement, learner) in new (Requirement, Learner)[] { (Require.StandardMinimum(setting), Began()), (Require.MinimumDuration(setting is null ? null : true), Began(EpisodeReason.Redundancy)) })
        {
            var day = requirement is StandardMinimumRequirement ? "2026-09-01" : "2026-05-01";
            foreach (var asOf in new[] { "2026-03-01", Day(day).AddDays(-1).ToString("O", null) })
            {
                Assert.Equal((before, Day(day)), (Assess(requirement, learner, Standard, asOf).Verdict, Assess(requirement, learner, Standard, asOf).EarliestDate!.Value));
            }

            Assert.Equal(Verdict.Met, Assess(requirement, learner, Standard, day).Verdict);
        }

        // Beside another that is met later and sooner, on the day on which one of them is.
        Assert.Equal(Day("2026-09-01"), Assess(Require.AllOf("all", "A", Require.StandardMinimum(), Require.DateReached("day", "D", Day("2026-06-01"))), Began(), Standard, "2026-03-01").EarliestDate);
        Assert.Equal(Day("2026-09-01"), Assess(Require.AnyOf("any", "A", Require.StandardMinimum(), Require.DateReached("day", "D", Day("2026-10-01"))), Began(), Standard, "2026-03-01").EarliestDate);
    }

    /// <summary>Nobody waits for a check of data; where days decide, only learning brings more of them.</summary>
    [Fact]
    public void Days_that_decide_are_brought_by_learning()
    {
        var days = Require.DaysElapsed("d", "Days", 365);
        var gone = On(Standard) with { Episodes = Of(Learning("2024-01-01"), new Episode(Day("2024-03-01"), EpisodeKind.Withdrawn)) };

        Assert.Equal(["Return to learning and record it"], Assess(days.RestingOn(RequirementBasis.Provider), gone, Standard, "2025-06-01").Outstanding.Select(a => a.Text));
        Assert.Empty(Assess(days, gone, Standard, "2025-06-01").Outstanding);
    }

    [Fact]
    public void A_document_without_a_duration_says_that_it_was_not_judged()
    {
        var standard = TestStandards.Make("ST0999@1.0", new KeyInformation { Level = 4 });
        RequirementReport Judged(string asOf, params Episode[] episodes) => Assess(Require.StandardMinimum(), On(standard) with { Episodes = Of(episodes) }, standard, asOf).Root;

        var known = Judged("2025-12-01", Learning("2025-07-31"));
        Assert.Equal(Verdict.DoesNotApply, known.Verdict);
        Assert.NotEmpty(known.Outcome.Attention);

        // For starts from 1 August 2025 law asks less, and a start that nobody recorded may be any day, but of one who went on from another it is a day before.
        Assert.All(["2025-08-01", "2025-07-31"], asOf => Assert.Equal((Verdict.CannotTell, "the original start"), (Judged(asOf).Verdict, Judged(asOf).Outcome.MissingFacts.Single())));
        Assert.Equal(Verdict.DoesNotApply, Judged("2026-05-01", Learning("2025-07-31") with { Reason = EpisodeReason.NewerVersion }).Verdict);
        Assert.Equal(Verdict.CannotTell, Judged("2026-05-01", Learning("2025-08-02") with { Reason = EpisodeReason.NewerVersion }).Verdict);
    }

    [Theory]
    [InlineData("2025-07-31", null, Verdict.DoesNotApply)]
    [InlineData("2025-08-01", null, Verdict.CannotTell)] // 8 months of law, and perhaps 12 of the standard
    [InlineData("2025-08-01", true, Verdict.CannotTell)]
    [InlineData("2025-08-01", false, Verdict.DoesNotApply)]
    public void A_silent_document_is_no_consent_where_law_asks_less_than_it_did(string start, bool? prevails, Verdict expected)
    {
        var standard = TestStandards.Make("ST0999@1.0", new KeyInformation { Level = 4 });

        Assert.Equal(expected, Assess(Require.StandardMinimum(prevails), On(standard) with { Episodes = Of(Learning(start)) }, standard, "2026-05-01").Verdict);
    }

    [Fact]
    public void The_named_day_is_the_first_on_which_it_holds()
    {
        Episode[] episodes = [Learning("2024-09-02", "2024-11-15"), Learning("2025-01-06"), Break("2025-03-10", "2025-03-21"), Break("2025-03-18", "2025-04-01")];
        var named = Judge("2025-06-01", episodes).EarliestDate!.Value;

        Assert.Equal(Verdict.NotYetDue, Judge(Text.IsoDate.Format(named.AddDays(-1)), episodes).Verdict);
        Assert.Equal(Verdict.Met, Judge(Text.IsoDate.Format(named), episodes).Verdict);
    }
}
