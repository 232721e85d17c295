namespace Competency.Rules;

/// <summary>One that decides, beside what must be seen to.</summary>
internal sealed class AttentionNode(AttentionRequirement requirement, int decides) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) => before[decides];
}
