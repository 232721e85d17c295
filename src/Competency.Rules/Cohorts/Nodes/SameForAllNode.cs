namespace Competency.Rules;

/// <summary>The same for everybody on a day.</summary>
internal sealed class SameForAllNode(Requirement requirement, Func<DateOnly, Verdict> on) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) => VerdictPlanes.Of(on(block.Columns.AsOf));
}
