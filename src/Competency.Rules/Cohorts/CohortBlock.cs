using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// A block of 512 learners while it is judged, and what was read of those beside it. Of one thread. Some blocks are read at once, from one end of memory to the
/// other, and every column is compared and every set of KSBs combined as it comes by: memory and processor work at the same time. What came of it is judged after,
/// when all of it is near.
/// </summary>
internal sealed class CohortBlock
{
    /// <summary>How many blocks are read at once: enough that memory seldom has to begin anew, and few enough that what came of them stays in the nearest cache, beside what is judged.</summary>
    public const int AtOnce = 8;

    private readonly CohortColumns _columns;

    // Comparisons of one column stand together, in the order in which a block holds the columns.
    private readonly int[] _numbers;
    private readonly int[] _placeOf;
    private readonly int[] _endOfColumn;
    private readonly int _selectionCount;
    private readonly KsbSegments _segments;

    // The selections that leave a choice.
    private readonly KsbsSelection[] _choices;

    private readonly AlignedWords _answers;
    private readonly int _ofBlock;
    private int _firstRead;
    private int _at;

    // Kept so that the look at flags is not left out.
    private ulong _touched;

    public CohortBlock(CohortColumns columns, AlignedWords answers)
    {
        _columns = columns;
        var compiler = columns.Cohort.Compiler;
        var comparisons = compiler.Comparisons;
        _selectionCount = compiler.Selections.Count;
        _segments = columns.Cohort.KsbSegments;
        _choices = [.. compiler.Selections.Where(s => !s.AsksAll)];
        _numbers = new int[comparisons.Count];
        _placeOf = new int[comparisons.Count];
        _endOfColumn = new int[compiler.Numbers.Count];
        _ofBlock = CohortScratch.AnswersOfBlock(compiler);
        _answers = answers;
        var next = 0;
        for (var column = 0; column < _endOfColumn.Length; column++)
        {
            for (var i = 0; i < comparisons.Count; i++)
            {
                if (comparisons[i].Column == column)
                {
                    _numbers[next] = comparisons[i].On(columns.AsOf);
                    _placeOf[i] = next++;
                }
            }

            _endOfColumn[column] = next;
        }
    }

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf => _columns.AsOf;

    /// <summary>The block's place, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>Reads some blocks, at most <see cref="AtOnce"/>.</summary>
    /// <param name="first">The first.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="counts">Where it is counted who lacks which KSB, while the KSBs are near; null where it is not asked.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int first, int end, CohortCounts? counts)
    {
        _firstRead = first;
        for (var block = first; block < end; block++)
        {
            MoveTo(block);
            Compare();
            Combine();
            if (counts is not null)
            {
                counts.AddKsbs(_columns, this);
            }

            Touch(_columns.FlagsOf(block));
        }
    }

    /// <summary>Goes to one of the blocks that were read.</summary>
    public void MoveTo(int index)
    {
        Index = index;
        _at = (index - _firstRead) * _ofBlock;
    }

    /// <summary>What came of a comparison: see <see cref="CohortCompiler.AtLeast"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Is(int comparison) => Answer(_placeOf[comparison]);

    /// <summary>Who has achieved enough of some KSBs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> HasEnough(KsbsSelection selection) => Answer(_numbers.Length + (2 * selection.Place));

    /// <summary>Who would have, if all that may yet be carried over counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> MayHaveEnough(KsbsSelection selection) => Answer(_numbers.Length + (2 * selection.Place) + (_columns.HasElsewhere ? 1 : 0));

    /// <summary>Whose flag is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Flag(int column) => PlaneMath.Plane(_columns.FlagsOf(Index).Slice(column * VerdictPlanes.Words, VerdictPlanes.Words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Answer(int place) => PlaneMath.Plane(_answers.Slice(_at + (place * VerdictPlanes.Words), VerdictPlanes.Words));

    /// <summary>Has memory bring some words, one line after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Touch(ReadOnlySpan<ulong> words)
    {
        var touched = 0UL;
        for (var i = 0; i < words.Length; i += VerdictPlanes.Words)
        {
            touched ^= words[i];
        }

        _touched ^= touched;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare()
    {
        var first = 0;
        for (var column = 0; column < _endOfColumn.Length; column++)
        {
            var end = _endOfColumn[column];
            PlaneMath.AtLeast(_columns.NumbersOf(column, Index), _numbers.AsSpan(first, end - first), _answers.Slice(_at + (first * VerdictPlanes.Words), (end - first) * VerdictPlanes.Words));
            first = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine()
    {
        if (_selectionCount == 0)
        {
            return;
        }

        var achieved = _columns.AchievedPlanes(Index);
        var elsewhere = _columns.HasElsewhere ? _columns.ElsewherePlanes(Index) : default;
        var answers = _answers.Slice(_at + (_numbers.Length * VerdictPlanes.Words), 2 * _selectionCount * VerdictPlanes.Words);
        _segments.Judge(achieved, answers);
        if (!elsewhere.IsEmpty)
        {
            _segments.JudgeWith(elsewhere, achieved, answers);
        }

        foreach (var selection in _choices)
        {
            var enough = answers.Slice(2 * selection.Place * VerdictPlanes.Words, 2 * VerdictPlanes.Words);
            selection.Enough(achieved, elsewhere: default, enough);
            if (!elsewhere.IsEmpty)
            {
                selection.Enough(achieved, elsewhere, enough[VerdictPlanes.Words..]);
            }
        }
    }
}
