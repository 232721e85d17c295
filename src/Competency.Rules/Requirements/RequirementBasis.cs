namespace Competency.Rules;

/// <summary>What a requirement rests on. Minimums of different bases are separate requirements, never one number.</summary>
public enum RequirementBasis
{
    /// <summary>Legislation.</summary>
    Law,

    /// <summary>The funding rules.</summary>
    FundingRule,

    /// <summary>The occupational standard.</summary>
    Standard,

    /// <summary>The standard's assessment plan, or the guidance on assessment.</summary>
    AssessmentPlan,

    /// <summary>A rule of the provider's or the platform's own.</summary>
    Provider,

    /// <summary>A check of submitted data. It is reported and never decides: data that a check rejects do not make a learner less competent.</summary>
    DataCheck,
}
