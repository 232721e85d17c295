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

    /// <summary>Before the rule on withdrawn opt-ins: either the opt-in stands, and the attempt suffices, or nothing is asked.</summary>
    [Fact]
    public void A_withdrawn_opt_in_with_an_attempt_is_met_by_either_reading()
    {
        var learner = Started("2025-09-02", "2000-01-01") with
        {
            Choices = Complete("2027-01-01", new EnglishAndMathsChoice(Day("2025-09-10"), EnglishAndMathsChoiceKind.OptedIn) { PlanSigned = true }, new EnglishAndMathsChoice(Day("2026-05-10"), EnglishAndMathsChoiceKind.OptInWithdrawn) { PlanSigned = true }),
            Attempts = Complete("2027-01-01", new EnglishAndMathsAttempt(Day("2026-02-01"), CoreSubject.English)),
        };

        Assert.Equal(Verdict.Met, Judge(learner, asOf: "2026-07-31").Verdict);
        Assert.Equal(Verdict.NotYetDue, Judge(learner with { Attempts = None<EnglishAndMathsAttempt>("2027-01-01") }, asOf: "2026-07-31").Verdict);

        // An attempt that nobody recorded would settle it today.
        var open = Judge(learner with { Attempts = Ledger<EnglishAndMathsAttempt>.Unknown }, asOf: "2026-07-31");
        Assert.Equal((Verdict.CannotTell, Day("2026-08-01")), (open.Verdict, open.EarliestDate));
        Assert.Contains("attempts at English and maths", open.Outcome.MissingFacts[0], StringComparison.Ordinal);
    }

    /// <summary>Two subjects are judged by hand, and each is said.</summary>
    [Fact]
    public void What_is_to_be_judged_by_hand_is_said_of_each_subject()
    {
        var standard = TestStandards.Make("ST0999@1.0", new KeyInformation { Level = 2, DurationMonths = 12, DurationLabel = "Minimum" });
        var learner = On(standard) with
        {
            BirthDate = Day("2003-06-01"),
            Episodes = Complete("2027-01-01", Learning("2021-09-01")),
            Certificates = Complete("2027-01-01", new Certificate(Day("2020-08-20"), "English") { Level = QualificationLevel.Level1 }, new Certificate(Day("2020-08-20"), "Maths") { Level = QualificationLevel.Level1 }),
            Exemptions = None<EnglishAndMathsExemption>("2027-01-01"),
        };

        Assert.Equal(["Judge English by hand", "Judge maths by hand"], EnglishApprenticeship.Gateway.Assess(learner, standard, Day("2025-03-01")).Outstanding.Select(a => a.Text).Where(t => t.Contains("by hand", StringComparison.Ordinal)));
    }

    /// <summary>The entry with a plan stands until it is withdrawn or replaced; the later one takes nothing from it.</summary>
    [Fact]
    public void An_adjustment_with_a_plan_is_not_lost_to_a_later_entry_without()
    {
        var learner = Started("2023-09-02", "2006-05-01") with
        {
            Certificates = Complete("2027-01-01", English(QualificationLevel.Entry3)),
            Exemptions = Complete("2027-01-01", new EnglishAndMathsExemption(Day("2023-09-02"), CoreSubject.English) { Id = "a", HasEhcPlan = true }, new EnglishAndMathsExemption(Day("2023-10-02"), CoreSubject.English)),
        };

        Assert.Equal(Verdict.Met, Judge(learner, asOf: "2024-07-31").Verdict);
        var taken = learner.With(new EnglishAndMathsExemption(Day("2024-01-02"), CoreSubject.English) { Replaces = "a", IsWithdrawn = true });
        Assert.Equal(Verdict.NotYetDue, Judge(taken, asOf: "2024-07-31").Verdict);
    }

    /// <summary>Work towards level 2 goes on for who holds level 1 and of whom a pass is asked; not for who opted out, or lacks level 1 yet.</summary>
    [Theory]
    [InlineData("2008-01-01", QualificationLevel.Level1, true)]
    [InlineData("2008-01-01", QualificationLevel.Level2, false)]
    [InlineData("2008-01-01", QualificationLevel.Entry3, false)]
    [InlineData("2000-01-01", QualificationLevel.Level1, false)]
    [InlineData("2000-01-01", QualificationLevel.Entry3, false)]
    public void Work_towards_level_2_goes_on_for_whom_it_is_asked(string birth, QualificationLevel held, bool goesOn)
    {
        var learner = Started("2024-09-02", birth, standard: TestStandards.Foundation) with
        {
            Certificates = Complete("2027-01-01", English(held)),
            Choices = Complete("2027-01-01", new EnglishAndMathsChoice(Day("2025-03-01"), EnglishAndMathsChoiceKind.OptedOut) { PlanSigned = true }),
        };

        Assert.Equal(goesOn, Judge(learner, TestStandards.Foundation).Outcome.Attention.Any(a => a.StartsWith("On a level 2 standard work towards level 2 goes on", StringComparison.Ordinal)));
    }

    /// <summary>What is not known today, such as whether a certificate is held, no longer matters once a rule that is known to come settles it.</summary>
    [Fact]
    public void What_a_later_rule_settles_has_a_day_though_nobody_can_tell_today()
    {
        void Comes(string day, Learner learner, OccupationalStandard? standard = null)
        {
            var before = Judge(learner, standard, Day(day).AddDays(-1).ToString("O", null));
            Assert.Equal((Verdict.CannotTell, Day(day), Verdict.Met), (before.Verdict, before.EarliestDate, Judge(learner, standard, day).Verdict));
        }

        Certificate entry3 = English(QualificationLevel.Entry3, "2023-08-20");
        var adult = Started("2024-09-02", "2000-01-01") with { Certificates = Ledger<Certificate>.Unknown };
        var outOfBoth = new EnglishAndMathsChoice(Day("2025-01-15"), EnglishAndMathsChoiceKind.OptedOut) { PlanSigned = true };
        var optedIn = new EnglishAndMathsChoice(Day("2025-01-15"), EnglishAndMathsChoiceKind.OptedIn) { PlanSigned = true };
        Comes("2025-02-11", adult with { Choices = Complete("2027-01-01", outOfBoth) });
        Comes("2025-02-11", adult with { Choices = Complete("2027-01-01", optedIn), Attempts = Complete("2027-01-01", new EnglishAndMathsAttempt(Day("2025-01-20"), CoreSubject.English)) });
        Comes("2024-08-01", Started("2023-09-04", "2006-05-01") with { Certificates = Of(entry3), Exemptions = Complete("2027-01-01", new EnglishAndMathsExemption(Day("2023-09-04"), CoreSubject.English)) });
        Comes("2025-02-11", Started("2022-07-01", "2000-01-01", standard: TestStandards.Foundation) with { Choices = Complete("2027-01-01", outOfBoth) }, TestStandards.Foundation);
    }

    /// <summary>Which rules an unknown start falls under nobody knows, though all of them ask the same level.</summary>
    [Fact]
    public void Without_a_start_no_rule_of_a_start_is_cited()
    {
        var learner = Started("2024-09-02", "2008-01-01") with { Episodes = Ledger<Episode>.Unknown, Certificates = Complete("2027-01-01", English(QualificationLevel.Level2)) };

        Assert.Equal((Verdict.Met, 0), (Judge(learner).Verdict, Judge(learner).Outcome.Citations.Count));
        Assert.NotEmpty(Judge(learner with { Episodes = Of(Learning("2024-09-02")) }).Outcome.Citations);
    }

    [Fact]
    public void That_an_adjustment_suffices_where_everyone_is_asked_a_pass_is_for_somebody_to_see()
    {
        var learner = Started("2025-09-01", "2008-01-01") with
        {
            Certificates = Complete("2027-01-01", English(QualificationLevel.Entry3)),
            Exemptions = Complete("2027-01-01", new EnglishAndMathsExemption(Day("2025-09-01"), CoreSubject.English)),
        };

        Assert.Equal((Verdict.Met, 1), (Judge(learner, everyone: true).Verdict, Judge(learner, everyone: true).Outcome.Attention.Count(a => a.StartsWith("A pass in English is asked of everyone", StringComparison.Ordinal))));
        Assert.DoesNotContain(Judge(learner).Outcome.Attention, a => a.StartsWith("A pass in", StringComparison.Ordinal));
    }

    /// <summary>Not met by the rules of today, and whether of an adult by those to come nobody can tell: no day is named that would not be true.</summary>
    [Fact]
    public void What_a_later_rule_leaves_unknown_brings_no_day()
    {
        var learner = Started("2023-10-31", "2000-01-01") with { BirthDate = null };
        var unless = Require.Unless("u", "Without English a day", Require.EnglishAndMaths(CoreSubject.English), Require.DateReached("d", "A day has come", Day("2025-05-04")));
        ReadinessReport On(string day) => Assess(unless, learner, Standard, day);

        Assert.Equal((Verdict.NotYetDue, null), (On("2025-02-10").Verdict, On("2025-02-10").EarliestDate));
        Assert.Equal(Verdict.CannotTell, On("2025-05-04").Verdict);

        var met = Assess(Require.Unless("u", "Without English a day", Require.EnglishAndMaths(CoreSubject.English), Require.DateReached("d", "A day has come", Day("2025-01-04"))), learner, Standard, "2025-02-01");
        Assert.Equal((Verdict.Met, Day("2025-02-10")), (met.Verdict, met.MetUntil));
    }

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

    /// <summary>It can be made with the training plan, before learning begins; one of a former apprenticeship would look the same.</summary>
    [Theory]
    [InlineData("2025-09-01", true)]
    [InlineData("2025-09-02", false)]
    public void A_decision_from_before_the_start_counts_and_is_looked_at(string decided, bool isLookedAt)
    {
        var report = Judge(Started("2025-09-02", "1990-01-01") with { Choices = Of(new EnglishAndMathsChoice(Day(decided), EnglishAndMathsChoiceKind.OptedOut) { PlanSigned = true }) });

        Assert.Equal(Verdict.Met, report.Verdict);
        Assert.Equal(isLookedAt, report.Outcome.Attention.Any(a => a.Contains("before the original start", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2023-02-28", Verdict.NotMet)] // 18
    [InlineData("2023-03-01", Verdict.Met)] // 19
    public void Who_is_born_on_29_February_is_a_year_older_on_1_March(string start, Verdict expected) =>
        Assert.Equal(expected, Judge(Started(start, "2004-02-29") with { Choices = Of(new EnglishAndMathsChoice(Day("2025-03-01"), EnglishAndMathsChoiceKind.OptedOut)) }).Verdict);

    [Theory]
    [InlineData("2025-01-31", Verdict.NotMet)] // opted out on 1 February
    [InlineData("2025-02-10", Verdict.NotYetDue)] // only the rule is to come
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
    [InlineData("2025-02-10", Verdict.CannotTell)] // nothing is recorded yet: who had begun before and opted out need only wait a day
    [InlineData("2026-02-01", Verdict.NotMet)] // opted in, and no attempt
    [InlineData("2026-07-31", Verdict.NotYetDue)]
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

    /// <summary>An adult who began while a pass was asked of everyone, judged shortly before that changed: an opt-out of which nobody knows would count from 11 February 2025.</summary>
    [Fact]
    public void A_decision_that_nobody_recorded_may_count_by_a_rule_that_is_to_come()
    {
        var undecided = Started("2024-02-01", "1995-01-01") with { Choices = Ledger<EnglishAndMathsChoice>.Unknown };
        var optedOut = undecided with { Choices = Of(new EnglishAndMathsChoice(Day("2025-01-10"), EnglishAndMathsChoiceKind.OptedOut)) };

        var open = Judge(undecided, asOf: "2025-01-15");
        Assert.Equal((Verdict.CannotTell, "whether the record of decisions on English and maths is complete up to 2025-01-15 (choices)"), (open.Verdict, open.Outcome.MissingFacts.Single()));
        Assert.Equal((Verdict.NotYetDue, Day("2025-02-11")), (Judge(optedOut, asOf: "2025-01-15").Verdict, Judge(optedOut, asOf: "2025-01-15").EarliestDate!.Value));
        Assert.Equal(Verdict.CannotTell, Judge(optedOut with { BirthDate = null }, asOf: "2025-01-15").Verdict);
        Assert.Equal(Verdict.NotMet, Judge(undecided with { Choices = None<EnglishAndMathsChoice>("2025-01-15") }, asOf: "2025-01-15").Verdict);
    }

    [Fact]
    public void Where_not_all_certificates_are_recorded_one_may_settle_it()
    {
        var undecided = Started("2025-09-02", "1990-01-01");
        var optedIn = undecided with { Choices = Of(new EnglishAndMathsChoice(Day("2025-09-02"), EnglishAndMathsChoiceKind.OptedIn)) };

        Assert.All([undecided, optedIn], learner =>
        {
            Assert.Equal(Verdict.NotMet, Judge(learner).Verdict);
            var unknown = Judge(learner with { Certificates = Of<Certificate>() });
            Assert.Equal(Verdict.CannotTell, unknown.Verdict);
            Assert.Contains("certificates", Assert.Single(unknown.Outcome.MissingFacts), StringComparison.Ordinal);
            Assert.Equal(Verdict.Met, Judge(learner with { Certificates = Of(English(QualificationLevel.Level2)) }).Verdict);
        });
    }

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
        var report = Assess(Require.EnglishAndMaths(CoreSubject.English), Started("2025-02-10", "1990-01-01"), Standard, "2026-03-01");
        Assert.Equal(["english 1 of 2, way 1", "english 1 of 2, way 2"], report.Outstanding.SelectMany(a => a.Alternatives).Select(a => $"{a.Requirement} {a.Needed} of {a.Of}, way {a.Way}"));
        Assert.Equal(VerificationOutcome.SameBytes, ReportVerification.Verify("r", report.ToJson(), report.Policy, Started("2025-02-10", "1990-01-01"), Standard).Outcome);
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
    [InlineData("2024-07-31", false, Verdict.NotYetDue)] // without an education, health and care plan only from 1 August 2024
    [InlineData("2024-07-31", true, Verdict.Met)]
    [InlineData("2024-08-01", false, Verdict.Met)] // existing learners too
    public void Entry_level_3_suffices_under_an_adjustment(string asOf, bool ehcPlan, Verdict expected)
    {
        var learner = Started("2023-09-04", "2006-01-01") with
        {
            Certificates = Complete("2027-01-01", English(QualificationLevel.Entry3)),
            Exemptions = Complete("2027-01-01", new EnglishAndMathsExemption(Day("2023-09-04"), CoreSubject.English) { HasEhcPlan = ehcPlan }),
        };

        Assert.Equal((expected, Day(expected == Verdict.NotYetDue ? "2024-08-01" : asOf)), (Judge(learner, asOf: asOf).Verdict, Judge(learner, asOf: asOf).EarliestDate!.Value));
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
    public void An_adjustment_that_is_not_recorded_could_make_the_entry_level_in_hand_enough_for_who_opted_in()
    {
        var learner = Started("2025-09-01", "2000-01-01") with
        {
            Choices = Of(new EnglishAndMathsChoice(Day("2025-09-01"), EnglishAndMathsChoiceKind.OptedIn)),
            Certificates = Complete("2027-01-01", English(QualificationLevel.Entry3)),
        };

        Assert.Equal(Verdict.NotMet, Judge(learner).Verdict);
        var unknown = Judge(learner with { Exemptions = Ledger<EnglishAndMathsExemption>.Unknown });
        Assert.Equal(Verdict.CannotTell, unknown.Verdict);
        Assert.Contains(unknown.Outcome.MissingFacts, f => f.Contains("exemptions", StringComparison.Ordinal));
        Assert.Equal(Verdict.Met, Judge(learner with { Exemptions = Complete("2027-01-01", new EnglishAndMathsExemption(Day("2025-09-01"), CoreSubject.English)) }).Verdict);
    }

    [Fact]
    public void A_withdrawn_opt_in_waits_for_its_rule_only_where_nothing_held_can_settle_it_before()
    {
        var learner = Started("2025-09-01", "2000-01-01") with { Choices = Of(new EnglishAndMathsChoice(Day("2025-10-01"), EnglishAndMathsChoiceKind.OptInWithdrawn)) };

        Assert.Equal((Verdict.NotYetDue, Day("2026-08-01")), (Judge(learner).Verdict, Judge(learner).EarliestDate));
        var unknown = Judge(learner with { Certificates = Ledger<Certificate>.Unknown });
        Assert.Equal(Verdict.CannotTell, unknown.Verdict);
        Assert.Contains(unknown.Outcome.MissingFacts, f => f.Contains("certificates", StringComparison.Ordinal));
        Assert.Equal(Verdict.Met, Judge(learner with { Certificates = Of(English(QualificationLevel.Level2)) }).Verdict);
    }

    [Fact]
    public void A_dated_change_that_will_do_is_waited_for_with_its_day()
    {
        var optedOut = Started("2024-09-02", "1990-01-01") with { Choices = Complete("2027-01-01", new EnglishAndMathsChoice(Day("2025-02-01"), EnglishAndMathsChoiceKind.OptedOut) { PlanSigned = true }) };
        Assert.Equal((Verdict.NotYetDue, Day("2025-02-11")), (Judge(optedOut, asOf: "2025-02-10").Verdict, Judge(optedOut, asOf: "2025-02-10").EarliestDate));
        Assert.Equal("Wait for the rule on English and maths from 2025-02-11", Judge(optedOut, asOf: "2025-02-10").Outcome.Actions.Single().Text);

        // Under 19 it brings nothing; nor where a certificate may be there and not be recorded is it false today.
        Assert.Equal(Verdict.NotMet, Judge(optedOut with { BirthDate = Day("2006-01-01") }, asOf: "2025-02-10").Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(optedOut with { Certificates = Ledger<Certificate>.Unknown }, asOf: "2025-02-10").Verdict);

        var withdrawn = optedOut with { Choices = Complete("2027-01-01", new EnglishAndMathsChoice(Day("2025-02-01"), EnglishAndMathsChoiceKind.OptInWithdrawn) { PlanSigned = true }) };
        Assert.Equal(Day("2026-08-01"), Judge(withdrawn, asOf: "2025-02-10").EarliestDate);
        Assert.Equal(Day("2026-08-01"), Judge(withdrawn, asOf: "2026-07-31").EarliestDate);
    }

    [Theory]
    [InlineData(EnglishAndMathsChoiceKind.OptedOut, false, 1)]
    [InlineData(EnglishAndMathsChoiceKind.OptedOut, true, 0)]
    [InlineData(EnglishAndMathsChoiceKind.OptedIn, false, 1)]
    public void A_decision_whose_plan_is_not_signed_again_is_met_with_something_to_do(EnglishAndMathsChoiceKind kind, bool isSigned, int actions)
    {
        var learner = Started("2025-09-02", "1990-01-01") with
        {
            Choices = Of(new EnglishAndMathsChoice(Day("2025-09-02"), kind) { PlanSigned = isSigned }),
            Attempts = Of(new EnglishAndMathsAttempt(Day("2026-01-10"), CoreSubject.English), new EnglishAndMathsAttempt(Day("2026-01-10"), CoreSubject.Maths)),
        };

        // One decision on both subjects is one plan to sign.
        var both = Assess(Require.AllOf("both", "Both", Require.EnglishAndMaths(CoreSubject.English), Require.EnglishAndMaths(CoreSubject.Maths)), learner, Standard, "2026-03-01");
        Assert.Equal((Verdict.Met, actions), (both.Verdict, both.Outstanding.Count));
        Assert.Equal(actions, Judge(learner).Outcome.Attention.Count);
        Assert.All(both.Outstanding, a => Assert.Equal(("english, maths", ActionStage.Signatures), (string.Join(", ", a.Requirements), a.Stage)));
    }

    [Theory]
    [InlineData("2025-09-03", Verdict.CannotTell)]
    [InlineData("2025-09-02", Verdict.NotMet)] // no age at all, and no contradiction
    public void A_birth_after_the_original_start_is_a_contradiction(string birth, Verdict expected)
    {
        var report = Judge(Started("2025-09-02", birth));

        Assert.Equal(expected, report.Verdict);
        Assert.Equal(expected == Verdict.CannotTell, report.Outcome.Explanation.Contains("contradicts itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-09-30", 0)]
    [InlineData("2026-10-01", 2)] // the level, and the adjustment
    public void What_is_unreviewed_is_said(string asOf, int times)
    {
        var learner = Started("2024-09-02", "2008-01-01") with
        {
            Certificates = Of(English(QualificationLevel.Level2)),
            Exemptions = Of(new EnglishAndMathsExemption(Day("2024-09-02"), CoreSubject.English)),
        };

        Assert.Equal(times, Judge(learner, asOf: asOf).Outcome.Attention.Count(a => a.EndsWith("unreviewed since 2026-09-30", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_certificate_without_a_level_settles_nothing_and_unknown_is_not_no()
    {
        var learner = Started("2024-09-02", "2008-01-01");

        var unsaid = Judge(learner with { Certificates = Complete("2027-01-01", new Certificate(Day("2020-01-01"), "English") { Id = "C1" }) });
        Assert.Equal((Verdict.CannotTell, "the level of the certificate of English of 2020-01-01"), (unsaid.Verdict, unsaid.Outcome.MissingFacts.Single()));
        Assert.Contains(unsaid.Outcome.Facts, f => f.Evidence.Contains("C1"));
        Assert.Equal(["Record the level of the certificate of English of 2020-01-01"], unsaid.Outcome.Actions.Select(a => a.Text));
        Assert.Equal(Verdict.Met, Judge(learner with { Certificates = Of(new Certificate(Day("2020-01-01"), "English"), English(QualificationLevel.Level2)) }).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(learner with { Certificates = Complete("2027-01-01", new Certificate(Day("2020-01-01"), "Maths")) }).Verdict);
        Assert.Equal(Verdict.CannotTell, Judge(learner with { Certificates = Of(English(QualificationLevel.Level1)) }).Verdict);
        Assert.Equal(Verdict.NotMet, Judge(learner with { Certificates = Complete("2027-01-01", English(QualificationLevel.Level2, on: "2026-03-02")) }).Verdict);
    }
}
