using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests;

public class DatedValueTests
{
    private static readonly Citation Source = new("A rule", "Somebody", Certainty.OfficialText);

    private static readonly DatedValue<int> Value = new("value", Day("2026-01-01"),
        new DatedPeriod<int>(Day("2020-01-01"), 1, DatedBasis.OriginalStart, Source),
        new DatedPeriod<int>(Day("2022-01-01"), 2, DatedBasis.OriginalStart, Source),
        new DatedPeriod<int>(Day("2024-01-01"), 3, DatedBasis.AsOf, Source));

    [Theory]
    [InlineData("2019-12-31", "2023-12-31", null)]
    [InlineData("2020-01-01", "2023-12-31", 1)]
    [InlineData("2021-12-31", "2023-12-31", 1)] // the rules of the original start go on
    [InlineData("2022-01-01", "2023-12-31", 2)]
    [InlineData("2021-12-31", "2024-01-01", 3)] // reaches existing learners
    [InlineData("2019-12-31", "2024-01-01", 3)]
    [InlineData(null, "2023-12-31", null)]
    [InlineData(null, "2024-01-01", 3)]
    public void The_period_is_that_of_the_start_unless_it_reaches_everyone(string? start, string asOf, int? expected)
    {
        var found = Value.TryGet(start is null ? null : Day(start), Day(asOf), out var period);

        Assert.Equal(expected, found ? period!.Value : null);
    }

    [Fact]
    public void After_the_last_review_the_value_goes_on_and_says_so()
    {
        Assert.Null(Value.Unreviewed(Day("2026-01-01")));
        Assert.Equal("The value in use is unreviewed since 2026-01-01", Value.Unreviewed(Day("2026-01-02")));
    }

    [Fact]
    public void Periods_follow_each_other()
    {
        Assert.Throws<ArgumentException>(() => new DatedValue<int>("value", Day("2026-01-01")));
        Assert.Throws<ArgumentException>(() => new DatedValue<int>("value", Day("2026-01-01"), Value.Periods[1], Value.Periods[0]));
        Assert.Throws<ArgumentException>(() => new DatedValue<int>("value", Day("2026-01-01"), Value.Periods[0], Value.Periods[0]));
    }

    [Fact]
    public void A_citation_names_its_issuer_and_how_sure_it_is()
    {
        Assert.Equal("A rule (Somebody; certainty A)", Source.ToString());
        Assert.Equal("A rule, 12.3 (Somebody; certainty C)", (Source with { Paragraph = "12.3", Certainty = Certainty.ThirdParty }).ToString());
    }

    [Fact]
    public void Funding_rules_are_cited_with_the_issuer_of_their_day()
    {
        static string Issuer(string start) => EnglishParameters.OffTheJobMethod.TryGet(Day(start), Day(start), out var period) ? period.Citation.Issuer : "";

        Assert.Equal(["ESFA", "ESFA", "DfE", "DWP"], new[] { "2021-09-01", "2024-09-01", "2025-09-01", "2026-09-01" }.Select(Issuer));
    }
}
