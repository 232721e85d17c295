using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>A number of months of learning, by the period in which the learner began.</summary>
internal sealed class MonthsNode : ColumnsNode
{
    private readonly MonthsPeriod[] _periods;
    private readonly int _start;
    private readonly int _hasStart;
    private readonly int _absent;
    private readonly int _excused;
    private readonly Verdict _whenExcused;
    private readonly Func<AssessmentContext, bool>? _isExcused;

    /// <summary>The node of a minimum.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="compiler">Gathers the columns.</param>
    /// <param name="periods">The months for starts from a day on, oldest first.</param>
    /// <param name="excused">The column that says that a reason for less is recorded; -1 where none counts.</param>
    /// <param name="whenExcused">What comes of it then, where the months are not complete.</param>
    /// <param name="isExcused">Whether a learner has such a reason; null where none counts.</param>
    public MonthsNode(Requirement requirement, CohortCompiler compiler, MonthsPeriod[] periods, int excused, Verdict whenExcused, Func<AssessmentContext, bool>? isExcused)
        : base(requirement, VerdictKinds.All)
    {
        _periods = periods;
        _start = compiler.Start();
        _hasStart = compiler.AtLeast(_start, 0);
        _absent = compiler.NotBegun();
        _excused = excused;
        _whenExcused = whenExcused;
        _isExcused = isExcused;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Judge(CohortGroup group, VerdictPlanes verdicts)
    {
        var hasStart = group.Is(_hasStart);
        var (met, due, not) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, group.Flag(_absent) & ~hasStart);
        var later = Vector512<ulong>.Zero;
        for (var i = _periods.Length - 1; i >= 0; i--)
        {
            var period = _periods[i];
            var from = group.Is(period.IsWithin);
            var isTold = group.Is(period.IsTold) & from & ~later;
            var isAhead = group.Is(period.IsAhead);
            var isNever = group.Is(period.IsNever);
            not |= isTold & isNever;
            due |= isTold & isAhead & ~isNever;
            met |= isTold & ~isAhead;
            later = from;
        }

        if (_excused >= 0)
        {
            // Whoever meets it is not excused.
            var less = group.Flag(_excused) & ~met & hasStart & later;
            (due, not) = (due & ~less, not & ~less);
            if (_whenExcused == Verdict.DoesNotApply)
            {
                verdicts.Set(group.Block, not, ~(met | due | not | less), due, less);
                return;
            }
        }

        verdicts.Set(group.Block, not, ~(met | due | not), due, Vector512<ulong>.Zero);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        CohortCompiler.FillStart(columns, index, _start, _absent, context);
        foreach (var period in _periods)
        {
            columns.SetNumber(period.Reach, index, context.OriginalStart is null ? CohortCompiler.Unknown : LearningDuration.ReachNumber(context, period.Months));
        }

        if (_excused >= 0)
        {
            columns.SetFlag(_excused, index, _isExcused!(context));
        }
    }
}
