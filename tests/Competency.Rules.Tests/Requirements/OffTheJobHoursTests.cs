using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class OffTheJobHoursTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static RequirementReport Judge(Learner learner, OccupationalStandard? standard = null, decimal? published = null, string asOf = "2026-09-01") =>
        Assess(Require.OffTheJobHours(published), learner, standard ?? Standard, asOf).Root;

    private static Learner With(string start, decimal hours, TrainingPlan? plan = null) => On(Standard) with
    {
        Episodes = Of(Learning(start)),
        Hours = Complete("2026-09-01", new HoursEntry(Day("2026-01-05"), hours)),
        PriorLearning = None<PriorLearning>("2026-09-01"),
        Declarations = None<Declaration>("2026-09-01"),
        Plans = plan is null ? Ledger<TrainingPlan>.Unknown : Of(plan),
    };

    private static TrainingPlan Plan(decimal weeks, decimal weeklyHours) => new(Day("2022-08-01")) { Weeks = weeks, WeeklyHours = weeklyHours };

    [Theory]
    [InlineData(52, 30, 278.4)] // (52 - 5.6) x 30 x 0.2
    [InlineData(52, 37.5, 278.4)] // at most 30 hours a week
    [InlineData(78, 37.5, 417.6)] // (78 - 8.4) x 30 x 0.2
    [InlineData(52, 20, 185.6)] // part time: (52 - 5.6) x 20 x 0.2
    public void A_fifth_of_the_planned_weeks_less_leave(decimal weeks, decimal weeklyHours, decimal minimum)
    {
        var plan = Plan(weeks, weeklyHours);

        Assert.Equal(Verdict.Met, Judge(With("2024-09-02", minimum, plan)).Verdict);
        var short1 = Judge(With("2024-09-02", minimum - 0.1m, plan));
        Assert.Equal((Verdict.NotMet, "0.1 h"), (short1.Verdict, short1.Outcome.Shortfall));
    }

    [Theory]
    [InlineData("2022-07-31", "a fifth of the paid hours")] // 20 % of 1,500 is 300
    [InlineData("2022-08-01", "planned weeks")]
    [InlineData("2025-07-31", "planned weeks")]
    [InlineData("2025-08-01", "published hours")]
    public void The_method_is_that_of_the_original_start(string start, string method)
    {
        var plan = new TrainingPlan(Day("2022-01-01")) { Weeks = 52, WeeklyHours = 30, PaidHours = 1500 };
        var learner = With(start, 600, plan) with { Plans = Of(plan) };
        var minimum = Judge(learner, published: 605).Outcome.Facts.Single(f => f.Name == "minimum").Value;

        Assert.Equal(method switch { "planned weeks" => "278.4 h", "published hours" => "605 h", _ => "300 h" }, minimum);
    }

    /// <summary>What is recorded is not said to lack.</summary>
    [Theory]
    [InlineData(null, null, "the planned weeks and weekly hours are not recorded")]
    [InlineData(37.5, null, "the planned weeks are not recorded")]
    [InlineData(null, "2025-09-01", "the weekly hours are not recorded")]
    [InlineData(37.5, "2024-09-01", "the planned weeks are not recorded: the planned end, 2024-09-01, does not lie after the original start, 2024-09-02")]
    public void What_lacks_of_a_plan_is_named(double? weekly, string? end, string said)
    {
        var standard = TestStandards.Mammography;
        var learner = TestLearners.Ready(standard) with { Plans = TestLearners.Of(new TrainingPlan(TestLearners.Day("2024-09-02")) { WeeklyHours = (decimal?)weekly, PlannedEnd = end is null ? null : TestLearners.Day(end) }) };

        var outcome = TestLearners.Assess(Require.OffTheJobHours(), learner, standard, "2026-03-01").Root.Outcome;

        Assert.Equal((Verdict.CannotTell, "A fifth of the weekly hours over the planned weeks is asked, and " + said), (outcome.Verdict, outcome.Explanation));
    }

    [Fact]
    public void The_weeks_can_follow_from_the_planned_end()
    {
        // 2024-09-02 to 2025-08-31, both included, is 364 days: 52 weeks.
        var plan = new TrainingPlan(Day("2024-09-02")) { PlannedEnd = Day("2025-08-31"), WeeklyHours = 37.5m };

        Assert.Equal("278.4 h", Judge(With("2024-09-02", 300, plan)).Outcome.Facts.Single(f => f.Name == "minimum").Value);
    }

    /// <summary>A break of 91 days moved the end by as many: 52 weeks of training are planned as before. What the plan of the start did not know of it does not leave out.</summary>
    [Theory]
    [InlineData("2024-09-01", null)]
    [InlineData("2024-09-01", "2024-12-01")]
    [InlineData("2024-12-01", null)]
    public void A_break_by_which_the_end_was_moved_is_no_planned_week(string end, string? moved)
    {
        TrainingPlan Ends(string on, string day) => new(Day(on)) { PlannedEnd = Day(day), WeeklyHours = 37.5m };
        var isKnown = end == "2024-12-01";
        var learner = With("2023-09-04", 280) with
        {
            Episodes = Of(Learning("2023-09-04"), Break("2024-01-01", "2024-03-31")),
            Plans = moved is null ? Of(Ends(isKnown ? "2024-01-01" : "2023-09-04", end)) : Of(Ends("2023-09-04", end), Ends("2024-04-01", moved)),
            Hours = Complete("2026-09-01", new HoursEntry(Day("2024-05-05"), 280)),
        };
        var report = Judge(learner, asOf: "2024-12-05");

        Assert.Equal((Verdict.Met, "52"), (report.Verdict, report.Outcome.Facts.Single(f => f.Name == "planned weeks").Value));
    }

    [Fact]
    public void Without_published_hours_a_start_from_August_2025_is_cannot_tell_and_never_278()
    {
        var report = Judge(With("2025-10-01", 5000, Plan(52, 37.5m)));

        Assert.Equal(Verdict.CannotTell, report.Verdict);
        Assert.Equal("the published off-the-job hours of ST0583@1.2", report.Outcome.MissingFacts.Single());
        Assert.DoesNotContain("278", report.Outcome.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_hours_come_from_the_document_or_from_the_setting()
    {
        var standard = TestStandards.WithHours(605);

        Assert.Equal(Verdict.Met, Judge(With("2026-01-05", 605), standard).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(With("2026-01-05", 604.9m), standard).Verdict);
        Assert.Equal(Verdict.Met, Judge(With("2026-01-05", 500), standard, published: 500).Verdict);
    }

    [Theory]
    [InlineData("2025-12-31", Verdict.CannotTell)] // 60 standards had lower hours for these starts
    [InlineData("2026-01-01", Verdict.NotMet)]
    public void Lower_hours_of_the_autumn_of_2025_are_not_guessed(string start, Verdict expected)
    {
        Assert.Equal(expected, Judge(With(start, 600), TestStandards.WithHours(605)).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(With(start, 600), TestStandards.WithHours(605), published: 605).Verdict);
        Assert.Equal(Verdict.Met, Judge(With(start, 605), TestStandards.WithHours(605)).Verdict);
    }

    [Fact]
    public void Missing_hours_are_unknown_and_not_zero()
    {
        var learner = With("2024-09-02", 100, Plan(52, 30));

        Assert.Equal(Verdict.NotMet, Judge(learner).Verdict);
        Assert.Equal((Verdict.CannotTell, "178.4 h"), (Judge(learner, asOf: "2026-09-02").Verdict, Judge(learner, asOf: "2026-09-02").Outcome.Shortfall));
        Assert.Equal(Verdict.CannotTell, Judge(learner with { Hours = Ledger<HoursEntry>.Unknown }).Verdict);
    }

    [Fact]
    public void Hours_of_English_and_maths_within_a_break_or_unpaid_do_not_count()
    {
        var learner = With("2024-09-02", 0, Plan(52, 30)) with
        {
            Episodes = Of(Learning("2024-09-02"), Break("2025-01-01", "2025-01-31")),
            Hours = Complete("2026-09-01",
                new HoursEntry(Day("2024-12-31"), 100),
                new HoursEntry(Day("2025-01-01"), 1), // first day of the break
                new HoursEntry(Day("2025-01-31"), 2), // last day of the break
                new HoursEntry(Day("2025-02-01"), 178),
                new HoursEntry(Day("2024-09-01"), 4), // before the start
                new HoursEntry(Day("2025-02-01"), 8) { Category = HoursCategory.EnglishAndMaths },
                new HoursEntry(Day("2025-02-01"), 16) { Category = HoursCategory.Other },
                new HoursEntry(Day("2025-02-01"), 32) { InPaidHours = false }),
        };
        var report = Judge(learner);

        Assert.Equal((Verdict.NotMet, "0.4 h"), (report.Verdict, report.Outcome.Shortfall));
        Assert.Equal(
            ["hours that count: 278 h", "hours of English and maths, which do not count: 8 h", "hours outside learning time, which do not count: 7 h", "hours outside paid hours or not off the job, which do not count: 48 h"],
            report.Outcome.Facts.Where(f => f.Name.StartsWith("hours", StringComparison.Ordinal)).Select(f => $"{f.Name}: {f.Value}"));
    }

    [Fact]
    public void A_corrected_entry_counts_once_from_the_day_of_its_correction()
    {
        var learner = With("2024-09-02", 0, Plan(52, 30)) with
        {
            Hours = Complete("2026-09-01",
                new HoursEntry(Day("2025-03-03"), 300) { Id = "H1" },
                new HoursEntry(Day("2025-03-03"), 30) { Id = "H2", Replaces = "H1", Recorded = Day("2025-12-01") }),
        };

        Assert.Equal(Verdict.Met, Assess(Require.OffTheJobHours(), learner, Standard, "2026-09-01", "2025-11-30").Verdict);
        Assert.Equal("248.4 h", Assess(Require.OffTheJobHours(), learner, Standard, "2026-09-01", "2026-09-01").Root.Outcome.Shortfall);
    }

    [Theory]
    [InlineData(605, 100, 505)]
    [InlineData(605, 500, 187)] // the floor
    [InlineData(187, 50, 187)] // published at the floor already
    [InlineData(150, 50, 150)] // published below the floor
    public void Prior_learning_lowers_published_hours_down_to_a_floor_and_the_report_says_how_sure_that_is(int published, int reduction, int minimum)
    {
        var standard = TestStandards.WithHours(published);
        var learner = With("2026-01-05", minimum) with { PriorLearning = Complete("2026-09-01", new PriorLearning(Day("2026-01-05")) { ReductionHours = reduction }) };

        Assert.Equal(Verdict.Met, Judge(learner, standard).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(learner with { Hours = Complete("2026-09-01", new HoursEntry(Day("2026-02-05"), minimum - 1)) }, standard).Verdict);
        Assert.Equal(minimum < published, Judge(learner, standard).Outcome.Attention.Any(a => a.Contains("certainty C", StringComparison.Ordinal)));
        Assert.Contains(Judge(learner, standard).Outcome.Citations, c => c.Certainty == Certainty.ThirdParty);
    }

    [Theory]
    [InlineData(504, Verdict.CannotTell)] // at best 187 h are asked
    [InlineData(187, Verdict.CannotTell)]
    [InlineData(186.9, Verdict.NotMet)] // short even of the floor
    [InlineData(605, Verdict.Met)]
    public void Prior_learning_that_may_not_be_recorded_could_lower_the_minimum(double hours, Verdict expected)
    {
        var standard = TestStandards.WithHours(605);
        var report = Judge(With("2026-01-05", (decimal)hours) with { PriorLearning = Ledger<PriorLearning>.Unknown }, standard);

        Assert.Equal(expected, report.Verdict);
        Assert.Equal(expected == Verdict.CannotTell, report.Outcome.MissingFacts.Any(m => m.Contains("(priorLearning)", StringComparison.Ordinal)));
        Assert.Equal(hours < 605 ? Verdict.NotMet : Verdict.Met, Judge(With("2026-01-05", (decimal)hours), standard).Verdict);

        // Where no rule on prior learning is cited none could have lowered it.
        Assert.Equal(Verdict.NotMet, Judge(With("2024-09-02", 278, Plan(52, 30)) with { PriorLearning = Ledger<PriorLearning>.Unknown }).Verdict);
    }

    [Theory]
    [InlineData(417.6, Verdict.Met)] // (78 - 8.4) x 30 x 0.2
    [InlineData(417.5, Verdict.NotMet)]
    public void A_revised_plan_that_says_one_number_leaves_the_others(double hours, Verdict expected)
    {
        var plans = Of(new TrainingPlan(Day("2024-09-02")) { Weeks = 52, WeeklyHours = 37.5m, AgreedHours = 400 }, new TrainingPlan(Day("2025-03-01")) { Weeks = 78 });
        var report = Judge(With("2024-09-02", (decimal)hours) with { Plans = plans });

        Assert.Equal((expected, "417.6 h"), (report.Verdict, report.Outcome.Facts.Single(f => f.Name == "minimum").Value));

        // Fewer weekly hours later, the 52 weeks as they were; a planned end that was agreed later takes the place of the weeks.
        var part = Of(new TrainingPlan(Day("2024-09-02")) { Weeks = 52, WeeklyHours = 37.5m }, new TrainingPlan(Day("2025-03-01")) { WeeklyHours = 20 });
        Assert.Equal("185.6 h", Minimum(part));
        var end = Of(new TrainingPlan(Day("2024-09-02")) { Weeks = 78, WeeklyHours = 37.5m }, new TrainingPlan(Day("2025-03-01")) { PlannedEnd = Day("2025-08-31") });
        Assert.Equal("278.4 h", Minimum(end));

        string Minimum(Ledger<TrainingPlan> of) => Judge(With("2024-09-02", 1) with { Plans = of }).Outcome.Facts.Single(f => f.Name == "minimum").Value;
    }

    [Fact]
    public void Prior_learning_lowers_nothing_where_no_rule_is_cited()
    {
        var learner = With("2024-09-02", 278, Plan(52, 30)) with { PriorLearning = Of(new PriorLearning(Day("2024-09-02")) { ReductionHours = 100 }) };

        Assert.Equal((Verdict.NotMet, "0.4 h"), (Judge(learner).Verdict, Judge(learner).Outcome.Shortfall));
        Assert.Contains(Judge(learner).Outcome.Attention, a => a.Contains("no rule on hours is cited", StringComparison.Ordinal));
    }

    [Fact]
    public void Below_the_plan_and_not_below_the_minimum_is_met_with_a_statement_outstanding()
    {
        // 104 weeks of learning by the day of assessment: of 130 that were planned.
        var learner = With("2024-09-02", 700, new TrainingPlan(Day("2024-09-02")) { Weeks = 130, WeeklyHours = 30, AgreedHours = 800 });

        var report = Judge(learner);
        Assert.Equal(Verdict.Met, report.Verdict);
        Assert.Contains(report.Outcome.Attention, a => a.Contains("signed statement is outstanding, if the training was also shorter than planned, unless more training follows (certainty C)", StringComparison.Ordinal));
        Assert.Equal("statement-below-plan", Assert.Single(report.Outcome.Actions).Key);
        var later = With("2026-01-05", 610, new TrainingPlan(Day("2026-01-05")) { AgreedHours = 700 });
        Assert.Contains(Judge(later, TestStandards.WithHours(605)).Outcome.Attention, a => a.EndsWith("a signed statement is outstanding, unless more training follows (certainty C)", StringComparison.Ordinal));
        var ended = later with { Episodes = Of(Learning("2026-01-05"), new Episode(Day("2026-08-31"), EpisodeKind.Completed)) };
        Assert.Contains(Judge(ended, TestStandards.WithHours(605)).Outcome.Attention, a => a.EndsWith("a signed statement is outstanding (certainty C)", StringComparison.Ordinal));

        var signed = learner with { Declarations = Of(new Declaration(Day("2025-10-01"), DeclarationKind.HoursBelowPlan, DeclarationRole.Employer)) };
        Assert.Empty(Judge(signed).Outcome.Attention);
        Assert.Empty(Judge(With("2024-07-31", 300, new TrainingPlan(Day("2024-07-31")) { Weeks = 52, WeeklyHours = 30, AgreedHours = 400 })).Outcome.Attention);
    }

    /// <summary>Records of the published API say 0 where no hours are given: that is not that none are asked.</summary>
    [Fact]
    public void Published_hours_of_nought_are_none() => Assert.Equal(Verdict.CannotTell, Judge(With("2026-01-05", 0), TestStandards.WithHours(0)).Verdict);

    /// <summary>Nobody signs that hours are lacking which may only not be recorded, or once more what may be signed.</summary>
    [Fact]
    public void Below_the_plan_by_what_is_recorded_the_record_comes_first()
    {
        var learner = With("2026-01-05", 610, new TrainingPlan(Day("2026-01-05")) { AgreedHours = 700 });

        var hours = Judge(learner with { Hours = Of(new HoursEntry(Day("2026-01-05"), 610)) }, TestStandards.WithHours(605)).Outcome;
        Assert.StartsWith("610 h, as far as is recorded, are below the 700 h of the plan: ", Assert.Single(hours.Attention), StringComparison.Ordinal);
        Assert.Equal("record:complete:hours", Assert.Single(hours.Actions).Key);

        var declarations = Judge(learner with { Declarations = Ledger<Declaration>.Unknown }, TestStandards.WithHours(605)).Outcome;
        Assert.Equal("610 h are below the 700 h of the plan: a signed statement is asked, unless more training follows, and none is recorded (certainty C)", Assert.Single(declarations.Attention));
        Assert.Equal("record:complete:declarations", Assert.Single(declarations.Actions).Key);
    }

    [Theory]
    [InlineData("2026-09-30", 0)]
    [InlineData("2026-10-01", 3)] // how the minimum is worked out, the floor under prior learning, the statement
    public void What_is_unreviewed_is_said(string asOf, int times)
    {
        var learner = With("2026-01-05", 610, new TrainingPlan(Day("2026-01-05")) { AgreedHours = 700 }) with { PriorLearning = Complete(asOf, new PriorLearning(Day("2026-01-05")) { ReductionHours = 50 }) };

        var attention = Judge(learner, TestStandards.WithHours(605), asOf: asOf).Outcome.Attention;
        Assert.Equal(times, attention.Count(a => a.EndsWith("unreviewed since 2026-09-30", StringComparison.Ordinal)));
    }

    /// <summary>52 weeks from 2 September 2024 are over on 31 August 2025, both days included.</summary>
    [Theory]
    [InlineData("2025-08-31", null, null, 0)]
    [InlineData("2025-08-30", null, null, 1)]
    [InlineData("2025-12-01", null, null, 0)]
    [InlineData("2025-09-30", "2025-01-01", "2025-01-31", 1)] // A break of 31 days.
    [InlineData("2025-10-01", "2025-01-01", "2025-01-31", 0)]
    [InlineData("2026-06-01", "2025-06-01", null, 1)] // On a break since: nobody knows for how long.
    public void Training_that_lasted_as_long_as_planned_needs_no_statement(string asOf, string? from, string? to, int actions)
    {
        foreach (var plan in new[] { new TrainingPlan(Day("2024-09-02")) { Weeks = 52 }, new TrainingPlan(Day("2024-09-02")) { PlannedEnd = Day("2025-08-31") } })
        {
            var learner = With("2024-09-02", 0, plan with { WeeklyHours = 30, AgreedHours = 400 }) with { Hours = Complete("2026-09-01", new HoursEntry(Day("2024-11-05"), 300)) };
            learner = from is null ? learner : learner with { Episodes = Of(Learning("2024-09-02"), Break(from, to)) };

            var report = Judge(learner, asOf: asOf);
            Assert.Equal((Verdict.Met, actions, actions), (report.Verdict, report.Outcome.Actions.Count, report.Outcome.Attention.Count));
        }
    }

    [Fact]
    public void What_is_not_recorded_is_named()
    {
        Assert.Equal("the original start", Judge(On(Standard)).Outcome.MissingFacts.Single());
        Assert.Equal("the planned weeks and weekly hours (plans)", Judge(With("2024-09-02", 300)).Outcome.MissingFacts.Single());
        Assert.Equal("the paid hours of the planned training (plans)", Judge(With("2022-07-31", 300)).Outcome.MissingFacts.Single());
    }
}
