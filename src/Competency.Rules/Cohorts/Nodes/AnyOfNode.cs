using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Any of others: met, else nobody can tell, else not yet due, else not met.</summary>
internal sealed class AnyOfNode(QuantifiedRequirement requirement, int[] counted) : ChoiceNode(requirement, counted, tooMany: counted.Length)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts)
    {
        var kinds = before.KindsOf(Counted);
        var notMet = verdicts[VerdictPlanes.NotMetAt];
        if (kinds is VerdictKinds.None or VerdictKinds.NotMet or VerdictKinds.InDoubt)
        {
            return before.Every(Counted, VerdictPlanes.NotMetAt, notMet) ? kinds : VerdictKinds.None;
        }

        if ((kinds & ~(VerdictKinds.NotMet | VerdictKinds.CannotTell)) == 0)
        {
            return JudgeNotMetOrUnknown(before, verdicts);
        }

        // Who meets none of them; and of these, those of whom nobody can tell, to whom something is not yet due, and to whom nothing applies.
        notMet.Fill(Vector512<ulong>.AllBitsSet);
        foreach (var child in Counted)
        {
            var verdict = before[child];
            for (var block = 0; block < notMet.Length; block++)
            {
                notMet[block] &= ~verdict.Met(block);
            }
        }

        for (var block = 0; block < notMet.Length; block++)
        {
            var (cannotTell, notYetDue, doesNotApply) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.AllBitsSet);
            foreach (var child in Counted)
            {
                var verdict = before[child];
                cannotTell |= verdict.CannotTell(block);
                notYetDue |= verdict.NotYetDue(block);
                doesNotApply &= verdict.DoesNotApply(block);
            }

            var open = notMet[block];
            verdicts.Set(block, open & ~(cannotTell | notYetDue | doesNotApply), open & cannotTell, open & notYetDue & ~cannotTell, doesNotApply);
        }

        return verdicts.Among(VerdictKinds.All);
    }

    /// <summary>The verdicts where all that it offers applies and is due: of whom none is met nobody can tell, unless they do not meet any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private VerdictKinds JudgeNotMetOrUnknown(JudgedNodes before, VerdictPlanes verdicts)
    {
        before.Complete(Counted, VerdictKinds.NotMet | VerdictKinds.CannotTell);
        var cannotTell = verdicts[VerdictPlanes.CannotTellAt];
        var notMet = verdicts[VerdictPlanes.NotMetAt][..cannotTell.Length];
        cannotTell.Fill(Vector512<ulong>.AllBitsSet);
        notMet.Fill(Vector512<ulong>.AllBitsSet);
        foreach (var child in Counted)
        {
            var verdict = before[child];
            var isNotMet = verdict[VerdictPlanes.NotMetAt][..cannotTell.Length];
            var isUnknown = verdict[VerdictPlanes.CannotTellAt][..cannotTell.Length];
            for (var block = 0; block < cannotTell.Length; block++)
            {
                notMet[block] &= isNotMet[block];
                cannotTell[block] &= isNotMet[block] | isUnknown[block];
            }
        }

        for (var block = 0; block < cannotTell.Length; block++)
        {
            cannotTell[block] &= ~notMet[block];
        }

        return verdicts.Among(VerdictKinds.NotMet | VerdictKinds.CannotTell);
    }
}
