using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// The KSBs that selections ask for without exception, in the standard's order, cut where others ask for them: each KSB is read once, from one end of memory to the
/// other, however many selections it is in. Behaviours are in those of every duty.
/// </summary>
internal sealed class KsbSegments
{
    private readonly Segment[] _segments;

    /// <summary>The segments of some selections.</summary>
    /// <param name="selections">The selections; those that leave a choice are passed over.</param>
    /// <param name="ksbs">How many KSBs the standard has.</param>
    /// <remarks>Plain arrays: with dictionaries, sets and lists of values of its own the runtime compiles a hundred methods for it, in every process, for 8 ms.</remarks>
    public KsbSegments(List<KsbsSelection> selections, int ksbs)
    {
        var askedBy = new int[]?[ksbs];
        foreach (var selection in selections)
        {
            if (selection.AsksAll)
            {
                foreach (var position in selection.Positions)
                {
                    askedBy[position] = With(askedBy[position], selection.Place);
                }
            }
        }

        var segments = new List<Segment>();
        var begun = new bool[selections.Count];
        Segment? last = null;
        for (var position = 0; position < ksbs; position++)
        {
            if (askedBy[position] is not { } asked)
            {
                continue;
            }

            if (last is null || last.End != position || !IsSame(last.Asked, asked))
            {
                segments.Add(last = new Segment(position, asked, begun));
            }

            last.End = position + 1;
        }

        _segments = segments.ToArray();
    }

    /// <summary>Who has all that each selection asks.</summary>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="enough">Where a plane stands for each selection, <see cref="CohortGroup.Blocks"/> planes behind the one before.</param>
    /// <remarks>
    /// What comes of it goes where it stays. By way of the stack a vector may lie in two lines of the cache: then it is not at hand before all that was to be read for it
    /// has come, and memory waits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Judge(ReadOnlySpan<Vector512<ulong>> achieved, Span<Vector512<ulong>> enough)
    {
        foreach (var segment in _segments)
        {
            var (one, two, three, four) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet);
            var planes = achieved[segment.First..segment.End];
            while (planes.Length >= 4)
            {
                one &= planes[0];
                two &= planes[1];
                three &= planes[2];
                four &= planes[3];
                planes = planes[4..];
            }

            foreach (var plane in planes)
            {
                one &= plane;
            }

            one &= two & three & four;
            foreach (var place in segment.Begun)
            {
                enough[place * CohortGroup.Blocks] = one;
            }

            foreach (var place in segment.Others)
            {
                enough[place * CohortGroup.Blocks] &= one;
            }
        }
    }

    /// <summary>Who would have all that each selection asks, if what is accepted under another version counted.</summary>
    /// <param name="elsewhere">The planes of what is accepted under another version only.</param>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="enough">Where a plane stands for each selection, <see cref="CohortGroup.Blocks"/> planes behind the one before.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void JudgeWith(ReadOnlySpan<Vector512<ulong>> elsewhere, ReadOnlySpan<Vector512<ulong>> achieved, Span<Vector512<ulong>> enough)
    {
        foreach (var segment in _segments)
        {
            var all = Vector512<ulong>.AllBitsSet;
            for (var position = segment.First; position < segment.End; position++)
            {
                all &= achieved[position] | elsewhere[position];
            }

            foreach (var place in segment.Begun)
            {
                enough[place * CohortGroup.Blocks] = all;
            }

            foreach (var place in segment.Others)
            {
                enough[place * CohortGroup.Blocks] &= all;
            }
        }
    }

    private static int[] With(int[]? places, int place)
    {
        var with = new int[(places?.Length ?? 0) + 1];
        places?.CopyTo(with, 0);
        with[^1] = place;
        return with;
    }

    private static bool IsSame(int[] left, int[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>KSBs that follow one another and are asked by the same selections.</summary>
    private sealed class Segment
    {
        public readonly int First;

        public readonly int[] Asked;

        /// <summary>The selections of which no KSB stands before: what is found here is all that is known of them.</summary>
        public readonly int[] Begun = [];

        /// <summary>The others.</summary>
        public readonly int[] Others = [];

        /// <summary>The place behind the last.</summary>
        public int End;

        /// <summary>A segment that begins.</summary>
        /// <param name="first">The place of the first KSB.</param>
        /// <param name="asked">The places of the selections, ascending.</param>
        /// <param name="begun">Of which selections a KSB stands before; now of all these.</param>
        public Segment(int first, int[] asked, bool[] begun)
        {
            First = first;
            Asked = asked;
            foreach (var place in asked)
            {
                if (begun[place])
                {
                    Others = With(Others, place);
                }
                else
                {
                    Begun = With(Begun, place);
                }

                begun[place] = true;
            }
        }
    }
}
