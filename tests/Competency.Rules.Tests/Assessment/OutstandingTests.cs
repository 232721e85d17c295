using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

public class OutstandingTests
{
    private static CustomRequirement Leaf(string id, Outcome outcome, RequirementBasis basis = RequirementBasis.Provider) => Require.Custom(id, id, "A rule", _ => outcome, basis);

    private static CustomRequirement Wants(string id, params string[] actions) =>
        Leaf(id, Outcome.NotMet("No", "it") with { Actions = [.. actions.Select(a => new OutstandingAction(a, $"Do {a}", ActionBy.Apprentice, ActionStage.Evidence))] });

    private static CustomRequirement Met(string id) => Leaf(id, Outcome.Met("Yes"));

    private static ReadinessReport Judge(Requirement requirement) => Assess(requirement, On(TestStandards.Mammography), TestStandards.Mammography, "2026-03-01");

    /// <summary>Each action with its choices, as in <c>x any 1/2</c>.</summary>
    private static string[] Actions(Requirement requirement) =>
        [.. Judge(requirement).Outstanding.Select(a => string.Join(' ', a.Alternatives.Select(c => $"{c.Requirement} {c.Needed}/{c.Of}").Prepend(a.Key)))];

    [Fact]
    public void An_action_of_an_any_of_is_one_of_several_ways() =>
        Assert.Equal(["x any 1/2", "y any 1/2", "z any 1/2"], Actions(Require.AnyOf("any", "Either will do", Wants("a", "x", "y"), Wants("b", "z"))));

    [Fact]
    public void The_last_way_that_is_open_is_needed() =>
        Assert.Equal(["x"], Actions(Require.AnyOf("any", "Either will do", Wants("a", "x"), Leaf("b", Outcome.DoesNotApply("No")))));

    [Fact]
    public void At_least_two_of_four_of_which_one_is_met_leaves_one_of_three()
    {
        Assert.Equal(["x two 1/3", "y two 1/3", "z two 1/3"], Actions(Require.AtLeast(2, "two", "Two", Met("a"), Wants("b", "x"), Wants("c", "y"), Wants("d", "z"))));
        Assert.Equal(["x", "y"], Actions(Require.AtLeast(3, "three", "Three", Met("a"), Wants("b", "x"), Wants("c", "y"))));
    }

    [Fact]
    public void What_is_asked_elsewhere_in_any_case_is_no_alternative_and_is_listed_once()
    {
        var report = Judge(Require.AllOf("all", "All", Require.AnyOf("any", "Either will do", Wants("a", "x"), Wants("b", "y")), Wants("c", "x")));

        Assert.Equal(["x", "y"], report.Outstanding.Select(a => a.Key));
        Assert.Equal((0, 1), (report.Outstanding[0].Alternatives.Count, report.Outstanding[1].Alternatives.Count));
        Assert.Equal(["a", "c"], report.Outstanding[0].Requirements);
    }

    [Fact]
    public void A_choice_within_a_choice_names_both() =>
        Assert.Equal(["x outer 1/2 inner 1/2", "y outer 1/2 inner 1/2", "z outer 1/2"],
            Actions(Require.AnyOf("outer", "Outer", Require.AnyOf("inner", "Inner", Wants("a", "x"), Wants("b", "y")), Wants("c", "z"))));

    [Fact]
    public void A_choice_that_is_met_asks_nothing_more() =>
        Assert.Empty(Actions(Require.AnyOf("any", "Either will do", Met("a"), Wants("b", "y"))));

    /// <summary>A check of data is no way to settle a choice, for it does not count.</summary>
    [Fact]
    public void A_data_check_is_no_way() =>
        Assert.Equal(["x", "d"], Actions(Require.AnyOf("any", "Either will do",
            Wants("a", "x"), Leaf("c", Outcome.NotMet("No", "it") with { Actions = [new OutstandingAction("d", "Do d", ActionBy.Provider, ActionStage.Evidence)] }, RequirementBasis.DataCheck))));

    [Fact]
    public void Every_form_of_the_report_says_or()
    {
        var report = Judge(Require.AnyOf("any", "Either will do", Wants("a", "x"), Wants("b", "y")));

        Assert.Contains("  1. Apprentice: Do x (one of 2 ways, 1 is needed: Either will do)\n", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("1. **Apprentice**: Do x (one of 2 ways, 1 is needed: Either will do)\n", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("\"alternatives\": [\n        {\n          \"requirement\": \"any\",\n          \"needed\": 1,\n          \"of\": 2\n        }\n      ]", report.ToJson(), StringComparison.Ordinal);
    }
}
