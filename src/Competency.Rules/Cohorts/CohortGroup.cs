using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// A group of learners while it is judged, eight blocks of 512. Of one thread. It is read from one end of memory to the other, and every column is compared and every set
/// of KSBs combined as it comes by: memory and processor work at the same time. What came of it is judged after, when all of it is near.
/// </summary>
internal sealed class CohortGroup
{
    /// <summary>How many blocks it has: enough that memory seldom has to begin anew, and few enough that what came of them stays in the nearest cache, beside what is judged.</summary>
    public const int Blocks = 8;

    /// <summary>How many learners it has; the last group is padded with some that are not there.</summary>
    public const int Learners = Blocks * VerdictPlanes.Size;

    /// <summary>How many words it takes to say yes or no of everybody.</summary>
    public const int Words = Blocks * VerdictPlanes.Words;

    private readonly CohortColumns _columns;

    // Comparisons of one column stand together, in the order in which a group holds the columns.
    private readonly int[] _numbers;
    private readonly int[] _placeOf;
    private readonly int[] _endOfColumn;
    private readonly KsbSteps _ksbSteps;

    // The selections that leave a choice.
    private readonly KsbsSelection[] _choices;

    // What comes of reading goes to the planes of the nodes, or behind them.
    private readonly JudgedNodes _judged;
    private readonly int _answersAt;

    private int _index;

    // The flags that are set for everybody.
    private readonly bool[] _isSetForAll;

    public CohortGroup(CohortColumns columns, JudgedNodes judged)
    {
        _columns = columns;
        var compiler = columns.Cohort.Compiler;
        var comparisons = compiler.Comparisons;
        _ksbSteps = columns.Cohort.KsbSteps;
        _choices = [.. compiler.Selections.Where(s => !s.AsksAll)];
        _numbers = new int[comparisons.Count];
        _placeOf = new int[comparisons.Count];
        _endOfColumn = new int[compiler.Numbers.Count];
        _isSetForAll = new bool[compiler.Flags.Count];
        _judged = judged;
        _answersAt = compiler.Nodes.Count * JudgedNodes.PlanesOfNode;
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

    /// <summary>Whether anything may yet be carried over from another standard or version.</summary>
    public bool HasElsewhere => _columns.HasElsewhere;

    /// <summary>The block to which it was moved, from 0.</summary>
    public int Block { get; private set; }

    /// <summary>Reads a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int index)
    {
        _index = index;
        Compare();
        Combine();
        LookAtFlags();
    }

    /// <summary>Goes to one of the blocks.</summary>
    public void MoveTo(int block) => Block = block;

    /// <summary>What came of a comparison, block by block: see <see cref="CohortCompiler.AtLeast"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Vector512<ulong>> Are(int comparison) => Planes(_answersAt + (_placeOf[comparison] * Blocks));

    /// <summary>What came of a comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Is(int comparison) => Are(comparison)[Block];

    /// <summary>Who has not achieved enough of some KSBs, block by block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Vector512<ulong>> Lack(KsbsSelection selection) => Planes(selection.LackAt);

    /// <summary>Who would not have, if all that may yet be carried over counted, block by block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Vector512<ulong>> LackEvenSo(KsbsSelection selection) => Planes(HasElsewhere ? selection.LackEvenSoAt : selection.LackAt);

    /// <summary>Whose flag is set, block by block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Vector512<ulong>> Flags(int column) => _columns.FlagsOf(_index).Slice(column * Blocks, Blocks);

    /// <summary>Says of whom all decisions on evidence are recorded, block by block, where requirements over KSBs ask for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyClaimsComplete(Span<Vector512<ulong>> planes)
    {
        if (_columns.Cohort.Compiler.ClaimsComplete is >= 0 and var column)
        {
            Flags(column).CopyTo(planes);
        }
    }

    /// <summary>Whether a flag is set for everybody.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSetForAll(int column) => _isSetForAll[column];

    /// <summary>Whose flag is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Flag(int column) => Flags(column)[Block];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<Vector512<ulong>> Planes(int place) => _judged.Planes.Slice(place, Blocks);

    /// <summary>Has memory bring the flags, one after the other, while it is at it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAtFlags()
    {
        for (var column = 0; column < _isSetForAll.Length; column++)
        {
            var all = Vector512<ulong>.AllBitsSet;
            foreach (ref readonly var plane in Flags(column))
            {
                all &= plane;
            }

            _isSetForAll[column] = all == Vector512<ulong>.AllBitsSet;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare()
    {
        var first = 0;
        for (var column = 0; column < _endOfColumn.Length; column++)
        {
            var end = _endOfColumn[column];
            PlaneMath.AtLeast(_columns.NumbersOf(column, _index), _numbers.AsSpan(first, end - first), MemoryMarshal.Cast<Vector512<ulong>, ulong>(_judged.Planes.Slice(_answersAt + (first * Blocks), (end - first) * Blocks)));
            first = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine()
    {
        if (_columns.Cohort.Compiler.Selections.Count == 0)
        {
            return;
        }

        var achieved = _columns.AchievedOf(_index);
        var elsewhere = HasElsewhere ? _columns.ElsewhereOf(_index) : default;
        var ksbs = achieved.Length / Blocks;
        for (var block = 0; block < Blocks; block++)
        {
            Combine(achieved.Slice(block * ksbs, ksbs), elsewhere.IsEmpty ? default : elsewhere.Slice(block * ksbs, ksbs), _judged.Planes[block..]);
        }

        _ksbSteps.Join(_judged.Planes, isEvenSo: false);
        if (HasElsewhere)
        {
            _ksbSteps.Join(_judged.Planes, isEvenSo: true);
        }
    }

    /// <summary>Finds who has not enough of some KSBs.</summary>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="elsewhere">As many planes of what may be carried over; none where nothing may.</param>
    /// <param name="planes">All planes, beginning with the block's first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine(ReadOnlySpan<Vector512<ulong>> achieved, ReadOnlySpan<Vector512<ulong>> elsewhere, Span<Vector512<ulong>> planes)
    {
        _ksbSteps.FindLack(achieved, planes);
        if (!elsewhere.IsEmpty)
        {
            _ksbSteps.FindLackEvenSo(elsewhere, achieved, planes);
        }

        foreach (var selection in _choices)
        {
            selection.Lack(achieved, elsewhere: default, out planes[selection.LackAt]);
            if (!elsewhere.IsEmpty)
            {
                selection.Lack(achieved, elsewhere, out planes[selection.LackEvenSoAt]);
            }
        }
    }
}
