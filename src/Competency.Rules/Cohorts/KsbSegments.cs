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
    /// <param name="selections">The selections, of which it is known where their planes stand; those that leave a choice are passed over.</param>
    /// <param name="ksbs">How many KSBs the standard has.</param>
    /// <remarks>Plain arrays: with dictionaries, sets and lists of values of its own the runtime compiles a hundred methods for it, in every process, for 8 ms.</remarks>
    public KsbSegments(List<KsbsSelection> selections, int ksbs)
    {
        var askedBy = new int[]?[ksbs];
        for (var i = 0; i < selections.Count; i++)
        {
            if (selections[i].AsksAll)
            {
                foreach (var position in selections[i].Positions)
                {
                    askedBy[position] = With(askedBy[position], i);
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
                segments.Add(last = new Segment(position, asked));
                foreach (var i in asked)
                {
                    last.Lack.Add(selections[i].LackAt, begun[i]);
                    last.LackEvenSo.Add(selections[i].LackEvenSoAt, begun[i]);
                    begun[i] = true;
                }
            }

            last.End = position + 1;
        }

        _segments = segments.ToArray();
    }

    /// <summary>Finds who has not all that each selection asks.</summary>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="planes">The planes that are to say so, and others: <see cref="KsbsSelection.LackAt"/> says where they stand.</param>
    /// <remarks>
    /// What comes of it goes where it stays. By way of the stack a vector may lie in two lines of the cache: then it is not at hand before all that was to be read for it
    /// has come, and memory waits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindLack(ReadOnlySpan<Vector512<ulong>> achieved, Span<Vector512<ulong>> planes)
    {
        foreach (var segment in _segments)
        {
            var (one, two, three, four) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet);
            var ksbs = achieved[segment.First..segment.End];
            while (ksbs.Length >= 4)
            {
                one &= ksbs[0];
                two &= ksbs[1];
                three &= ksbs[2];
                four &= ksbs[3];
                ksbs = ksbs[4..];
            }

            foreach (var ksb in ksbs)
            {
                one &= ksb;
            }

            segment.Lack.Say(~(one & two & three & four), planes);
        }
    }

    /// <summary>Finds who would not have all that each selection asks, if what is accepted under another version counted.</summary>
    /// <param name="elsewhere">The planes of what is accepted under another version only.</param>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="planes">The planes that are to say so, and others: <see cref="KsbsSelection.LackEvenSoAt"/> says where they stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindLackEvenSo(ReadOnlySpan<Vector512<ulong>> elsewhere, ReadOnlySpan<Vector512<ulong>> achieved, Span<Vector512<ulong>> planes)
    {
        foreach (var segment in _segments)
        {
            var all = Vector512<ulong>.AllBitsSet;
            for (var position = segment.First; position < segment.End; position++)
            {
                all &= achieved[position] | elsewhere[position];
            }

            segment.LackEvenSo.Say(~all, planes);
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
    private sealed class Segment(int first, int[] asked)
    {
        public readonly int First = first;

        /// <summary>The places of the selections, ascending.</summary>
        public readonly int[] Asked = asked;

        public readonly Targets Lack = new();

        public readonly Targets LackEvenSo = new();

        /// <summary>The place behind the last.</summary>
        public int End;
    }

    /// <summary>The planes to which it goes who lacks any KSB of a segment.</summary>
    private sealed class Targets
    {
        // Those of selections of which no KSB stands before: what is found here is all that is known of them.
        private int[] _begun = [];
        private int[] _others = [];

        public void Add(int at, bool isBegun)
        {
            if (isBegun)
            {
                _others = With(_others, at);
            }
            else
            {
                _begun = With(_begun, at);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Say(Vector512<ulong> anyLacked, Span<Vector512<ulong>> planes)
        {
            foreach (var at in _begun)
            {
                planes[at] = anyLacked;
            }

            foreach (var at in _others)
            {
                planes[at] |= anyLacked;
            }
        }
    }
}
