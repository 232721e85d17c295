namespace Competency.Rules;

/// <summary>Nobody has set the policy by which learners were to be judged: neither the tenant, nor anybody for all tenants. No learner was judged.</summary>
public sealed class PolicyNotFoundException : Exception
{
    internal PolicyNotFoundException(string policyId, string? tenant)
        : base(tenant is null ? $"There is no policy '{policyId}' for every tenant." : $"There is no policy '{policyId}', neither for the tenant '{tenant}' nor for every tenant.")
    {
        PolicyId = policyId;
        Tenant = tenant;
    }

    /// <summary>The id that was asked for.</summary>
    public string PolicyId { get; }

    /// <summary>The tenant that was asked for; null for none.</summary>
    public string? Tenant { get; }
}
