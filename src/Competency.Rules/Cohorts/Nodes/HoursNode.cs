using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Hours above or below a minimum.</summary>
internal sealed class HoursNode(OffTheJobHoursRequirement requirement, int margin, int isNotMet) : CohortNode(requirement)
{
    /// <summary>Beyond it the number of hours makes no difference, and its hundredths would not fit.</summary>
    private const decimal Most = 10_000_000;

    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var numbers = margin;
        var isMet = block.AtLeast(numbers, 0);
        var isNot = ~isMet & block.Flag(isNotMet);
        return new(isMet, Vector512<ulong>.Zero, isNot, ~isMet & ~isNot);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        var (verdict, above) = requirement.Margin(context);
        columns.SetNumber(margin, index, above is { } hours ? (int)decimal.Floor(Math.Clamp(hours, -Most, Most) * 100) : CohortCompiler.Unknown);
        columns.SetFlag(isNotMet, index, verdict == Verdict.NotMet);
    }
}
