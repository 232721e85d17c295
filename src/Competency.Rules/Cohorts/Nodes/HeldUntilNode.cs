using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Something that holds until a day: a certificate, a declaration.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="until">The column of the last day.</param>
/// <param name="absent">The column that says that absence is no.</param>
internal sealed class HeldUntilNode(Requirement requirement, int until, int absent) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var isHeld = block.AtLeast(until, block.Day);
        var isNot = ~isHeld & block.Flag(absent);
        return new(isHeld, Vector512<ulong>.Zero, isNot, ~isHeld & ~isNot);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        var verdict = Requirement.Decide(context);
        columns.SetNumber(until, index, verdict == Verdict.Met ? int.MaxValue : CohortCompiler.Unknown);
        columns.SetFlag(absent, index, verdict == Verdict.NotMet);
    }
}
