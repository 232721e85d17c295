using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class EnglishAndMathsTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static RequirementReport Judge(Learner learner, OccupationalStandard? standard = null, string asOf = "2026-03-01", bool everyone = false) =>
        Assess(Require.EnglishAndMaths(CoreSubject.English, everyone), learner, standard ?? Standard, asOf).Root;

    /// <summary>Nothing but a start and a birthday, and everything said to be complete.</summary>
    private static Learner Started(string start, string birth, string asAt = "2027-01-01", OccupationalStandard? standard = null) =>
        Empty(standard ?? Standard, asAt) with { Episodes = Of(Learning(start)), BirthDate = Day(birth) };

    private static Certificate English(QualificationLevel level, string on = "2020-08-20") => new(Day(on), "English") { Level = level };

    [Theory]
    [InlineData(QualificationLevel.Level2, Verdict.Met)]
    [InlineData(QualificationLevel.Level3, Verdict.Met)]
    [InlineData(QualificationLevel.Level1, Verdict.NotMet)]
    [InlineData(QualificationLevel.Entry3, Verdict.NotMet)]
    public void Level_2_is_asked_on_a_standard_of_level_4(QualificationLevel level, Verdict expected) =>
        Assert.Equal(expected, Judge(Started("2024-09-02", "2008-01-01") with { Certificates = Complete("2027-01-01", English(level)) }).Verdict);

    [Theory]
    [InlineData("2022-07-31", Verdict.CannotTell)] // no cited level so early
    [InlineData("2022-08-01", Verdict.Met)]
    public void Level_1_is_asked_on_a_standard_of_level_2(string start, Verdict expected)
    {
        var standard = TestStandards.Foundation;
        var learner = Started(start, "2006-01-01", standard: standard) with { Certificates = Complete("2027-01-01", English(QualificationLevel.Level1)) };

        Assert.Equal(expected, Judge(learner, standard).Verdict);
        Assert.Equal(Verdict.Met, Judge(learner with { Certificates = Of(English(QualificationLevel.Level2)) }, standard).Verdict);
    }

    [Fact]
    public void A_standard_whose_level_nobody_says_is_cannot_tell_short_of_level_2()
    {
        var standard = TestStandards.Make("ST0583@1.2", new KeyInformation());

        Assert.Equal(Verdict.CannotTell, Judge(Started("2024-09-02", "2008-01-01") with { Certificates = Complete("2027-01-01", English(QualificationLevel.Level1)) }, standard).Verdict);
        Assert.Equal(Verdict.Met, Judge(Started("2024-09-02", "2008-01-01") with { Certificates = Of(English(QualificationLevel.Level2)) }, standard).Verdict);
    }

    [Theory]
    [InlineData("2006-09-02", Verdict.Met)] // 19 on the very day of the start
    [InlineData("2006-09-03", Verdict.NotMet)] // 18, the day before the birthday
    [InlineData("2000-01-01", Verdict.Met)]
    [InlineData("2008-01-01", Verdict.NotMet)]
    public void Age_on_the_day_of_the_original_start_decides_whether_an_opt_out_counts(string birth, Verdict expected) =>
        Assert.Equal(expected, Judge(Started("2025-09-02", birth) with { Choices = Of(new EnglishAndMathsChoice(Day("2025-09-02"), EnglishAndMathsChoiceKind.OptedOut)) }).Verdict);

    [Theory]
    [InlineData("2023-02-28", Verdict.NotMet)] // 18
    [InlineData("2023-03-01", Verdict.Met)] // 19
    public void Who_is_born_on_29_February_is_a_year_older_on_1_March(string start, Verdict expected) =>
        Assert.Equal(expected, Judge(Started(start, "2004-02-29") with { Choices = Of(new EnglishAndMathsChoice(Day("2025-03-01"), EnglishAndMathsChoiceKind.OptedOut)) }).Verdict);

    [Theory]
    [InlineData("2025-02-10", Verdict.NotMet)]
    [InlineData("2025-02-11", Verdict.Met)]
    public void The_change_of_February_2025_reaches_existing_learners_from_its_day(string asOf, Verdict expected) =>
        Assert.Equal(expected, Judge(Started("2024-09-02", "1990-01-01") with { Choices = Complete("2027-01-01", new EnglishAndMathsChoice(Day("2025-02-01"), EnglishAndMathsChoiceKind.OptedOut)) }, asOf: asOf).Verdict);

    [Fact]
    public void The_age_at_a_restart_does_not_count()
    {
        // 18 at the original start, 20 when learning began again.
        var learner = Started("2023-09-04", "2005-01-01") with
        {
            Episodes = Of(Learning("2023-09-04", "2024-01-31"), Learning("2025-09-01")),
            Choices = Of(new EnglishAndMathsChoice(Day("2025-09-01"), EnglishAndMathsChoiceKind.OptedOut)),
        };

        Assert.Equal(Verdict.NotMet, Judge(learner).Verdict);
    }

    [Fact]
    public void An_adult_who_opted_in_needs_an_attempt_and_no_pass()
    {
        var learner = Started("2025-09-02", "1990-01-01") with { Choices = Of(new EnglishAndMathsChoice(Day("2025-09-02"), EnglishAndMathsChoiceKind.OptedIn)) };

        Assert.Equal((Verdict.NotMet, "an attempt at English"), (Judge(learner).Verdict, Judge(learner).Outcome.Shortfall));
        Assert.Equal(Verdict.CannotTell, Judge(learner with { Attempts = Ledger<EnglishAndMathsAttempt>.Unknown }).Verdict);
        Assert.Equal(Verdict.Met, Judge(learner with { Attempts = Of(new EnglishAndMathsAttempt(Day("2026-01-10"), CoreSubject.English)) }).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(learner with { Attempts = Complete("2027-01-01", new EnglishAndMathsAttempt(Day("2026-01-10"), CoreSubject.Maths)) }).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(learner with { Attempts = Complete("2027-01-01", new EnglishAndMathsAttempt(Day("2025-09-01"), CoreSubject.English)) }).Verdict);
    }

    [Theory]
    [InlineData("2026-07-31", Verdict.CannotTell)]
    [InlineData("2026-08-01", Verdict.Met)]
    public void A_withdrawn_opt_in_asks_nothing_from_2026_27(string asOf, Verdict expected) =>
        Assert.Equal(expected, Judge(
            Started("2025-09-02", "1990-01-01") with
            {
                Choices = Of(
                    new EnglishAndMathsChoice(Day("2025-09-02"), EnglishAndMathsChoiceKind.OptedIn),
                    new EnglishAndMathsChoice(Day("2026-02-02"), EnglishAndMathsChoiceKind.OptInWithdrawn)),
            },
            asOf: asOf).Verdict);

    [Fact]
    public void An_adult_without_a_decision()
    {
        // A new starter: the decision itself is missing.
        var starter = Judge(Started("2025-02-11", "1990-01-01"));
        Assert.Equal((Verdict.NotMet, "the documented decision on English"), (starter.Verdict, starter.Outcome.Shortfall));
        Assert.Equal(ActionStage.Decisions, starter.Outcome.Actions.Single().Stage);
        Assert.Equal(Verdict.CannotTell, Judge(Started("2025-02-11", "1990-01-01") with { Choices = Ledger<EnglishAndMathsChoice>.Unknown }).Verdict);

        // An existing learner goes on until something else is agreed: a pass, or the decision.
        var existing = Judge(Started("2025-02-10", "1990-01-01"));
        Assert.Equal((Verdict.NotMet, "English at level 2"), (existing.Verdict, existing.Outcome.Shortfall));
        Assert.Equal([ActionStage.Decisions, ActionStage.Certificates], existing.Outcome.Actions.Select(a => a.Stage));
        Assert.Equal(Verdict.CannotTell, Judge(Started("2025-02-10", "1990-01-01") with { Choices = Ledger<EnglishAndMathsChoice>.Unknown }).Verdict);
    }

    [Fact]
    public void A_decision_can_be_about_one_subject()
    {
        var learner = Started("2025-09-02", "1990-01-01") with { Choices = Complete("2027-01-01", new EnglishAndMathsChoice(Day("2025-09-02"), EnglishAndMathsChoiceKind.OptedOut) { Subject = CoreSubject.Maths }) };

        Assert.Equal(Verdict.NotMet, Judge(learner).Verdict);
        Assert.Equal(Verdict.Met, Assess(Require.EnglishAndMaths(CoreSubject.Maths), learner, Standard, "2026-03-01").Verdict);
    }

    [Fact]
    public void A_regulator_can_ask_a_pass_of_adults_too()
    {
        var learner = Started("2025-09-02", "1990-01-01") with { Choices = Of(new EnglishAndMathsChoice(Day("2025-09-02"), EnglishAndMathsChoiceKind.OptedOut)) };

        Assert.Equal((Verdict.Met, Verdict.NotMet), (Judge(learner).Verdict, Judge(learner, everyone: true).Verdict));
    }

    [Fact]
    public void The_missing_fact_is_named_unless_a_certificate_settles_it()
    {
        var learner = Empty(Standard, "2027-01-01") with { Episodes = Ledger<Episode>.Unknown };

        Assert.Equal(["the original start", "the day of birth"], Judge(learner).Outcome.MissingFacts);
        Assert.Equal(["the day of birth"], Judge(learner with { Episodes = Of(Learning("2025-09-02")) }).Outcome.MissingFacts);
        Assert.Equal(Verdict.Met, Judge(learner with { Certificates = Of(English(QualificationLevel.Level2)) }).Verdict);

        // Before 11 February 2025 a pass was asked of everyone, whatever the age.
        Assert.Equal(Verdict.NotMet, Judge(learner, asOf: "2025-02-10").Verdict);
    }

    [Theory]
    [InlineData("2024-07-31", false, Verdict.NotMet)] // without an education, health and care plan only from 1 August 2024
    [InlineData("2024-07-31", true, Verdict.Met)]
    [InlineData("2024-08-01", false, Verdict.Met)] // existing learners too
    public void Entry_level_3_suffices_under_an_adjustment(string asOf, bool ehcPlan, Verdict expected)
    {
        var learner = Started("2023-09-04", "2006-01-01") with
        {
            Certificates = Complete("2027-01-01", English(QualificationLevel.Entry3)),
            Exemptions = Complete("2027-01-01", new EnglishAndMathsExemption(Day("2023-09-04"), CoreSubject.English) { HasEhcPlan = ehcPlan }),
        };

        Assert.Equal(expected, Judge(learner, asOf: asOf).Verdict);
        Assert.Equal(Verdict.NotMet, Assess(Require.EnglishAndMaths(CoreSubject.Maths), learner, Standard, asOf).Verdict);
    }

    [Fact]
    public void Entry_level_3_in_hand_may_be_enough_where_adjustments_are_not_all_recorded()
    {
        var learner = Started("2024-09-02", "2008-01-01") with { Certificates = Complete("2027-01-01", English(QualificationLevel.Entry3)), Exemptions = Ledger<EnglishAndMathsExemption>.Unknown };

        Assert.Equal(Verdict.CannotTell, Judge(learner).Verdict);
        Assert.Contains("exemptions", Judge(learner).Outcome.MissingFacts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_a_level_settles_nothing_and_unknown_is_not_no()
    {
        var learner = Started("2024-09-02", "2008-01-01");

        Assert.Equal(Verdict.NotMet, Judge(learner with { Certificates = Complete("2027-01-01", new Certificate(Day("2020-01-01"), "English")) }).Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(learner with { Certificates = Of(English(QualificationLevel.Level1)) }).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(learner with { Certificates = Complete("2027-01-01", English(QualificationLevel.Level2, on: "2026-03-02")) }).Verdict);
    }
}
