using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>The original start lies between two days.</summary>
internal sealed class StartedNode : ColumnsNode
{
    private readonly int _start;
    private readonly int _absent;
    private readonly int _isKnown;
    private readonly int _hasCome;
    private readonly int _hasGone;

    public StartedNode(StartedBetweenRequirement requirement, CohortCompiler compiler)
        : base(requirement, VerdictKinds.NotMet | VerdictKinds.CannotTell)
    {
        _start = compiler.Start();
        _absent = compiler.NotBegun();
        _isKnown = compiler.AtLeast(_start, 0);
        _hasCome = requirement.From is { } from ? compiler.AtLeast(_start, from.DayNumber) : _isKnown;
        _hasGone = requirement.Until is { } until ? compiler.AtLeast(_start, until.DayNumber + 1) : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Judge(CohortGroup group, VerdictPlanes verdicts)
    {
        var isKnown = group.Is(_isKnown);
        var isWithin = isKnown & group.Is(_hasCome);
        if (_hasGone >= 0)
        {
            isWithin &= ~group.Is(_hasGone);
        }

        verdicts.Set(group.Block, notMet: isKnown & ~isWithin, cannotTell: ~isKnown);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillStart(columns, index, _start, _absent, context);
}
