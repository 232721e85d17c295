namespace Competency.Rules;

/// <summary>The documents that the rules for England are taken from. A paragraph is cited only where it was verified.</summary>
public static class EnglishSources
{
    /// <summary>The minimum of 12 months, for starts from 15 January 2018.</summary>
    public static Citation MinimumDuration2018 { get; } = new("SI 2017/1310", "UK legislation", Certainty.OfficialText);

    /// <summary>The minimum of 8 months, for starts from 1 August 2025, and its exceptions.</summary>
    public static Citation MinimumDuration2025 { get; } = new("SI 2025/599", "UK legislation", Certainty.Secondary);

    /// <summary>Funding rules up to 2021/22.</summary>
    public static Citation FundingRulesTo2022 { get; } = new("Apprenticeship funding rules up to 2021/22", "ESFA", Certainty.Secondary);

    /// <summary>Funding rules 2022/23 and 2023/24.</summary>
    public static Citation FundingRules2022 { get; } = new("Apprenticeship funding rules 2022/23 and 2023/24", "ESFA", Certainty.Secondary);

    /// <summary>What funding rules 2023/24 say of learning in every calendar month.</summary>
    public static Citation ActiveLearning { get; } = new("Apprenticeship funding rules 2023/24", "ESFA", Certainty.Secondary);

    /// <summary>Funding rules 2024/25, version 2.</summary>
    public static Citation FundingRules2024 { get; } = new("Apprenticeship funding rules 2024/25, version 2", "ESFA", Certainty.Secondary);

    /// <summary>What funding rules 2024/25 say, as rendered by a third party.</summary>
    public static Citation FundingRules2024AsRendered { get; } = FundingRules2024 with { Certainty = Certainty.ThirdParty };

    /// <summary>Funding rules 2025/26, version 3.</summary>
    public static Citation FundingRules2025 { get; } = new("Apprenticeship funding rules 2025/26, version 3", "DfE", Certainty.Secondary);

    /// <summary>What funding rules 2025/26 say of hours below the plan, as rendered by a third party.</summary>
    public static Citation FundingRules2025AsRendered { get; } = FundingRules2025 with { Certainty = Certainty.ThirdParty };

    /// <summary>What funding rules 2025/26 say of prior learning, as rendered by a third party.</summary>
    public static Citation PriorLearningFloor2025 { get; } = FundingRules2025 with { Certainty = Certainty.ThirdParty, Paragraph = "35.1.1" };

    /// <summary>Funding rules 2026/27, version 3.</summary>
    public static Citation FundingRules2026 { get; } = new("Apprenticeship funding rules 2026/27, version 3", "DWP", Certainty.Secondary);

    /// <summary>What funding rules 2026/27 say of hours below the plan, as rendered by a third party.</summary>
    public static Citation FundingRules2026AsRendered { get; } = FundingRules2026 with { Certainty = Certainty.ThirdParty };

    /// <summary>What funding rules 2026/27 say of prior learning, as rendered by a third party.</summary>
    public static Citation PriorLearningFloor2026 { get; } = FundingRules2026 with { Certainty = Certainty.ThirdParty, Paragraph = "86.2" };

    /// <summary>The change of 11 February 2025 to English and maths of adults.</summary>
    public static Citation EnglishAndMaths2025 { get; } = new("Changes to English and maths of apprentices from 11 February 2025", "DfE", Certainty.Secondary);

    /// <summary>What funding rules 2026/27 say of the delivered plan and of the assessment organisation, as rendered by a third party.</summary>
    public static Citation PlanDelivered2026 { get; } = FundingRules2026 with { Certainty = Certainty.ThirdParty };

    /// <summary>Assessment under the reform of 2025 and 2026: at any stage, to outcomes, behaviours verified by the employer.</summary>
    public static Citation ReformedAssessment { get; } = new("Requirements for apprenticeship assessment (19 June 2026)", "gov.uk guidance", Certainty.Secondary);

    /// <summary>The check of submitted data that 365 days lie between first and last day, as it was in 2020.</summary>
    public static Citation DataCheck365 { get; } = new("Validation of learner records 2020/21", "ESFA", Certainty.Secondary);

    /// <summary>The check of submitted data that end-point assessment comes after 372 days, under the rules of 2017/18.</summary>
    public static Citation DataCheck372 { get; } = new("Validation of learner records 2017/18", "ESFA", Certainty.Secondary);

    /// <summary>How Higher Technical Qualifications are approved.</summary>
    public static Citation HigherTechnicalApproval { get; } = new("Higher Technical Qualifications: approvals criteria", "gov.uk guidance", Certainty.OfficialText);

    /// <summary>What gateway asks, and who decides.</summary>
    public static Citation Gateway { get; } = new("Apprenticeship gateway and resits for end-point assessment", "gov.uk guidance", Certainty.OfficialText);
}
