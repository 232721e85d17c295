using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>One that applies where, or unless, another is met.</summary>
internal sealed class ConditionalNode(ConditionalRequirement requirement, int condition, int then) : CohortNode(requirement)
{
    /// <summary>The place of the condition's node.</summary>
    public int Condition => condition;

    /// <summary>The place of the node of what is asked then.</summary>
    public int Then => then;

    /// <summary>For whom a condition says that what stands under it is asked; not those of whom nobody can tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Applied(NodeVerdicts condition, int block, bool isUnless) =>
        isUnless ? ~(condition.Met(block) | condition.CannotTell(block)) : condition.Met(block);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts)
    {
        var conditions = before[condition];
        var asked = before[then];
        for (var i = 0; i < CohortGroup.Blocks; i++)
        {
            // Where nobody can tell whether it is asked, nobody can tell of those to whom it would apply.
            var applied = Applied(conditions, i, requirement.IsUnless);
            var unsettled = conditions.CannotTell(i);
            var not = asked.DoesNotApply(i);
            verdicts.Set(
                i,
                asked.NotMet(i) & applied,
                (asked.CannotTell(i) & applied) | (unsettled & ~not),
                asked.NotYetDue(i) & applied,
                not | ~(applied | unsettled));
        }

        return verdicts.Among(VerdictKinds.All);
    }
}
