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
        if ((kinds & ~VerdictKinds.NotMet) == 0)
        {
            return before.Every(Counted, VerdictPlanes.NotMetAt, notMet) ? VerdictKinds.NotMet : VerdictKinds.None;
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
}
