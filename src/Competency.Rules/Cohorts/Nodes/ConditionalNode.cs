using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>One that applies where, or unless, another is met.</summary>
internal sealed class ConditionalNode(ConditionalRequirement requirement, int condition, int then) : CohortNode(requirement)
{
    /// <summary>The place of the condition's node.</summary>
    public int Condition => condition;

    /// <summary>The place of the node of what is asked then.</summary>
    public int Then => then;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts) =>
        VerdictPlanes.Conditional(before[condition], before[then], requirement.IsUnless, out verdicts);
}
