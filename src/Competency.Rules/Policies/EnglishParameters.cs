namespace Competency.Rules;

/// <summary>
/// The dated parameters of apprenticeships in England, in one place, each with its citation. What no source confirms is not here: it is a
/// setting that the caller gives (<see cref="GatewaySettings"/>).
/// </summary>
/// <remarks>Funding rules are the ESFA's, then the DfE's, and from 1 April 2026 the DWP's: each citation names the issuer of its date.</remarks>
public static class EnglishParameters
{
    /// <summary>The day on which the sources were last looked at.</summary>
    public static DateOnly Reviewed { get; } = new(2026, 9, 30);

    /// <summary>The least duration of the practical period, in calendar months. Starts before 15 January 2018 have no cited value.</summary>
    public static DatedValue<int> MinimumDurationMonths { get; } = new(
        "minimum duration",
        Reviewed,
        new DatedPeriod<int>(new(2018, 1, 15), 12, DatedBasis.OriginalStart, EnglishSources.MinimumDuration2018),
        new DatedPeriod<int>(new(2025, 8, 1), 8, DatedBasis.OriginalStart, EnglishSources.MinimumDuration2025));

    /// <summary>Whether a recorded reason (redundancy, newer version, provider transfer, return to the same apprenticeship) excuses from the minimum duration.</summary>
    public static DatedValue<bool> ReasonsExcuseDuration { get; } = new(
        "list of reasons for a shorter duration",
        Reviewed,
        new DatedPeriod<bool>(new(2025, 8, 1), true, DatedBasis.OriginalStart, EnglishSources.MinimumDuration2025));

    /// <summary>How the least off-the-job training is worked out.</summary>
    public static DatedValue<OffTheJobMethod> OffTheJobMethod { get; } = new(
        "method for off-the-job training",
        Reviewed,
        // The first method holds for every start up to 31 July 2022; the sources name no day on which it began.
        new DatedPeriod<OffTheJobMethod>(DateOnly.MinValue, Rules.OffTheJobMethod.ShareOfPaidHours, DatedBasis.OriginalStart, EnglishSources.FundingRulesTo2022),
        new DatedPeriod<OffTheJobMethod>(new(2022, 8, 1), Rules.OffTheJobMethod.ShareOfPlannedWeeks, DatedBasis.OriginalStart, EnglishSources.FundingRules2022),
        new DatedPeriod<OffTheJobMethod>(new(2024, 8, 1), Rules.OffTheJobMethod.ShareOfPlannedWeeks, DatedBasis.OriginalStart, EnglishSources.FundingRules2024),
        new DatedPeriod<OffTheJobMethod>(new(2025, 8, 1), Rules.OffTheJobMethod.PublishedHours, DatedBasis.OriginalStart, EnglishSources.FundingRules2025),
        new DatedPeriod<OffTheJobMethod>(new(2026, 8, 1), Rules.OffTheJobMethod.PublishedHours, DatedBasis.OriginalStart, EnglishSources.FundingRules2026));

    /// <summary>The share of hours that is off-the-job training, of either method that takes a share.</summary>
    public static decimal OffTheJobShare => 0.2m;

    /// <summary>The most weekly hours that count, for starts from 1 August 2022 to 31 July 2025.</summary>
    public static decimal WeeklyHoursCap => 30m;

    /// <summary>Weeks of statutory leave in 52 weeks, for starts from 1 August 2022 to 31 July 2025; in proportion for other durations.</summary>
    public static decimal LeaveWeeksAYear => 5.6m;

    /// <summary>The last start for which 60 standards had lower published hours, as they had for starts from 1 August 2025.</summary>
    public static DateOnly LowerHoursUntil { get; } = new(2025, 12, 31);

    /// <summary>The hours of off-the-job training that must remain after prior learning was taken off. Certainty C.</summary>
    public static DatedValue<decimal> PriorLearningFloorHours { get; } = new(
        "floor under prior learning",
        Reviewed,
        new DatedPeriod<decimal>(new(2025, 8, 1), 187m, DatedBasis.OriginalStart, EnglishSources.PriorLearningFloor2025),
        new DatedPeriod<decimal>(new(2026, 8, 1), 187m, DatedBasis.OriginalStart, EnglishSources.PriorLearningFloor2026));

    /// <summary>
    /// Whether hours below the plan but not below the minimum ask for a signed statement in any case (true), or only where the training was
    /// also shorter than planned (false). Earlier starts have no such rule. Certainty C.
    /// </summary>
    public static DatedValue<bool> StatementBelowPlan { get; } = new(
        "statement on hours below plan",
        Reviewed,
        new DatedPeriod<bool>(new(2024, 8, 1), false, DatedBasis.OriginalStart, EnglishSources.FundingRules2024AsRendered),
        new DatedPeriod<bool>(new(2025, 8, 1), true, DatedBasis.OriginalStart, EnglishSources.FundingRules2025AsRendered),
        new DatedPeriod<bool>(new(2026, 8, 1), true, DatedBasis.OriginalStart, EnglishSources.FundingRules2026AsRendered));

    /// <summary>The first start for which employer, provider and apprentice agree that the training plan was delivered. Certainty C.</summary>
    public static DateOnly PlanDeliveredFrom { get; } = new(2026, 8, 1);

    /// <summary>The starts for which a check of submitted data asks <see cref="DataCheckDays"/>: it was last seen before the minimum of law fell to 8 months.</summary>
    public static (DateOnly From, DateOnly Until) DataCheckStarts { get; } = (new(2016, 8, 1), new(2025, 7, 31));

