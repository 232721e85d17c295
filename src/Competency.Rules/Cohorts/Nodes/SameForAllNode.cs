namespace Competency.Rules;

/// <summary>The same for everybody.</summary>
internal sealed class SameForAllNode(Requirement requirement, Verdict verdict) : CohortNode(requirement)
{
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts) => verdicts.Fill(verdict);
}
