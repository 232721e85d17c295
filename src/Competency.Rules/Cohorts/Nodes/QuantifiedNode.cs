using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>All of, any of, at least a number of others.</summary>
internal sealed class QuantifiedNode(QuantifiedRequirement requirement, int[] counted) : CohortNode(requirement)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts)
    {
        switch (requirement.Quantifier)
        {
            case Quantifier.All:
                VerdictPlanes.AllOf(before, counted, out verdicts);
                break;
            case Quantifier.Any:
                VerdictPlanes.AnyOf(before, counted, out verdicts);
                break;
            default:
                VerdictPlanes.AtLeast(requirement.Count, before, counted, out verdicts);
                break;
        }
    }
}
