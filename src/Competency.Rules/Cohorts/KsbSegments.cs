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
    public KsbSegments(IReadOnlyList<KsbsSelection> selections)
    {
        var askedBy = new SortedDictionary<int, List<int>>();
        foreach (var selection in selections.Where(s => s.AsksAll))
        {
            foreach (var position in selection.Positions)
            {
                if (!askedBy.TryGetValue(position, out var places))
                {
                    askedBy.Add(position, places = []);
                }

                places.Add(selection.Place);
            }
        }

        var begun = new HashSet<int>();
        var segments = new List<Segment>();
        foreach (var (position, places) in askedBy)
        {
            if (segments.Count > 0 && segments[^1] is var last && last.End == position && last.Asked.SetEquals(places))
            {
                segments[^1] = last with { End = position + 1 };
            }
            else
            {
                int[] first = [.. places.Where(begun.Add)];
                segments.Add(new Segment(position, position + 1, [.. places], first, [.. places.Except(first)]));
            }
        }

        _segments = [.. segments];
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
        foreach (ref readonly var segment in _segments.AsSpan())
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
        foreach (ref readonly var segment in _segments.AsSpan())
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

    /// <summary>KSBs that follow one another and are asked by the same selections.</summary>
    /// <param name="First">The place of the first.</param>
    /// <param name="End">The place behind the last.</param>
    /// <param name="Asked">The places of the selections.</param>
    /// <param name="Begun">Those of which no KSB stands before: what is found here is all that is known of them.</param>
    /// <param name="Others">The others.</param>
    private readonly record struct Segment(int First, int End, HashSet<int> Asked, int[] Begun, int[] Others);
}
