using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

public class TimelineTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly DateOnly AsOf = Day("2026-03-01");

    /// <summary>No date of a random tree lies beyond.</summary>
    private const int Horizon = 30;

    private static CustomRequirement Leaf(string id, Outcome outcome, bool isSensitive = false) => Require.Custom(id, id, "A rule", _ => outcome, isSensitive: isSensitive);

    private static Outcome Met(string? until = null) => Outcome.Met("Yes") with { MetUntil = until is null ? null : Day(until) };

    private static Outcome Due(string from, string? until = null) => Outcome.NotYetDue("Not yet", Day(from)) with { MetUntil = until is null ? null : Day(until) };

    private static ReadinessReport Judge(Requirement requirement) => Assess(requirement, On(Standard), Standard, "2026-03-01");

    private static (Verdict, DateOnly?, DateOnly?) Dates(ReadinessReport report) => (report.Verdict, report.EarliestDate, report.MetUntil);

    [Fact]
    public void What_has_expired_by_the_day_another_waits_for_brings_no_day()
    {
        Assert.Equal((Verdict.NotYetDue, null, null), Dates(Judge(Require.AllOf("all", "All", Leaf("a", Met("2026-04-01")), Leaf("b", Due("2026-04-02"))))));
        Assert.Equal((Verdict.NotYetDue, Day("2026-04-01"), Day("2026-04-01")), Dates(Judge(Require.AllOf("all", "All", Leaf("a", Met("2026-04-01")), Leaf("b", Due("2026-04-01"))))));
    }

    [Fact]
    public void One_that_begins_as_another_ends_leaves_no_pause()
    {
        Assert.Equal((Verdict.Met, AsOf, null), Dates(Judge(Require.AnyOf("any", "Any", Leaf("a", Met("2026-04-01")), Leaf("b", Due("2026-04-02"))))));
        Assert.Equal((Verdict.Met, AsOf, Day("2026-04-01")), Dates(Judge(Require.AnyOf("any", "Any", Leaf("a", Met("2026-04-01")), Leaf("b", Due("2026-04-03"))))));
    }

    [Fact]
    public void A_condition_that_comes_or_goes_changes_what_is_asked()
    {
        // From 5 March the condition holds, and what it asks is not there.
        var comes = Require.AllOf("all", "All", Leaf("a", Met()), Require.When("when", "When", Leaf("c", Due("2026-03-05")), Leaf("t", Outcome.NotMet("No", "it"))));
        Assert.Equal((Verdict.Met, AsOf, Day("2026-03-04")), Dates(Judge(comes)));

        // Until 5 March the condition holds; after it nothing is asked any more.
        var goes = Require.AllOf("all", "All", Leaf("a", Met()), Require.When("when", "When", Leaf("c", Met("2026-03-05")), Leaf("t", Outcome.NotMet("No", "it"))));
        Assert.Equal((Verdict.NotMet, Day("2026-03-06"), null), Dates(Judge(goes)));
    }

    [Fact]
    public void A_rule_in_code_cannot_be_met_by_what_has_expired_nor_wait_for_what_has_come()
    {
        Assert.Equal((Verdict.NotMet, null, null), Dates(Judge(Leaf("a", Met("2026-02-28")))));
        Assert.Equal((Verdict.Met, AsOf, AsOf), Dates(Judge(Leaf("a", Met("2026-03-01")))));
        Assert.Equal((Verdict.Met, AsOf, null), Dates(Judge(Leaf("a", Due("2026-03-01")))));
        Assert.Equal((Verdict.NotYetDue, Day("2026-03-02"), Day("2026-03-09")), Dates(Judge(Leaf("a", Due("2026-03-02", "2026-03-09")))));
        Assert.Equal((Verdict.NotMet, null, null), Dates(Judge(Leaf("a", Due("2026-03-09", "2026-03-08")))));
        Assert.Equal((Verdict.Met, AsOf, null), Dates(Judge(Leaf("a", Met("9999-12-31")))));
    }

    [Fact]
    public void No_date_of_a_withheld_requirement_is_told_nor_follows_from_another()
    {
        var report = Judge(Require.AllOf("all", "All", Leaf("a", Due("2026-03-05")), Leaf("b", Due("2026-03-09"), isSensitive: true)));
        Assert.Equal(Day("2026-03-09"), report.EarliestDate);

        var shared = report.Redacted();
        Assert.Equal((Verdict.NotYetDue, null, null), Dates(shared));
        Assert.All([shared.Root.Find("b")!, shared.Root], r => Assert.Equal((null, null, null), (r.EarliestDate, r.MetUntil, r.Outcome.HoldsFrom)));
        Assert.DoesNotContain("2026-03-09", shared.ToJson() + shared.ToText() + shared.ToMarkdown(), StringComparison.Ordinal);

        // One that is met goes on to be met, for all that others are told.
        var met = Judge(Require.AllOf("all", "All", Leaf("a", Due("2026-03-05")), Leaf("b", Met("2026-03-09"), isSensitive: true)));
        Assert.Equal((Verdict.NotYetDue, Day("2026-03-05"), Day("2026-03-09")), Dates(met));
        Assert.Equal((Verdict.NotYetDue, Day("2026-03-05"), null), Dates(met.Redacted()));
    }

    /// <summary>A tree and its verdict on each day, worked out beside it.</summary>
    private sealed record Tree(Func<int[], Requirement> Make, Func<int, Verdict> On, IReadOnlyList<Tree> Within)
    {
        /// <summary>Every tree in it in the order in which requirements are numbered.</summary>
        public IEnumerable<Tree> All => Within.SelectMany(w => w.All).Prepend(this);
    }

    private static FsCheck.Gen<Tree> Leaves { get; } =
        from verdict in Gen.Elements(Enum.GetValues<Verdict>())
        from begins in Gen.Choose(1, 15)
        from lasts in Gen.Choose(0, 8)
        select verdict switch
        {
            Verdict.Met => MakeLeaf(Outcome.Met("Yes") with { MetUntil = lasts == 8 ? null : AsOf.AddDays(lasts) }, d => lasts == 8 || d <= lasts ? Verdict.Met : Verdict.NotMet),
            Verdict.NotYetDue => MakeLeaf(
                Outcome.NotYetDue("Not yet", AsOf.AddDays(begins)) with { MetUntil = lasts > 4 ? null : AsOf.AddDays(begins + lasts) },
                d => d < begins ? Verdict.NotYetDue : lasts > 4 || d <= begins + lasts ? Verdict.Met : Verdict.NotMet),
            Verdict.NotMet => MakeLeaf(Outcome.NotMet("No", "it"), _ => Verdict.NotMet),
            Verdict.CannotTell => MakeLeaf(Outcome.CannotTell("Who knows", "a fact"), _ => Verdict.CannotTell),
            _ => MakeLeaf(Outcome.DoesNotApply("No"), _ => Verdict.DoesNotApply),
        };

    private static Tree MakeLeaf(Outcome outcome, Func<int, Verdict> on) => new(next => Leaf($"n{next[0]++}", outcome), on, []);

    private static FsCheck.Gen<Tree> Trees(int depth) => depth == 0 ? Leaves :
        from kind in Gen.Choose(0, 4)
        from children in Trees(depth - 1).ArrayOf(3)
        from few in Gen.Choose(1, 3)
        from count in Gen.Choose(1, 3)
        select MakeTree(kind, [.. children.Take(few)], Math.Min(count, few));

    private static Tree MakeTree(int kind, Tree[] within, int count) => kind switch
    {
        0 => within[0],
        1 => new(next => Named(next, id => Require.AllOf(id, "All", within.Select(w => w.Make(next)).ToArray())), d => VerdictAlgebra.AllOf([.. within.Select(w => w.On(d))]), within),
        2 => new(next => Named(next, id => Require.AnyOf(id, "Any", within.Select(w => w.Make(next)).ToArray())), d => VerdictAlgebra.AnyOf([.. within.Select(w => w.On(d))]), within),
        3 => new(next => Named(next, id => Require.AtLeast(count, id, "Some", within.Select(w => w.Make(next)).ToArray())), d => VerdictAlgebra.AtLeast(count, [.. within.Select(w => w.On(d))]), within),
        _ => new(next => Named(next, id => Require.When(id, "When", within[0].Make(next), within[^1].Make(next))), d => (within[0].On(d), within[^1].On(d)) switch
        {
            (Verdict.Met, var then) => then,
            (Verdict.CannotTell, not Verdict.DoesNotApply) => Verdict.CannotTell,
            _ => Verdict.DoesNotApply,
        }, [within[0], within[^1]]),
    };

    private static Requirement Named(int[] next, Func<string, Requirement> make) => make($"n{next[0]++}");

    [Fact]
    public void Dates_are_those_that_a_look_at_every_day_finds() =>
        Property.Holds(
            Trees(3),
            tree =>
            {
                var report = Judge(tree.Make([0]));
                var nodes = tree.All.ToArray();
                return report.Root.All.All(r =>
                {
                    var node = nodes[int.Parse(r.Requirement.Id[1..], System.Globalization.CultureInfo.InvariantCulture)];
                    int? first = Enumerable.Range(0, Horizon).Cast<int?>().FirstOrDefault(d => node.On(d!.Value) == Verdict.Met);
                    int? last = first is null ? null : Enumerable.Range(first.Value, Horizon).Cast<int?>().FirstOrDefault(d => node.On(d!.Value) != Verdict.Met) - 1;
                    return (r.Verdict, r.EarliestDate, r.MetUntil) == (node.On(0), first is null ? null : AsOf.AddDays(first.Value), last is null ? null : AsOf.AddDays(last.Value));
                });
            },
            times: 2000);
}
