using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>One that decides, beside what must be seen to.</summary>
internal sealed class AttentionNode(AttentionRequirement requirement, int decides) : CohortNode(requirement)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts)
    {
        var decided = before[decides];
        for (var verdict = 0; verdict < VerdictPlanes.Number; verdict++)
        {
            decided[verdict].CopyTo(verdicts[verdict]);
        }

        return decided.Kinds;
    }
}
