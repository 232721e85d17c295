using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>An option is chosen, or a certain one is.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="option">The column of options.</param>
/// <param name="asked">The number of the option that is asked; 0 for any.</param>
internal sealed class OptionNode(Requirement requirement, int option, int asked) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var numbers = option;
        var isChosen = block.AtLeast(numbers, 1);
        var isMet = asked == 0 ? isChosen : block.Is(numbers, asked);
        return new(isMet, Vector512<ulong>.Zero, isChosen & ~isMet, ~isChosen);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillOption(columns, index, option, context);
}
