using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>The same for everybody on a day.</summary>
internal sealed class SameForAllNode(Requirement requirement, Func<DateOnly, Verdict> on) : CohortNode(requirement)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts) => verdicts = VerdictPlanes.Of(on(block.AsOf));
}
