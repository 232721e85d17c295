using Competency.Versions;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class StandardDiffTests
{
    private static readonly string[] Texts =
    [
        "Prepare the room for the examination.", "Prepare the room for an examination safely.", "Store images securely.", "Report faults to a senior member of staff.",
        "Treat people with dignity.", "Keep records.", "Keep records.", "Use infection control.", "Understand ionising radiation.", "Work in a team.",
    ];

    [Fact]
    public void A_standard_is_equivalent_to_itself() => Property.Holds(Lists(), texts =>
    {
        var diff = StandardDiff.Between(Make("1.0", texts), Make("1.1", texts));
        return diff.IsEquivalent && !diff.IsRewrite && diff.Ksbs.All(k => k.Old!.Code == k.New!.Code);
    });

    [Fact]
    public void One_statement_less_is_one_withdrawn_and_the_rest_moves_up() => Property.Holds(
        Gen.Choose(0, 9).Zip(Gen.Shuffle(Enumerable.Range(0, 10).ToArray())),
        cut =>
        {
            // Each text once: of two equal ones nobody can say which was withdrawn.
            var texts = cut.Item2.Select(i => $"Statement number {i} says {Texts[i]}").ToList();
            var shorter = texts.Where((_, i) => i != cut.Item1).ToArray();

            var diff = StandardDiff.Between(Make("1.0", texts), Make("1.1", shorter));

            Assert.Equal(cut.Item1 + 1, Assert.Single(diff.Ksbs, k => k.Kind == ChangeKind.Withdrawn).Old!.Code.Number);
            Assert.Equal(cut.Item1, diff.Count(ChangeKind.Carried));
            Assert.All(diff.Ksbs.Where(k => k.Kind == ChangeKind.Renumbered), k => Assert.Equal(k.Old!.Code.Number - 1, k.New!.Code.Number));
        });

    [Fact]
    public void Turned_round_the_new_are_the_withdrawn() => Property.Holds(Lists().Zip(Lists()), lists =>
    {
        var there = StandardDiff.Between(Make("1.0", lists.Item1), Make("1.1", lists.Item2));
        var back = StandardDiff.Between(Make("1.1", lists.Item2), Make("1.0", lists.Item1));

        Assert.Equal((there.Count(ChangeKind.New), there.Count(ChangeKind.Withdrawn)), (back.Count(ChangeKind.Withdrawn), back.Count(ChangeKind.New)));
        Assert.Equal(lists.Item1.Count, there.Ksbs.Count(k => k.Old is not null));
        Assert.Equal(lists.Item2.Count, there.Ksbs.Count(k => k.New is not null));
        Assert.Equal(lists.Item2.Count, there.Ksbs.Where(k => k.New is not null).Select(k => k.New!.Code).Distinct().Count());
    });

    [Fact]
    public void A_GUID_outweighs_the_words_and_likeness_finds_what_was_reworded()
    {
        var old = new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "T", [Statement("K1", "Old words.", "G1"), Statement("S1", Texts[0]), Statement("S2", Texts[2]), Statement("S3", "Gone for good.")]);
        var @new = new OccupationalStandard(StandardId.Parse("ST0001@1.1"), "T", [Statement("K1", "All other sentences.", "g1"), Statement("S1", "Entirely unrelated matter."), Statement("S2", Texts[1])]);

        var diff = StandardDiff.Between(old, @new);

        Assert.Equal(["K1 → K1 reworded", "S1 → S2 reworded", "S2 → - withdrawn", "S3 → - withdrawn", "- → S1 new"], diff.Ksbs.Select(k => k.ToString()));
        Assert.True(diff.IsRewrite);
        Assert.InRange(diff.Of(KsbCode.Parse("S1"))!.Similarity, 0.6, 0.99);
        Assert.Null(diff.Of(KsbCode.Parse("B1")));
    }

    [Fact]
    public void Duties_are_compared_by_the_statements_that_they_map_and_not_by_codes()
    {
        var old = new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "T", [Statement("S1", Texts[0]), Statement("S2", Texts[2]), Statement("S3", Texts[4])])
        {
            Duties = [Duty(1, "Work.", "S2", "S3"), Duty(2, "Rest.", "S1")],
            Options = [new StandardOption("a", "Weaving"), new StandardOption("b", "Finishing")],
        };
        var @new = new OccupationalStandard(StandardId.Parse("ST0001@1.1"), "T", [Statement("S1", Texts[2]), Statement("S2", Texts[4])])
        {
            Duties = [Duty(1, "Work.", "S1", "S2"), Duty(2, "Rest.", "S2")],
            Options = [new StandardOption("a", "Weaving of cloth")],
        };

        var diff = StandardDiff.Between(old, @new);

        Assert.True(diff.Duties[0].IsCarried);
        Assert.Equal(("S2", "S1"), (string.Join(", ", diff.Duties[1].AddedKsbs), string.Join(", ", diff.Duties[1].RemovedKsbs)));
        Assert.Equal(["Weaving → Weaving of cloth reworded", "Finishing → - withdrawn"], diff.Options.Select(o => o.ToString()));
    }

    /// <summary>Not one word differs, and yet S2 is another option's KSB.</summary>
    [Theory]
    [InlineData("b", "a", "b", "a")]
    [InlineData("a b", "a", "b", "")]
    [InlineData("", "a", "", "a")]
    [InlineData("a", "", "a", "")]
    public void A_duty_of_other_options_is_another_and_its_versions_are_not_equivalent(string after, string before, string added, string removed)
    {
        var diff = StandardDiff.Between(WithOptions("1.0", before, "a", "b"), WithOptions("1.1", after, "a", "b"));

        Assert.Equal((ChangeKind.Carried, false, false), (diff.Duties[1].Kind, diff.Duties[1].IsCarried, diff.IsEquivalent));
        Assert.Equal((added, removed), (string.Join(' ', diff.Duties[1].AddedOptions), string.Join(' ', diff.Duties[1].RemovedOptions)));
        Assert.True(diff.Duties[0].IsCarried);
    }

    [Fact]
    public void A_duty_whose_option_has_another_id_is_carried_and_the_option_is_not()
    {
        var diff = StandardDiff.Between(WithOptions("1.0", "b", "a", "b"), WithOptions("1.1", "c", "a", "c"));

        Assert.True(diff.Duties.All(d => d.IsCarried));
        Assert.Equal([ChangeKind.Carried, ChangeKind.Renumbered], diff.Options.Select(o => o.Kind));
        Assert.False(diff.IsEquivalent);
        Assert.True(StandardDiff.Between(WithOptions("1.0", "b", "a", "b"), WithOptions("1.1", "b", "A", "b")).IsEquivalent);
    }

    [Fact]
    public void Versions_whose_duty_maps_or_says_something_else_or_whose_option_has_another_title_are_not_equivalent()
    {
        OccupationalStandard With(string version, string text, string ksb, string title) => new(StandardId.Parse("ST0001@" + version), "T", [Statement("S1", Texts[0]), Statement("S2", Texts[2])])
        {
            Duties = [Duty(1, text, ksb)],
            Options = [new StandardOption("a", title)],
        };

        var old = With("1.0", "Work.", "S1", "Weaving");
        Assert.True(StandardDiff.Between(old, With("1.1", "Work.", "S1", "Weaving")).IsEquivalent);
        Assert.False(StandardDiff.Between(old, With("1.1", "Work.", "S2", "Weaving")).IsEquivalent);
        Assert.False(StandardDiff.Between(old, With("1.1", "Work well.", "S1", "Weaving")).IsEquivalent);
        Assert.False(StandardDiff.Between(old, With("1.1", "Work.", "S1", "Finishing")).IsEquivalent);
    }

    private static OccupationalStandard WithOptions(string version, string ofSecond, params string[] options) =>
        new(StandardId.Parse("ST0001@" + version), "T", [Statement("S1", Texts[0]), Statement("S2", Texts[2])])
        {
            Duties = [Duty(1, "Work.", "S1"), new OccupationDuty(2, "Rest.", [KsbCode.Parse("S2")]) { Options = ofSecond.Split(' ', StringSplitOptions.RemoveEmptyEntries) }],
            Options = [.. options.Select((o, i) => new StandardOption(o, i == 0 ? "Weaving" : "Finishing"))],
        };

    [Fact]
    public void The_assignment_is_the_best_of_all() => Property.Holds(
        from rows in Gen.Choose(1, 5)
        from columns in Gen.Choose(1, 5)
        from gains in Gen.Choose(0, 20).ListOf(25)
        select (rows, columns, gains: gains.ToArray()),
        problem =>
        {
            var gain = new double[problem.rows, problem.columns];
            for (var i = 0; i < problem.rows * problem.columns; i++)
            {
                gain[i / problem.columns, i % problem.columns] = problem.gains[i];
            }

            var assigned = Assignment.Best(gain);

            Assert.Equal(assigned.Count(c => c >= 0), assigned.Where(c => c >= 0).Distinct().Count());
            Assert.Equal(Math.Min(problem.rows, problem.columns), assigned.Count(c => c >= 0));
            Assert.Equal(Exhaustive(gain, 0, []), assigned.Select((c, r) => c < 0 ? 0 : gain[r, c]).Sum());
        });

    private static double Exhaustive(double[,] gain, int row, HashSet<int> used)
    {
        if (row == gain.GetLength(0))
        {
            return 0;
        }

        var best = Exhaustive(gain, row + 1, used);
        for (var column = 0; column < gain.GetLength(1); column++)
        {
            if (used.Add(column))
            {
                best = Math.Max(best, gain[row, column] + Exhaustive(gain, row + 1, used));
                used.Remove(column);
            }
        }

        return best;
    }

    private static FsCheck.Gen<List<string>> Lists() => Gen.Elements(Texts).ListOf().Select(l => l.ToList());

    private static OccupationalStandard Make(string version, IReadOnlyList<string> texts) =>
        new(StandardId.Parse("ST0001@" + version), "T", texts.Select((t, i) => Statement($"S{i + 1}", t)));

    private static KsbStatement Statement(string code, string text, string? id = null) => new(KsbCode.Parse(code), text, id);

    private static OccupationDuty Duty(int number, string text, params string[] ksbs) => new(number, text, ksbs.Select(KsbCode.Parse));
}
