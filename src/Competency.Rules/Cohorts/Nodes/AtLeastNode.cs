using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>At least a number of others: as good as the n-th best, where that is certain.</summary>
internal sealed class AtLeastNode(QuantifiedRequirement requirement, int[] counted) : ChoiceNode(requirement, counted, tooMany: counted.Length - requirement.Count + 1)
{
    private readonly int _asked = requirement.Count;
    private readonly int[] _places = [.. Enumerable.Range(0, counted.Length)];

    // Where the planes of those begin who do not meet each.
    private readonly int[] _notMetAt = Array.ConvertAll(counted, JudgedNodes.NotMetAt);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts)
    {
        var kinds = before.KindsOf(Counted);
        if (TooMany > 0 && (kinds & ~(VerdictKinds.NotMet | VerdictKinds.CannotTell | VerdictKinds.InDoubt)) == 0)
        {
            return JudgeNotMetOrUnknown(kinds, before, verdicts);
        }

        for (var block = 0; block < CohortGroup.Blocks; block++)
        {
            var (doesNotApply, onlyUnknown) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet);
            foreach (var child in Counted)
            {
                var verdict = before[child];
                doesNotApply &= verdict.DoesNotApply(block);
                onlyUnknown &= verdict.DoesNotApply(block) | verdict.CannotTell(block);
            }

            // The worst and the best that the unknown may turn out to be.
            var (worst, best) = (Reached(VerdictKinds.None, before, block), Reached(VerdictKinds.CannotTell, before, block));
            var worstDue = Reached(VerdictKinds.NotYetDue, before, block) & ~worst;
            var bestDue = Reached(VerdictKinds.CannotTell | VerdictKinds.NotYetDue, before, block) & ~best;
            var isCertain = ~(worst ^ best) & ~(worstDue ^ bestDue) & (worst | ~onlyUnknown) & ~doesNotApply;
            verdicts.Set(block, isCertain & ~(worst | worstDue), ~(isCertain | doesNotApply), worstDue & isCertain, doesNotApply);
        }

        return verdicts.Among(VerdictKinds.All);
    }

    /// <summary>The verdicts where all that is counted applies and is due: nobody meets it of whom too many are not met, even if all that is unknown should be; and nobody can tell of whom too many may not be met.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private VerdictKinds JudgeNotMetOrUnknown(VerdictKinds kinds, JudgedNodes before, VerdictPlanes verdicts)
    {
        before.Complete(Counted, (kinds & VerdictKinds.CannotTell) | VerdictKinds.NotMet);
        var notMet = verdicts[VerdictPlanes.NotMetAt];
        for (var block = 0; block < notMet.Length; block++)
        {
            PlaneSum.AtLeast(TooMany, before.Planes[block..], others: default, _notMetAt, out notMet[block]);
        }

        if ((kinds & VerdictKinds.CannotTell) == 0)
        {
            return kinds == VerdictKinds.InDoubt ? kinds : VerdictKinds.NotMet;
        }

        var cannotTell = verdicts[VerdictPlanes.CannotTellAt];
        for (var block = 0; block < notMet.Length; block++)
        {
            PlaneSum.AtLeast(TooMany, before.Planes[block..], before.Planes[(block + ((VerdictPlanes.CannotTellAt - VerdictPlanes.NotMetAt) * CohortGroup.Blocks))..], _notMetAt, out cannotTell[block]);
            cannotTell[block] &= ~notMet[block];
        }

        return verdicts.Among(VerdictKinds.NotMet | VerdictKinds.CannotTell);
    }

    /// <summary>Of whom enough are met, or have one of some other verdicts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<ulong> Reached(VerdictKinds orElse, JudgedNodes before, int block)
    {
        if (_asked > Counted.Length)
        {
            return Vector512<ulong>.Zero;
        }

        var planes = before.Room(Counted.Length);
        for (var i = 0; i < Counted.Length; i++)
        {
            var verdict = before[Counted[i]];
            var good = verdict.Met(block);
            good |= (orElse & VerdictKinds.CannotTell) != 0 ? verdict.CannotTell(block) : Vector512<ulong>.Zero;
            good |= (orElse & VerdictKinds.NotYetDue) != 0 ? verdict.NotYetDue(block) : Vector512<ulong>.Zero;
            planes[i] = good;
        }

        PlaneSum.AtLeast(_asked, planes, others: default, _places, out var enough);
        return enough;
    }
}
