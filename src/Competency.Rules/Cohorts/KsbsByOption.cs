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
    /// <param name="group">The group.</param>
    /// <param name="achieved">Block by block a plane for each KSB.</param>
    /// <param name="left">The learners that there are, block by block; nobody is left of them.</param>
    /// <param name="chosen">As many planes, to work with.</param>
    /// <param name="missing">Counts how many lack each KSB.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(CohortGroup group, ReadOnlySpan<Vector512<ulong>> achieved, Span<Vector512<ulong>> left, Span<Vector512<ulong>> chosen, PlaneTally missing)
    {
        // From the last option to the first, and in the end those without one.
        for (var option = _isOption.Length; option >= 0; option--)
        {
            var anybody = Vector512<ulong>.Zero;
            for (var block = 0; block < CohortGroup.Blocks; block++)
            {
                var isOption = option == 0 ? Vector512<ulong>.AllBitsSet : group.Are(_isOption[option - 1])[block];
                chosen[block] = left[block] & isOption;
                left[block] &= ~isOption;
                anybody |= chosen[block];
            }

            if (anybody == Vector512<ulong>.Zero)
            {
                continue;
            }

            foreach (var position in _positions[option])
            {
                missing.AddWithout(position, chosen, achieved[position..], step: achieved.Length / CohortGroup.Blocks);
            }
        }
    }
}
