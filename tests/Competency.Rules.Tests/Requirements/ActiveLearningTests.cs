using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class ActiveLearningTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static Learner With(string start, params string[] days) => Empty(Standard, "2026-12-31") with
    {
        Episodes = Complete("2026-12-31", Learning(start)),
        Hours = Complete("2026-12-31", [.. days.Select(d => new HoursEntry(Day(d), 6))]),
    };

    private static ReadinessReport Judge(Learner learner, string asOf, bool? englishAndMaths = null) => Assess(Require.ActiveLearning(englishAndMaths), learner, Standard, asOf);

    [Fact]
    public void Every_whole_month_that_is_over_is_asked()
    {
        Assert.Equal(Verdict.DoesNotApply, Judge(With("2025-01-01"), "2025-01-31").Verdict);
        Assert.Equal((Verdict.NotMet, "learning in 2025-01"), (Judge(With("2025-01-01"), "2025-02-01").Verdict, Judge(With("2025-01-01"), "2025-02-01").Root.Outcome.Shortfall));
        Assert.Equal(Verdict.Met, Judge(With("2025-01-01", "2025-01-31"), "2025-02-28").Verdict);
        Assert.Equal("learning in 2025-02, 2025-04", Judge(With("2025-01-01", "2025-01-31", "2025-03-01"), "2025-05-01").Root.Outcome.Shortfall);
    }

    /// <summary>The rule reaches existing learners from August 2023: months before are not asked.</summary>
    [Fact]
    public void Months_before_August_2023_are_not_asked()
    {
        Assert.Equal(Verdict.DoesNotApply, Judge(With("2022-01-01"), "2023-08-31").Verdict);
        Assert.Equal((Verdict.NotMet, "learning in 2023-08"), (Judge(With("2022-01-01"), "2023-09-01").Verdict, Judge(With("2022-01-01"), "2023-09-01").Root.Outcome.Shortfall));
    }

    /// <summary>Each month is judged by its own rule: one that is to come asks nothing of the months that are over, and brings and ends nothing.</summary>
    [Theory]
    [InlineData("2023-07-31", Verdict.DoesNotApply)]
    [InlineData("2023-08-01", Verdict.DoesNotApply)]
    [InlineData("2023-09-01", Verdict.Met)]
    [InlineData("2023-10-01", Verdict.NotMet)]
    public void A_rule_that_is_to_come_names_no_day(string asOf, Verdict verdict)
    {
        var report = Judge(With("2022-01-01", "2023-08-10"), asOf).Root;

        Assert.Equal((verdict, verdict == Verdict.Met ? Day(asOf) : null, null), (report.Verdict, report.EarliestDate, report.MetUntil));
    }

    [Fact]
    public void Months_of_which_a_part_was_a_break_are_not_asked()
    {
        var learner = With("2025-01-01", "2025-01-10", "2025-04-10") with { Episodes = Complete("2026-12-31", Learning("2025-01-01"), Break("2025-02-10", "2025-03-20"), Learning("2025-03-21")) };

        Assert.Equal((Verdict.Met, "2"), (Judge(learner, "2025-05-01").Verdict, Judge(learner, "2025-05-01").Root.Outcome.Facts[1].Value));
    }

    [Fact]
    public void Whether_English_and_maths_are_learning_the_caller_says()
    {
        var learner = With("2025-01-01").With(new HoursEntry(Day("2025-01-10"), 3) { Category = HoursCategory.EnglishAndMaths });

        Assert.Equal([Verdict.CannotTell, Verdict.Met, Verdict.NotMet], new bool?[] { null, true, false }.Select(s => Judge(learner, "2025-02-01", s).Verdict));
        Assert.Equal("whether hours of English and maths are learning (2025-01)", Judge(learner, "2025-02-01").Root.Outcome.MissingFacts.Single());
    }

    [Fact]
    public void Hours_outside_paid_hours_or_learning_are_none()
    {
        var learner = With("2025-01-01").With(new HoursEntry(Day("2025-01-10"), 3) { InPaidHours = false }, new HoursEntry(Day("2025-01-11"), 3) { Category = HoursCategory.Other }, new HoursEntry(Day("2025-01-12"), 0));

        Assert.Equal(Verdict.NotMet, Judge(learner, "2025-02-01").Verdict);
    }

    [Fact]
    public void What_may_not_be_recorded_is_unknown()
    {
        Assert.Equal(Verdict.CannotTell, Judge(With("2025-01-01") with { Hours = Ledger<HoursEntry>.Unknown }, "2025-02-01").Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(On(Standard), "2025-02-01").Verdict);
        Assert.Equal(Verdict.NotMet, Judge(Empty(Standard, "2026-12-31"), "2025-02-01").Verdict);
    }
}
