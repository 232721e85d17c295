using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>One that decides, beside what must be seen to.</summary>
internal sealed class AttentionNode(AttentionRequirement requirement, int decides) : CohortNode(requirement)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts) => verdicts = before[decides];
}
