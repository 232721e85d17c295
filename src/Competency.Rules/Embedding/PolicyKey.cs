namespace Competency.Rules;

/// <summary>Under what a policy is set: its id, and the tenant that set it; null for everybody who has none of their own.</summary>
internal readonly record struct PolicyKey(string PolicyId, string? Tenant)
{
    /// <summary>Refuses a tenant that no one means: compared letter by letter, one with a blank too many would silently be judged by everybody's policy.</summary>
    public static void ThrowIfMistyped(string? tenant)
    {
        if (tenant is not null && (tenant.Length == 0 || char.IsWhiteSpace(tenant[0]) || char.IsWhiteSpace(tenant[^1])))
        {
            throw new ArgumentException($"A tenant is not blank, and neither begins nor ends with a blank: '{tenant}'. Null asks for everybody's policy.", nameof(tenant));
        }
    }

    /// <summary>The key as messages name it.</summary>
    public static string Say(string policyId, string? tenant) => tenant is null ? $"'{policyId}' for every tenant" : $"'{policyId}' for the tenant '{tenant}'";
}
