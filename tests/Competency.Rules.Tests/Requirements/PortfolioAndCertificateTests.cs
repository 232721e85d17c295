using Competency.Findings;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class PortfolioAndCertificateTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static RequirementReport Portfolio(Learner learner) => Assess(Require.Portfolio("K1-K5, S40"), learner, Standard, "2026-03-01").Root;

    private static PortfolioSubmission HandedIn(string ksbs, bool signed = true, string on = "2026-02-01") => new(Day(on), Standard.Id) { Ksbs = TestStandards.Codes(ksbs), AuthenticitySigned = signed };

    /// <summary>What nobody sees makes no other qualification of it.</summary>
    [Theory]
    [InlineData("First aid at work", Verdict.Met)]
    [InlineData("First aid at\u00A0work", Verdict.Met)]
    [InlineData(" FIRST  aid at w\u00ADork ", Verdict.Met)]
    [InlineData("First aid at works", Verdict.NotMet)]
    public void A_certificate_is_found_by_its_name_however_it_is_spaced(string subject, Verdict verdict)
    {
        var learner = Ready(Standard) with { Certificates = Complete("2026-03-01", new Certificate(Day("2025-01-01"), subject)) };

        Assert.Equal(verdict, Assess(Require.Certificate("c", "First aid at work"), learner, Standard, "2026-03-01").Verdict);
    }

    [Fact]
    public void A_portfolio_covers_the_KSBs_of_its_method_and_is_signed()
    {
        var learner = On(Standard);

        Assert.Equal(Verdict.Met, Portfolio(learner with { Portfolios = Of(HandedIn("K1-K6, S40")) }).Verdict);
        var part = Portfolio(learner with { Portfolios = Complete("2026-03-01", HandedIn("K1-K4, S40")) });
        Assert.Equal((Verdict.NotMet, "not covered: K5", "portfolio:hand-in"), (part.Verdict, part.Outcome.Shortfall, part.Outcome.Actions.Single().Key));
        part = Portfolio(learner with { Portfolios = Of(HandedIn("K1-K4, S40")) }); // a later one may not be recorded
        Assert.Equal((Verdict.CannotTell, "not covered: K5"), (part.Verdict, part.Outcome.Shortfall));
        Assert.Equal("the signed statement that the work is the apprentice's own", Portfolio(learner with { Portfolios = Of(HandedIn("K1-K5, S40", signed: false)) }).Outcome.Shortfall);
        Assert.Equal(Verdict.CannotTell, Portfolio(learner).Verdict);
        Assert.Equal(Verdict.NotMet, Portfolio(learner with { Portfolios = None<PortfolioSubmission>("2026-03-01") }).Verdict);
    }

    [Fact]
    public void The_latest_portfolio_stands() =>
        Assert.Equal(Verdict.NotMet, Portfolio(On(Standard) with { Portfolios = Complete("2026-03-01", HandedIn("K1", on: "2026-02-02"), HandedIn("K1-K5, S40", on: "2026-02-01")) }).Verdict);

    [Fact]
    public void Two_portfolios_are_two_actions()
    {
        var two = Require.AllOf("both", "Both", Require.Portfolio("K1", id: "first"), Require.Portfolio("K2", id: "second"));

        Assert.Equal(["Hand in a portfolio that covers K1", "Hand in a portfolio that covers K2"], Assess(two, Empty(Standard, "2026-03-01"), Standard, "2026-03-01").Outstanding.Select(a => a.Text));
    }

    [Fact]
    public void Whether_a_portfolio_of_another_version_carries_over_nobody_can_tell()
    {
        var other = new PortfolioSubmission(Day("2026-02-01"), TestStandards.MammographyBefore.Id) { Ksbs = TestStandards.Codes("K1-K5, S40"), AuthenticitySigned = true };
        var report = Portfolio(On(Standard) with { Portfolios = Complete("2026-03-01", other) });

        Assert.Equal((Verdict.CannotTell, "whether the portfolio of ST0583@1.1 carries over to ST0583@1.2"), (report.Verdict, report.Outcome.MissingFacts.Single()));
        Assert.Equal(Verdict.Met, Portfolio(On(Standard) with { Portfolios = Complete("2026-03-01", HandedIn("K1-K5, S40"), other with { On = Day("2026-02-02") }) }).Verdict);
        Assert.Equal(Verdict.NotMet, Portfolio(On(Standard) with { Portfolios = Complete("2026-03-01", HandedIn("K1"), other) }).Verdict);
    }

    [Fact]
    public void Without_an_assessment_plan_the_portfolio_is_named_among_what_was_not_judged()
    {
        Assert.Contains(EnglishApprenticeship.Gateway.NotJudged, n => n.StartsWith("A portfolio", StringComparison.Ordinal));
        var asked = EnglishApprenticeship.GatewayWith(new GatewaySettings { Portfolio = new PortfolioSettings("K1-K5") });
        Assert.DoesNotContain(asked.NotJudged, n => n.StartsWith("A portfolio", StringComparison.Ordinal));
        Assert.Equal(Verdict.CannotTell, asked.Assess(Ready(Standard), Standard, Day("2026-03-01")).Verdict);
    }

    private static Verdict Qualifications(Learner learner, GatewaySettings settings, OccupationalStandard? standard = null) =>
        EnglishApprenticeship.GatewayWith(settings).Assess(learner, standard ?? Standard, Day("2026-03-01")).Root.Find("qualifications")!.Verdict;

    [Fact]
    public void Nobody_guesses_which_qualifications_are_mandatory()
    {
        var diploma = TestStandards.Make("ST0583@1.2", qualifications: [new Qualification("Diploma in Imaging")]);

        Assert.Equal(Verdict.DoesNotApply, Qualifications(Ready(Standard), GatewaySettings.None)); // an HTQ only
        Assert.Equal(Verdict.CannotTell, Qualifications(Ready(Standard), GatewaySettings.None, diploma));
        Assert.Equal(Verdict.DoesNotApply, Qualifications(Ready(Standard), GatewaySettings.None, TestStandards.Make("ST0583@1.2", qualifications: [])));
        Assert.Null(EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = [] }).Assess(Ready(Standard), diploma, Day("2026-03-01")).Root.Find("qualifications"));
    }

    [Fact]
    public void A_mandatory_qualification_is_held_by_its_title()
    {
        var settings = new GatewaySettings { MandatoryQualifications = ["Diploma in Imaging"] };
        var learner = Ready(Standard);

        Assert.Equal(Verdict.CannotTell, Qualifications(learner, settings));
        Assert.Equal(Verdict.NotMet, Qualifications(learner with { Certificates = Complete("2026-03-01", [.. learner.Certificates.Entries]) }, settings));
        Assert.Equal(Verdict.Met, Qualifications(learner with { Certificates = Of(new Certificate(Day("2026-01-01"), "diploma in imaging")) }, settings));
        Assert.Equal(Verdict.NotMet, Qualifications(learner with { Certificates = Complete("2026-03-01", new Certificate(Day("2026-03-02"), "Diploma in Imaging")) }, settings));
    }

    /// <summary>No record can hold such a certificate, so that nobody would ever meet it.</summary>
    [Theory]
    [InlineData("Mathematics", "'maths'")]
    [InlineData("English Language GCSE", "'english'")]
    [InlineData("GCSE English", "'english'")]
    [InlineData("Functional Skills Mathematics, Level 2", "'maths'")]
    [InlineData("Maths GCSE grade 4", "'maths'")]
    [InlineData("English and maths", "one subject, 'english' or 'maths'")]
    [InlineData("m\u0430ths", "U+0430")]
    public void A_certificate_that_no_record_can_hold_is_not_asked(string subject, string said)
    {
        Assert.Contains(said, Assert.Throws<ArgumentException>(() => Require.Certificate("c", subject)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = [subject] }));

        var file = PolicyFile.Read("a.policy.json", "{ \"document\": \"competency.policy/1\", \"id\": \"p\", \"name\": \"P\", \"version\": \"1\", \"requirement\": { \"id\": \"a\", \"kind\": \"certificate\", \"sentence\": \"x\",\n\"subject\": \"" + subject + "\" } }");
        Assert.Null(file.Policy);
        var finding = Assert.Single(file.Findings);
        Assert.Equal(("KSB4002", FindingSeverity.Error, 2), (finding.Id, finding.Severity, finding.Location!.Start.Line));
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_can_be_asked_at_a_level()
    {
        var requirement = Require.Certificate("c", "First aid", QualificationLevel.Level2);

        Assert.Equal(Verdict.Met, Assess(requirement, On(Standard) with { Certificates = Of(new Certificate(Day("2026-01-01"), "First aid") { Level = QualificationLevel.Level3 }) }, Standard, "2026-03-01").Verdict);
        Assert.Equal(Verdict.NotMet, Assess(requirement, On(Standard) with { Certificates = Complete("2026-03-01", new Certificate(Day("2026-01-01"), "First aid") { Level = QualificationLevel.Level1 }) }, Standard, "2026-03-01").Verdict);

        var without = new Certificate(Day("2026-01-01"), "First aid") { Id = "C1" };
        var report = Assess(requirement, On(Standard) with { Certificates = Complete("2026-03-01", without) }, Standard, "2026-03-01").Root;
        Assert.Equal((Verdict.CannotTell, "the level of the certificate of First aid of 2026-01-01", "C1"), (report.Verdict, report.Outcome.MissingFacts.Single(), report.Outcome.Facts.Single().Evidence.Single()));
        Assert.Equal(Verdict.Met, Assess(Require.Certificate("c", "First aid"), On(Standard) with { Certificates = Of(without) }, Standard, "2026-03-01").Verdict);
    }
}
