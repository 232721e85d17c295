using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

/// <summary>A parameter that changes on a known day for learners who are there already brings, and takes away, what the day of assessment alone does not.</summary>
public class DatedJudgementTests
{
    private static readonly Fact<decimal> Attendance = Fact.Number("att", "attendance");

    private static readonly Citation Rule = new("Provider rules", "The provider", Certainty.Secondary);

    private static readonly Learner Learner = On(TestStandards.Mammography) with
    {
        Facts = Complete("2030-01-01", Attendance.At(Day("2025-12-01"), 92)),
        Episodes = Complete("2030-01-01", Learning("2025-09-01")),
    };

    private static DatedNumber Changing(params (string From, decimal Value)[] periods) =>
        DatedNumber.Of(new DatedValue<decimal>("number", Day("2030-01-01"), periods.Select(p => new DatedPeriod<decimal>(Day(p.From), p.Value, DatedBasis.AsOf, Rule))));

    private static DatedNumber N(decimal before, decimal after) => Changing(("2020-01-01", before), ("2026-02-01", after));

    private static RequirementReport Judge(Requirement requirement, string asOf = "2026-01-10", Learner? learner = null) => Assess(requirement, learner ?? Learner, TestStandards.Mammography, asOf).Root;

    private static (Verdict, string?, string?) Dates(RequirementReport report) => (report.Verdict, Text(report.EarliestDate), Text(report.MetUntil));

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_bound_that_falls_brings_it_on_its_day()
    {
        var report = Judge(Require.Fact("f", Attendance, atLeast: N(95, 90)));

        Assert.Equal((Verdict.NotYetDue, "2026-02-01", null), Dates(report));
        Assert.Equal(Day("2026-02-01"), report.Outcome.HoldsFrom);
        Assert.Equal("The attendance is 92; by the rule from 2026-02-01: The attendance is 92", report.Outcome.Explanation);
        Assert.Equal("Wait until 2026-02-01", Assert.Single(report.Outcome.Actions).Text);
        Assert.Equal((Verdict.Met, "2026-02-01", null), Dates(Judge(report.Requirement, "2026-02-01")));
    }

    [Fact]
    public void A_bound_that_rises_takes_it_away()
    {
        var report = Judge(Require.Fact("f", Attendance, atLeast: N(90, 95)));

        Assert.Equal((Verdict.Met, "2026-01-10", "2026-01-31"), Dates(report));
        Assert.Equal("By the rule from 2026-02-01: The attendance is 92", Assert.Single(report.Outcome.Attention));
        Assert.Equal((Verdict.NotMet, null, null), Dates(Judge(report.Requirement, "2026-02-01")));
    }

    [Fact]
    public void Fewer_months_bring_it_sooner_and_more_later()
    {
        Assert.Equal((Verdict.NotYetDue, "2026-02-01", null), Dates(Judge(Require.PeriodElapsed("m", "M", N(12, 5)))));
        var later = Judge(Require.PeriodElapsed("m", "M", N(5, 12)));
        Assert.Equal((Verdict.NotYetDue, "2026-09-01", null), Dates(later));
        Assert.Equal("Go on learning until 2026-08-31", Assert.Single(later.Outcome.Actions).Text);
        Assert.Equal((Verdict.NotYetDue, "2026-02-01", null), Dates(Judge(Require.DaysElapsed("d", "D", N(365, 100)))));
        Assert.Equal((Verdict.Met, "2026-01-10", "2026-01-31"), Dates(Judge(Require.DaysElapsed("d", "D", N(100, 365)))));
    }

