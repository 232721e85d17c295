using Microsoft.Extensions.DependencyInjection;

namespace Competency.Rules;

/// <summary>Asks the sources of standards that are registered as services, in a scope of its own.</summary>
internal sealed class ScopedStandards(IServiceScopeFactory scopes) : IStandardProvider
{
    public async ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await IStandardProvider.Combine(scope.ServiceProvider.GetServices<IStandardProvider>()).FindAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }
}
