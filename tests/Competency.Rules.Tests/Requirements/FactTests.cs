using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class FactTests
{
    private static readonly Fact<decimal> Attendance = Fact.Number("attendance", "attendance in per cent");
    private static readonly Fact<bool> Inducted = Fact.Flag("inducted", "site induction");
    private static readonly Fact<string> Site = Fact.Text("site", "site");
    private static readonly Fact<DateOnly> Review = Fact.Date("review", "day of the review");

    private static RequirementReport Judge(Requirement requirement, params FactEntry[] entries) =>
        Assess(requirement, On(TestStandards.Mammography) with { Facts = Complete("2026-03-01", entries) }, TestStandards.Mammography, "2026-03-01").Root;

    [Theory]
    [InlineData(90, Verdict.Met)]
    [InlineData(100, Verdict.Met)]
    [InlineData(89.99, Verdict.NotMet)]
    [InlineData(100.5, Verdict.NotMet)]
    public void A_number_lies_within_its_bounds(double value, Verdict verdict)
    {
        var report = Judge(Require.Fact("a", Attendance, atLeast: 90, atMost: 100), Attendance.At(Day("2026-02-01"), (decimal)value));

        Assert.Equal(verdict, report.Verdict);
        Assert.Equal("The attendance in per cent is 90 to 100", report.Requirement.Sentence);
    }

    /// <summary>What was recorded of the review counts for six months, and the review comes later: waiting does not bring it.</summary>
    [Fact]
    public void A_day_that_comes_after_its_entry_has_grown_too_old_does_not_come()
    {
        var asked = Require.Fact("d", Review, notOlderThanMonths: 6);
        var report = Judge(asked, Review.At(Day("2026-02-06"), Day("2026-09-21")));

        Assert.Equal((Verdict.NotMet, "The day of the review is 2026-09-21, and what was recorded on 2026-02-06 counts until 2026-08-06 only"), (report.Verdict, report.Outcome.Explanation));
        Assert.Equal("See to the day of the review and record it again, not more than 6 calendar months before it comes", Assert.Single(report.Outcome.Actions).Text);
        Assert.Equal(Verdict.NotYetDue, Judge(asked, Review.At(Day("2026-02-06"), Day("2026-08-06"))).Verdict);

        // After that nobody can tell what else is recorded by then.
        var unsaid = On(TestStandards.Mammography) with { Facts = Of(Review.At(Day("2026-02-06"), Day("2026-09-21"))) };
        Assert.Equal(Day("2026-08-06"), Assess(Require.Unless("u", "Unless", asked, Require.DateReached("t", "T", Day("2024-01-01"))), unsaid, TestStandards.Mammography, "2026-03-01").MetUntil);
    }

    /// <summary>A number that misses its bound by little is not printed as if it reached it.</summary>
    [Fact]
    public void A_number_stands_beside_its_bound_with_all_its_decimals()
    {
        var report = Assess(Require.Fact("a", Fact.Number("attendance", "attendance"), atLeast: 90.00001m), On(TestStandards.Mammography) with { Facts = Complete("2026-03-01", new FactEntry(Day("2026-01-01"), "attendance", FactValue.Of(89.99999m))) }, TestStandards.Mammography, "2026-03-01");

        Assert.Equal((Verdict.NotMet, "The attendance is 89.99999", "attendance: at least 90.00001"), (report.Verdict, report.Root.Outcome.Explanation, report.Root.Outcome.Shortfall));
    }

    [Fact]
    public void The_latest_counts_and_what_was_recorded_later_is_not_looked_at()
    {
        var requirement = Require.Fact("a", Attendance, atLeast: 90);
        FactEntry[] entries = [Attendance.At(Day("2026-01-01"), 95), Attendance.At(Day("2026-02-01"), 80) with { Recorded = Day("2026-02-20") }];

        Assert.Equal(Verdict.NotMet, Judge(requirement, entries).Verdict);
        Assert.Equal(Verdict.Met, Assess(requirement, On(TestStandards.Mammography) with { Facts = Of(entries) }, TestStandards.Mammography, "2026-02-10").Verdict);
    }

    [Fact]
    public void What_is_not_recorded_is_no_only_where_the_record_is_complete()
    {
        var requirement = Require.Fact("i", Inducted);

        Assert.Equal(Verdict.NotMet, Judge(requirement).Verdict);
        var unknown = Assess(requirement, On(TestStandards.Mammography), TestStandards.Mammography, "2026-03-01").Root;
        Assert.Equal((Verdict.CannotTell, "the site induction (facts, inducted)"), (unknown.Verdict, Assert.Single(unknown.Outcome.MissingFacts)));
    }

    [Fact]
    public void A_flag_a_text_and_a_day()
    {
        Assert.Equal(Verdict.Met, Judge(Require.Fact("i", Inducted), Inducted.At(Day("2026-01-01"), true)).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(Require.Fact("i", Inducted), Inducted.At(Day("2026-01-01"), false)).Verdict);
        Assert.Equal(Verdict.Met, Judge(Require.Fact("i", Inducted, isSo: false), Inducted.At(Day("2026-01-01"), false)).Verdict);
        Assert.Equal(Verdict.Met, Judge(Require.Fact("s", Site, ["North", "South"]), Site.At(Day("2026-01-01"), "north")).Verdict);
        Assert.Equal("site: North or South", Judge(Require.Fact("s", Site, ["North", "South"]), Site.At(Day("2026-01-01"), "East")).Outcome.Shortfall);
        Assert.Equal(Verdict.Met, Judge(Require.Fact("r", Review), Review.At(Day("2026-01-01"), Day("2026-03-01"))).Verdict);
        var due = Judge(Require.Fact("r", Review), Review.At(Day("2026-01-01"), Day("2026-03-02")));
        Assert.Equal((Verdict.NotYetDue, Day("2026-03-02")), (due.Verdict, due.EarliestDate));
    }

    [Fact]
    public void A_value_of_another_kind_settles_nothing()
    {
        var report = Judge(Require.Fact("a", Attendance, atLeast: 90), new FactEntry(Day("2026-01-01"), "attendance", FactValue.Of("95")));

        Assert.Equal((Verdict.CannotTell, "The attendance in per cent is recorded as a text, and a number is asked"), (report.Verdict, report.Outcome.Explanation));
    }

    /// <summary>As a flag nobody can tell what it says; once it is too old it says nothing either way.</summary>
    [Fact]
    public void A_value_of_another_kind_grows_old_too()
    {
        var requirement = Require.Fact("a", Attendance, atLeast: 90, notOlderThanMonths: 1);
        var learner = On(TestStandards.Mammography) with { Facts = Complete("2030-01-01", Fact.Flag("attendance", "attendance").At(Day("2025-07-20"), value: true)) };
        var unless = Require.Unless("u", "U", requirement, Require.DateReached("past", "P", Day("2001-01-01")));

        Assert.Equal((Verdict.CannotTell, Verdict.NotMet), (Assess(requirement, learner, TestStandards.Mammography, "2025-08-20").Verdict, Assess(requirement, learner, TestStandards.Mammography, "2025-08-21").Verdict));
        Assert.Equal(Day("2025-08-21"), Assess(unless, learner, TestStandards.Mammography, "2025-08-01").EarliestDate);
    }

    [Fact]
    public void An_old_value_counts_no_more()
    {
        var requirement = Require.Fact("a", Attendance, atLeast: 90, notOlderThanMonths: 2);

        var current = Judge(requirement, Attendance.At(Day("2026-01-01"), 95));
        Assert.Equal((Verdict.Met, Day("2026-03-01")), (current.Verdict, current.MetUntil));
        Assert.Equal(Verdict.NotMet, Judge(requirement, Attendance.At(Day("2025-12-31"), 95)).Verdict);
    }

    [Fact]
    public void A_bound_can_change_with_time()
    {
        var source = new Citation("Rules", "Us", Certainty.OfficialText);
        var bound = DatedNumber.Of(new DatedValue<decimal>("least attendance", Day("2030-01-01"),
            new DatedPeriod<decimal>(Day("2024-08-01"), 80, DatedBasis.OriginalStart, source) { Until = Day("2025-07-31") },
            new DatedPeriod<decimal>(Day("2025-08-01"), 90, DatedBasis.OriginalStart, source)));
        RequirementReport Started(string? on) => Assess(Require.Fact("a", Attendance, atLeast: bound), On(TestStandards.Mammography) with
        {
            Episodes = on is null ? Ledger<Episode>.Unknown : Of(Learning(on)),
            Facts = Of(Attendance.At(Day("2026-01-01"), 85)),
        }, TestStandards.Mammography, "2026-03-01").Root;

        Assert.Equal(Verdict.Met, Started("2025-07-31").Verdict);
        Assert.Equal(Verdict.NotMet, Started("2025-08-01").Verdict);
        Assert.Equal(Verdict.CannotTell, Started("2024-07-31").Verdict); // before the first period nobody said a number
        Assert.Equal("the original start", Assert.Single(Started(null).Outcome.MissingFacts));
    }

    [Fact]
    public void What_asks_nothing_or_too_much_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Require.Fact("a", Attendance));
        Assert.Throws<ArgumentException>(() => Require.Fact("a", Attendance, atLeast: 91, atMost: 90));
        Assert.Throws<ArgumentException>(() => Require.Fact("s", Site, []));
    }

    [Fact]
    public void A_sensitive_fact_is_withheld_from_others()
    {
        var adjusted = Fact.Flag("adjusted", "reasonable adjustment", isSensitive: true);
        var learner = On(TestStandards.Mammography) with { Facts = Of(adjusted.At(Day("2026-01-01"), true)) };

        var report = Assess(Require.AllOf("r", "All", Require.Fact("adj", adjusted)), learner, TestStandards.Mammography, "2026-03-01").Redacted();

        Assert.True(report.Root.Find("adj")!.IsWithheld);
        Assert.Empty(report.Root.Find("adj")!.Outcome.Facts);
    }

    /// <summary>
    /// Once a fact is too old, another may have been recorded that nobody knows of: where the record is not complete, nobody can tell then what applies unless it
    /// is as asked, whether it is so today or not.
    /// </summary>
    [Theory]
    [InlineData(95, true, false, "2026-06-02")]
    [InlineData(95, false, false, null)]
    [InlineData(95, true, true, "2026-06-02")]
    [InlineData(95, false, true, null)]
    [InlineData(80, true, false, "2026-03-01")]
    [InlineData(80, false, false, "2026-03-01")]
    [InlineData(80, true, true, "2026-03-01")]
    [InlineData(80, false, true, "2026-03-01")]
    public void What_is_unknown_once_a_fact_is_too_old_brings_no_day(int value, bool isComplete, bool isDated, string? earliest)
    {
        var standard = TestStandards.Mammography;
        FactEntry[] entries = [Attendance.At(Day("2025-12-01"), value)];
        var learner = On(standard) with { Facts = isComplete ? Complete("2030-01-01", entries) : Of(entries) };
        var least = isDated
            ? DatedNumber.Of(new DatedValue<decimal>("attendance", Day("2026-01-01"), [new DatedPeriod<decimal>(Day("2020-01-01"), 90, DatedBasis.AsOf, Source), new DatedPeriod<decimal>(Day("2026-03-15"), 91, DatedBasis.AsOf, Source)]))
            : 90;
        var unless = Require.Unless("u", "Low attendance asks for a day", Require.Fact("a", Attendance, atLeast: least, notOlderThanMonths: 6), Require.DateReached("d", "A day has come", Day("2025-01-01")));
        Verdict VerdictOn(DateOnly day) => new ReadinessPolicy("p", "P", "1", unless).IsReady(learner, standard, day);

        var report = Assess(unless, learner, standard, "2026-03-01");

        Assert.Equal(earliest is null ? null : Day(earliest), report.EarliestDate);
        Assert.Equal(value == 80 && !isComplete ? Day("2026-06-01") : null, report.MetUntil);
        Assert.Equal(isComplete ? Verdict.Met : Verdict.CannotTell, VerdictOn(Day("2026-06-02")));
        Assert.Equal(value == 80 ? Verdict.Met : Verdict.DoesNotApply, VerdictOn(Day("2026-06-01")));
    }

    [Fact]
    public void Bounds_between_which_no_number_ever_lies_are_refused()
    {
        DatedNumber Least(params decimal[] values) => DatedNumber.Of(new DatedValue<decimal>("attendance", Day("2026-01-01"), values.Select((v, i) => new DatedPeriod<decimal>(Day("2020-01-01").AddYears(i), v, DatedBasis.AsOf, Source))));

        Assert.ThrowsAny<ArgumentException>(() => Require.Fact("a", Attendance, atLeast: 91, atMost: 90));
        Assert.ThrowsAny<ArgumentException>(() => Require.Fact("a", Attendance, atLeast: Least(92, 91), atMost: 90));
        Assert.NotNull(Require.Fact("a", Attendance, atLeast: Least(92, 90), atMost: 90));
    }

    private static readonly Citation Source = new("A source", "A provider", Certainty.ThirdParty);
}
