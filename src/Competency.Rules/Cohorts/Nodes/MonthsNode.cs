using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>A number of months of learning, by the period in which the learner began.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="periods">The months for starts from a day on, oldest first, each with the column of the day after them.</param>
/// <param name="start">The column of the original start.</param>
/// <param name="absent">The column that says that learning had not begun.</param>
/// <param name="excused">The column that says that a reason for less is recorded; -1 where none counts.</param>
/// <param name="whenExcused">What comes of it then, where the months are not complete.</param>
/// <param name="isExcused">Whether a learner has such a reason; null where none counts.</param>
internal sealed class MonthsNode(
    Requirement requirement,
    (int FromDay, int Months, int Reach)[] periods,
    int start,
    int absent,
    int excused,
    Verdict whenExcused,
    Func<AssessmentContext, bool>? isExcused) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var starts = start;
        var hasStart = block.AtLeast(starts, 0);
        var notBegun = block.Flag(absent) & ~hasStart;
        var (met, due, not) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, notBegun);
        var later = Vector512<ulong>.Zero;
        for (var i = periods.Length - 1; i >= 0; i--)
        {
            var from = block.AtLeast(starts, Math.Max(0, periods[i].FromDay));
            var within = from & ~later;
            later = from;
            if (within == Vector512<ulong>.Zero)
            {
                continue;
            }

            var reach = periods[i].Reach;
            var isTold = block.AtLeast(reach, 0) & within;
            var isNever = block.AtLeast(reach, int.MaxValue);
            var isAhead = block.AtLeast(reach, block.Day + 1);
            not |= isTold & isNever;
            due |= isTold & isAhead & ~isNever;
            met |= isTold & ~isAhead;
        }

        var verdicts = new VerdictPlanes(met, due, not, ~(met | due | not));
        if (excused < 0)
        {
            return verdicts;
        }

        var less = block.Flag(excused) & ~met & hasStart & later;
        return verdicts.Within(~less).Or(VerdictPlanes.Of(whenExcused).Within(less));
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        CohortCompiler.FillStart(columns, index, start, absent, context);
        foreach (var (_, months, reach) in periods)
        {
            columns.SetNumber(reach, index, context.OriginalStart is null ? CohortCompiler.Unknown : LearningDuration.ReachNumber(context, months));
        }

        if (excused >= 0)
        {
            columns.SetFlag(excused, index, isExcused!(context));
        }
    }
}
