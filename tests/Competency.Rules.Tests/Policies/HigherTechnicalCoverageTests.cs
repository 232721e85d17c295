using Competency.Documents;

namespace Competency.Rules.Tests.Policies;

public class HigherTechnicalCoverageTests
{
    private static readonly OccupationalStandard Ten = Make(4, "K1-K8");

    private static OccupationalStandard Make(int? level, string? covered, int? qualificationLevel = 4) => new(
        StandardId.Parse("OCC0900@1.0"), "Ten", Enumerable.Range(1, 10).Select(n => new KsbStatement(new KsbCode(KsbKind.Knowledge, n), $"Statement {n}.")))
    {
        KeyInformation = new KeyInformation { Level = level },
        Qualifications =
        [
            new Qualification("Diploma") { Type = Qualification.HigherTechnical, Level = qualificationLevel, Ksbs = covered is null ? null : TestStandards.Codes(covered) },
            new Qualification("Something else") { Type = "Other" },
        ],
    };

    private static HigherTechnicalCoverage Judge(OccupationalStandard standard, string? threshold) =>
        Assert.Single(HigherTechnicalCoverage.Of(standard, threshold is null ? null : KsbThreshold.TryParse(threshold, out var asked) ? asked : throw new ArgumentException(threshold)));

    [Theory]
    [InlineData("80%", Verdict.Met)]
    [InlineData("81%", Verdict.NotMet)]
    [InlineData("8", Verdict.Met)]
    [InlineData("9", Verdict.NotMet)]
    [InlineData("11", Verdict.CannotTell)]
    [InlineData(null, Verdict.CannotTell)] // no source says how much must be covered
    public void The_threshold_is_the_callers(string? threshold, Verdict verdict)
    {
        var coverage = Judge(Ten, threshold);

        Assert.Equal(verdict, coverage.Verdict);
        Assert.Equal("K9, K10", coverage.NotCovered.ToString());
    }

    [Fact]
    public void Full_coverage_suffices_whatever_is_asked() => Assert.Equal(Verdict.Met, Judge(Make(4, "K1-K10"), null).Verdict);

    [Fact]
    public void Coverage_that_is_not_published_is_not_none()
    {
        var coverage = Judge(Make(4, null), "1");

        Assert.Equal((Verdict.CannotTell, null), (coverage.Verdict, coverage.NotCovered));
    }

    [Theory]
    [InlineData(4, 4, Verdict.Met)]
    [InlineData(5, 5, Verdict.Met)]
    [InlineData(5, 4, Verdict.Met)]
    [InlineData(4, 5, Verdict.NotMet)]
    [InlineData(6, 5, Verdict.NotMet)]
    [InlineData(3, 3, Verdict.NotMet)]
    [InlineData(null, 4, Verdict.CannotTell)]
    [InlineData(4, null, Verdict.CannotTell)]
    [InlineData(0, 4, Verdict.CannotTell)] // as published records say that none is given
    [InlineData(4, 0, Verdict.CannotTell)]
    public void The_levels_go_together(int? qualification, int? occupation, Verdict verdict) => Assert.Equal(verdict, Judge(Make(occupation, "K1-K10", qualification), "1").Level.Verdict);

    [Fact]
    public void Every_combination_of_units_must_suffice()
    {
        var units = new KsbMapping(Ten.Id, MappingKind.Programme, [new MappingItem("core", ["K1-K5"]), new MappingItem("wide", ["K6-K10"]), new MappingItem("narrow", ["K6"], [new MappingItem("narrow-2", ["K7"])])]);

        Assert.Equal(Verdict.Met, HigherTechnicalCoverage.Of(Ten, units, 4, KsbThreshold.Count(7), [["core", "wide"], ["core", "narrow"]]).Verdict);
        Assert.Equal(Verdict.NotMet, HigherTechnicalCoverage.Of(Ten, units, 4, KsbThreshold.Count(8), [["core", "wide"], ["core", "narrow"]]).Verdict);
        Assert.Equal(Verdict.Met, HigherTechnicalCoverage.Of(Ten, units, 4, KsbThreshold.Count(10)).Verdict);
        Assert.Throws<ArgumentException>(() => HigherTechnicalCoverage.Of(Ten, units, 4, null, [["nothing"]]));
        Assert.Throws<ArgumentException>(() => HigherTechnicalCoverage.Of(Ten, units, 4, null, []));
        Assert.Throws<ArgumentException>(() => HigherTechnicalCoverage.Of(TestStandards.Mammography, units, 4));
    }

    [Fact]
    public void The_published_coverage_of_the_seeds_is_not_there()
    {
        var coverage = HigherTechnicalCoverage.Of(TestStandards.Mammography, KsbThreshold.All);

        Assert.Equal([Verdict.CannotTell], coverage.Select(c => c.Verdict));
    }
}
