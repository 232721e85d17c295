using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The KSBs that are asked of the learners of one option, or of all.</summary>
internal sealed class KsbsSelection
{
    private readonly int[] _positions;

    // Of those that follow one another in memory the first and the one behind the last, in turn.
    private readonly int[] _runs;

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
        _runs = RunsOf(positions);
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
    public void Enough(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, Span<ulong> enough)
    {
        if (Asked < Count)
        {
            PlaneSum.AtLeast(Asked, achieved, elsewhere, _positions, enough);
        }
        else if (elsewhere.IsEmpty)
        {
            All(achieved, enough);
        }
        else
        {
            All(achieved, elsewhere, enough);
        }
    }

    private static int[] RunsOf(int[] positions)
    {
        var runs = new List<int>();
        for (var first = 0; first < positions.Length;)
        {
            var next = first + 1;
            while (next < positions.Length && positions[next] == positions[next - 1] + 1)
            {
                next++;
            }

            runs.Add(positions[first]);
            runs.Add(positions[next - 1] + 1);
            first = next;
        }

        return runs.ToArray();
    }

    /// <remarks>
    /// What comes of it goes where it stays. Returned, it would go by way of the stack, where a vector may lie in two lines of the cache: then it is not at hand
    /// before all that was to be read for it has come, and memory waits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void All(ReadOnlySpan<ulong> achieved, Span<ulong> enough)
    {
        var (one, two, three, four) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet);
        for (var run = 0; run + 1 < _runs.Length; run += 2)
        {
            // Memory is read from one end to the other.
            var planes = MemoryMarshal.Cast<ulong, Vector512<ulong>>(achieved)[_runs[run].._runs[run + 1]];
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
        }

        (one & two & three & four).CopyTo(enough);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void All(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, Span<ulong> enough)
    {
        var all = Vector512<ulong>.AllBitsSet;
        foreach (var position in _positions)
        {
            all &= PlaneMath.PlaneOf(achieved, elsewhere, position);
        }

        all.CopyTo(enough);
    }
}
