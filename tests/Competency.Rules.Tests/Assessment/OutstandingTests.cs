using System.Globalization;
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

    /// <summary>Each action with the ways to which it belongs, as in <c>x any:2</c>; a dash where several ways ask it.</summary>
    private static string[] Ways(Requirement requirement) =>
        [.. Judge(requirement).Outstanding.Select(a => string.Join(' ', a.Alternatives.Select(c => $"{c.Requirement}:{c.Way?.ToString(CultureInfo.InvariantCulture) ?? "-"}").Prepend(a.Key)))];

    /// <summary>Of one way everything is needed: a reader must see what belongs together.</summary>
    [Fact]
    public void Each_way_has_a_number()
    {
        Assert.Equal(["x any:1", "y any:1", "z any:2"], Ways(Require.AnyOf("any", "Either will do", Wants("a", "x", "y"), Leaf("n", Outcome.DoesNotApply("No")), Wants("b", "z"))));
        Assert.Equal(["x any:1", "y any:2", "z any:2"], Ways(Require.AnyOf("any", "Either will do", Wants("a", "x"), Require.AllOf("both", "Both", Wants("b", "y"), Wants("c", "z")))));
        Assert.Equal(["x outer:1 inner:1", "y outer:1 inner:2", "z outer:2"], Ways(Require.AnyOf("outer", "Outer", Require.AnyOf("inner", "Inner", Wants("a", "x"), Wants("b", "y")), Wants("c", "z"))));
    }

    [Fact]
    public void What_several_ways_ask_belongs_to_none()
    {
        Assert.Equal(["x any:-", "y any:1", "z any:2"], Ways(Require.AnyOf("any", "A", Wants("a", "x", "y"), Wants("b", "x", "z"))));
        Assert.Equal(["x outer:1 inner:-", "z outer:2"], Ways(Require.AnyOf("outer", "O", Require.AnyOf("inner", "I", Wants("a", "x"), Wants("b", "x")), Wants("c", "z"))));
        Assert.Equal(["x outer:-", "y outer:1 inner:2"], Ways(Require.AnyOf("outer", "O", Require.AnyOf("inner", "I", Wants("a", "x"), Wants("b", "y")), Wants("c", "x"))));

        // A whole way needs it, and within that a choice names it too.
        Assert.Equal(["x outer:1", "y outer:1 inner:2", "z outer:2"],
            Ways(Require.AnyOf("outer", "O", Require.AllOf("both", "B", Require.AnyOf("inner", "I", Wants("a", "x"), Wants("b", "y")), Wants("c", "x")), Wants("d", "z"))));

        // Two choices ask it: that it settles a way of the first is said.
        Assert.Equal(["x one:1", "y one:2", "z two:2"], Ways(Require.AllOf("all", "A", Require.AnyOf("one", "O", Wants("a", "x"), Wants("b", "y")), Require.AnyOf("two", "T", Wants("c", "x"), Wants("d", "z")))));
    }

    [Fact]
    public void What_reads_the_same_in_any_case_is_no_way()
    {
        Requirement Same(string id) => Leaf(id, Outcome.NotMet("No", "it") with { Actions = [new OutstandingAction(id, "Do it", ActionBy.Apprentice, ActionStage.Evidence)] });

        Assert.Equal(["a", "y any:2"], Ways(Require.AllOf("all", "A", Require.AnyOf("any", "E", Same("a"), Wants("b", "y")), Same("c"))));
        Assert.Equal(["a any:-", "y any:1"], Ways(Require.AnyOf("any", "E", Require.AllOf("way", "W", Same("a"), Wants("b", "y")), Same("c"))));
    }

    [Fact]
    public void A_choice_that_is_met_asks_nothing_more() =>
        Assert.Empty(Actions(Require.AnyOf("any", "Either will do", Met("a"), Wants("b", "y"))));

    /// <summary>A check of data is no way to settle a choice, for it does not count.</summary>
    [Fact]
    public void A_data_check_is_no_way() =>
        Assert.Equal(["x", "d"], Actions(Require.AnyOf("any", "Either will do",
            Wants("a", "x"), Leaf("c", Outcome.NotMet("No", "it") with { Actions = [new OutstandingAction("d", "Do d", ActionBy.Provider, ActionStage.Evidence)] }, RequirementBasis.DataCheck))));

    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static ReadinessReport JudgeKsbs(Requirement requirement, params Claim[] claims) =>
        Assess(requirement, On(Standard) with { Claims = Complete("2026-03-01", claims) }, Standard, "2026-03-01");

    /// <summary>Each action with what waits for it and its choices.</summary>
    private static string[] Said(ReadinessReport report) =>
        [.. report.Outstanding.Select(a => $"{a.Text} [{string.Join(' ', a.Requirements)}]{string.Concat(a.Alternatives.Select(c => $" {c.Requirement} {c.Needed}/{c.Of}"))}")];

    [Fact]
    public void Each_KSB_is_asked_once_however_many_requirements_wait_for_it()
    {
        var report = JudgeKsbs(Require.AllOf("all", "A", TestLearners.DutyComplete(1, "d1"), TestLearners.DutyComplete(2, "d2"), Require.KsbsAchieved("a", "S40"), Require.KsbsAchieved("b", "S40")));

        Assert.Equal(["Hand in evidence for K1-K46, S1-S40, B1-B4 [d1 d2 a b]"], Said(report));
        Assert.Equal("d1:evidence", report.Outstanding[0].Key);

        // What each of them found stays its own.
        Assert.Equal("Hand in evidence for S40", Assert.Single(report.Root.Find("b")!.Outcome.Actions).Text);
    }

    [Fact]
    public void Evidence_to_decide_on_and_to_rework_is_named_once()
    {
        Claim[] claims = [.. Claims(Standard, "K1, K2", ClaimDecisionKind.Submitted, "2026-01-05", "E2"), .. Claims(Standard, "K2, K3", ClaimDecisionKind.Submitted, "2026-01-05", "E1"), .. Claims(Standard, "S1, S2", ClaimDecisionKind.Referred, "2026-01-05", "E3")];

        Assert.Equal(["Rework or add evidence for S1, S2 (E3) [a b]", "Decide on the evidence for K1-K3 (E1, E2) [a b]"],
            Said(JudgeKsbs(Require.AllOf("all", "A", Require.KsbsAchieved("a", "K1, K2, S1"), Require.KsbsAchieved("b", "K2, K3, S1, S2")), claims)));
    }

    [Fact]
    public void A_way_is_not_put_together_with_what_is_needed_unless_that_asks_it_all()
    {
        Requirement Choice(string one, string other) => Require.AnyOf("any", "Either will do", Require.KsbsAchieved("x", one), Require.KsbsAchieved("y", other));

        Assert.Equal(["Hand in evidence for S1 [x] any 1/2", "Hand in evidence for S2 [y] any 1/2", "Hand in evidence for K1 [a]"],
            Said(JudgeKsbs(Require.AllOf("all", "A", Choice("S1", "S2"), Require.KsbsAchieved("a", "K1")))));
        Assert.Equal(["Hand in evidence for K1, K2 [x] any 1/2", "Hand in evidence for K1 [a y]"],
            Said(JudgeKsbs(Require.AllOf("all", "A", Choice("K1, K2", "K1"), Require.KsbsAchieved("a", "K1")))));
        Assert.Equal(["Hand in evidence for S1 [x y] any 1/2"], Said(JudgeKsbs(Choice("S1", "S1"))));
    }

    [Fact]
    public void Of_which_only_some_are_needed_is_not_put_together_either()
    {
        Requirement Some(string ksbs, int count) => Require.KsbsAchieved("some", ksbs, KsbThreshold.Count(count));

        Assert.Equal(["Hand in evidence for K1 [a]", "Hand in evidence for K1-K3; 1 more KSB is needed [some]"], Said(JudgeKsbs(Require.AllOf("all", "A", Require.KsbsAchieved("a", "K1"), Some("K1-K3", 1)))));
        Assert.Equal(["Hand in evidence for K1-K4 [a some]"], Said(JudgeKsbs(Require.AllOf("all", "A", Some("K1-K3", 1), Require.KsbsAchieved("a", "K1-K4")))));
    }

    [Fact]
    public void Days_are_waited_for_one_after_the_other()
    {
        var learner = On(Standard) with { Episodes = Of(Learning("2025-09-01")) };
        var report = Assess(Require.AllOf("all", "A", Require.PeriodElapsed("year", "Y", 12), Require.DateReached("day", "D", Day("2026-10-15")), Require.DaysElapsed("days", "E", 200).RestingOn(RequirementBasis.Provider), Require.MinimumDuration()), learner, Standard, "2026-03-01");

        Assert.Equal(["Wait until 2026-03-20 [days]", "Go on learning until 2026-04-30 [minimum-duration]", "Go on learning until 2026-08-31 [year]", "Wait until 2026-10-15 [day]"], Said(report));
        Assert.Empty(Assess(Require.DaysElapsed("days", "E", 200), learner, Standard, "2026-03-01").Outstanding);
    }

    /// <summary>Two ask for hours, two for one certificate, whose title they write differently: whoever does the more has done the less.</summary>
    [Fact]
    public void Of_one_action_the_most_that_is_asked_is_said()
    {
        var learner = On(Standard) with
        {
            Episodes = Of(Learning("2025-09-01")),
            Hours = None<HoursEntry>("2026-03-01"),
            PriorLearning = None<PriorLearning>("2026-03-01"),
            Certificates = Complete("2026-03-01", new Certificate(Day("2026-01-05"), "First aid") { Level = QualificationLevel.Level1 }),
        };
        var report = Assess(Require.AllOf("all", "A", Require.OffTheJobHours(200, "h2"), Require.OffTheJobHours(300, "h3"), Require.Certificate("c2", "First aid", QualificationLevel.Level2), Require.Certificate("c3", "first  aid", QualificationLevel.Level3)), learner, Standard, "2026-03-01");

        Assert.Equal(["Train off the job for 300 h more and record it [h2 h3]", "Gain first  aid at level 3 and record the certificate [c2 c3]"], Said(report));
        var certificate = report.Root.Find("c2")!;
        Assert.Equal(("The certificate of First aid is held at level 2 or above", "The certificate is held at level 1", "First aid at level 2"), (certificate.Requirement.Sentence, certificate.Outcome.Explanation, certificate.Outcome.Shortfall));
        Assert.StartsWith("First aid, level 1", certificate.Outcome.Facts.Single().Value, StringComparison.Ordinal);
    }

    /// <summary>Whoever does what stands there has done it for all that wait for it.</summary>
    [Fact]
    public void Of_two_bounds_of_a_fact_the_greater_is_asked_and_others_stand_by_themselves()
    {
        var (attendance, grade, induction) = (Fact.Number("attendance", "attendance"), Fact.Text("grade", "grade"), Fact.Flag("induction", "site induction"));
        var learner = On(Standard) with { Facts = Complete("2026-03-01", attendance.At(Day("2026-01-01"), 70), grade.At(Day("2026-01-01"), "c"), induction.At(Day("2026-01-01"), false)) };
        string[] Both(Requirement one, Requirement other) => Said(Assess(Require.AllOf("all", "A", one, other), learner, Standard, "2026-03-01"));

        Assert.Equal(["Bring the attendance to at least 90 [a b]"], Both(Require.Fact("a", attendance, atLeast: 80), Require.Fact("b", attendance, atLeast: 90)));
        Assert.Equal(["Bring the attendance to at least 90 [a b]"], Both(Require.Fact("a", attendance, atLeast: 90), Require.Fact("b", attendance, atLeast: 80)));
        Assert.Equal(["Bring the attendance to at least 80 [a]", "Bring the attendance to at most 60 [b]"], Both(Require.Fact("a", attendance, atLeast: 80), Require.Fact("b", attendance, atMost: 60)));
        Assert.Equal(["Bring the attendance to 90 [a b]"], Both(Require.Fact("a", attendance, atLeast: 90, atMost: 90), Require.Fact("b", attendance, atLeast: 90, atMost: 90)));
        Assert.Equal(["See to the site induction, and record it as yes [a b]"], Both(Require.Fact("a", induction), Require.Fact("b", induction)));
        Assert.Equal(["Bring the grade to a or b [a]", "Bring the grade to b [b]"], Both(Require.Fact("a", grade, ["a", "b"]), Require.Fact("b", grade, ["b"])));
    }

    [Fact]
    public void What_is_asked_of_evidence_is_put_together_where_it_is_the_same()
    {
        var two = new EvidenceDemand { Items = 2 };
        var three = new EvidenceDemand { Items = 3 };
        var claims = Claims(Standard, "K1, K2, K3", ClaimDecisionKind.Accepted, "2026-01-05");
        var said = Said(JudgeKsbs(Require.AllOf("all", "A", Require.KsbsAchieved("a", "K1, K2", demand: two), Require.KsbsAchieved("b", "K2, K3", demand: two), Require.KsbsAchieved("c", "K1", demand: three)), claims));

        Assert.Equal(2, said.Length);
        Assert.StartsWith("Hand in more evidence for K1-K3; each needs 2 accepted items", said[0], StringComparison.Ordinal);
        Assert.EndsWith("[a b]", said[0], StringComparison.Ordinal);
        Assert.StartsWith("Hand in more evidence for K1; each needs 3 accepted items", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_reads_the_same_is_one_action()
    {
        Requirement Same(string id, ActionBy by) => Leaf(id, Outcome.NotMet("No", "it") with { Actions = [new OutstandingAction(id, "Do it", by, ActionStage.Evidence)] });

        Assert.Equal(["Do it [a c]", "Do it [b]"], Said(Judge(Require.AllOf("all", "A", Same("a", ActionBy.Apprentice), Same("b", ActionBy.Provider), Same("c", ActionBy.Apprentice)))));
    }

    [Fact]
    public void A_difference_knows_what_was_put_together()
    {
        var report = JudgeKsbs(Require.AllOf("all", "A", Require.KsbsAchieved("a", "K1"), Require.KsbsAchieved("b", "K2")));
        var difference = report.WhatIf(new Claim("E1", Standard.Id, KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-02-01"))));

        Assert.Empty(difference.Done);
        Assert.Empty(difference.Added);
        var change = Assert.Single(difference.Changed);
        Assert.Equal(("Hand in evidence for K1, K2", "Hand in evidence for K2"), (change.Before.Text, change.After.Text));
    }

    [Fact]
    public void Every_form_of_the_report_says_or()
    {
        var report = Judge(Require.AnyOf("any", "Either will do", Wants("a", "x"), Wants("b", "y")));

        Assert.Contains("  1. Apprentice: Do x (way 1 of 2, 1 is needed: Either will do)\n", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("1. **Apprentice**: Do x (way 1 of 2, 1 is needed: Either will do)\n", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("\"alternatives\": [\n        {\n          \"requirement\": \"any\",\n          \"needed\": 1,\n          \"of\": 2,\n          \"way\": 1\n        }\n      ]", report.ToJson(), StringComparison.Ordinal);

        var several = Judge(Require.AnyOf("any", "Either will do", Wants("a", "x", "y"), Wants("b", "x", "z")));

        Assert.Contains("  1. Apprentice: Do x (one of 2 ways, 1 is needed: Either will do)\n", several.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"of\": 2\n        }\n", several.ToJson(), StringComparison.Ordinal);
    }
}
