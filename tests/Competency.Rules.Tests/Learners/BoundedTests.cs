using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

/// <summary>What code takes a file holds, and what no file holds code refuses: a saved learner is never lost.</summary>
public class BoundedTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly DateOnly Any = Day("2025-05-05");

    private static readonly ClaimDecision Accepted = new(ClaimDecisionKind.Accepted, Any);

    [Fact]
    public void What_no_file_holds_is_refused_where_it_is_given()
    {
        var hours = new HoursEntry(Any, 1);
        var employment = new Employment(Any, "A");
        Action[] refused =
        [
            () => _ = new HoursEntry(Any, 10_000.01m),
            () => _ = new HoursEntry(Any, -1),
            () => _ = hours with { Hours = -5 },
            () => _ = new HoursEntry(Any, 1) { Hours = -500 },
            () => _ = new TrainingPlan(Any) { Weeks = 0.05m },
            () => _ = new TrainingPlan(Any) { Weeks = 1001 },
            () => _ = new TrainingPlan(Any) { WeeklyHours = 169 },
            () => _ = new TrainingPlan(Any) { PaidHours = 0 },
            () => _ = new TrainingPlan(Any) { AgreedHours = 100_001 },
            () => _ = new PriorLearning(Any) { ReductionHours = 10_001 },
            () => _ = new StartingPoint(Any, 0.001m),
            () => _ = new StartingPoint(Any, 5) { OutOf = -1 },
            () => _ = new PortfolioSubmission(Any, Standard.Id) { Items = 100_001 },
            () => _ = FactValue.Of(""),
            () => _ = FactValue.Of("\u200b"),
            () => _ = FactValue.Of(1_000_000_000_000_001),
            () => _ = new FactEntry(Any, "room", FactValue.Of(1)) with { Name = " " },
            () => _ = new FactEntry(Any, "room", FactValue.Of(1)) with { Value = null! },
            () => _ = employment with { Employer = "\u200b" },
            () => _ = new OptionChoice(Any, "a") with { Option = "" },
            () => _ = new Declaration(Any, DeclarationKind.GatewayReview, DeclarationRole.Employer) { Employer = "" },
            () => _ = new Declaration(Any, DeclarationKind.Other, DeclarationRole.Employer) { Statement = " " },
            () => _ = new Claim("\u200b", Standard.Id, KsbCode.Parse("K1"), Accepted),
            () => _ = new Learner("\u200b", Standard.Id),
        ];

        Assert.All(refused, make => Assert.ThrowsAny<ArgumentException>(make));
    }

    /// <summary>What is wrong only beside something else no ledger takes, nor a tracker.</summary>
    [Fact]
    public void What_contradicts_itself_no_ledger_takes()
    {
        LedgerEntry[] entries =
        [
            new PortfolioSubmission(Any, Standard.Id),
            new Declaration(Any, DeclarationKind.Other, DeclarationRole.Provider),
            new Declaration(Any, DeclarationKind.GatewayReview, DeclarationRole.Provider) { Statement = "s" },
            new Episode(Any, EpisodeKind.Withdrawn) { To = Any },
            new Episode(Any, EpisodeKind.Learning) { To = Any } with { On = Any.AddDays(1) },
            new Employment(Any, "A") { To = Any } with { On = Any.AddDays(1) },
            new StartingPoint(Any, 5) { Scores = [new KsbScore(KsbCode.Parse("K1"), 5)] } with { OutOf = 4 },
            new Claim("E1", Standard.Id, KsbCode.Parse("K1"), Accepted) with { Recorded = Any.AddDays(9) },
            new Claim("E1", Standard.Id, KsbCode.Parse("K1"), Accepted) with { Id = "E2" },
        ];

        Assert.All(entries, e => Assert.Throws<ArgumentException>(() => On(Standard).With(e)));
        Assert.All(entries, e => Assert.Null(new LearnerBuilder("A", Standard.Id).Add(e).Build().Learner));
        Assert.All(entries, e => Assert.Throws<ArgumentException>(() => new ReadinessTracker(EnglishApprenticeship.Gateway, On(Standard), Standard, Any).Apply(e)));
    }

    [Fact]
    public void The_farthest_that_code_takes_stands_in_a_file()
    {
        var learner = On(Standard).With(
            new HoursEntry(Any, 10_000),
            new HoursEntry(Any, 0),
            new TrainingPlan(Any) { Weeks = 0.1m, WeeklyHours = 168, PaidHours = 100_000, AgreedHours = 0.1m },
            new PriorLearning(Any) { ReductionHours = 10_000 },
            new StartingPoint(Any, 0.01m) { Scores = [new KsbScore(KsbCode.Parse("K1"), 0.01m)] },
            new StartingPoint(Any.AddDays(1), 1000),
            new PortfolioSubmission(Any, Standard.Id) { Ksbs = TestStandards.Codes("K1"), Items = 100_000 },
            new FactEntry(Any, "uln", FactValue.Of(9_876_543_210)),
            new FactEntry(Any, "far", FactValue.Of(-1_000_000_000_000_000)),
            new Declaration(Any, DeclarationKind.Other, DeclarationRole.Provider) { Statement = "s" },
            new Episode(Any, EpisodeKind.Learning) { To = Any });

        var written = LearnerDocument.Write([learner]);
        var read = LearnerDocument.Read("l", written, TestStandards.Known);
        Assert.Empty(read.Findings);
        Assert.Equal(written, LearnerDocument.Write(read.Learners));
        var saved = new ReadinessTracker(EnglishApprenticeship.Gateway, learner, Standard, Any).Save();
        Assert.Equal(saved, TrackerDocument.Read("t", saved, EnglishApprenticeship.Gateway, TestStandards.Known).Tracker?.Save());
    }

    /// <summary>Of two lists one would not be read, though it may hold the other half of any record.</summary>
    [Fact]
    public void Two_lists_of_learners_are_none()
    {
        var one = LearnerDocument.Write([Ready(Standard)]);
        var list = one[one.IndexOf("\"learners\"", StringComparison.Ordinal)..one.LastIndexOf('}')];
        var two = LearnerDocument.Read("l", one[..one.LastIndexOf('}')] + ", " + list + "}", TestStandards.Known);

        Assert.Single(LearnerDocument.Read("l", one, TestStandards.Known).Learners);
        Assert.Empty(two.Learners);
        Assert.Contains(two.Findings, f => f.Message == "The property 'learners' stands twice in one object");
    }

    /// <summary>A record with ten thousand properties that are not known is told at once.</summary>
    [Fact]
    public void Very_many_unknown_properties_are_told()
    {
        var unknown = string.Concat(Enumerable.Range(0, 20_000).Select(i => $", \"x{i}\": 1"));
        var read = LearnerDocument.Read("l", $"{{ \"document\": \"competency.learners/1\", \"learners\": [ {{ \"id\": \"L\", \"standard\": \"ST0583@1.2\"{unknown} }} ] }}", TestStandards.Known);

        Assert.Equal((20_000, 0), (read.Findings.Count(f => f.Message.Contains("is unknown here", StringComparison.Ordinal)), read.Learners.Count()));
    }
}
