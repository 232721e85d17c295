namespace Competency.Rules;

/// <summary>All of, any of, at least a number of others.</summary>
internal sealed class QuantifiedNode(QuantifiedRequirement requirement, int[] counted) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) => requirement.Quantifier switch
    {
        Quantifier.All => VerdictPlanes.AllOf(before, counted),
        Quantifier.Any => VerdictPlanes.AnyOf(before, counted),
        _ => VerdictPlanes.AtLeast(requirement.Count, before, counted),
    };
}
