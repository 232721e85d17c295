using Microsoft.Extensions.DependencyInjection;

namespace Competency.Rules;

/// <summary>Asks the sources of policies that are registered as services, in a scope of its own.</summary>
internal sealed class ScopedPolicies(IServiceScopeFactory scopes) : IPolicyProvider
{
    public async ValueTask<ReadinessPolicy?> FindAsync(string policyId, string? tenant, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await IPolicyProvider.Combine(scope.ServiceProvider.GetServices<IPolicyProvider>()).FindAsync(policyId, tenant, cancellationToken).ConfigureAwait(false);
        }
    }
}
