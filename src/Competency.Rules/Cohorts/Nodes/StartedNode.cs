using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The original start lies between two days.</summary>
internal sealed class StartedNode(StartedBetweenRequirement requirement, int start, int absent) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var starts = start;
        var isKnown = block.AtLeast(starts, 0);
        var isWithin = isKnown & block.AtLeast(starts, requirement.From?.DayNumber ?? 0) & ~block.AtLeast(starts, (requirement.Until?.DayNumber ?? int.MaxValue - 1) + 1);
        return new(isWithin, Vector512<ulong>.Zero, isKnown & ~isWithin, ~isKnown);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillStart(columns, index, start, absent, context);
}
