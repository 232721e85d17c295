namespace Competency.Rules;

/// <summary>Under what a policy is set: its id, and the tenant that set it; null for everybody who has none of their own.</summary>
internal readonly record struct PolicyKey(string PolicyId, string? Tenant)
{
    /// <summary>The key as messages name it.</summary>
    public static string Say(string policyId, string? tenant) => tenant is null ? $"'{policyId}' for every tenant" : $"'{policyId}' for the tenant '{tenant}'";
}
