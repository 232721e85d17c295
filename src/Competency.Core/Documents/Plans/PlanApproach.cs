namespace Competency.Documents.Plans;

/// <summary>How an assessment plan assesses.</summary>
#if COMPETENCY_CORE
public
#endif
enum PlanApproach
{
    /// <summary>End-point assessment: methods assess every KSB of the standard.</summary>
    EndPoint,

    /// <summary>
    /// The approach of the 2025-26 reform: assessment outcomes take in the knowledge and the skills, assessment may happen at any stage, and
    /// behaviours are verified once by the current employer.
    /// </summary>
    Outcomes,
}
