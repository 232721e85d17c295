using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>An option is chosen, or a certain one is.</summary>
internal sealed class OptionNode : CohortNode
{
    private readonly int _option;
    private readonly int _isChosen;
    private readonly int _isAsked;
    private readonly int _isLater;

    /// <summary>The node of such a requirement.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="compiler">Gathers the columns.</param>
    /// <param name="asked">The number of the option that is asked; 0 for any.</param>
    public OptionNode(Requirement requirement, CohortCompiler compiler, int asked)
        : base(requirement)
    {
        _option = compiler.Option();
        _isChosen = compiler.AtLeast(_option, 1);
        (_isAsked, _isLater) = asked == 0 ? (_isChosen, -1) : (compiler.AtLeast(_option, asked), compiler.AtLeast(_option, asked + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts)
    {
        var isChosen = block.Is(_isChosen);
        var isMet = _isLater < 0 ? isChosen : block.Is(_isAsked) & ~block.Is(_isLater);
        verdicts = new(isMet, Vector512<ulong>.Zero, isChosen & ~isMet, ~isChosen);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillOption(columns, index, _option, context);
}
