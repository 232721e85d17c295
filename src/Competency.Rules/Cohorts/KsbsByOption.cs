using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The KSBs of a standard that are in force for each of its options, so that it can be counted how many lack each.</summary>
internal sealed class KsbsByOption
{
    // One for those without an option, and one for each option in the standard's order.
    private readonly int[][] _positions;

    // That the option is this one or a later one.
    private readonly int[] _isOption;

    // The column of the option; -1 where nodes fill it, or there are no options.
    private readonly int _fills = -1;

    public KsbsByOption(CohortCompiler compiler)
    {
        var layout = compiler.Layout;
        var options = layout.Standard.Options;
        _positions = new int[options.Count + 1][];
        for (var i = 0; i < _positions.Length; i++)
        {
            _positions[i] = Array.ConvertAll(layout.InForce(i == 0 ? null : options[i - 1]).Codes, layout.PositionOf);
        }

        if (options.Count > 0)
        {
            // Everyone must achieve what is in force whatever the option: what duties of all options map too.
            _positions[0] = [.. _positions[1].Where(p => Array.TrueForAll(_positions[1..], o => o.Contains(p)))];
            var isFilled = compiler.LooksAtOptions;
            var option = compiler.Option();
            _fills = isFilled ? -1 : option;
        }

        _isOption = new int[options.Count];
        for (var i = 0; i < _isOption.Length; i++)
        {
            _isOption[i] = compiler.AtLeast(compiler.Option(), i + 1);
        }
    }

    /// <summary>Fills a learner's option where nothing but this looks at it.</summary>
    public void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillOption(columns, index, _fills, context);

    /// <summary>Counts who lacks what.</summary>
    /// <param name="block">The block.</param>
    /// <param name="achieved">The planes of all KSBs.</param>
    /// <param name="there">The learners that there are.</param>
    /// <param name="missing">How many lack each KSB, by its place.</param>
    public void Count(CohortBlock block, ReadOnlySpan<ulong> achieved, Vector512<ulong> there, long[] missing)
    {
        // From the last option to the first, and in the end those without one.
        var later = Vector512<ulong>.Zero;
        for (var option = _isOption.Length; option >= 0; option--)
        {
            var from = option == 0 ? Vector512<ulong>.AllBitsSet : block.Is(_isOption[option - 1]);
            var chosen = from & ~later & there;
            later = from;
            if (chosen != Vector512<ulong>.Zero)
            {
                Count(achieved, chosen, _positions[option], missing);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<ulong> planes, Vector512<ulong> chosen, int[] positions, long[] missing)
    {
        Span<ulong> asked = stackalloc ulong[VerdictPlanes.Words];
        chosen.CopyTo(asked);
        foreach (var position in positions)
        {
            missing[position] += PlaneMath.CountWithout(asked, planes[(position * VerdictPlanes.Words)..]);
        }
    }
}
