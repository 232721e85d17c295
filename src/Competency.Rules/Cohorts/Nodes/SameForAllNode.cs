namespace Competency.Rules;

/// <summary>The same for everybody on a day.</summary>
internal sealed class SameForAllNode(Requirement requirement, Func<DateOnly, Verdict> on) : CohortNode(requirement)
{
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts) => verdicts.Fill(on(group.AsOf));
}
