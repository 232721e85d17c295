using Competency.Documents;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Progress;

/// <summary>M1 is due on 31 January 2025, M2 on 31 March, M3 on 30 June; 40 hours each. The learner started on 2 September 2024.</summary>
public class ProgrammeProgressTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly ProgrammeMilestone[] Programme = [Milestone("M3", "2025-06-30", "S2"), Milestone("M1", "2025-01-31", "K1-K2"), Milestone("M2", "2025-03-31", "K3, S1")];

    private static ProgrammeMilestone Milestone(string id, string due, string ksbs, decimal? hours = 40) => new(id, Day(due)) { Ksbs = TestStandards.Codes(ksbs), Hours = hours };

    /// <summary>The KSBs achieved on 10 January 2025; so many hours in each of the months named, on the tenth; everything recorded.</summary>
    private static Learner With(string ksbs, decimal hours = 30, string months = "2024-10 2024-11 2024-12 2025-01 2025-02 2025-03 2025-04 2025-05") => Empty(Standard, "2025-12-31") with
    {
        Claims = Complete("2025-12-31", ksbs.Length == 0 ? [] : Claims(Standard, ksbs, ClaimDecisionKind.Accepted, "2025-01-10")),
        Episodes = Complete("2025-12-31", Learning("2024-09-02")),
        Hours = Complete("2025-12-31", months.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => new HoursEntry(Day(m + "-10"), hours)).ToArray()),
    };

    private static ProgrammeProgress On(Learner learner, string asOf) => ProgrammeProgress.Of(learner, Standard, Programme, Day(asOf));

    [Fact]
    public void Another_version_and_an_id_that_stands_twice_are_refused()
    {
        var other = Assert.Throws<ArgumentException>(() => ProgrammeProgress.Of(With("K1") with { }, TestStandards.MammographyBefore, Programme, Day("2025-02-01")));
        Assert.StartsWith("The learner is on ST0583@1.2, and the programme is of ST0583@1.1", other.Message, StringComparison.Ordinal);
        var twice = Assert.Throws<ArgumentException>(() => ProgrammeProgress.Of(With("K1"), Standard, [.. Programme, Milestone("M1", "2025-05-01", "S3")], Day("2025-02-01")));
        Assert.StartsWith("Two milestones have the id 'M1'.", twice.Message, StringComparison.Ordinal);
        Assert.StartsWith("The milestone at 1 is null.", Assert.Throws<ArgumentException>(() => ProgrammeProgress.Of(With("K1"), Standard, [Programme[0], null!], Day("2025-02-01"))).Message, StringComparison.Ordinal);
        var unset = new ProgrammeMilestone("M", Day("2025-01-31")) { Ksbs = [default] };
        Assert.StartsWith("Milestone 'M' names a KSB that was never set.", Assert.Throws<ArgumentException>(() => ProgrammeProgress.Of(With("K1"), Standard, [unset], Day("2025-02-01"))).Message, StringComparison.Ordinal);
    }

    /// <summary>100 hours by 31 January, and those of M3, which never falls due: learning ended on 1 February.</summary>
    [Fact]
    public void Nobody_is_ahead_in_hours_that_never_fall_due()
    {
        var ended = With("K1-K3") with { Episodes = Complete("2025-12-31", Learning("2024-09-02"), new Episode(Day("2025-02-01"), EpisodeKind.Withdrawn)) };

        var hours = On(ended, "2025-12-01").Hours!;
        Assert.Equal((Pace.OnTrack, "120 h of 40 h that are due (the learner has withdrawn, and nothing more falls due)"), (hours.Pace, hours.Explanation));
    }

    /// <summary>K1 is accepted under 1.1 and offered for K1 of 1.2; nothing is recorded for K3. That it is behind rests on K3 alone.</summary>
    [Fact]
    public void What_a_transfer_may_bring_is_not_surely_overdue()
    {
        var learner = With("K2, S1") with { Claims = Complete("2025-12-31", [.. Claims(Standard, "K2, S1", ClaimDecisionKind.Accepted, "2025-01-10"), .. Claims(TestStandards.MammographyBefore, "K1", ClaimDecisionKind.Accepted, "2025-01-10")]) };
        learner = learner with { Moves = Complete("2025-12-31", new StandardMove(Day("2025-01-11"), TestStandards.MammographyBefore.Id, Standard.Id) { Pending = [new KsbLink(KsbCode.Parse("K1"), KsbCode.Parse("K1"))] }) };

        var ksbs = On(learner, "2025-04-10").Ksbs;
        Assert.Equal((Pace.Behind, -10, "2 of 4 KSBs that are due achieved; K3 overdue, the first for 10 days (M2, due 2025-03-31); K1 was due too, and may be carried over"), (ksbs.Pace, ksbs.Days, ksbs.Explanation));
        Assert.Equal("K1, K3", string.Join(", ", ksbs.Overdue));
        Assert.Equal("a transfer plan that says whether accepted evidence for K1 of ST0583@1.1 carries over to K1 of ST0583@1.2", Assert.Single(ksbs.MissingFacts));
        Assert.Equal(Pace.CannotTell, On(learner.With([.. Claims(Standard, "K3", ClaimDecisionKind.Accepted, "2025-01-10")]), "2025-04-10").Ksbs.Pace);
    }

    [Fact]
    public void Hours_have_bounds() => Assert.All([0, 100_000.1m, decimal.MaxValue], hours => Assert.Throws<ArgumentOutOfRangeException>(() => Milestone("M", "2025-01-31", "K1", hours)));

    [Fact]
    public void A_programmes_mapping_gives_its_milestones()
    {
        var programme = new KsbMapping(Standard.Id, MappingKind.Programme,
        [
            new MappingItem("M1", ["K1-K2"], [new MappingItem("U1", ["S1"]) { Hours = 12.5m }, new MappingItem("U2", ["Duty 11", "K99"]) { Due = Day("2025-02-15") }]) { Due = Day("2025-01-31"), Hours = 40 },
            new MappingItem("Library", ["K3"], [new MappingItem("U3", ["K4"]) { Due = Day("2025-03-31") }]) { Hours = 5 },
        ]);

        var milestones = ProgrammeMilestone.Of(programme, Standard);

        Assert.Equal(
            ["M1 2025-01-31 K1, K2 40", "U1 2025-01-31 S1 12.5", "U2 2025-02-15 B1, B2, B3, B4 ", "U3 2025-03-31 K4 "],
            milestones.Select(m => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{m.Id} {m.Due:yyyy-MM-dd} {string.Join(", ", m.Ksbs)} {m.Hours}")));
        Assert.Equal(Pace.Behind, ProgrammeProgress.Of(With("K1-K2"), Standard, milestones, Day("2025-02-01")).Ksbs.Pace);
        Assert.Throws<ArgumentException>(() => ProgrammeMilestone.Of(programme, TestStandards.MammographyBefore));
        Assert.Throws<ArgumentException>(() => ProgrammeMilestone.Of(new KsbMapping(default, MappingKind.Programme, []), Standard));
    }

    /// <summary>M2 asks K1 once more: who has it from M1 has nothing early.</summary>
    [Fact]
    public void What_only_repeats_is_nothing_early()
    {
        ProgrammeMilestone[] programme = [Milestone("M1", "2025-01-31", "K1", null), Milestone("M2", "2025-06-30", "K1", null), Milestone("M3", "2025-07-31", "K2", null)];
        ProgressPart Part(string ksbs) => ProgrammeProgress.Of(With(ksbs), Standard, programme, Day("2025-04-20")).Ksbs;

        Assert.Equal((Pace.OnTrack, "1 of 1 KSB that is due achieved"), (Part("K1").Pace, Part("K1").Explanation));
        Assert.Equal((Pace.Ahead, "1 of 1 KSB that is due achieved, and K2 early: M3, due 2025-07-31, in 102 days, is achieved"), (Part("K1-K2").Pace, Part("K1-K2").Explanation));
    }

    [Theory]
    [InlineData(EpisodeKind.Withdrawn, "0 of 0 KSBs that are due achieved (the learner has withdrawn, and nothing more falls due)")]
    [InlineData(EpisodeKind.Completed, "0 of 0 KSBs that are due achieved (the training has ended, and nothing more falls due)")]
    public void Whose_learning_is_over_is_told(EpisodeKind end, string explanation) =>
        Assert.Equal(explanation, On(With("") with { Episodes = Complete("2025-12-31", Learning("2024-09-02"), new Episode(Day("2024-12-02"), end)) }, "2025-04-20").Ksbs.Explanation);

    [Fact]
    public void Nobody_is_ahead_of_what_never_falls_due()
    {
        var part = On(With("K1-K3") with { Episodes = Complete("2025-12-31", Learning("2024-09-02"), new Episode(Day("2024-12-02"), EpisodeKind.Withdrawn)) }, "2025-04-20").Ksbs;

        Assert.Equal((Pace.OnTrack, "0 of 0 KSBs that are due achieved (the learner has withdrawn, and nothing more falls due), and K1-K3 early"), (part.Pace, part.Explanation));
    }

    /// <summary>Nothing tells that learning goes on: a gap without an end is no break.</summary>
    [Fact]
    public void Nobody_is_ahead_once_the_recorded_learning_has_ended()
    {
        var ended = On(With("K1-K2, K3, S1-S2") with { Episodes = Complete("2025-12-31", Learning("2024-09-02", "2024-12-31")) }, "2025-04-20");

        Assert.Equal((Pace.OnTrack, "0 of 0 KSBs that are due achieved (the recorded learning has ended, and nothing more falls due), and K1-K3, S1, S2 early"), (ended.Ksbs.Pace, ended.Ksbs.Explanation));
        Assert.Equal(Pace.OnTrack, ended.Hours!.Pace);

        // After a break that goes on it falls due.
        var paused = On(With("K1-K2, K3, S1-S2") with { Episodes = Complete("2025-12-31", Learning("2024-09-02"), new Episode(Day("2025-01-01"), EpisodeKind.Break)) }, "2025-04-20").Ksbs;
        Assert.Equal((Pace.Ahead, (int?)null), (paused.Pace, paused.Days));
    }

    /// <summary>What falls due on one day falls due together, in whatever order a programme lists it.</summary>
    [Fact]
    public void Milestones_of_one_day_stand_together()
    {
        ProgrammeMilestone[] programme = [Milestone("M10", "2025-06-30", "K1", 10), Milestone("M9", "2025-06-30", "K2", 40)];
        ProgrammeProgress Of(string ksbs, decimal hours, bool reversed) => ProgrammeProgress.Of(With(ksbs, hours, "2024-10"), Standard, reversed ? programme.Reverse() : programme, Day("2025-01-25"));

        Assert.All([false, true], reversed =>
        {
            Assert.Equal((Pace.OnTrack, Pace.OnTrack), (Of("K1", 15, reversed).Ksbs.Pace, Of("K1", 15, reversed).Hours!.Pace));
            Assert.Equal("0 of 0 KSBs that are due achieved, and K1, K2 early: M9 and M10, due 2025-06-30, in 156 days, are achieved", Of("K1, K2", 50, reversed).Ksbs.Explanation);
            Assert.Equal((Pace.Ahead, "50 h of 0 h that are due, and those of M9 and M10"), (Of("K1", 50, reversed).Hours!.Pace, Of("K1", 50, reversed).Hours!.Explanation));
        });
    }

    [Fact]
    public void Who_had_not_begun_has_no_hours_and_owes_no_month()
    {
        var unbegun = On(With("") with { Episodes = None<Episode>("2025-12-31"), Hours = Of(new HoursEntry(Day("2025-01-10"), 30)) }, "2025-04-20");

        Assert.Equal((Pace.Behind, "0 h of 80 h that are due; no learning had begun"), (unbegun.Hours!.Pace, unbegun.Hours.Explanation));
        Assert.Equal((Pace.OnTrack, "No learning had begun"), (unbegun.Months.Pace, unbegun.Months.Explanation));
        Assert.Equal(Pace.CannotTell, On(With("") with { Episodes = Ledger<Episode>.Unknown }, "2025-04-20").Hours!.Pace);
    }

    [Fact]
    public void What_is_due_on_the_day_is_not_overdue()
    {
        var learner = With("");

        Assert.Equal((Pace.OnTrack, Pace.Behind), (On(learner, "2025-01-31").Ksbs.Pace, On(learner, "2025-02-01").Ksbs.Pace));
    }

    /// <summary>On 20 April 2025 M1 and M2 were due: K1 to K3 and S1. S1 lacks, 20 days after 31 March.</summary>
    [Fact]
    public void Behind_says_which_KSBs_and_by_how_many_days()
    {
        var part = On(With("K1-K3"), "2025-04-20").Ksbs;

        Assert.Equal((Pace.Behind, -20, "S1"), (part.Pace, part.Days, string.Join(' ', part.Overdue)));
        Assert.Equal("3 of 4 KSBs that are due achieved; S1 overdue, the first for 20 days (M2, due 2025-03-31)", part.Explanation);
    }

    /// <summary>On 20 February 2025 only M1 was due; M2 is whole, 39 days before 31 March.</summary>
    [Fact]
    public void Ahead_is_what_is_whole_and_due_later()
    {
        var part = On(With("K1-K3, S1"), "2025-02-20").Ksbs;

        Assert.Equal((Pace.Ahead, 39, "K3 S1"), (part.Pace, part.Days, string.Join(' ', part.Early)));
        Assert.Equal((Pace.OnTrack, 0, "K3"), (On(With("K1-K3"), "2025-02-20").Ksbs.Pace, On(With("K1-K3"), "2025-02-20").Ksbs.Days, string.Join(' ', On(With("K1-K3"), "2025-02-20").Ksbs.Early)));
    }

    /// <summary>S2 is achieved and M2 between is not: what comes later makes nobody ahead of what comes first.</summary>
    [Fact]
    public void A_later_milestone_alone_is_not_ahead() =>
        Assert.Equal(Pace.OnTrack, On(With("K1-K2, S2"), "2025-02-20").Ksbs.Pace);

    [Fact]
    public void What_may_not_be_recorded_yet_is_unknown()
    {
        var part = On(With("K1-K3") with { Claims = Of(Claims(Standard, "K1-K3", ClaimDecisionKind.Accepted, "2025-01-10")) }, "2025-04-20").Ksbs;

        Assert.Equal((Pace.CannotTell, "whether the record of decisions on evidence is complete up to 2025-04-20 (claims)"), (part.Pace, part.MissingFacts.Single()));
        Assert.Equal(Pace.OnTrack, On(With("") with { Claims = Of(Claims(Standard, "K1-K3, S1", ClaimDecisionKind.Accepted, "2025-01-10")) }, "2025-04-20").Ksbs.Pace);
    }

    [Fact]
    public void Evidence_of_another_version_is_unknown_until_a_plan_says()
    {
        var elsewhere = With("") with { Claims = Complete("2025-12-31", [.. Claims(Standard, "K1-K3", ClaimDecisionKind.Accepted, "2025-01-10"), .. Claims(TestStandards.MammographyBefore, "S1", ClaimDecisionKind.Accepted, "2025-01-10")]) };

        Assert.Equal(Pace.CannotTell, On(elsewhere, "2025-04-20").Ksbs.Pace);
        Assert.Contains("a transfer plan", On(elsewhere, "2025-04-20").Ksbs.MissingFacts.Single(), StringComparison.Ordinal);
    }

    /// <summary>Due by 20 April: 80 hours. Five months to February make 75 at 15 h; at 16 h 80; at 24 h 120, with those of M3.</summary>
    [Theory]
    [InlineData(15, Pace.Behind, -5)]
    [InlineData(16, Pace.OnTrack, 0)]
    [InlineData(23, Pace.OnTrack, 35)]
    [InlineData(24, Pace.Ahead, 40)]
    public void Hours_are_compared_with_those_due(int each, Pace pace, int by)
    {
        var part = On(With("", each, "2024-10 2024-11 2024-12 2025-01 2025-02"), "2025-04-20").Hours!;

        Assert.Equal((pace, by), (part.Pace, part.Hours));
    }

    [Fact]
    public void Hours_that_do_not_count_do_not_count_here_either()
    {
        var learner = With("", 16, "2024-10 2024-11 2024-12 2025-01").With(
            new HoursEntry(Day("2025-02-10"), 16) { Category = HoursCategory.EnglishAndMaths }, new HoursEntry(Day("2024-08-10"), 16), new HoursEntry(Day("2025-02-11"), 16) { InPaidHours = false });

        Assert.Equal((Pace.Behind, -16m), (On(learner, "2025-04-20").Hours!.Pace, On(learner, "2025-04-20").Hours!.Hours));
        Assert.Null(ProgrammeProgress.Of(learner, Standard, [Milestone("M", "2025-01-31", "K1", hours: null)], Day("2025-04-20")).Hours);
    }

    /// <summary>A break of the 28 days of February moves 31 March to 28 April; January's date stays.</summary>
    [Fact]
    public void A_break_moves_what_was_due_after_it_began()
    {
        var learner = With("K1-K2", months: "2024-10 2024-11 2024-12 2025-01 2025-03") with { Episodes = Complete("2025-12-31", Learning("2024-09-02"), Break("2025-02-01", "2025-02-28"), Learning("2025-03-01")) };

        Assert.Equal((Pace.OnTrack, Pace.Behind), (On(learner, "2025-04-28").Ksbs.Pace, On(learner, "2025-04-29").Ksbs.Pace));
        Assert.Equal(-1, On(learner, "2025-04-29").Ksbs.Days);
        var open = learner with { Episodes = Complete("2025-12-31", Learning("2024-09-02"), Break("2025-02-01")) };
        Assert.Equal(Pace.OnTrack, On(open, "2025-11-30").Ksbs.Pace);
    }

    /// <summary>Whole months up to 20 April 2025: October to March. September 2024 began on the second day.</summary>
    [Fact]
    public void Months_without_learning_are_named()
    {
        Assert.Equal((Pace.OnTrack, "Learning is recorded in each of 6 whole calendar months"), (On(With(""), "2025-04-20").Months.Pace, On(With(""), "2025-04-20").Months.Explanation));
        var part = On(With("", months: "2024-10 2024-12 2025-01 2025-03"), "2025-04-20").Months;
        Assert.Equal((Pace.Behind, "No learning in 2024-11, 2025-02"), (part.Pace, part.Explanation));
        Assert.Equal(Pace.CannotTell, On(With("") with { Hours = Ledger<HoursEntry>.Unknown }, "2025-04-20").Months.Pace);
    }

    [Fact]
    public void The_whole_is_as_its_worst_part()
    {
        Assert.Equal(Pace.Behind, On(With("K1-K3, S1", 5), "2025-04-20").Pace);
        Assert.Equal(Pace.OnTrack, On(With("K1-K3, S1", 12), "2025-04-20").Pace);
        Assert.Equal(Pace.Ahead, On(With("K1-K3, S1-S2", 12), "2025-04-20").Pace);
        Assert.Equal(Pace.CannotTell, On(With("K1-K3, S1") with { Hours = Of(new HoursEntry(Day("2024-10-10"), 500)) }, "2025-04-20").Pace);
        Assert.Equal(
            "Behind: learner L1, as of 2025-04-20\n  KSBs: On track: 4 of 4 KSBs that are due achieved\n  Hours: Behind: 35 h of 80 h that are due\n  Months: On track: Learning is recorded in each of 6 whole calendar months\n",
            On(With("K1-K3, S1", 5, "2024-10 2024-11 2024-12 2025-01 2025-02 2025-03 2025-04"), "2025-04-20").ToText());
    }

    [Fact]
    public void KSBs_of_an_option_that_is_not_taken_are_left_out()
    {
        var standard = TestStandards.WithOptions;
        ProgrammeMilestone[] programme = [Milestone("M", "2025-01-31", "K1, K2, K3")];
        var learner = Empty(standard, "2025-12-31") with { Episodes = Complete("2025-12-31", Learning("2024-09-02")) };

        Assert.Equal("K1 K2", string.Join(' ', ProgrammeProgress.Of(learner with { Options = Of(new OptionChoice(Day("2024-09-02"), "a")) }, standard, programme, Day("2025-04-20")).Ksbs.Overdue));
    }

    /// <summary>M1 is of option B alone, 40 hours; M2 is of the core, 40 hours.</summary>
    [Fact]
    public void Hours_of_a_module_of_other_options_are_not_due()
    {
        var standard = TestStandards.WithOptions;
        ProgrammeMilestone[] programme = [Milestone("M1", "2025-01-31", "K3"), Milestone("M2", "2025-02-28", "K1")];
        var learner = Empty(standard, "2025-12-31") with { Episodes = With("").Episodes, Hours = With("").Hours };
        string HoursOn(string? option) => ProgrammeProgress.Of(option is null ? learner : learner with { Options = Of(new OptionChoice(Day("2024-09-02"), option)) }, standard, programme, Day("2025-03-20")).Hours!.Explanation;

        Assert.Contains("of 40 h that are due", HoursOn("a"), StringComparison.Ordinal);
        Assert.Contains("of 80 h that are due", HoursOn("b"), StringComparison.Ordinal);
    }

    /// <summary>M1 is of option B alone, 40 hours; M2 is of the core, 40 hours. Nobody recorded the option: 40 hours are due, or 80.</summary>
    [Theory]
    [InlineData(30, Pace.Behind, -10d, "With option 'b': 30 h of 80 h that are due. With option 'a': 30 h of 40 h that are due")]
    [InlineData(39.5, Pace.Behind, -0.5, "With option 'b': 39.5 h of 80 h that are due. With option 'a': 39.5 h of 40 h that are due")]
    [InlineData(40, Pace.CannotTell, null, "With option 'b': 40 h of 80 h that are due. With option 'a': 40 h of 40 h that are due")]
    [InlineData(79, Pace.CannotTell, null, "With option 'b': 79 h of 80 h that are due. With option 'a': 79 h of 40 h that are due")]
    [InlineData(85, Pace.OnTrack, 5d, "With option 'b': 85 h of 80 h that are due. With option 'a': 85 h of 40 h that are due")]
    public void Hours_of_an_option_that_may_not_be_taken_are_not_surely_due(double hours, Pace pace, double? by, string explanation)
    {
        ProgrammeMilestone[] programme = [Milestone("M1", "2025-01-31", "K3"), Milestone("M2", "2025-02-28", "K1")];

        var part = ProgrammeProgress.Of(Undecided("", (decimal)hours), TestStandards.WithOptions, programme, Day("2025-03-20")).Hours!;
        Assert.Equal((pace, (decimal?)by, explanation), (part.Pace, part.Hours, part.Explanation));
        Assert.Equal("the learner's option", Assert.Single(part.MissingFacts));
    }

    /// <summary>K1 is of the core, K2 of option A, K3 of option B, all due on 31 January; S1 is of the core and due in June.</summary>
    [Theory]
    [InlineData("", Pace.Behind, -79, "K1", "", "With option 'a': 0 of 2 KSBs that are due achieved; K1, K2 overdue, the first for 79 days (M1, due 2025-01-31). With option 'b': 0 of 2 KSBs that are due achieved; K1, K3 overdue, the first for 79 days (M1, due 2025-01-31)")]
    [InlineData("K1, K2", Pace.CannotTell, null, "", "", "With option 'b': 1 of 2 KSBs that are due achieved; K3 overdue, the first for 79 days (M1, due 2025-01-31). With option 'a': 2 of 2 KSBs that are due achieved")]
    [InlineData("K1-K3", Pace.OnTrack, 0, "", "", "2 of 2 KSBs that are due achieved")]
    [InlineData("K1-K3, S1", Pace.Ahead, 71, "", "S1", "2 of 2 KSBs that are due achieved, and S1 early: M2, due 2025-06-30, in 71 days, is achieved")]
    public void What_comes_out_alike_with_every_option_is_said_without_it(string achieved, Pace pace, int? days, string overdue, string early, string explanation)
    {
        ProgrammeMilestone[] programme = [Milestone("M1", "2025-01-31", "K1-K3"), Milestone("M2", "2025-06-30", "S1")];

        var part = ProgrammeProgress.Of(Undecided(achieved, 30), TestStandards.WithOptions, programme, Day("2025-04-20")).Ksbs;
        Assert.Equal((pace, days, overdue, early, explanation), (part.Pace, part.Days, string.Join(", ", part.Overdue), string.Join(", ", part.Early), part.Explanation));
        Assert.Equal(explanation.StartsWith("With", StringComparison.Ordinal) ? ["the learner's option"] : [], part.MissingFacts);
    }

    /// <summary>What is said of who has no option recorded is so with every option, and nothing is kept that all of them share.</summary>
    [Fact]
    public void Without_an_option_what_holds_with_each_is_told_and_no_more()
    {
        var milestones = from due in Gen.Elements("2024-12-31", "2025-01-31", "2025-03-31", "2025-06-30")
                         from ksbs in Gen.Elements(TestStandards.Codes("K1-K4, S1-S2")).ArrayOf(3)
                         from hours in Gen.Elements<decimal?>(null, 10, 40)
                         select (due, ksbs, hours);
        Property.Holds(
            from programme in milestones.ArrayOf(3)
            from ksbs in Gen.Elements(TestStandards.Codes("K1-K4, S1-S2")).ArrayOf(5)
            from hours in Gen.Elements<decimal>(5, 10, 40, 50, 80, 200)
            from day in Gen.Choose(0, 250)
            select (programme, ksbs, hours, day),
            c =>
            {
                ProgrammeProgress With(Learner learner) => ProgrammeProgress.Of(learner, TestStandards.WithOptions, c.programme.Select((m, i) => new ProgrammeMilestone($"M{i}", Day(m.due)) { Ksbs = m.ksbs, Hours = m.hours }), Day("2024-12-01").AddDays(c.day), Day("2025-12-31"));
                var learner = Undecided(string.Join(", ", c.ksbs.Distinct()), c.hours);
                ProgrammeProgress[] each = [.. new[] { "a", "b" }.Select(o => With(learner with { Options = Of(new OptionChoice(Day("2024-09-02"), o)) }))];
                var undecided = With(learner);

                Check(undecided.Ksbs, [.. each.Select(e => e.Ksbs)]);
                Assert.Equal(undecided.Hours is null, each.All(e => e.Hours is null));
                if (undecided.Hours is { } part)
                {
                    Check(part, [.. each.Select(e => e.Hours ?? part with { Pace = Pace.OnTrack })]);
                }
            });

        static void Check(ProgressPart part, ProgressPart[] each)
        {
            var isAlike = each[0].Pace == each[1].Pace;
            Assert.Equal(isAlike ? each[0].Pace : Pace.CannotTell, part.Pace);
            Assert.Equal(each[0].Overdue.Intersect(each[1].Overdue), part.Overdue);
            Assert.Equal(each[0].Early.Intersect(each[1].Early), part.Early);
            Assert.Equal(isAlike ? each.Select(e => e.Days).MinBy(d => Math.Abs(d ?? 0)) : null, part.Days);
            Assert.Equal(
                each[0].Explanation != each[1].Explanation || !each[0].Overdue.SequenceEqual(each[1].Overdue) || !each[0].Early.SequenceEqual(each[1].Early),
                part.MissingFacts.Contains("the learner's option"));
        }
    }

    /// <summary>A learner of whom nobody recorded the option, with the KSBs achieved on 10 January 2025 and so many hours in November.</summary>
    private static Learner Undecided(string ksbs, decimal hours) => Empty(TestStandards.WithOptions, "2025-12-31") with
    {
        Claims = Complete("2025-12-31", ksbs.Length == 0 ? [] : Claims(TestStandards.WithOptions, ksbs, ClaimDecisionKind.Accepted, "2025-01-10")),
        Episodes = Complete("2025-12-31", Learning("2024-09-02")),
        Hours = Complete("2025-12-31", new HoursEntry(Day("2024-11-10"), hours)),
    };

    /// <summary>Who came from another provider began on a day that is not recorded: hours since are counted all the same, and hours of before may count.</summary>
    [Theory]
    [InlineData(40, 0, Pace.OnTrack)]
    [InlineData(30, 0, Pace.Behind)]
    [InlineData(30, 5, Pace.Behind)]
    [InlineData(30, 10, Pace.CannotTell)]
    public void Hours_of_who_came_from_elsewhere_are_counted_from_the_day_on_which_they_came(int since, int before, Pace pace)
    {
        var learner = With("K1-K2") with
        {
            Episodes = Complete("2025-12-31", new Episode(Day("2024-11-01"), EpisodeKind.Learning) { Reason = EpisodeReason.ProviderTransfer }),
            Hours = Complete("2025-12-31", new HoursEntry(Day("2024-11-10"), since), new HoursEntry(Day("2024-10-10"), before)),
        };
        var hours = On(learner, "2025-02-10").Hours!;

        Assert.Equal(pace, hours.Pace);
        Assert.Equal(pace == Pace.CannotTell, hours.MissingFacts.Count > 0);
    }

    /// <summary>A break without an end holds up M2 and M3: who has M2 is ahead of it, whatever M3 asks.</summary>
    [Fact]
    public void What_a_break_holds_up_goes_by_the_days_that_were_planned()
    {
        var held = With("K1-K3, S1") with { Episodes = Complete("2025-12-31", Learning("2024-09-02"), Break("2025-02-15")) };
        var ksbs = On(held, "2025-03-10").Ksbs;

        Assert.Equal((Pace.Ahead, null, "2 of 2 KSBs that are due achieved, and K3, S1 early: M2, due after the break, is achieved"), (ksbs.Pace, ksbs.Days, ksbs.Explanation));
        Assert.Equal("2 of 2 KSBs that are due achieved, and K3, S1, S2 early: M3, due after the break, is achieved", On(held.With([.. Claims(Standard, "S2", ClaimDecisionKind.Accepted, "2025-01-10")]), "2025-03-10").Ksbs.Explanation);
        Assert.Equal(Pace.OnTrack, On(With("K1-K2, S2") with { Episodes = held.Episodes }, "2025-03-10").Ksbs.Pace);
    }

    /// <summary>Learning is recorded up to 15 May: M3, of 30 June, never falls due, and nobody is ahead of it.</summary>
    [Fact]
    public void Nobody_is_ahead_of_what_is_due_after_the_recorded_end()
    {
        var ends = With("K1-K3, S1-S2") with { Episodes = Complete("2025-12-31", Learning("2024-09-02", "2025-05-15")) };

        Assert.Equal("2 of 2 KSBs that are due achieved, and K3, S1, S2 early: M2, due 2025-03-31, in 39 days, is achieved", On(ends, "2025-02-20").Ksbs.Explanation);
        Assert.Equal((Pace.OnTrack, "4 of 4 KSBs that are due achieved, and S2 early"), (On(ends, "2025-04-10").Ksbs.Pace, On(ends, "2025-04-10").Ksbs.Explanation));
        Assert.Equal(Pace.OnTrack, On(ends, "2025-04-10").Hours!.Pace);
    }

    [Fact]
    public void A_programme_of_nothing_or_of_unknown_KSBs_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ProgrammeProgress.Of(With(""), Standard, [], Day("2025-04-20")));
        Assert.StartsWith("Milestone 'M' names K47, which ST0583@1.2 does not have.", Assert.Throws<ArgumentException>(() => ProgrammeProgress.Of(With(""), Standard, [Milestone("M", "2025-01-31", "K47")], Day("2025-04-20"))).Message, StringComparison.Ordinal);
    }

    /// <summary>More evidence never makes a learner slower, and a later day never faster.</summary>
    [Fact]
    public void Evidence_never_slows_and_days_never_speed() =>
        Property.Holds(
            from achieved in Gen.Elements(TestStandards.Codes("K1-K3, S1-S2")).ArrayOf(3)
            from more in Gen.Elements(TestStandards.Codes("K1-K3, S1-S2"))
            from day in Gen.Choose(0, 250)
            from later in Gen.Choose(0, 60)
            select (achieved, more, day, later),
            c =>
            {
                int Days(IEnumerable<KsbCode> codes, int day) => ProgrammeProgress.Of(With(string.Join(", ", codes.Distinct())), Standard, Programme, Day("2025-01-11").AddDays(day)).Ksbs.Days!.Value;
                return Days([.. c.achieved, c.more], c.day) >= Days(c.achieved, c.day) && Days(c.achieved, c.day + c.later) <= Days(c.achieved, c.day);
            });
}
