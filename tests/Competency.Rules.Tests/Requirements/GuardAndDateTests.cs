using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class GuardAndDateTests
{
    private static readonly OccupationalStandard Standard = TestStandards.WithOptions;

    private static RequirementReport Judge(Requirement requirement, Learner learner, string asOf = "2026-03-01") => Assess(requirement, learner, Standard, asOf).Root;

    private static Requirement Gives(string id, Verdict verdict) => Require.Custom(id, id, "Given", _ => verdict switch
    {
        Verdict.Met => Outcome.Met("Given"),
        Verdict.NotMet => Outcome.NotMet("Given", "it"),
        Verdict.NotYetDue => Outcome.NotYetDue("Given", Day("2026-06-01")),
        Verdict.CannotTell => Outcome.CannotTell("Given", "it"),
        _ => Outcome.DoesNotApply("Given"),
    });

    [Theory]
    [InlineData(Verdict.Met, Verdict.DoesNotApply, Verdict.NotMet)]
    [InlineData(Verdict.NotMet, Verdict.NotMet, Verdict.DoesNotApply)]
    [InlineData(Verdict.DoesNotApply, Verdict.NotMet, Verdict.DoesNotApply)]
    [InlineData(Verdict.NotYetDue, Verdict.NotMet, Verdict.DoesNotApply)]
    [InlineData(Verdict.CannotTell, Verdict.CannotTell, Verdict.CannotTell)]
    public void Unless_asks_where_when_does_not(Verdict condition, Verdict unless, Verdict when)
    {
        Assert.Equal(unless, Judge(Require.Unless("u", "Unless", Gives("c", condition), Gives("t", Verdict.NotMet)), On(Standard)).Verdict);
        Assert.Equal(when, Judge(Require.When("w", "When", Gives("c", condition), Gives("t", Verdict.NotMet)), On(Standard)).Verdict);
    }

    [Theory]
    [InlineData(Verdict.NotMet, 0)]
    [InlineData(Verdict.NotYetDue, 1)]
    [InlineData(Verdict.CannotTell, 1)]
    [InlineData(Verdict.Met, 1)]
    public void A_rule_in_code_is_asked_only_where_its_condition_may_hold_one_day(Verdict condition, int expected)
    {
        var asked = 0;
        var rule = Require.Custom("t", "t", "Counted", _ => Outcome.Met($"Asked {++asked} times"));
        Judge(Require.When("w", "When", Gives("c", condition), rule), On(Standard));

        Assert.Equal(expected, asked);
    }

    [Fact]
    public void Unless_ends_on_the_day_on_which_its_condition_begins()
    {
        // Asked and met until the condition holds on 1 June 2026; from then on it does not apply, which is not met.
        var report = Judge(Require.Unless("u", "Unless", Require.DateReached("c", "June", Day("2026-06-01")), Gives("t", Verdict.Met)), On(Standard));

        Assert.Equal((Verdict.Met, Day("2026-05-31")), (report.Verdict, report.MetUntil));
    }

    [Theory]
    [InlineData("2026-02-28", Verdict.NotYetDue)]
    [InlineData("2026-03-01", Verdict.Met)]
    [InlineData("2026-03-31", Verdict.Met)]
    [InlineData("2026-04-01", Verdict.NotMet)]
    public void A_day_comes_and_a_last_day_passes(string asOf, Verdict verdict)
    {
        var report = Judge(Require.DateReached("d", "In March", Day("2026-03-01"), Day("2026-03-31")), On(Standard), asOf);

        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(verdict == Verdict.NotMet ? null : Day("2026-03-31"), report.MetUntil);
    }

    [Fact]
    public void A_window_of_starts_has_a_first_or_a_last_day() =>
        Assert.Contains("a first day, a last day or both", Assert.Throws<ArgumentException>("from", () => Require.StartedBetween("y", null, null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-07-31", Verdict.NotMet)]
    [InlineData("2024-08-01", Verdict.Met)]
    [InlineData("2025-07-31", Verdict.Met)]
    [InlineData("2025-08-01", Verdict.NotMet)]
    [InlineData(null, Verdict.CannotTell)]
    public void The_start_lies_within_a_funding_year(string? start, Verdict verdict) => Assert.Equal(
        verdict,
        Judge(Require.StartedBetween("y", Day("2024-08-01"), Day("2025-07-31")), start is null ? On(Standard) : On(Standard) with { Episodes = Of(Learning(start)) }).Verdict);

    [Theory]
    [InlineData("a", Verdict.Met)]
    [InlineData("Option A", Verdict.Met)]
    [InlineData("b", Verdict.NotMet)]
    [InlineData(null, Verdict.CannotTell)]
    public void Only_one_option_is_asked(string? chosen, Verdict verdict) => Assert.Equal(
        verdict,
        Judge(Require.OptionIs("o", "Option A"), chosen is null ? On(Standard) : On(Standard) with { Options = Of(new OptionChoice(Day("2025-01-01"), chosen)) }).Verdict);

    [Fact]
    public void An_option_that_the_standard_does_not_have_is_the_fault_of_the_policy() =>
        Assert.Equal("The policy names the option 'Option C', which ST0400@1.0 does not have", Judge(Require.OptionIs("o", "Option C"), On(Standard)).Outcome.Explanation);

    [Fact]
    public void Months_elapse_over_episodes()
    {
        // Six months from 1 August 2025 are complete on 1 February 2026; a break of the 31 days of October moves that to 4 March 2026.
        var learner = On(Standard) with { Episodes = Of(Learning("2025-08-01"), Break("2025-10-01", "2025-10-31"), Learning("2025-11-01")) };

        var report = Judge(Require.PeriodElapsed("m", "Six months", 6), learner);

        Assert.Equal((Verdict.NotYetDue, Day("2026-03-04")), (report.Verdict, report.EarliestDate));
        Assert.Equal(Verdict.Met, Judge(Require.PeriodElapsed("m", "Six months", 6), learner, "2026-03-04").Verdict);
    }

    [Fact]
    public void Attention_holds_nobody_up_and_lists_what_is_to_be_done()
    {
        var signed = Require.Declaration("s", "The statement is signed", DeclarationKind.HoursBelowPlan, DeclarationRole.Provider);
        Requirement Both(Verdict verdict) => Require.Attention("a", "With a statement", Gives("r", verdict), signed);
        var learner = On(Standard) with { Episodes = Of(Learning("2024-09-02")), Declarations = None<Declaration>("2026-03-01") };

        var report = Assess(Both(Verdict.Met), learner, Standard, "2026-03-01");
        Assert.Equal(Verdict.Met, report.Verdict);
        Assert.Equal(["Still to be seen to: The statement is signed (No such declaration is recorded)"], report.Root.Outcome.Attention);
        Assert.Equal(ActionStage.Signatures, Assert.Single(report.Outstanding).Stage);
        Assert.Empty(Judge(Both(Verdict.NotMet), learner).Outcome.Attention);
        Assert.Equal(Verdict.NotMet, Judge(Both(Verdict.NotMet), learner).Verdict);
        var done = learner with { Declarations = Of(new Declaration(Day("2026-02-01"), DeclarationKind.HoursBelowPlan, DeclarationRole.Provider) { By = "P" }) };
        Assert.Empty(Judge(Both(Verdict.Met), done).Outcome.Attention);
    }
}
