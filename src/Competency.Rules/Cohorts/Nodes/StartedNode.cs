using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The original start lies between two days.</summary>
internal sealed class StartedNode : CohortNode
{
    private readonly int _start;
    private readonly int _absent;
    private readonly int _isKnown;
    private readonly int _hasCome;
    private readonly int _hasGone;

    public StartedNode(StartedBetweenRequirement requirement, CohortCompiler compiler)
        : base(requirement)
    {
        _start = compiler.Start();
        _absent = compiler.NotBegun();
        _isKnown = compiler.AtLeast(_start, 0);
        _hasCome = requirement.From is { } from ? compiler.AtLeast(_start, from.DayNumber) : _isKnown;
        _hasGone = requirement.Until is { } until ? compiler.AtLeast(_start, until.DayNumber + 1) : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts)
    {
        var isKnown = block.Is(_isKnown);
        var isWithin = isKnown & block.Is(_hasCome);
        if (_hasGone >= 0)
        {
            isWithin &= ~block.Is(_hasGone);
        }

        verdicts = new(isWithin, Vector512<ulong>.Zero, isKnown & ~isWithin, ~isKnown);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillStart(columns, index, _start, _absent, context);
}
