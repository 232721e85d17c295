using System.Globalization;

namespace Competency.Rules.Tests;

/// <summary>Learners in code. Every date is written out, so that a reader can work the verdict out by hand.</summary>
internal static class TestLearners
{
    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Claim[] Claims(OccupationalStandard standard, string ksbs, ClaimDecisionKind kind, string on, string evidence = "E1") =>
        [.. TestStandards.Codes(ksbs).Select(k => new Claim(evidence, standard.Id, k, new ClaimDecision(kind, Day(on)) { By = "A. Assessor", Role = "assessor" }))];

    public static Claim[] AllAccepted(OccupationalStandard standard, string on = "2025-08-01", string evidence = "E1") =>
        [.. standard.Ksbs.Select(k => new Claim(evidence, standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day(on))))];

    /// <summary>An empty ledger of which somebody says that it is complete.</summary>
    public static Ledger<T> None<T>(string completeAsAt)
        where T : LedgerEntry => Complete<T>(completeAsAt);

    public static Ledger<T> Of<T>(params T[] entries)
        where T : LedgerEntry => new(entries);

    /// <summary>A complete ledger. It was said long before, so that tests can look at any day up to it.</summary>
    public static Ledger<T> Complete<T>(string asAt, params T[] entries)
        where T : LedgerEntry => new(entries, [new Completeness(Day(asAt)) { Recorded = Day("2000-01-01") }]);

    public static Learner On(OccupationalStandard standard) => new("L1", standard.Id);

    /// <summary>Nothing recorded, and everything said to be complete.</summary>
    public static Learner Empty(OccupationalStandard standard, string asAt) => On(standard) with
    {
        Claims = None<Claim>(asAt),
        Episodes = None<Episode>(asAt),
        Employments = None<Employment>(asAt),
        Plans = None<TrainingPlan>(asAt),
        Options = None<OptionChoice>(asAt),
        Hours = None<HoursEntry>(asAt),
        PriorLearning = None<PriorLearning>(asAt),
        StartingPoints = None<StartingPoint>(asAt),
        Moves = None<StandardMove>(asAt),
        Certificates = None<Certificate>(asAt),
        Exemptions = None<EnglishAndMathsExemption>(asAt),
        Choices = None<EnglishAndMathsChoice>(asAt),
        Attempts = None<EnglishAndMathsAttempt>(asAt),
        Declarations = None<Declaration>(asAt),
        Portfolios = None<PortfolioSubmission>(asAt),
    };

    /// <summary>
    /// Ready for gateway on 2026-03-01: started 2024-09-02 at 20, 52 weeks at 37.5 h (minimum 278.4 h), 300 h recorded, level 2 in both
    /// subjects, everything accepted, all three have declared.
    /// </summary>
    public static Learner Ready(OccupationalStandard standard) => On(standard) with
    {
        Name = "Jo Apprentice",
        BirthDate = Day("2004-01-15"),
        Claims = Complete("2026-03-01", AllAccepted(standard)),
        Episodes = Of(Learning("2024-09-02")),
        Employments = Of(new Employment(Day("2024-09-02"), "County Hospital")),
        Plans = Of(new TrainingPlan(Day("2024-09-02")) { Weeks = 52, WeeklyHours = 37.5m }),
        Hours = Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 300)),
        Certificates = Of(
            new Certificate(Day("2020-08-20"), "English") { Level = QualificationLevel.Level2, SeenBy = "R. Egistrar" },
            new Certificate(Day("2020-08-20"), "Maths") { Level = QualificationLevel.Level2, SeenBy = "R. Egistrar" }),
        Declarations = Of(
            new Declaration(Day("2026-02-20"), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { By = "M. Anager", Employer = "County Hospital" },
            new Declaration(Day("2026-02-21"), DeclarationKind.GatewayReview, DeclarationRole.Provider) { By = "T. Utor" },
            new Declaration(Day("2026-02-22"), DeclarationKind.GatewayAgreement, DeclarationRole.Apprentice) { By = "Jo Apprentice" }),
    };

    public static Episode Learning(string from, string? to = null) => new(Day(from), EpisodeKind.Learning) { To = to is null ? null : Day(to) };

    public static Episode Break(string from, string? to = null) => new(Day(from), EpisodeKind.Break) { To = to is null ? null : Day(to) };

    public static ReadinessReport Assess(Requirement requirement, Learner learner, OccupationalStandard standard, string asOf, string? knownAt = null) =>
        new ReadinessPolicy("test", "Test", "1", requirement).Assess(learner, standard, Day(asOf), knownAt is null ? null : Day(knownAt));

    /// <summary>Every KSB in force that a duty maps.</summary>
    public static KsbsAchievedRequirement DutyComplete(int duty, string? id = null) => Require.KsbsAchieved(id ?? $"duty-{duty}", $"Duty {duty}");
}
