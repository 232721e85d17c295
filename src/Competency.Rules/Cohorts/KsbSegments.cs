using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// The KSBs that selections ask for without exception, in the standard's order, cut where others ask for them: each KSB is read once, from one end of memory to the
/// other, however many selections it is in. Behaviours are in those of every duty.
/// </summary>
internal sealed class KsbSegments
{
    private readonly int[] _places;
    private readonly Segment[] _segments;

    /// <summary>The segments of some selections.</summary>
    /// <param name="selections">The selections; those that leave a choice are passed over.</param>
    public KsbSegments(IReadOnlyList<KsbsSelection> selections)
    {
        var whole = selections.Where(s => s.AsksAll).ToArray();
        _places = Array.ConvertAll(whole, s => s.Place);
        var askedBy = new SortedDictionary<int, List<int>>();
        foreach (var selection in whole)
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

        var segments = new List<Segment>();
        foreach (var (position, places) in askedBy)
        {
            if (segments.Count > 0 && segments[^1] is var last && last.End == position && last.Places.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(places)))
            {
                segments[^1] = last with { End = position + 1 };
            }
            else
            {
                segments.Add(new Segment(position, position + 1, [.. places]));
            }
        }

        _segments = [.. segments];
    }

    /// <summary>Who has all that each selection asks.</summary>
    /// <param name="achieved">The planes of all KSBs.</param>
    /// <param name="elsewhere">Those of what is accepted under another version only, if it is to count; otherwise none.</param>
    /// <param name="answers">Where two planes stand for each selection: the first is written, that of who would have all is the second.</param>
    /// <param name="which">Which of the two is written: 0 or 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Judge(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, Span<ulong> answers, int which)
    {
        var enough = MemoryMarshal.Cast<ulong, Vector512<ulong>>(answers);
        foreach (var place in _places)
        {
            enough[(2 * place) + which] = Vector512<ulong>.AllBitsSet;
        }

        foreach (ref readonly var segment in _segments.AsSpan())
        {
            var all = elsewhere.IsEmpty ? All(achieved, segment.First, segment.End) : All(achieved, elsewhere, segment.First, segment.End);
            foreach (var place in segment.Places)
            {
                enough[(2 * place) + which] &= all;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> All(ReadOnlySpan<ulong> achieved, int first, int end)
    {
        var (one, two, three, four) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet);
        var planes = MemoryMarshal.Cast<ulong, Vector512<ulong>>(achieved)[first..end];
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

        return one & two & three & four;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> All(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, int first, int end)
    {
        var all = Vector512<ulong>.AllBitsSet;
        for (var position = first; position < end; position++)
        {
            all &= PlaneMath.PlaneOf(achieved, elsewhere, position);
        }

        return all;
    }

    private readonly record struct Segment(int First, int End, int[] Places);
}
