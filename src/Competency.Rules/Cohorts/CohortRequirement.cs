namespace Competency.Rules;

/// <summary>What came of one requirement over a cohort.</summary>
/// <remarks>The verdicts are those of the requirement by itself; whom it holds back depends on the conditions and choices above it too.</remarks>
/// <param name="Requirement">The requirement: one that is judged by itself, and is no condition of another.</param>
/// <param name="Met">How many meet it.</param>
/// <param name="NotMet">How many do not.</param>
/// <param name="NotYetDue">For how many it is not yet due.</param>
/// <param name="CannotTell">Of how many nobody can tell.</param>
/// <param name="HoldsBack">How many of those who are not ready do not meet it, though it applies to them: it does, and so says every condition above it. Where nobody can tell a condition, what is asked under it holds nobody back yet; where an any of or an at least is met another way, what else it offers holds nobody back.</param>
/// <param name="HoldsBackAlone">How many of them lack this one only, and no condition above another is unknown.</param>
public sealed record CohortRequirement(Requirement Requirement, long Met, long NotMet, long NotYetDue, long CannotTell, long HoldsBack, long HoldsBackAlone);
