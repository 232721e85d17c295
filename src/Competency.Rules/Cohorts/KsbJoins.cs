using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// Selections of KSBs within others, as those of duties are within all KSBs: who lacks anything of the smaller is found once, and joined to who lacks anything of the larger. Of two that are the
/// same the first is within the other.
/// </summary>
internal sealed class KsbJoins
{
    private const int EvenSo = 2;
    private const int Keeps = 4;
    private const int Length = Keeps + 1;

    private readonly List<KsbsSelection> _selections;
    private readonly int[][] _left;

    // The places of the selections within each that are joined to it.
    private readonly int[][] _within;

    // Of each join where the planes of a selection stand and those of one within it, both twice: of who lacks anything, and of who would even so. Then -1 if the selection keeps what it holds, and 0 if
    // it holds nothing yet.
    private int[] _joins = [];

    /// <summary>Finds which are within which.</summary>
    /// <param name="selections">The selections; those that leave a choice are passed over.</param>
    /// <param name="ksbs">How many KSBs the standard has.</param>
    public KsbJoins(List<KsbsSelection> selections, int ksbs)
    {
        _selections = selections;
        _left = new int[selections.Count][];
        _within = new int[selections.Count][];
        for (var i = 0; i < selections.Count; i++)
        {
            FindWithin(i, ksbs);
        }
    }

    /// <summary>The KSBs for which a selection asks and none within it does.</summary>
    public int[] Left(int selection) => _left[selection];

    /// <summary>Puts what is joined into order: the smaller selections first, for they may be within others.</summary>
    /// <param name="begun">Whether each selection holds anything when joining begins.</param>
    public void LayOut(bool[] begun)
    {
        var joins = new List<int>();
        var isJoined = new bool[_selections.Count];
        for (var done = 0; done < isJoined.Length; done++)
        {
            var next = -1;
            for (var i = 0; i < isJoined.Length; i++)
            {
                next = !isJoined[i] && (next < 0 || SizeOf(i) < SizeOf(next)) ? i : next;
            }

            isJoined[next] = true;
            foreach (var inner in _within[next])
            {
                joins.Add(_selections[next].LackAt);
                joins.Add(_selections[inner].LackAt);
                joins.Add(_selections[next].LackEvenSoAt);
                joins.Add(_selections[inner].LackEvenSoAt);
                joins.Add(begun[next] ? -1 : 0);
                begun[next] = true;
            }
        }

        _joins = joins.ToArray();
    }

    /// <summary>Adds who lacks anything of those within to who lacks anything of a selection, of all blocks: block by block each had to wait for the one before.</summary>
    /// <param name="planes">The planes that say so, and others.</param>
    /// <param name="isEvenSo">Whether of those who would lack it even if what is accepted under another version counted.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Join(Span<Vector512<ulong>> planes, bool isEvenSo)
    {
        var at = isEvenSo ? EvenSo : 0;
        for (ReadOnlySpan<int> join = _joins; join.Length >= Length; join = join[Length..])
        {
            var lack = planes.Slice(join[at], CohortGroup.Blocks);
            var more = planes.Slice(join[at + 1], CohortGroup.Blocks);
            var keeps = Vector512.Create((ulong)join[Keeps]);
            for (var block = 0; block < lack.Length; block++)
            {
                lack[block] = (lack[block] & keeps) | more[block];
            }
        }
    }

    private int SizeOf(int selection) => _selections[selection].Positions.Length;

    private void FindWithin(int selection, int ksbs)
    {
        var (isAsked, isLeft) = (new bool[ksbs], new bool[ksbs]);
        foreach (var position in _selections[selection].Positions)
        {
            isAsked[position] = isLeft[position] = _selections[selection].AsksAll;
        }

        var within = new List<int>();
        for (var i = 0; i < _selections.Count; i++)
        {
            if (!_selections[i].AsksAll || SizeOf(i) > SizeOf(selection) || (SizeOf(i) == SizeOf(selection) && i >= selection))
            {
                continue;
            }

            var (isWithin, saved) = (true, 0);
            foreach (var position in _selections[i].Positions)
            {
                isWithin &= isAsked[position];
                saved += isLeft[position] ? 1 : 0;
            }

            // To look at one KSB costs no more than to look at what was found of it.
            if (isWithin && saved > 1)
            {
                within.Add(i);
                foreach (var position in _selections[i].Positions)
                {
                    isLeft[position] = false;
                }
            }
        }

        _within[selection] = within.ToArray();
        _left[selection] = Array.FindAll(_selections[selection].Positions, p => isLeft[p]);
    }
}
