using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class RenewalTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static RequirementReport Judge(Requirement requirement, Learner learner, string asOf = "2026-03-01") => Assess(requirement, learner, Standard, asOf).Root;

    private static Learner Holding(params string[] days) =>
        On(Standard) with { Certificates = Complete("2030-01-01", [.. days.Select(d => new Certificate(Day(d), "First aid") { SeenBy = "R" })]) };

    private static CertificateRequirement FirstAid { get; } = Require.Certificate("fa", "First aid", validForMonths: 24, renewWithinMonths: 3);

    [Theory]
    [InlineData("2025-11-30", Verdict.Met, 0)] // valid until 1 March 2026; three months before that is 1 December 2025
    [InlineData("2025-12-01", Verdict.Met, 1)]
    [InlineData("2026-03-01", Verdict.Met, 1)]
    [InlineData("2026-03-02", Verdict.NotMet, 0)]
    public void What_expires_is_renewed_in_time(string asOf, Verdict verdict, int attention)
    {
        var report = Judge(FirstAid, Holding("2024-03-01"), asOf);

        Assert.Equal((verdict, attention), (report.Verdict, report.Outcome.Attention.Count));
        Assert.Equal(verdict == Verdict.Met ? Day("2026-03-01") : null, report.MetUntil);
        Assert.Equal(attention == 0 && verdict == Verdict.Met ? [] : ["Renew First aid and record the new certificate"], report.Outcome.Actions.Select(a => a.Text));
    }

    [Fact]
    public void A_later_certificate_renews() => Assert.Equal(Day("2028-01-10"), Judge(FirstAid, Holding("2024-03-01", "2026-01-10")).MetUntil);

    [Fact]
    public void A_certificate_that_has_expired_may_have_been_renewed_beyond_completeness()
    {
        var learner = On(Standard) with { Certificates = Of(new Certificate(Day("2023-03-01"), "First aid")) };

        Assert.Equal(Verdict.CannotTell, Judge(FirstAid, learner).Verdict);
    }

    /// <summary>At level 3 and valid until 1 January 2025; one without a level, which may be it too, until 1 June: between nobody can tell.</summary>
    [Fact]
    public void What_follows_a_certificate_is_known_as_far_as_the_levels_of_others_are()
    {
        var asked = Require.Certificate("c", "First aid", QualificationLevel.Level3, validForMonths: 12);
        Certificate[] held = [new(Day("2024-01-01"), "First aid") { Level = QualificationLevel.Level3 }, new(Day("2024-06-01"), "First aid")];
        Learner Of(params Certificate[] of) => On(Standard) with { Certificates = Complete("2030-01-01", of) };
        DateOnly? Unless(params Certificate[] of) => Assess(Require.Unless("u", "U", asked, Require.DateReached("past", "P", Day("2001-01-01"))), Of(of), Standard, "2024-08-01").Root.EarliestDate;

        Assert.Equal((Verdict.Met, Day("2025-01-01")), (Judge(asked, Of(held), "2024-08-01").Verdict, Judge(asked, Of(held), "2024-08-01").MetUntil));
        Assert.Equal((Verdict.CannotTell, Verdict.NotMet), (Judge(asked, Of(held), "2025-06-01").Verdict, Judge(asked, Of(held), "2025-06-02").Verdict));
        Assert.Equal((Day("2025-06-02"), Day("2025-06-02"), Day("2025-01-02")), (Unless(held), Unless(held[1]), Unless(held[0])));
    }

    [Fact]
    public void A_declaration_grows_old()
    {
        var requirement = Require.Declaration("d", "Health declared", DeclarationKind.Other, DeclarationRole.Apprentice, "fit to practise", notOlderThanMonths: 12);
        Learner Declared(params string[] days) => On(Standard) with
        {
            Episodes = Of(Learning("2024-09-02")),
            Declarations = Complete("2030-01-01", [.. days.Select(d => new Declaration(Day(d), DeclarationKind.Other, DeclarationRole.Apprentice) { Statement = "Fit to practise", By = "A" })]),
        };

        var held = Judge(requirement, Declared("2025-03-01"));
        Assert.Equal((Verdict.Met, Day("2026-03-01")), (held.Verdict, held.MetUntil));
        Assert.Equal(Verdict.NotMet, Judge(requirement, Declared("2025-02-28")).Verdict);
        Assert.Equal(Day("2026-12-01"), Judge(requirement, Declared("2025-02-28", "2025-12-01")).MetUntil);
        Assert.Throws<ArgumentException>(() => Require.Declaration("d", "x", DeclarationKind.Other, DeclarationRole.Apprentice));
        Assert.Throws<ArgumentException>(() => Require.Declaration("d", "x", DeclarationKind.GatewayReview, DeclarationRole.Provider, "statement"));
    }

    [Fact]
    public void Another_statement_is_another_declaration()
    {
        var learner = On(Standard) with { Declarations = Complete("2030-01-01", new Declaration(Day("2026-01-01"), DeclarationKind.Other, DeclarationRole.Apprentice) { Statement = "briefed" }) };

        Assert.Equal(Verdict.NotMet, Judge(Require.Declaration("d", "x", DeclarationKind.Other, DeclarationRole.Apprentice, "fit to practise"), learner).Verdict);
    }

    [Fact]
    public void A_former_employers_word_can_be_let_count()
    {
        var learner = On(Standard) with
        {
            Episodes = Of(Learning("2024-09-02")),
            Employments = Complete("2030-01-01", new Employment(Day("2024-01-01"), "Old") { To = Day("2025-12-31") }, new Employment(Day("2026-01-01"), "New")),
            Declarations = Complete("2030-01-01", new Declaration(Day("2025-06-01"), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { Employer = "Old", By = "M" }),
        };

        Assert.Equal(Verdict.NotMet, Judge(Require.Declaration("d", "x", DeclarationKind.WorksAtStandard, DeclarationRole.Employer), learner).Verdict);
        Assert.Equal(Verdict.Met, Judge(Require.Declaration("d", "x", DeclarationKind.WorksAtStandard, DeclarationRole.Employer, currentEmployer: false), learner).Verdict);
    }

    [Fact]
    public void A_portfolio_keeps_to_its_size()
    {
        Learner With(int? items) => On(Standard) with { Portfolios = Complete("2030-01-01", new PortfolioSubmission(Day("2026-01-01"), Standard.Id) { Ksbs = TestStandards.Codes("K1-K3"), AuthenticitySigned = true, Items = items }) };
        var requirement = Require.Portfolio("K1-K3", maxItems: 12);

        Assert.Equal(Verdict.Met, Judge(requirement, With(12)).Verdict);
        Assert.Equal("13 items, at most 12 are allowed", Judge(requirement, With(13)).Outcome.Shortfall);
        Assert.Equal(Verdict.CannotTell, Judge(requirement, With(null)).Verdict);
    }
}
