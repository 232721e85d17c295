namespace Competency.Rules;

/// <summary>The same for everybody on a day.</summary>
internal sealed class SameForAllNode(Requirement requirement, Func<DateOnly, Verdict> on) : CohortNode(requirement)
{
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts) => verdicts = VerdictPlanes.Of(on(block.AsOf));
}
