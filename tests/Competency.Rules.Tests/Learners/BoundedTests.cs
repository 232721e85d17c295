using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

public class BoundedTests
{
    /// <summary>A blank assessor would count as another than the one who is named, and a day that was never read as one long ago.</summary>
    [Fact]
    public void Nobody_and_no_day_are_not_recorded_as_somebody_and_some_day()
    {
        var (standard, k1, day) = (TestStandards.Mammography.Id, KsbCode.Parse("K1"), TestLearners.Day("2026-01-01"));
        Func<object>[] refused =
        [
            .. new[] { "", " ", "\t", "\u00A0" }.SelectMany(blank => new Func<object>[]
            {
                () => new ClaimDecision(ClaimDecisionKind.Accepted, day) { By = blank },
                () => new ClaimDecision(ClaimDecisionKind.Accepted, day) { Role = blank },
                () => new Declaration(day, DeclarationKind.GatewayReview, DeclarationRole.Provider) { By = blank },
                () => new Certificate(day, "maths") { SeenBy = blank },
                () => new StandardMove(day, TestStandards.MammographyBefore.Id, standard) { By = blank },
                () => new OptionLink(blank, "x"),
                () => new OptionLink("x", blank),
                () => new Learner("L", standard) { Name = blank },
                () => new TransferDecision(k1, k1, true, "A", day) { Reason = blank },
            }),
            () => new ClaimDecision(ClaimDecisionKind.Accepted, default),
            () => new Certificate(default, "maths"),
            () => new Certificate(day, "maths") with { On = default },
            () => new HoursEntry(default, 1),
            () => new Learner("L", standard) { BirthDate = default(DateOnly) },
            () => new TransferDecision(k1, k1, true, "A", default),
            () => new Completeness(default),
            () => new TrainingPlan(day) { PlannedEnd = default(DateOnly) },
            () => FactValue.Of(default(DateOnly)),
            () => new ProgrammeMilestone("M", default),
            () => Require.DateReached("d", "D", default),
            () => EnglishApprenticeship.Gateway.Assess(new Learner("L", standard), TestStandards.Mammography, default),
            () => EnglishApprenticeship.Gateway.Assess(new Learner("L", standard), TestStandards.Mammography, day, default(DateOnly)),
            () => EnglishApprenticeship.Gateway.IsReady(new Learner("L", standard), TestStandards.Mammography, default),
            () => new Cohort(EnglishApprenticeship.Gateway, TestStandards.Mammography).NewColumns(1, default),
            () => new ReadinessTracker(EnglishApprenticeship.Gateway, new Learner("L", standard), TestStandards.Mammography, default),
            () => new Learner("L", standard) { Claims = null! },
            () => new Learner("L", standard) { Facts = null! },
            () => new Claim("E", standard, k1, [null!]),
            () => EnglishApprenticeship.Gateway.For(default(StandardId)),
            () => Require.Programme("p", default(StandardId)),
            () => new ReadinessPolicy("p", "P", "1", Require.Option()) { Standards = [default] },
            () => new StandardCatalogue([null!]),
            () => Require.AllOf("a", "A", Require.Option(), null!),
            () => Require.AtLeast(1, "a", "A", null!, Require.Option()),
            () => EnglishApprenticeship.Gateway.WithOwn("a", "A", "1", (Requirement)null!),
            () => new GatewaySettings { StandardMinimumMonths = 0 },
            () => new GatewaySettings { PublishedOffTheJobHours = 0 },
            () => new PortfolioSettings("K1") { MaxItems = 0 },
            () => Require.KsbsAchieved(kinds: []),
            () => Require.KsbsAchieved("K1:40"),
        ];

        Assert.All(refused, make => Assert.ThrowsAny<ArgumentException>(() => make()));
    }

    /// <summary>What a file cannot hold, or holds as the same as something else, code refuses: else two items would be one once they are saved.</summary>
    [Fact]
    public void A_text_that_no_file_holds_is_refused() => Assert.All(["", " \u00A0\t", "\u200B\uFEFF\u00AD", "E\uD800", "\uDC00E", "a\uD83D\uDE00\uD83D"], text =>
    {
        Assert.ThrowsAny<ArgumentException>(() => Bounded.Text(text, "It says something.", "text"));
        Assert.ThrowsAny<ArgumentException>(() => new Claim(text, TestStandards.Mammography.Id, KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-01-01"))));
        Assert.ThrowsAny<ArgumentException>(() => new Certificate(Day("2026-01-01"), text));
        Assert.ThrowsAny<ArgumentException>(() => new TransferDecision(KsbCode.Parse("K1"), KsbCode.Parse("K1"), true, text, Day("2026-01-01")));
        Assert.ThrowsAny<ArgumentException>(() => Require.Option(text));
        Assert.ThrowsAny<ArgumentException>(() => EnglishSources.Gateway with { Title = text });
        Assert.ThrowsAny<ArgumentException>(() => new DatedValue<decimal>(text, Day("2026-01-01"), new DatedPeriod<decimal>(Day("2026-01-01"), 1, DatedBasis.AsOf, EnglishSources.Gateway)));
    });

    [Theory]
    [InlineData("E1")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("a\uD83D\uDE00b\uD83D\uDE00")]
    [InlineData("\uE000 \uFFFD")]
    public void A_text_of_whole_characters_is_taken(string text) => Assert.Equal(text, Bounded.Text(text, "It says something.", "text"));
}
