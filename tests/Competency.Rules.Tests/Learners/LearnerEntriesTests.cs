using System.Reflection;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

/// <summary>A new ledger must not be forgotten where all ledgers are gone through.</summary>
public class LearnerEntriesTests
{
    private static PropertyInfo[] Ledgers { get; } = [.. typeof(Learner).GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Ledger<>))];

    private static readonly LedgerEntry[] OneOfEach =
    [
        new Claim("E1", TestStandards.Mammography.Id, KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-01-01"))),
        Learning("2025-01-01"), new Employment(Day("2025-01-01"), "A"), new TrainingPlan(Day("2025-01-01")), new OptionChoice(Day("2025-01-01"), "a"), new HoursEntry(Day("2025-01-01"), 1),
        new PriorLearning(Day("2025-01-01")), new StartingPoint(Day("2025-01-01"), 5), new StandardMove(Day("2025-01-01"), TestStandards.MammographyBefore.Id, TestStandards.Mammography.Id),
        Fact.Flag("f", "a flag").At(Day("2025-01-01"), true), new Certificate(Day("2025-01-01"), "english"), new EnglishAndMathsExemption(Day("2025-01-01"), CoreSubject.Maths),
        new EnglishAndMathsChoice(Day("2025-01-01"), EnglishAndMathsChoiceKind.OptedIn), new EnglishAndMathsAttempt(Day("2025-01-01"), CoreSubject.Maths),
        new Declaration(Day("2025-01-01"), DeclarationKind.GatewayReview, DeclarationRole.Provider), new PortfolioSubmission(Day("2025-01-01"), TestStandards.Mammography.Id) { Ksbs = TestStandards.Codes("K1") },
    ];

    private static int Count(Learner learner, PropertyInfo ledger) => ((System.Collections.ICollection)ledger.PropertyType.GetProperty("Entries")!.GetValue(ledger.GetValue(learner))!).Count;

    [Fact]
    public void An_entry_of_every_kind_finds_its_ledger()
    {
        var learner = On(TestStandards.Mammography).With(OneOfEach);

        Assert.Equal(Ledgers.Length, OneOfEach.Length);
        Assert.All(Ledgers, l => Assert.Equal(1, Count(learner, l)));

        var built = OneOfEach.Aggregate(new LearnerBuilder("L1", TestStandards.Mammography.Id), (b, e) => b.Add(e)).Build().Learner!;
        Assert.Equal(LearnerDocument.Write([learner]), LearnerDocument.Write([built]));
    }

    [Fact]
    public void An_anonymous_learner_and_one_as_known_keep_every_ledger()
    {
        var learner = On(TestStandards.Mammography).With(OneOfEach);

        Assert.All(Ledgers, l => Assert.Equal((1, 1, 0), (Count(AnonymousLearner.Of(learner, TestStandards.Mammography), l), Count(learner.AsKnown(Day("2025-01-01"), Day("2025-01-01")), l), Count(learner.AsKnown(Day("2024-12-31"), Day("2025-01-01")), l))));
    }

    [Fact]
    public void What_was_said_of_completeness_stands()
    {
        var learner = Empty(TestStandards.Mammography, "2026-03-01").With(OneOfEach);

        Assert.True(learner.Hours.IsComplete(Day("2026-03-01"), Day("2026-03-01")));
        Assert.Equal("No entry 'H9', which is to be replaced, stands before this one", Assert.Throws<ArgumentException>(() => learner.With(new HoursEntry(Day("2025-01-01"), 1) { Replaces = "H9" })).Message.Split(" (")[0]);
    }
}
