using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests;

public class GatewayTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    [Fact]
    public void A_learner_who_has_everything_is_ready()
    {
        var report = EnglishApprenticeship.Gateway.Assess(Ready(Standard), Standard, Day("2026-03-01"));

        Assert.True(report.Verdict == Verdict.Met, report.ToText());
        Assert.Empty(report.Outstanding);
        Assert.Equal(Day("2026-03-01"), report.EarliestDate);
        Assert.Null(report.MetUntil);
        Assert.Contains(report.NotJudged, n => n.StartsWith("A portfolio", StringComparison.Ordinal));
    }
}
