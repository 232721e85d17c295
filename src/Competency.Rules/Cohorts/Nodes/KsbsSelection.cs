using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The KSBs that are asked of the learners of one option, or of all.</summary>
internal sealed class KsbsSelection
{
    private readonly int[] _positions;

    // Whether they stand one after the other, as in nearly every policy.
    private readonly bool _isRun;

    /// <summary>Some KSBs.</summary>
    /// <param name="compiler">Gathers the selections.</param>
    /// <param name="positions">Their places in the standard, ascending; at least one.</param>
    /// <param name="asked">How many of them are asked.</param>
    /// <param name="isOption">The comparison that says that the option is this one or a later one; -1 where there are no options.</param>
    /// <param name="isLaterOption">The comparison that says that it is a later one; -1 where there are no options.</param>
    public KsbsSelection(CohortCompiler compiler, int[] positions, int asked, int isOption, int isLaterOption)
    {
        _positions = positions;
        Asked = asked;
        IsOption = isOption;
        IsLaterOption = isLaterOption;
        _isRun = positions[^1] - positions[0] == positions.Length - 1;
        Place = compiler.Selections.Count;
        compiler.Selections.Add(this);
    }

    /// <summary>Its place among the selections of a cohort.</summary>
    public int Place { get; }

    /// <summary>How many KSBs there are to choose from.</summary>
    public int Count => _positions.Length;

    public int Asked { get; }

    public int IsOption { get; }

    public int IsLaterOption { get; }

    /// <summary>Who has enough of them.</summary>
    /// <param name="achieved">The planes of all KSBs.</param>
    /// <param name="elsewhere">Those of what is accepted under another version only, if it is to count; otherwise none.</param>
    /// <param name="enough">The plane that is to say so.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Enough(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, Span<ulong> enough)
    {
        var (positions, asked) = (_positions, Asked);
        if (asked == positions.Length && elsewhere.IsEmpty && _isRun)
        {
            // Memory is read from one end to the other.
            All(achieved.Slice(positions[0] * VerdictPlanes.Words, asked * VerdictPlanes.Words), enough);
            return;
        }

        if (asked == positions.Length)
        {
            var all = Vector512<ulong>.AllBitsSet;
            foreach (var position in positions)
            {
                all &= At(achieved, elsewhere, position);
            }

            all.CopyTo(enough);
            return;
        }

        // A number in binary for each learner, its bits one plane above the other.
        Span<Vector512<ulong>> sum = stackalloc Vector512<ulong>[13];
        sum.Clear();
        foreach (var position in positions)
        {
            var carry = At(achieved, elsewhere, position);
            for (var bit = 0; bit < sum.Length && carry != Vector512<ulong>.Zero; bit++)
            {
                var both = sum[bit] & carry;
                sum[bit] ^= carry;
                carry = both;
            }
        }

        // From the highest bit down: more already, or as much so far.
        var (more, same) = (Vector512<ulong>.Zero, Vector512<ulong>.AllBitsSet);
        for (var bit = sum.Length - 1; bit >= 0; bit--)
        {
            if (((asked >> bit) & 1) == 0)
            {
                more |= same & sum[bit];
                same &= ~sum[bit];
            }
            else
            {
                same &= sum[bit];
            }
        }

        (more | same).CopyTo(enough);
    }

    /// <remarks>
    /// What comes of it goes where it stays. Returned, it would go by way of the stack, where a vector may lie in two lines of the cache: then it is not at hand
    /// before all that was to be read for it has come, and memory waits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void All(ReadOnlySpan<ulong> achieved, Span<ulong> enough)
    {
        var planes = MemoryMarshal.Cast<ulong, Vector512<ulong>>(achieved);
        var (one, two, three, four) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet);
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

        (one & two & three & four).CopyTo(enough);
    }

    private static Vector512<ulong> At(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, int position)
    {
        var at = position * VerdictPlanes.Words;
        var plane = PlaneMath.Plane(achieved.Slice(at, VerdictPlanes.Words));
        return elsewhere.IsEmpty ? plane : plane | PlaneMath.Plane(elsewhere.Slice(at, VerdictPlanes.Words));
    }
}
