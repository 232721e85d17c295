using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>A block of 512 learners while it is judged. Of one thread.</summary>
internal sealed class CohortBlock(CohortColumns columns)
{
    private const int Remembered = 64;

    // Requirements look at the same columns: the law's minimum and the standard's at the same start and months.
    private readonly (int Column, int Least, int Block)[] _asked = new (int, int, int)[Remembered];
    private readonly Vector512<ulong>[] _answers = new Vector512<ulong>[Remembered];

    // Kept so that the sweep is not left out.
    private ulong _touched;

    public CohortColumns Columns { get; } = columns;

    /// <summary>The block's place, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>The day on which things are to hold.</summary>
    public int Day => Columns.AsOf.DayNumber;

    /// <summary>
    /// Goes to another block. Where there are numbers all of it is brought near in one sweep: requirements look here and there, which memory is slow to
    /// follow. Planes are read from one end to the other anyhow. The end of the block after it is looked at, so that it is on its way while this one is judged.
    /// </summary>
    public void MoveTo(int index)
    {
        Index = index;
        var touched = 0UL;
        if (Columns.HasNumbers)
        {
            var words = Columns.WordsOf(index);
            for (var i = 0; i < words.Length; i += VerdictPlanes.Words)
            {
                touched ^= words[i];
            }
        }

        if (index + 1 < Columns.Blocks)
        {
            touched ^= Columns.WordsOf(index + 1)[^1];
        }

        _touched = touched;
    }

    /// <summary>Whose number is at least another.</summary>
    public Vector512<ulong> AtLeast(int column, int least)
    {
        var place = (int)(((uint)(column * 31) + (uint)least) % Remembered);

        // Blocks count from 1 here: nothing was asked of block 0.
        if (_asked[place] == (column, least, Index + 1))
        {
            return _answers[place];
        }

        _asked[place] = (column, least, Index + 1);
        return _answers[place] = PlaneMath.AtLeast(Columns.NumbersOf(column, Index), least);
    }

    /// <summary>Whose number is another.</summary>
    public Vector512<ulong> Is(int column, int number) => AtLeast(column, number) & (number == int.MaxValue ? Vector512<ulong>.AllBitsSet : ~AtLeast(column, number + 1));

    /// <summary>Whose flag is set.</summary>
    public Vector512<ulong> Flag(int column) => PlaneMath.Plane(Columns.FlagsOf(column, Index));
}
