namespace Competency.Rules;

/// <summary>
/// Where policies come from that are not in the program: a platform's database, where each tenant sets its own. Asked for every assessment,
/// and once for a whole run of learners, so that a changed policy is in force at once; a source that is slow keeps what it has read.
/// </summary>
/// <remarks>It is asked from several threads at once. The policies of a tenant are told from those of everybody by the key alone: what a tenant inherits is not its concern.</remarks>
public interface IPolicyProvider
{
    /// <summary>The policy that is set under exactly this id and tenant; null where there is none.</summary>
    /// <param name="policyId">The policy's id, compared letter by letter.</param>
    /// <param name="tenant">The tenant; null for the policy of everybody who has none of their own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<ReadinessPolicy?> FindAsync(string policyId, string? tenant, CancellationToken cancellationToken);

    /// <summary>Several sources as one. All of them are asked: where two set a policy under one id and tenant, <see cref="InvalidOperationException"/> says so.</summary>
    /// <param name="sources">The sources, in any order.</param>
    static IPolicyProvider Combine(params IEnumerable<IPolicyProvider> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new CombinedPolicies([.. sources]);
    }
}

/// <summary>Several sources of policies as one.</summary>
internal sealed class CombinedPolicies(IReadOnlyList<IPolicyProvider> sources) : IPolicyProvider
{
    public async ValueTask<ReadinessPolicy?> FindAsync(string policyId, string? tenant, CancellationToken cancellationToken)
    {
        ReadinessPolicy? found = null;
        foreach (var source in sources)
        {
            if (await source.FindAsync(policyId, tenant, cancellationToken).ConfigureAwait(false) is not { } policy)
            {
                continue;
            }

            if (policy.Id != policyId)
            {
                throw new InvalidOperationException($"{source.GetType()} was asked for the policy '{policyId}' and gave '{policy.Id}'.");
            }

            if (found is not null)
            {
                throw new InvalidOperationException($"Two sources have the policy {PolicyKey.Say(policyId, tenant)}; which of them counts, nobody can say.");
            }

            found = policy;
        }

        return found;
    }
}
