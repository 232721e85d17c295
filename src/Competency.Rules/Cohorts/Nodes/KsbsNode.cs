using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The KSBs that are asked, for everyone or by option, as planes of achieved KSBs.</summary>
internal sealed class KsbsNode : CohortNode
{
    private readonly KsbsAchievedRequirement _requirement;
    private readonly (int Option, int[] Positions, int Asked)[] _selections;
    private readonly int _option;
    private readonly int _complete;
    private readonly bool _isTold;

    public KsbsNode(KsbsAchievedRequirement requirement, CohortCompiler compiler)
        : base(requirement)
    {
        var layout = compiler.Layout;
        _requirement = requirement;
        _complete = compiler.Flag("claims-complete", "Whether all decisions on evidence up to the day are recorded");
        _option = layout.HasOptions ? compiler.Option() : -1;
        StandardOption?[] options = layout.HasOptions ? [.. layout.Standard.Options] : [null];
        _selections = [.. options.Select((o, i) => (i + 1, Mask: requirement.Mask(layout, o, knowsKsbsInForce: true))).Where(s => s.Mask is not null)
            .Select(s => (s.Item1, s.Mask!.Codes.Select(layout.PositionOf).ToArray(), requirement.AtLeast.Of(s.Mask.Codes.Length)))];
        _isTold = _selections.Length > 0;
    }

    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        if (!_isTold)
        {
            return VerdictPlanes.Of(Verdict.CannotTell);
        }

        if (_option < 0)
        {
            return Judge(block, _selections[0]);
        }

        // Who has no option, or one of which nothing is asked, is not in any of the planes: nobody can tell.
        VerdictPlanes verdicts = default;
        var told = Vector512<ulong>.Zero;
        foreach (var selection in _selections)
        {
            var chosen = block.Is(_option, selection.Option);
            verdicts = verdicts.Or(Judge(block, selection).Within(chosen));
            told |= chosen;
        }

        return verdicts with { CannotTell = verdicts.CannotTell | ~told };
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        columns.SetFlag(_complete, index, context.IsComplete(context.Claims));
        CohortCompiler.FillOption(columns, index, _option, context);
    }

    private VerdictPlanes Judge(CohortBlock block, (int Option, int[] Positions, int Asked) selection)
    {
        if (selection.Asked > selection.Positions.Length)
        {
            return VerdictPlanes.Of(Verdict.CannotTell);
        }

        var achieved = block.Columns.AchievedPlanes(block.Index);
        var elsewhere = block.Columns.HasElsewhere ? block.Columns.ElsewherePlanes(block.Index) : default;
        var isMet = Enough(achieved, default, selection.Positions, selection.Asked);
        var mayBe = elsewhere.IsEmpty ? isMet : Enough(achieved, elsewhere, selection.Positions, selection.Asked);
        var complete = block.Flag(_complete);
        var isNot = ~isMet & ~mayBe & complete;
        return new(isMet, Vector512<ulong>.Zero, isNot, ~isMet & ~isNot);
    }

    /// <summary>Who has at least so many of some KSBs.</summary>
    private static Vector512<ulong> Enough(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, ReadOnlySpan<int> positions, int asked)
    {
        if (asked == positions.Length && elsewhere.IsEmpty && positions[^1] - positions[0] == asked - 1)
        {
            // They stand one after the other, as in nearly every policy: memory is read from one end to the other.
            return All(achieved.Slice(positions[0] * VerdictPlanes.Words, asked * VerdictPlanes.Words));
        }

        if (asked == positions.Length)
        {
            var all = Vector512<ulong>.AllBitsSet;
            foreach (var position in positions)
            {
                all &= At(achieved, elsewhere, position);
            }

            return all;
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

        return more | same;
    }

    private static Vector512<ulong> All(ReadOnlySpan<ulong> achieved)
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

        return one & two & three & four;
    }

    private static Vector512<ulong> At(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, int position)
    {
        var at = position * VerdictPlanes.Words;
        var plane = PlaneMath.Plane(achieved.Slice(at, VerdictPlanes.Words));
        return elsewhere.IsEmpty ? plane : plane | PlaneMath.Plane(elsewhere.Slice(at, VerdictPlanes.Words));
    }
}
