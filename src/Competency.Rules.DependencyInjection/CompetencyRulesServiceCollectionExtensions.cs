using Competency.Rules;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers readiness in a service container.</summary>
public static class CompetencyRulesServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IReadiness"/>, one for the container and safe to use from many threads, with what is added here. What is wrong with it is
    /// thrown here, when the program starts. Every <see cref="IStandardProvider"/> and <see cref="IPolicyProvider"/> that is registered as a
    /// service is asked too, in a scope of its own each time, so that it can be scoped and use a database context.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds standards, policies and rules. A second call adds to what the first did.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="InvalidDocumentException">Files cannot be used; the message has a line for each error, with file, line, column and finding.</exception>
    /// <exception cref="FileNotFoundException">A file or folder that is named is not there.</exception>
    /// <exception cref="InvalidOperationException">Two standards in code have one id and different content, or two policies have one id and tenant.</exception>
    public static IServiceCollection AddCompetencyRules(this IServiceCollection services, Action<ReadinessBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var registration = services.FirstOrDefault(s => s.ServiceType == typeof(Registration))?.ImplementationInstance as Registration ?? new Registration(new ReadinessBuilder());
        configure(registration.Builder);
        var readiness = registration.Builder.Build();

        services.TryAddSingleton(registration);
        services.Replace(ServiceDescriptor.Singleton(container => Joined(readiness, container)));
        services.TryAddSingleton<IReadiness>(container => container.GetRequiredService<Readiness>());
        return services;
    }

    /// <summary>A container that cannot say what is registered is asked each time.</summary>
    private static Readiness Joined(Readiness readiness, IServiceProvider container)
    {
        var registered = container.GetService<IServiceProviderIsService>();
        var scopes = container.GetRequiredService<IServiceScopeFactory>();
        return readiness.With(
            registered?.IsService(typeof(IStandardProvider)) == false ? null : new ScopedStandards(scopes),
            registered?.IsService(typeof(IPolicyProvider)) == false ? null : new ScopedPolicies(scopes));
    }

    /// <summary>What has been added to one service collection so far.</summary>
    private sealed record Registration(ReadinessBuilder Builder);
}
