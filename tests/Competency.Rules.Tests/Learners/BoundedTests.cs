using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

public class BoundedTests
{
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
