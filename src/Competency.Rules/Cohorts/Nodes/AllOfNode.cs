using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>All of others: not met, else nobody can tell, else not yet due, else met.</summary>
internal sealed class AllOfNode(QuantifiedRequirement requirement, int[] counted) : CohortNode(requirement)
{
    /// <summary>The places of the others.</summary>
    public readonly int[] Counted = counted;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts)
    {
        var kinds = before.KindsOf(Counted);
        if (kinds == VerdictKinds.InDoubt)
        {
            // Who lacks any of them lacks all of them together, and it is as certain.
            Or(before, VerdictPlanes.NotMetAt, verdicts[VerdictPlanes.NotMetAt]);
            return kinds;
        }

        if ((kinds & VerdictKinds.DoesNotApply) != 0 && !before.Every(Counted, VerdictPlanes.DoesNotApplyAt, verdicts[VerdictPlanes.DoesNotApplyAt]))
        {
            kinds &= ~VerdictKinds.DoesNotApply;
        }

        // Each verdict outdoes those behind it.
        for (var verdict = VerdictPlanes.NotMetAt; verdict < VerdictPlanes.DoesNotApplyAt; verdict++)
        {
            if (((int)kinds & (1 << verdict)) == 0)
            {
                continue;
            }

            var any = verdicts[verdict];
            Or(before, verdict, any);
            for (var worse = VerdictPlanes.NotMetAt; worse < verdict; worse++)
            {
                if (((int)kinds & (1 << worse)) != 0)
                {
                    Without(any, verdicts[worse]);
                }
            }
        }

        return kinds;
    }

    /// <summary>Who has a verdict at least once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Or(JudgedNodes before, int verdict, Span<Vector512<ulong>> any)
    {
        var none = Vector512<ulong>.Zero;
        var (one, two, three, four, five, six, seven, eight) = (none, none, none, none, none, none, none, none);
        foreach (var child in Counted)
        {
            if (before.IsWritten(child, verdict))
            {
                var more = before.Written(child, verdict);
                eight |= more[7];
                one |= more[0];
                two |= more[1];
                three |= more[2];
                four |= more[3];
                five |= more[4];
                six |= more[5];
                seven |= more[6];
            }
        }

        any[7] = eight;
        any[0] = one;
        any[1] = two;
        any[2] = three;
        any[3] = four;
        any[4] = five;
        any[5] = six;
        any[6] = seven;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Without(Span<Vector512<ulong>> some, ReadOnlySpan<Vector512<ulong>> others)
    {
        others = others[..some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            some[i] &= ~others[i];
        }
    }
}
