using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class QuantifierTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static CustomRequirement Leaf(string id, Outcome outcome, RequirementBasis basis = RequirementBasis.Provider) =>
        Require.Custom(id, id, "A rule", _ => outcome, basis);

    private static CustomRequirement Met(string id, string? until = null) => Leaf(id, Outcome.Met("Yes") with { MetUntil = until is null ? null : Day(until) });

    private static CustomRequirement NotMet(string id) => Leaf(id, Outcome.NotMet("No", "it") with { Actions = [new OutstandingAction(id, $"Do {id}", ActionBy.Apprentice, ActionStage.Evidence)] });

    private static CustomRequirement Due(string id, string from) => Leaf(id, Outcome.NotYetDue("Not yet", Day(from)));

    private static CustomRequirement Unknown(string id) => Leaf(id, Outcome.CannotTell("Who knows", "a fact"));

    private static ReadinessReport Judge(Requirement requirement) => Assess(requirement, On(Standard), Standard, "2026-03-01");

    [Fact]
    public void All_of_waits_for_the_last()
    {
        var report = Judge(Require.AllOf("all", "All", Met("a"), Due("b", "2026-05-01"), Due("c", "2026-04-01")));

        Assert.Equal((Verdict.NotYetDue, Day("2026-05-01")), (report.Verdict, report.EarliestDate));
    }

    [Fact]
    public void Any_of_waits_for_the_first()
    {
        var report = Judge(Require.AnyOf("any", "Any", NotMet("a"), Due("b", "2026-05-01"), Due("c", "2026-04-01")));

        Assert.Equal((Verdict.NotYetDue, Day("2026-04-01")), (report.Verdict, report.EarliestDate));
    }

    [Fact]
    public void At_least_two_waits_for_the_second()
    {
        var report = Judge(Require.AtLeast(2, "two", "Two", NotMet("a"), Due("b", "2026-05-01"), Due("c", "2026-04-01"), Due("d", "2026-06-01")));

        Assert.Equal((Verdict.NotYetDue, Day("2026-05-01")), (report.Verdict, report.EarliestDate));
    }

    [Fact]
    public void No_day_is_named_where_time_does_not_bring_it()
    {
        Assert.Null(Judge(Require.AllOf("all", "All", NotMet("a"), Due("b", "2026-05-01"))).EarliestDate);
        Assert.Null(Judge(Require.AllOf("all", "All", Unknown("a"), Due("b", "2026-05-01"))).EarliestDate);
        Assert.Equal(Day("2026-05-01"), Judge(Require.AnyOf("any", "Any", Unknown("a"), Due("b", "2026-05-01"))).EarliestDate);
    }

    [Fact]
    public void What_expires_ends_the_whole()
    {
        Assert.Equal(Day("2026-04-01"), Judge(Require.AllOf("all", "All", Met("a", "2026-05-01"), Met("b", "2026-04-01"), Met("c"))).MetUntil);
        Assert.Null(Judge(Require.AnyOf("any", "Any", Met("a", "2026-05-01"), Met("b"))).MetUntil);
        Assert.Equal(Day("2026-05-01"), Judge(Require.AtLeast(2, "two", "Two", Met("a", "2026-05-01"), Met("b", "2026-04-01"), Met("c"))).MetUntil);
    }

    [Fact]
    public void A_quantifier_over_nothing_cannot_be_built()
    {
        Assert.Throws<ArgumentException>(() => Require.AllOf("all", "All"));
        Assert.Throws<ArgumentException>(() => Require.AnyOf("any", "Any"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.AtLeast(2, "two", "Two", Met("a")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.AtLeast(0, "none", "None", Met("a")));
    }

    [Fact]
    public void A_policy_names_each_requirement_once() =>
        Assert.Throws<ArgumentException>(() => Judge(Require.AllOf("all", "All", Met("a"), Met("a"))));

    [Fact]
    public void A_data_check_is_shown_and_never_decides()
    {
        var report = Judge(Require.AllOf("all", "All", Met("a"), Leaf("check", Outcome.NotMet("365 days are not there", "days"), RequirementBasis.DataCheck)));

        Assert.Equal((Verdict.Met, Verdict.NotMet), (report.Verdict, report.Root.Find("check")!.Verdict));
    }

    [Fact]
    public void A_data_check_never_decides_by_way_of_what_holds_it()
    {
        Requirement Check(string id) => Leaf(id, Outcome.NotMet("365 days are not there", "days"), RequirementBasis.DataCheck);
        var report = Judge(Require.AllOf("all", "All", Met("a"),
            Require.When("when", "When", Met("if"), Check("c1")),
            Require.Unless("unless", "Unless", NotMet("if-not"), Check("c2")),
            Require.Attention("attention", "Attention", Require.When("when2", "When", Met("if2"), Check("c3")), Met("signed"))));

        Assert.Equal(Verdict.Met, report.Verdict);
        Assert.All(["when", "unless", "attention"], id => Assert.Equal(Verdict.NotMet, report.Root.Find(id)!.Verdict));

        // Several that hold nothing else decide nothing either, so that nobody can meet one more than there are others.
        Assert.Equal(Verdict.Met, Judge(Require.AnyOf("any", "Any", Met("a"), Require.AllOf("checks", "Checks", Check("c")))).Verdict);
        var over = Assert.Throws<ArgumentOutOfRangeException>(() => Require.AtLeast(2, "some", "Some", Met("a"), Require.AnyOf("checks", "Checks", Check("c"), Require.AllOf("more", "More", Check("d")))));
        Assert.Contains("of which 1 is a data check and decides nothing", over.Message, StringComparison.Ordinal);

        // As a condition it guards, like any other; what it guards decides.
        Assert.Equal(Verdict.NotMet, Judge(Require.AllOf("all", "All", Met("a"), Require.Unless("unless", "Unless", Check("c"), NotMet("n")))).Verdict);
    }

    [Theory]
    [InlineData("met", "met", Verdict.Met)]
    [InlineData("met", "notMet", Verdict.NotMet)]
    [InlineData("met", "due", Verdict.NotYetDue)]
    [InlineData("met", "unknown", Verdict.CannotTell)]
    [InlineData("met", "apart", Verdict.DoesNotApply)]
    [InlineData("notMet", "notMet", Verdict.DoesNotApply)]
    [InlineData("due", "notMet", Verdict.DoesNotApply)]
    [InlineData("apart", "notMet", Verdict.DoesNotApply)]
    [InlineData("unknown", "met", Verdict.CannotTell)]
    [InlineData("unknown", "notMet", Verdict.CannotTell)]
    [InlineData("unknown", "apart", Verdict.DoesNotApply)]
    public void When(string condition, string then, Verdict expected)
    {
        Requirement Of(string id, string kind) => kind switch
        {
            "met" => Met(id),
            "notMet" => NotMet(id),
            "due" => Due(id, "2026-05-01"),
            "unknown" => Unknown(id),
            _ => Leaf(id, Outcome.DoesNotApply("No")),
        };

        Assert.Equal(expected, Judge(Require.When("when", "When", Of("condition", condition), Of("then", then))).Verdict);
    }

    /// <summary>Whoever waits must know that waiting alone may not bring it.</summary>
    [Fact]
    public void That_no_day_can_be_named_is_said()
    {
        ReadinessReport Waiting(string until) => Judge(Require.AllOf("all", "All", Leaf("a", Outcome.Met("Yes") with { MetUntil = TestLearners.Day(until) }), Leaf("b", Outcome.NotYetDue("Not yet", TestLearners.Day("2026-04-02")))));

        Assert.Equal((Verdict.NotYetDue, null), (Waiting("2026-04-01").Verdict, Waiting("2026-04-01").EarliestDate));
        Assert.StartsWith("No day can be named", Assert.Single(Waiting("2026-04-01").Root.Outcome.Attention), StringComparison.Ordinal);
        Assert.Empty(Waiting("2026-04-02").Root.Outcome.Attention);
    }

    /// <summary>The certificate of the first ends before the months are complete, that of the second does not: whoever is not told its days is not told that either.</summary>
    [Fact]
    public void That_no_day_can_be_named_tells_nobody_of_a_day_that_is_withheld()
    {
        var standard = TestStandards.Mammography;
        var policy = new ReadinessPolicy("g", "G", "1", Require.AllOf("g", "G", Require.Certificate("eng", "English", validForMonths: 60), Require.PeriodElapsed("pe", "Twenty months", 20)));
        ReadinessReport Report(string of) => policy.Assess(TestLearners.Ready(standard) with { Certificates = TestLearners.Of(new Certificate(TestLearners.Day(of), "english")) }, standard, TestLearners.Day("2026-03-01"));

        Assert.Single(Report("2021-04-01").Root.Outcome.Attention);
        Assert.All([RedactionLevel.ForOthers, RedactionLevel.Anonymous], level =>
            Assert.Equal(Report("2024-04-01").Redacted(level).ToText(), Report("2021-04-01").Redacted(level).ToText()));
    }

    /// <summary>What ends before it begins never holds, and nobody waits for it.</summary>
    [Fact]
    public void What_ends_before_it_begins_is_not_met()
    {
        var outcome = Judge(Leaf("a", Outcome.NotYetDue("Not yet", TestLearners.Day("2026-05-01")) with { MetUntil = TestLearners.Day("2026-04-01"), Actions = [OutstandingAction.Wait(TestLearners.Day("2026-05-01"), ActionBy.Apprentice)] })).Root.Outcome;

        Assert.Equal((Verdict.NotMet, "Not yet; it ends on 2026-04-01, before it begins on 2026-05-01", "ends on 2026-04-01, before it begins"), (outcome.Verdict, outcome.Explanation, outcome.Shortfall));
        Assert.Empty(outcome.Actions);
    }

    /// <summary>A check of data decides nothing, so that nothing could meet more than the others are.</summary>
    [Fact]
    public void No_more_can_be_asked_than_decide()
    {
        Requirement[] three = [Met("a"), Require.DaysElapsed("d", "Days", 3), Require.When("w", "When", Met("c"), Require.DaysElapsed("e", "Days", 3))];

        Assert.Equal("'q' asks 2 of 3 requirements, of which 2 are data checks and decide nothing: nothing could meet that.", Assert.Throws<ArgumentOutOfRangeException>(() => Require.AtLeast(2, "q", "Q", three)).Message.Split(" (P")[0]);
        Assert.Equal(Verdict.Met, Judge(Require.AtLeast(1, "q", "Q", three)).Verdict);
    }

    [Fact]
    public void Nobody_is_asked_to_do_what_is_settled_or_to_bring_about_a_condition()
    {
        Assert.Empty(Judge(Require.AnyOf("any", "Any", NotMet("a"), Met("b"))).Outstanding);
        Assert.Empty(Judge(Require.When("when", "When", NotMet("condition"), NotMet("then"))).Outstanding);
        Assert.Equal(["Do a"], Judge(Require.AllOf("all", "All", NotMet("a"), Met("b"))).Outstanding.Select(a => a.Text));
    }

    [Fact]
    public void One_action_stands_once_with_everything_that_waits_for_it()
    {
        var action = new OutstandingAction("same", "Do it", ActionBy.Apprentice, ActionStage.Evidence);
        var report = Judge(Require.AllOf("all", "All",
            Leaf("a", Outcome.NotMet("No", "it") with { Actions = [action] }),
            Leaf("b", Outcome.NotMet("No", "it") with { Actions = [action, new OutstandingAction("first", "Say so", ActionBy.Provider, ActionStage.Records)] })));

        Assert.Equal([("Say so", "b"), ("Do it", "a, b")], report.Outstanding.Select(a => (a.Text, string.Join(", ", a.Requirements))));
    }

    [Fact]
    public void A_rule_that_throws_tells_nothing_about_the_learner()
    {
        var report = Judge(Require.AllOf("all", "All", Met("a"), Require.Custom("b", "broken", "A broken rule", _ => throw new InvalidOperationException("out of order"))));

        Assert.Equal(Verdict.CannotTell, report.Verdict);
        Assert.Contains("InvalidOperationException: out of order", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_forgets_to_answer_is_a_fault_too() =>
        Assert.Equal(Verdict.CannotTell, Judge(Require.Custom("b", "broken", "A broken rule", _ => null!)).Verdict);
}
