using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Agreement;

public class CohortTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly DateOnly AsOf = Day("2026-03-01");

    private static CancellationToken Running => TestContext.Current.CancellationToken;

    private static readonly ReadinessPolicy Gateway = new("p", "P", "1", Require.AllOf("all", "All",
        Require.Programme(), Require.Option(), Require.KsbsAchieved(), Require.MinimumDuration(), Require.OffTheJobHours(), Require.EnglishAndMaths(CoreSubject.English), Require.PublishedQualifications(),
        Require.Declaration("employer", "The employer is content", DeclarationKind.WorksAtStandard, DeclarationRole.Employer)));

    /// <summary>More than two blocks of 512; every third lacks B4, every fifth the hours, every seventh both certificates.</summary>
    private static Learner[] Learners { get; } = [.. Enumerable.Range(0, 1100).Select(i => Ready(Standard) with
    {
        Claims = i % 3 == 0 ? Complete("2026-03-01", [.. AllAccepted(Standard).SkipLast(1)]) : Complete("2026-03-01", AllAccepted(Standard)),
        Hours = i % 5 == 0 ? Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 100)) : Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 300)),
        Certificates = i % 7 == 0 ? None<Certificate>("2026-03-01") : Ready(Standard).Certificates,
        PriorLearning = None<PriorLearning>("2026-03-01"),
        Choices = None<EnglishAndMathsChoice>("2026-03-01"),
        Exemptions = None<EnglishAndMathsExemption>("2026-03-01"),
    })];

    [Fact]
    public void Says_who_is_ready_what_holds_the_others_back_and_of_whom_it_had_to_look_by_itself()
    {
        var result = new Cohort(Gateway, Standard).Judge(Learners, AsOf, cancellationToken: Running);

        Assert.Equal(Enumerable.Range(0, 1100).Select(i => i % 3 == 0 || i % 5 == 0 || i % 7 == 0 ? Verdict.NotMet : Verdict.Met), Enumerable.Range(0, 1100).Select(i => result[i]));
        Assert.Equal((long)Enumerable.Range(0, 1100).Count(i => i % 3 != 0 && i % 5 != 0 && i % 7 != 0), result.CountOf(Verdict.Met));
        var ksbs = result.Requirements.Single(r => r.Requirement.Id == "ksbs");
        Assert.Equal((367, Enumerable.Range(0, 1100).Count(i => i % 3 == 0 && i % 5 != 0 && i % 7 != 0)), (ksbs.HoldsBack, ksbs.HoldsBackAlone));
        Assert.Equal(new CohortKsb(KsbCode.Parse("B4"), 367), Assert.Single(result.Ksbs));
        Assert.Equal(158, result.FellBack);
        Assert.All(result.Requirements, r => Assert.Equal(1100 - (r.Requirement.Id is "option" or "qualifications" ? 1100 : 0), r.Met + r.NotMet + r.NotYetDue + r.CannotTell));
    }

    private static CohortRequirement[] Counted(Requirement requirement, Learner learner, out CohortResult result)
    {
        result = new Cohort(new ReadinessPolicy("p", "P", "1", requirement), Standard).Judge([learner], AsOf, options: new CohortOptions { KeepReasons = true }, cancellationToken: Running);
        return [.. result.Requirements];
    }

    private static Requirement Declared(string id) => Require.Declaration(id, "The provider has declared it", DeclarationKind.GatewayReview, DeclarationRole.Provider);

    private static Learner WithoutAny { get; } = On(Standard) with { Episodes = Of(Learning("2024-09-02")), Claims = None<Claim>("2026-03-01"), Declarations = None<Declaration>("2026-03-01") };

    [Theory]
    [InlineData(false, "2026-08-01", false)]
    [InlineData(false, "2024-08-01", true)]
    [InlineData(true, "2026-08-01", true)]
    [InlineData(true, "2024-08-01", false)]
    public void A_condition_that_rules_a_requirement_out_leaves_nobody_held_back_by_it(bool isUnless, string from, bool isAsked)
    {
        var later = Require.StartedBetween("s", Day(from), null);
        Requirement guarded = isUnless ? Require.Unless("w", "For earlier starts", later, Declared("d")) : Require.When("w", "For later starts", later, Declared("d"));

        var counted = Counted(Require.AllOf("all", "All", Require.KsbsAchieved("k", "K1"), guarded), WithoutAny, out var result);

        // The verdict is that of the requirement by itself in any case.
        Assert.Equal(["k", "d"], counted.Select(c => c.Requirement.Id));
        Assert.Equal([1L, 1L], counted.Select(c => c.NotMet));
        Assert.Equal([1L, isAsked ? 1L : 0L], counted.Select(c => c.HoldsBack));
        Assert.Equal([isAsked ? 0L : 1L, 0L], counted.Select(c => c.HoldsBackAlone));
        Assert.Equal((true, isAsked), (result.IsOpen("k", 0), result.IsOpen("d", 0)));
        Assert.Equal(isAsked ? 1UL : 0UL, result.ReasonPlane("d")[0]);
    }

    [Fact]
    public void A_requirement_stands_under_every_condition_above_it()
    {
        Requirement Guarded(string outer, string inner) => Require.AllOf("all", "All", Require.KsbsAchieved("k", "K1"),
            Require.When("w", "W", Require.StartedBetween("s", Day(outer), null), Require.AllOf("some", "Some", Require.Unless("u", "U", Require.StartedBetween("t", Day(inner), null), Declared("d")))));

        Assert.Equal([0, 1, 0, 0], new[] { ("2026-08-01", "2026-08-01"), ("2024-01-01", "2026-08-01"), ("2024-01-01", "2024-01-01"), ("2026-08-01", "2024-01-01") }
            .Select(g => (int)Counted(Guarded(g.Item1, g.Item2), WithoutAny, out _)[1].HoldsBack));
    }

    /// <summary>Another way does: the declaration is missing and not wanted.</summary>
    [Theory]
    [InlineData(1, "2026-03-02", 0, 1)]
    [InlineData(1, "2026-08-01", 1, 0)]
    [InlineData(2, "2026-03-02", 1, 0)]
    public void A_way_of_a_choice_that_is_met_another_way_holds_nobody_back(int asked, string until, int heldBack, int alone)
    {
        Requirement[] ways = [Require.DateReached("r", "The day has come", Day(until).AddDays(-2)), Require.AllOf("other", "Another way", Declared("d"))];
        var choice = asked == 1 ? Require.AnyOf("any", "Either", ways) : Require.AtLeast(asked, "any", "Both", ways);

        var counted = Counted(Require.AllOf("all", "All", Require.KsbsAchieved("k", "K1"), choice), WithoutAny, out var result);

        Assert.Equal(["k", "r", "d"], counted.Select(c => c.Requirement.Id));
        Assert.Equal((1, alone), ((int)counted[0].HoldsBack, (int)counted[0].HoldsBackAlone));
        Assert.Equal((heldBack, 0), ((int)counted[2].HoldsBack, (int)counted[2].HoldsBackAlone));
        Assert.Equal((1L, heldBack == 1), (counted[2].NotMet, result.IsOpen("d", 0)));
    }

    [Fact]
    public void Of_whom_nobody_can_tell_a_condition_nothing_else_holds_back_alone()
    {
        var policy = Require.AllOf("all", "All", Require.KsbsAchieved("k", "K1"), Require.When("w", "For later starts", Require.StartedBetween("s", Day("2026-08-01"), null), Declared("d")));

        var counted = Counted(policy, WithoutAny with { Episodes = Ledger<Episode>.Unknown }, out var result);

        Assert.Equal([(1, 0), (0, 0)], counted.Select(c => ((int)c.HoldsBack, (int)c.HoldsBackAlone)));
        Assert.False(result.IsOpen("d", 0));
    }

    /// <summary>K1 and S1 are everyone's, K4 is of no duty; option A adds K2 and S2, option B K3. The shape with a KSB of both options is made here.</summary>
    [Theory]
    [InlineData("a", "K1 K2 K4 S1 S2")]
    [InlineData("b", "K1 K2 K3 K4 S1")]
    [InlineData(null, "K1 K2 K4 S1")]
    public void Ksbs_of_an_option_are_counted_whatever_the_policy_looks_at(string? option, string missing)
    {
        var standard = TestStandards.WithOptions;
        standard = new OccupationalStandard(standard.Id, standard.Title, standard.Ksbs)
        {
            KeyInformation = standard.KeyInformation,
            Options = standard.Options,
            Duties = [standard.Duties[0], standard.Duties[1], new OccupationDuty(3, "Work of B.", TestStandards.Codes("K2, K3")) { Options = ["b"] }],
        };
        var learner = On(standard) with { Claims = None<Claim>("2026-03-01"), Options = option is null ? Ledger<OptionChoice>.Unknown : Of(new OptionChoice(Day("2025-01-01"), option)) };
        foreach (var requirement in new Requirement[] { Require.KsbsAchieved("k", "K1, S2", demand: new EvidenceDemand { Assessors = 2 }), Require.KsbsAchieved("k", "K1"), Require.Option() })
        {
            var result = new Cohort(new ReadinessPolicy("p", "P", "1", requirement), standard).Judge([learner], AsOf, cancellationToken: Running);
            Assert.Equal(missing, string.Join(' ', result.Ksbs.Select(k => k.Ksb)));
        }
    }

    [Fact]
    public void A_platform_is_asked_for_the_option_wherever_a_standard_has_some()
    {
        var policy = new ReadinessPolicy("p", "P", "1", Require.DateReached("d", "D", AsOf));
        Assert.Equal(["option"], new Cohort(policy, TestStandards.WithOptions).Columns.Select(c => c.Name));
        Assert.Empty(new Cohort(policy, Standard).Columns);
    }

    [Fact]
    public void Is_the_same_for_any_number_of_threads()
    {
        var cohort = new Cohort(Gateway, Standard);
        var one = cohort.Judge(Learners, AsOf, options: new CohortOptions { DegreeOfParallelism = 1 }, cancellationToken: Running);
        foreach (var degree in new int?[] { 2, 3, 16, null })
        {
            var result = cohort.Judge(Learners, AsOf, options: new CohortOptions { DegreeOfParallelism = degree }, cancellationToken: Running);
            Assert.Equal(one.Requirements, result.Requirements);
            Assert.Equal(one.Ksbs, result.Ksbs);
            for (var bit = 0; bit < 3; bit++)
            {
                Assert.Equal(one.VerdictPlane(bit).ToArray(), result.VerdictPlane(bit).ToArray());
            }
        }
    }

    /// <summary>Two are at fault, in blocks that different threads take; both wait until the later was met, where there are two threads.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void What_is_at_fault_first_is_told_for_any_number_of_threads(int degree)
    {
        var learners = new Learner?[VerdictPlanes.Size * 40];
        Array.Fill(learners, Learners[0]);
        (learners[VerdictPlanes.Size * 3], learners[(VerdictPlanes.Size * 3) + 7], learners[^1]) = (null, null, null);

        var refused = Assert.Throws<ArgumentException>(() => new Cohort(Gateway, Standard).Judge(learners!, AsOf, options: new CohortOptions { DegreeOfParallelism = degree }, cancellationToken: Running));

        Assert.Equal(($"The learner at {VerdictPlanes.Size * 3} is null. (Parameter 'learners')", "learners"), (refused.Message, refused.ParamName));
    }

    [Fact]
    public void Tells_its_progress_up_to_the_end()
    {
        var told = new Told();
        new Cohort(Gateway, Standard).Judge(Learners, AsOf, options: new CohortOptions { Progress = told }, cancellationToken: Running);

        Assert.Equal(told.Numbers.Order(), told.Numbers);
        Assert.Equal(1100, told.Numbers[^1]);
    }

    [Fact]
    public void Can_be_ended()
    {
        using var source = new CancellationTokenSource();
        var told = new Told { After = source.Cancel };
        foreach (var degree in new[] { 1, 2 })
        {
            Assert.ThrowsAny<OperationCanceledException>(() => new Cohort(Gateway, Standard).Judge(Learners, AsOf, options: new CohortOptions { Progress = told, DegreeOfParallelism = degree }, cancellationToken: source.Token));
        }
    }

    [Fact]
    public void A_platform_fills_columns_of_its_own()
    {
        var policy = new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", Require.KsbsAchieved(), Require.MinimumDuration(shorterAccepted: false), Require.Custom("own", "own", "A rule", _ => Outcome.Met("Yes"))));
        var cohort = new Cohort(policy, Standard);
        Assert.Equal(["claims-complete", "months-12", "months-8", "not-begun", "start", "own"], cohort.Columns.Select(c => c.Name).OrderBy(n => n == "own").ThenBy(n => n, StringComparer.Ordinal));

        var columns = cohort.NewColumns(3, AsOf);
        for (var i = 0; i < 3; i++)
        {
            columns.SetKsbs(i, i == 2 ? Standard.Select("K1-K46") : Standard.InForce());
            columns.SetFlag("claims-complete", i, value: true);
            columns.SetVerdict("own", i, Verdict.Met);
            columns.SetNumber("start", i, Day("2025-01-06").DayNumber);
            columns.Numbers("months-12", block: 0)[i] = Day(i == 0 ? "2026-01-06" : "2026-04-06").DayNumber;
        }

        var result = cohort.Judge(columns, cancellationToken: Running);
        Assert.Equal([Verdict.Met, Verdict.NotYetDue, Verdict.NotMet], [result[0], result[1], result[2]]);
        Assert.Equal(0, result.FellBack);
    }

    /// <summary>Whoever forgets a column makes nobody ready: of a learner of whom nothing was said nobody can tell.</summary>
    [Fact]
    public void Columns_that_were_not_filled_say_nothing_of_anybody()
    {
        var attendance = Require.Fact("attendance", Fact.Number("attendance", "attendance"), atLeast: 90);
        foreach (var requirement in new[] { attendance, Require.Custom("own", "own", "A rule", _ => Outcome.Met("Yes")), Gateway.Requirement })
        {
            var cohort = new Cohort(new ReadinessPolicy("p", "P", "1", requirement), Standard);
            var result = cohort.Judge(cohort.NewColumns(700, AsOf), cancellationToken: Running);

            Assert.Equal(700, result.CountOf(Verdict.CannotTell));
            Assert.All(result.Requirements, r => Assert.Equal(0, r.Met));
        }
    }

    [Fact]
    public void A_verdict_that_is_said_is_that_verdict()
    {
        var cohort = new Cohort(new ReadinessPolicy("p", "P", "1", Require.Custom("own", "own", "A rule", _ => Outcome.Met("Yes"))), Standard);
        var verdicts = Enum.GetValues<Verdict>();
        var columns = cohort.NewColumns(verdicts.Length, AsOf);
        foreach (var verdict in verdicts)
        {
            columns.SetVerdict("own", (int)verdict, verdict);
        }

        var result = cohort.Judge(columns, cancellationToken: Running);
        Assert.Equal(verdicts, verdicts.Select(v => result[(int)v]));
    }

    /// <summary>Whole blocks are filled, as a platform has them; the last learner is not the last of a block.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(8 * 512)]
    [InlineData((64 * 512) + 3)]
    public void Bits_beyond_the_last_learner_say_nothing(int count)
    {
        var cohort = new Cohort(new ReadinessPolicy("p", "P", "1", Require.KsbsAchieved()), Standard);
        var columns = cohort.NewColumns(count, AsOf);
        for (var block = 0; block < (count + 511) / 512; block++)
        {
            columns.Flags("claims-complete", block).Fill(ulong.MaxValue);
            foreach (var ksb in Standard.Ksbs)
            {
                // Every second learner of those that there are, and of those that there are not, lacks S1.
                columns.Achieved(block, ksb.Code).Fill(ksb.Code == KsbCode.Parse("S1") ? 0x5555555555555555 : ulong.MaxValue);
            }
        }

        var result = cohort.Judge(columns, cancellationToken: Running);

        Assert.Equal(((count + 1) / 2, count / 2), (result.CountOf(Verdict.Met), result.CountOf(Verdict.NotMet)));
        Assert.Equal((0, 0, 0), (result.CountOf(Verdict.NotYetDue), result.CountOf(Verdict.CannotTell), result.CountOf(Verdict.DoesNotApply)));
        var ksbs = Assert.Single(result.Requirements);
        Assert.Equal(((count + 1) / 2, count / 2, count / 2, count / 2), (ksbs.Met, ksbs.NotMet, ksbs.HoldsBack, ksbs.HoldsBackAlone));
        Assert.Equal(count == 1 ? [] : [new CohortKsb(KsbCode.Parse("S1"), count / 2)], result.Ksbs);
        Assert.Equal((Verdict.Met, count % 2 == 0 ? Verdict.NotMet : Verdict.Met), (result[0], result[count - 1]));
        Assert.Equal(count / 2, Enumerable.Range(0, count).Count(i => result[i] == Verdict.NotMet));
        Assert.True(result.VerdictPlane(1).IndexOfAnyExcept(0UL) < 0 && result.VerdictPlane(2).IndexOfAnyExcept(0UL) < 0);
    }

    /// <summary>Groups of 4,096 learners are judged and counted at once: what is counted of them is what each of them says.</summary>
    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData((2 * 4096) + 700)]
    public void Counts_what_each_learner_says_over_groups_of_blocks(int count)
    {
        var later = Require.StartedBetween("later", Day("2025-01-01"), null);
        Requirement[] asked =
        [
            .. Standard.Duties.Select(d => (Requirement)TestLearners.DutyComplete(d.Number)),
            Require.When("when", "For later starts", later, Require.KsbsAchieved("guarded", "B1-B4")),
            Require.AnyOf("any", "Any", Require.KsbsAchieved("k", "K1-K10"), Declared("declared")),
            Require.AtLeast(2, "two", "Two of three", Require.KsbsAchieved("s", "S1-S10"), Require.KsbsAchieved("t", "S11-S20"), Declared("other")),
            Require.KsbsAchieved("most", null, KsbThreshold.Percent(90m)),
        ];
        var cohort = new Cohort(new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", asked)), Standard);
        var columns = cohort.NewColumns(count, AsOf);
        var random = new Random(count);
        var has = Standard.Ksbs.ToDictionary(k => k.Code, _ => new bool[count]);
        for (var block = 0; block < (count + 511) / 512; block++)
        {
            // Blocks of which everything is known, of which nobody can tell much, and of both.
            var (known, knowsAll) = (block % 3, block % 3 == 0);
            columns.Flags("claims-complete", block).Fill(knowsAll ? ulong.MaxValue : known == 1 ? 0 : 0xF0F0F0F0F0F0F0F0);
            columns.Flags("not-begun", block).Fill(0x5555555555555555);
            foreach (ref var start in columns.Numbers("start", block))
            {
                start = random.Next(4) == 0 ? int.MinValue : Day("2025-01-01").DayNumber + random.Next(-300, 300);
            }

            foreach (var declaration in new[] { "declared", "other" })
            {
                columns.Flags(declaration + ".absent", block).Fill(0x3333333333333333);
                foreach (ref var until in columns.Numbers(declaration + ".until", block))
                {
                    until = random.Next(2) == 0 ? int.MinValue : int.MaxValue;
                }
            }

            foreach (var (code, of) in has)
            {
                var words = columns.Achieved(block, code);
                for (var i = 0; i < 512; i++)
                {
                    var isAchieved = random.Next(40) != 0;
                    words[i / 64] |= isAchieved ? 1UL << (i % 64) : 0;
                    if ((block * 512) + i < count)
                    {
                        of[(block * 512) + i] = isAchieved;
                    }
                }
            }
        }

        var result = cohort.Judge(columns, new CohortOptions { KeepReasons = true }, Running);

        Assert.All(Enum.GetValues<Verdict>(), v => Assert.Equal(Enumerable.Range(0, count).Count(i => result[i] == v), result.CountOf(v)));
        Assert.All(result.Ksbs, k => Assert.Equal(has[k.Ksb].Count(h => !h), k.Missing));
        Assert.Equal(Standard.Ksbs.Count, result.Ksbs.Count);
        var open = result.Requirements.ToDictionary(r => r.Requirement.Id, r => Enumerable.Range(0, count).Select(i => result.IsOpen(r.Requirement.Id, i)).ToArray());
        Assert.All(result.Requirements, r =>
        {
            Assert.Equal(open[r.Requirement.Id].Count(o => o), r.HoldsBack);
            Assert.InRange(r.Met + r.NotMet + r.NotYetDue + r.CannotTell, 0, count);
        });
        foreach (var duty in Standard.Duties)
        {
            var of = result.Requirements.Single(r => r.Requirement.Id == TestLearners.DutyComplete(duty.Number).Id);
            var hasAll = Enumerable.Range(0, count).Select(i => duty.Ksbs.All(k => has[k][i])).ToArray();
            Assert.Equal(hasAll.Count(h => h), of.Met);
            Assert.Equal(Enumerable.Range(0, count).Count(i => !hasAll[i] && IsComplete(i)), of.NotMet);
            Assert.Equal(count, of.Met + of.NotMet + of.CannotTell);

            // Who has all else and cannot be told to lack it is held back by it alone, unless nobody can tell whether a condition holds.
            Assert.Equal(Enumerable.Range(0, count).Count(i => open[of.Requirement.Id][i] && open.Values.Count(o => o[i]) == 1 && !IsUnsettled(i)), of.HoldsBackAlone);
        }

        bool IsComplete(int i) => (i / 512 % 3) switch
        {
            0 => true,
            1 => false,
            _ => (i % 8) >= 4,
        };

        bool IsUnsettled(int i) => columns.Numbers("start", i / 512)[i % 512] < 0;
    }

    /// <summary>Parts of 32,768 learners are kept by themselves, in memory that held another result before; and of a part in which nobody lacks anything nothing is kept.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    [InlineData(1)]
    public void Keeps_what_came_of_each_learner_in_memory_that_was_used_before(int enough)
    {
        var duties = Standard.Duties.Select(d => (Requirement)TestLearners.DutyComplete(d.Number)).ToArray();
        var policy = new ReadinessPolicy("p", "P", "1", enough == duties.Length ? Require.AllOf("all", "All", duties) : enough == 1 ? Require.AnyOf("any", "Any", duties) : Require.AtLeast(enough, "some", "Some", duties));
        var cohort = new Cohort(policy, Standard);
        foreach (var count in (int[])[100_000, 70_000, 32_768, 40_001])
        {
            var columns = cohort.NewColumns(count, AsOf);
            var random = new Random(count + enough);
            for (var block = 0; block < (count + 511) / 512; block++)
            {
                columns.Flags("claims-complete", block).Fill(ulong.MaxValue);
                foreach (var ksb in Standard.Ksbs)
                {
                    foreach (ref var word in columns.Achieved(block, ksb.Code))
                    {
                        // Of the second part nobody lacks anything, and of the others few lack few.
                        word = block / 64 == 1 ? ulong.MaxValue : (ulong)(random.NextInt64() | random.NextInt64() | random.NextInt64()) | ((ulong)(random.NextInt64() | random.NextInt64()) << 1);
                    }
                }
            }

            using var result = cohort.Judge(columns, new CohortOptions { KeepReasons = true }, Running);

            var lacked = Standard.Duties.Select(d => Enumerable.Range(0, count).Select(i => d.Ksbs.Any(k => (columns.Achieved(i / 512, k)[i % 512 / 64] >> (i % 64) & 1) == 0)).ToArray()).ToArray();
            var expected = Enumerable.Range(0, count).Select(i => lacked.Count(l => !l[i]) >= enough ? Verdict.Met : Verdict.NotMet).ToArray();
            Assert.Equal(expected, Enumerable.Range(0, count).Select(i => result[i]));
            Assert.Equal((expected.Count(v => v == Verdict.Met), expected.Count(v => v == Verdict.NotMet)), (result.CountOf(Verdict.Met), result.CountOf(Verdict.NotMet)));
            for (var duty = 0; duty < duties.Length; duty++)
            {
                var open = Enumerable.Range(0, count).Select(i => lacked[duty][i] && expected[i] == Verdict.NotMet).ToArray();
                var counted = result.Requirements.Single(r => r.Requirement == duties[duty]);
                Assert.Equal(open, Enumerable.Range(0, count).Select(i => result.IsOpen(duties[duty].Id, i)));
                Assert.Equal(open, Enumerable.Range(0, count).Select(i => (result.ReasonPlane(duties[duty].Id)[i / 64] >> (i % 64) & 1) != 0));
                Assert.Equal((lacked[duty].Count(l => l), open.Count(o => o)), (counted.NotMet, counted.HoldsBack));
                Assert.Equal(Enumerable.Range(0, count).Count(i => open[i] && lacked.Count(l => l[i]) == 1), counted.HoldsBackAlone);
            }
        }
    }

    /// <summary>
    /// Whoever has too little of a choice lacks several of what it offers, so that none of them is counted alone: whatever stands above the choice, and whether or not
    /// everything is known of everybody in a group.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_choice_offers_holds_back_whoever_has_too_little_of_it(bool isAllKnown)
    {
        const int Count = (6 * 4096) + 100;
        var duties = Standard.Duties.Select(d => (Requirement)TestLearners.DutyComplete(d.Number)).ToArray();
        Requirement Asked(string id, string ksbs) => Require.KsbsAchieved(id, ksbs);
        Requirement[] pair = [Asked("k", "K1-K3"), Asked("s", "S1-S3")];
        Requirement[] both = [Asked("k2", "K4-K6"), Asked("s2", "S4-S6")];
        Requirement[] later = [Asked("k3", "K1-K5"), Asked("s3", "S1-S5"), Asked("b3", "B1-B2")];
        Requirement[] within = [Asked("k4", "K2-K4"), Asked("s4", "S2-S4")];

        // One that nothing else asks for but a single duty, so that it holds somebody back alone.
        var single = Standard.Ksbs.Last(k => k.Code.Kind == KsbKind.Skill && Standard.Duties.Count(d => d.Ksbs.Contains(k.Code)) == 1).Code.ToString();
        var own = Asked("own", single);
        var policy = new ReadinessPolicy("p", "P", "1", Require.AllOf(
            "all",
            "All",
            own,
            Require.AtLeast(2, "most", "Most duties", duties),
            Require.AnyOf("pair", "A pair", pair),
            Require.AtLeast(2, "both", "Both", both),
            Require.When("when", "Later starts", Require.StartedBetween("later", Day("2025-01-01"), null), Require.AtLeast(2, "three", "Two of three", later)),
            Require.AnyOf("outer", "An outer choice", Require.AllOf("inner", "All of it", within), Asked("instead", "B1-B3"))));
        var cohort = new Cohort(policy, Standard);
        var columns = cohort.NewColumns(Count, AsOf);
        var random = new Random(7);
        for (var block = 0; block < (Count + 511) / 512; block++)
        {
            // Everybody is known of some groups, and of others most.
            foreach (ref var word in columns.Flags("claims-complete", block))
            {
                word = isAllKnown || block / 8 % 2 == 1 ? ulong.MaxValue : (ulong)(random.NextInt64() | random.NextInt64());
            }

            foreach (ref var start in columns.Numbers("start", block))
            {
                start = Day("2025-01-01").DayNumber + random.Next(-300, 300);
            }

            foreach (var ksb in Standard.Ksbs)
            {
                foreach (ref var word in columns.Achieved(block, ksb.Code))
                {
                    // Of the second group nobody lacks anything.
                    word = block / 8 == 1 ? ulong.MaxValue : (ulong)(random.NextInt64() | random.NextInt64() | random.NextInt64()) | ((ulong)(random.NextInt64() | random.NextInt64()) << 1);
                }
            }
        }

        bool IsKnown(int learner) => (columns.Flags("claims-complete", learner / 512)[learner % 512 / 64] >> (learner % 64) & 1) != 0;

        using var result = cohort.Judge(columns, new CohortOptions { KeepReasons = true }, Running);

        var lacked = new Dictionary<string, bool[]>();
        foreach (var (id, ksbs) in ((string Id, IEnumerable<KsbCode> Ksbs)[])[("own", Codes(single)), ("k", Codes("K1-K3")), ("s", Codes("S1-S3")), ("k2", Codes("K4-K6")), ("s2", Codes("S4-S6")), ("k3", Codes("K1-K5")), ("s3", Codes("S1-S5")), ("b3", Codes("B1-B2")), ("k4", Codes("K2-K4")), ("s4", Codes("S2-S4")), ("instead", Codes("B1-B3")), .. Standard.Duties.Select(d => (TestLearners.DutyComplete(d.Number).Id, (IEnumerable<KsbCode>)d.Ksbs))])
        {
            lacked.Add(id, [.. Enumerable.Range(0, Count).Select(i => ksbs.Any(k => (columns.Achieved(i / 512, k)[i % 512 / 64] >> (i % 64) & 1) == 0))]);
        }

        Assert.Equal(lacked.Keys.Order(StringComparer.Ordinal), result.Requirements.Select(r => r.Requirement.Id).Order(StringComparer.Ordinal));
        var open = lacked.ToDictionary(l => l.Key, l => new bool[Count]);
        for (var i = 0; i < Count; i++)
        {
            Open([own], 1, i);
            Open(duties, duties.Length - 1, i);
            Open(pair, 2, i);
            Open(both, 1, i);
            Open(later, columns.Numbers("start", i / 512)[i % 512] >= Day("2025-01-01").DayNumber ? 2 : int.MaxValue, i);
            if ((lacked["k4"][i] || lacked["s4"][i]) && lacked["instead"][i])
            {
                (open["k4"][i], open["s4"][i], open["instead"][i]) = (lacked["k4"][i], lacked["s4"][i], true);
            }
        }

        Assert.Equal(Enumerable.Range(0, Count).Select(i => !open.Values.Any(o => o[i]) ? Verdict.Met : IsKnown(i) ? Verdict.NotMet : Verdict.CannotTell), Enumerable.Range(0, Count).Select(i => result[i]));
        Assert.All(result.Requirements, r =>
        {
            var of = open[r.Requirement.Id];
            Assert.Equal(of, Enumerable.Range(0, Count).Select(i => result.IsOpen(r.Requirement.Id, i)));
            Assert.Equal(Enumerable.Range(0, Count).Where(i => lacked[r.Requirement.Id][i]).CountBy(IsKnown).OrderBy(c => c.Key).Select(c => (long)c.Value), new[] { r.CannotTell, r.NotMet }.Where(c => c > 0));
            Assert.Equal(of.Count(o => o), r.HoldsBack);
            Assert.Equal(Enumerable.Range(0, Count).Count(i => of[i] && open.Values.Count(o => o[i]) == 1), r.HoldsBackAlone);
        });
        Assert.All((string[])["own", "k2", "s2"], id => Assert.NotEqual(0, result.Requirements.Single(r => r.Requirement.Id == id).HoldsBackAlone));

        static IEnumerable<KsbCode> Codes(string ksbs) => KsbSet.Parse(ksbs, Standard);

        void Open(Requirement[] offers, int tooMany, int learner)
        {
            if (offers.Count(o => lacked[o.Id][learner]) >= tooMany)
            {
                foreach (var offer in offers)
                {
                    open[offer.Id][learner] = lacked[offer.Id][learner];
                }
            }
        }
    }

    /// <summary>What learners lack may be in doubt, while something else of which no KSB says anything is met by all of them, or by all but some.</summary>
    [Theory]
    [InlineData(Quantifier.All, true)]
    [InlineData(Quantifier.Any, true)]
    [InlineData(Quantifier.AtLeast, true)]
    [InlineData(Quantifier.All, false)]
    [InlineData(Quantifier.Any, false)]
    [InlineData(Quantifier.AtLeast, false)]
    public void What_is_in_doubt_stands_beside_what_everybody_meets_or_some_do_not(Quantifier quantifier, bool isMetByAll)
    {
        Requirement[] asked = [Require.KsbsAchieved("k", "K1"), Require.KsbsAchieved("s", "S1"), Require.KsbsAchieved("b", "B1"), Require.Programme("programme")];
        var policy = new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", Require.KsbsAchieved("k2", "K2"), quantifier switch
        {
            Quantifier.All => Require.AllOf("within", "All of them", asked),
            Quantifier.Any => Require.AnyOf("within", "Any of them", asked),
            _ => Require.AtLeast(3, "within", "Three of them", asked),
        }));

        // As many as are judged together, so that nobody is there only to fill a group up; and some more.
        const int Count = 4096 + 300;
        var some = Enumerable.Range(0, 700).Select(i =>
        {
            string[] lacked = [i % 2 == 0 ? "K1" : "", i % 3 == 0 ? "S1" : "", i % 5 == 0 ? "B1" : "", i % 11 == 0 ? "K2" : ""];
            Claim[] claims = [.. AllAccepted(Standard).Where(c => !lacked.Contains(c.Ksb.ToString()))];
            var learner = Ready(Standard) with { Claims = i % 7 == 0 ? Of(claims) : Complete("2026-03-01", claims) };
            return isMetByAll || i % 13 != 0 ? learner : learner with { Episodes = Of(Learning("2024-09-02"), new Episode(Day("2025-10-01"), EpisodeKind.Withdrawn)) };
        }).ToArray();

        using var result = new Cohort(policy, Standard).Judge([.. Enumerable.Range(0, Count).Select(i => some[i % some.Length])], AsOf, options: new CohortOptions { KeepReasons = true }, cancellationToken: Running);

        var assessed = some.Select(l => policy.Assess(l, Standard, AsOf)).ToArray();
        var reports = Enumerable.Range(0, Count).Select(i => assessed[i % some.Length]).ToArray();
        Assert.Equal(reports.Select(r => r.Verdict), Enumerable.Range(0, Count).Select(i => result[i]));
        Assert.All(result.Requirements, r =>
        {
            long Number(Verdict verdict) => reports.Count(report => report.Root.Find(r.Requirement.Id)!.Verdict == verdict);
            Assert.Equal((Number(Verdict.Met), Number(Verdict.NotMet), Number(Verdict.CannotTell)), (r.Met, r.NotMet, r.CannotTell));
            Assert.True(r.HoldsBack >= r.HoldsBackAlone && r.HoldsBack == Enumerable.Range(0, Count).Count(i => result.IsOpen(r.Requirement.Id, i)));
        });
        Assert.Contains(Verdict.CannotTell, reports.Select(r => r.Verdict));
        Assert.Contains(Verdict.NotMet, reports.Select(r => r.Verdict));
    }

    /// <summary>Columns of millions of learners are hundreds of megabytes, and a cohort is kept for long.</summary>
    [Fact]
    public void A_cohort_keeps_none_of_the_columns_that_it_judged()
    {
        var cohort = new Cohort(new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", Require.KsbsAchieved(), Require.MinimumDuration())), Standard);

        var judged = Judged(cohort);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(judged.TryGetTarget(out _));
        GC.KeepAlive(cohort);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference<CohortColumns> Judged(Cohort cohort)
        {
            var columns = cohort.NewColumns(5000, AsOf);
            using var result = cohort.Judge(columns, new CohortOptions { DegreeOfParallelism = 1 });
            Assert.Equal(5000, result.CountOf(Verdict.CannotTell));
            return new WeakReference<CohortColumns>(columns);
        }
    }

    [Fact]
    public void Of_a_result_that_was_disposed_of_only_counts_are_left()
    {
        var cohort = new Cohort(new ReadinessPolicy("p", "P", "1", Require.KsbsAchieved()), Standard);
        var result = cohort.Judge(cohort.NewColumns(3, AsOf), new CohortOptions { KeepReasons = true }, Running);
        Assert.Throws<ArgumentOutOfRangeException>("bit", () => { _ = result.VerdictPlane(3); });
        Assert.Equal(0b111UL, result.VerdictPlane(0)[0] & result.VerdictPlane(1)[0] & 0b111);

        result.Dispose();
        result.Dispose();

        Assert.Equal((3, 3L, 3L), (result.Count, result.CountOf(Verdict.CannotTell), Assert.Single(result.Requirements).CannotTell));
        Assert.Throws<ObjectDisposedException>(() => result[0]);
        Assert.Throws<ObjectDisposedException>(() => { _ = result.VerdictPlane(0); });
        Assert.Throws<ObjectDisposedException>(() => { _ = result.ReasonPlane("ksbs"); });
        Assert.Throws<ObjectDisposedException>(() => result.IsOpen("ksbs", 0));
    }

    [Fact]
    public void Of_learners_of_whom_nothing_was_filled_in_nobody_can_tell()
    {
        var policy = new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", Require.KsbsAchieved(), Require.MinimumDuration(), Require.OffTheJobHours(), Require.Certificate("c", "First aid")));
        var cohort = new Cohort(policy, Standard);

        Assert.Equal(5, cohort.Judge(cohort.NewColumns(5, AsOf), cancellationToken: Running).CountOf(Verdict.CannotTell));
    }

    [Fact]
    public void Columns_of_another_cohort_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Cohort(Gateway, Standard).Judge(new Cohort(Gateway, Standard).NewColumns(1, AsOf), cancellationToken: Running));

    /// <summary>Memory goes on behind the last block, to the end of its group.</summary>
    [Theory]
    [InlineData(513, 2)]
    [InlineData(513, 7)]
    [InlineData(4096, 8)]
    [InlineData(0, 0)]
    [InlineData(513, -1)]
    [InlineData(513, int.MinValue)]
    public void A_block_in_which_nobody_is_is_refused(int count, int block)
    {
        var columns = new Cohort(new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", Require.KsbsAchieved(), Require.MinimumDuration())), Standard).NewColumns(count, AsOf);

        Assert.Throws<ArgumentOutOfRangeException>("block", () => { columns.Achieved(block, KsbCode.Parse("K1")).Clear(); });
        Assert.Throws<ArgumentOutOfRangeException>("block", () => { columns.Numbers("start", block).Clear(); });
        Assert.Throws<ArgumentOutOfRangeException>("block", () => { columns.Flags("claims-complete", block).Clear(); });
    }

    [Fact]
    public void No_learners_are_no_trouble()
    {
        var result = new Cohort(Gateway, Standard).Judge([], AsOf, cancellationToken: Running);
        Assert.Equal((0, 0L), (result.Count, result.CountOf(Verdict.Met)));
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Numbers { get; } = [];

        public Action? After { get; init; }

        public void Report(long value)
        {
            Numbers.Add(value);
            After?.Invoke();
        }
    }
}
