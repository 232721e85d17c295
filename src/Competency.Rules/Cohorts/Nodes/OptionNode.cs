using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>An option is chosen, or a certain one is.</summary>
internal sealed class OptionNode : ColumnsNode
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
        : base(requirement, VerdictKinds.NotMet | VerdictKinds.CannotTell)
    {
        _option = compiler.Option();
        _isChosen = compiler.AtLeast(_option, 1);
        (_isAsked, _isLater) = asked == 0 ? (_isChosen, -1) : (compiler.AtLeast(_option, asked), compiler.AtLeast(_option, asked + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Judge(CohortGroup group, VerdictPlanes verdicts)
    {
        var isChosen = group.Is(_isChosen);
        var isMet = _isLater < 0 ? isChosen : group.Is(_isAsked) & ~group.Is(_isLater);
        verdicts.Set(group.Block, notMet: isChosen & ~isMet, cannotTell: ~isChosen);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillOption(columns, index, _option, context);
}