    /// <summary>The days between first and last day that a check of submitted data asks. They are no 12 months, and decide nothing.</summary>
    public static int DataCheckDays => 365;

    /// <summary>The starts for which a historical check of submitted data asks <see cref="HistoricalDataCheckDays"/>: funding year 2017/18.</summary>
    public static (DateOnly From, DateOnly Until) HistoricalDataCheckStarts { get; } = (new(2017, 8, 1), new(2018, 7, 31));

    /// <summary>The days before end-point assessment that a historical check of submitted data asks.</summary>
    public static int HistoricalDataCheckDays => 372;

    /// <summary>Whether English and maths are optional for those who were 19 or over on the day of the original start.</summary>
    public static DatedValue<bool> AdultsMayOptOut { get; } = new(
        "rule on English and maths of adults",
        Reviewed,
        new DatedPeriod<bool>(DateOnly.MinValue, false, DatedBasis.OriginalStart, EnglishSources.FundingRulesTo2022),
        new DatedPeriod<bool>(new(2022, 8, 1), false, DatedBasis.OriginalStart, EnglishSources.FundingRules2022),
        new DatedPeriod<bool>(new(2024, 8, 1), false, DatedBasis.OriginalStart, EnglishSources.FundingRules2024),
        new DatedPeriod<bool>(new(2025, 2, 11), true, DatedBasis.AsOf, EnglishSources.EnglishAndMaths2025));

    /// <summary>Whether nothing is asked of an adult who went back on having opted in. Before its first day no source says what follows.</summary>
    public static DatedValue<bool> OptInCanBeWithdrawn { get; } = new(
        "rule on withdrawn opt-ins",
        Reviewed,
        new DatedPeriod<bool>(new(2026, 8, 1), true, DatedBasis.AsOf, EnglishSources.FundingRules2026));

    /// <summary>Whether learning is asked in every calendar month.</summary>
    public static DatedValue<bool> ActiveLearning { get; } = new(
        "rule on learning in every calendar month",
        Reviewed,
        new DatedPeriod<bool>(new(2023, 8, 1), true, DatedBasis.AsOf, EnglishSources.ActiveLearning));

    /// <summary>The level of English and maths on a standard of level 3 or above.</summary>
    public static DatedValue<QualificationLevel> EnglishAndMathsLevelFrom3 { get; } = new(
        "level of English and maths",
        Reviewed,
        new DatedPeriod<QualificationLevel>(DateOnly.MinValue, QualificationLevel.Level2, DatedBasis.OriginalStart, EnglishSources.FundingRulesTo2022),
        new DatedPeriod<QualificationLevel>(new(2022, 8, 1), QualificationLevel.Level2, DatedBasis.OriginalStart, EnglishSources.FundingRules2022),
        new DatedPeriod<QualificationLevel>(new(2024, 8, 1), QualificationLevel.Level2, DatedBasis.OriginalStart, EnglishSources.FundingRules2024),
        new DatedPeriod<QualificationLevel>(new(2025, 8, 1), QualificationLevel.Level2, DatedBasis.OriginalStart, EnglishSources.FundingRules2025),
        new DatedPeriod<QualificationLevel>(new(2026, 8, 1), QualificationLevel.Level2, DatedBasis.OriginalStart, EnglishSources.FundingRules2026));

    /// <summary>The level of English and maths on a standard of level 2. Starts before 1 August 2022 have no cited value.</summary>
    public static DatedValue<QualificationLevel> EnglishAndMathsLevelAt2 { get; } = new(
        "level of English and maths",
        Reviewed,
        new DatedPeriod<QualificationLevel>(new(2022, 8, 1), QualificationLevel.Level1, DatedBasis.OriginalStart, EnglishSources.FundingRules2022),
        new DatedPeriod<QualificationLevel>(new(2024, 8, 1), QualificationLevel.Level1, DatedBasis.OriginalStart, EnglishSources.FundingRules2024),
        new DatedPeriod<QualificationLevel>(new(2025, 8, 1), QualificationLevel.Level1, DatedBasis.OriginalStart, EnglishSources.FundingRules2025),
        new DatedPeriod<QualificationLevel>(new(2026, 8, 1), QualificationLevel.Level1, DatedBasis.OriginalStart, EnglishSources.FundingRules2026));

    /// <summary>Whether an adjustment for a learning difficulty or disability needs an education, health and care plan.</summary>
    public static DatedValue<bool> ExemptionNeedsPlan { get; } = new(
        "rule on adjustments of English and maths",
        Reviewed,
        new DatedPeriod<bool>(DateOnly.MinValue, true, DatedBasis.AsOf, EnglishSources.FundingRulesTo2022),
        new DatedPeriod<bool>(new(2022, 8, 1), true, DatedBasis.AsOf, EnglishSources.FundingRules2022),
        new DatedPeriod<bool>(new(2024, 8, 1), false, DatedBasis.AsOf, EnglishSources.FundingRules2024));

    /// <summary>The days on which a rule on English and maths changed, or changes, for existing learners too; ascending.</summary>
    internal static IReadOnlyList<DateOnly> EnglishAndMathsChanges { get; } =
    [
        .. new[] { AdultsMayOptOut, OptInCanBeWithdrawn, ExemptionNeedsPlan }.SelectMany(v => v.Periods).Where(p => p.Basis == DatedBasis.AsOf).Select(p => p.From).Distinct().Order(),
    ];

    /// <summary>The level that an adjustment for a learning difficulty or disability lowers the requirement to.</summary>
    public static QualificationLevel ExemptionLevel => QualificationLevel.Entry3;

    /// <summary>The age from which English and maths can be optional, in years on the day of the original start.</summary>
    public static int AdultAge => 19;
}