    [Fact]
    public void What_time_would_bring_and_a_later_number_does_not_is_not_met()
    {
        // Learning ends in February, so that 5 months are complete on the day on which 12 are asked.
        var ended = Learner with { Episodes = Complete("2030-01-01", Learning("2025-09-01", "2026-02-10")) };

        var report = Judge(Require.PeriodElapsed("m", "M", N(5, 12)), learner: ended);

        Assert.Equal((Verdict.NotMet, null, null), Dates(report));
        Assert.Contains("; by the rule from 2026-02-01: 12 calendar months of learning are not complete", report.Outcome.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_brings_ends_with_what_it_rests_on()
    {
        Assert.Equal((Verdict.NotYetDue, "2026-02-01", "2026-06-01"), Dates(Judge(Require.Fact("f", Attendance, atLeast: N(95, 90), notOlderThanMonths: 6))));
        Assert.Equal((Verdict.NotMet, null, null), Dates(Judge(Require.Fact("f", Attendance, atLeast: Changing(("2020-01-01", 95), ("2026-07-01", 90)), notOlderThanMonths: 6))));
    }

    [Fact]
    public void What_holds_it_follows()
    {
        var falls = Require.Fact("f", Attendance, atLeast: Changing(("2020-01-01", 95), ("2026-02-01", 90), ("2026-04-01", 95)));
        var rises = Require.Fact("r", Attendance, atLeast: Changing(("2020-01-01", 90), ("2026-03-01", 95)));

        Assert.Equal((Verdict.NotYetDue, "2026-02-01", "2026-02-28"), Dates(Judge(Require.AllOf("all", "All", falls, rises))));
        Assert.Equal((Verdict.Met, "2026-01-10", "2026-03-31"), Dates(Judge(Require.AnyOf("any", "Any", falls, rises))));
    }

    [Fact]
    public void A_start_decides_for_ever_and_a_day_that_has_passed_is_no_more()
    {
        var byStart = DatedNumber.Of(new DatedValue<decimal>("number", Day("2030-01-01"),
            new DatedPeriod<decimal>(Day("2020-01-01"), 95, DatedBasis.OriginalStart, Rule), new DatedPeriod<decimal>(Day("2026-02-01"), 90, DatedBasis.OriginalStart, Rule)));

        Assert.Equal((Verdict.NotMet, null, null), Dates(Judge(Require.Fact("f", Attendance, atLeast: byStart))));
        Assert.Equal((Verdict.NotMet, null, null), Dates(Judge(Require.Fact("f", Attendance, atLeast: N(90, 95)), "2026-03-01")));
    }

    [Fact]
    public void Where_no_number_is_given_yet_nobody_can_tell_until_one_is()
    {
        Assert.Equal((Verdict.CannotTell, "2026-02-01", null), Dates(Judge(Require.Fact("f", Attendance, atLeast: Changing(("2026-02-01", 90))))));
        Assert.Equal((Verdict.CannotTell, null, null), Dates(Judge(Require.Fact("f", Attendance, atLeast: Changing(("2026-02-01", 95))))));
    }

    /// <summary>Nothing else changes here, so that to judge on every day finds the dates that are said.</summary>
    [Fact]
    public void Dates_are_those_that_a_look_at_every_day_finds() =>
        Property.Holds(
            FsCheck.Fluent.Gen.Choose(0, int.MaxValue),
            seed =>
            {
                var chance = new Random(seed);
                var from = Day("2020-01-01");
                var periods = Enumerable.Range(0, chance.Next(1, 5)).Select(i => (From: i == 0 ? from : Day("2026-01-01").AddDays((i * 12) + chance.Next(10)), Value: (decimal)chance.Next(1, 6))).ToArray();
                var number = Changing([.. periods.Select(p => (Text(p.From)!, p.Value))]);
                Requirement requirement = chance.Next(3) switch
                {
                    0 => Require.PeriodElapsed("m", "M", number),
                    1 => Require.DaysElapsed("d", "D", Changing([.. periods.Select(p => (Text(p.From)!, (p.Value * 25) + 30))])),
                    _ => Require.Fact("f", Attendance, atLeast: Changing([.. periods.Select(p => (Text(p.From)!, p.Value + 89))])),
                };
                var asOf = Day("2026-01-01").AddDays(chance.Next(60));
                var days = Enumerable.Range(0, 400).Select(asOf.AddDays).ToArray();
                var met = days.Select(d => Judge(requirement, Text(d)!).Verdict == Verdict.Met).ToArray();
                var first = Array.IndexOf(met, true);
                var last = first < 0 ? -1 : Array.IndexOf(met, false, first);

                Assert.Equal(
                    (first == 0 ? Verdict.Met : first > 0 ? Verdict.NotYetDue : Verdict.NotMet, first < 0 ? null : Text(days[first]), last < 0 ? null : Text(days[last - 1])),
                    Dates(Judge(requirement, Text(asOf)!)));
            },
            times: 60);
}
