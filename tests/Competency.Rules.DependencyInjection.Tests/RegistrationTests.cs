using Competency.Rules.DependencyInjection.Tests.Standards;
using Microsoft.Extensions.DependencyInjection;

namespace Competency.Rules.DependencyInjection.Tests;

public class RegistrationTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly ReadinessPolicy SignedOff = new("signed-off", "Signed off", "1", Require.KsbsAchieved());
    private static readonly OccupationalStandard Own = Make("Use it.");

    [Fact]
    public async Task What_is_registered_judges()
    {
        await using var container = new ServiceCollection()
            .AddCompetencyRules(rules => rules.AddStandard<MammographyAssociate>().AddPolicy(SignedOff))
            .BuildServiceProvider(Strict);

        var readiness = container.GetRequiredService<IReadiness>();

        Assert.Same(readiness, container.GetRequiredService<Readiness>());
        Assert.Equal(Verdict.CannotTell, (await Ask(readiness, MammographyAssociate.Standard.Id)).Report!.Verdict);
        Assert.NotNull((await Ask(readiness, Own.Id)).Problem);
    }

    [Fact]
    public void What_is_wrong_is_thrown_when_the_program_starts()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("competency-start-").FullName, "a.standard.json");
        File.WriteAllText(path, "{\n  \"document\": \"competency.standard/1\",,\n}");
        var services = new ServiceCollection();

        var fault = Assert.Throws<InvalidDocumentException>(() => services.AddCompetencyRules(rules => rules.AddStandardsFrom(path)));

        Assert.StartsWith($"{path}(2,", fault.Message, StringComparison.Ordinal);
        Assert.Contains("error KSB2007: ", fault.Message, StringComparison.Ordinal);
        Assert.Empty(services);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task A_second_call_adds_to_the_first()
    {
        await using var container = new ServiceCollection()
            .AddCompetencyRules(rules => rules.AddStandard<MammographyAssociate>().AddPolicy(SignedOff))
            .AddCompetencyRules(rules => rules.AddStandard(Own))
            .BuildServiceProvider(Strict);

        var readiness = container.GetServices<IReadiness>().Single();

        Assert.NotNull((await Ask(readiness, MammographyAssociate.Standard.Id)).Report);
        Assert.NotNull((await Ask(readiness, Own.Id)).Report);
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddCompetencyRules(r => r.AddPolicy(SignedOff)).AddCompetencyRules(r => r.AddPolicy(SignedOff)));
    }

    [Fact]
    public async Task A_scoped_source_gets_a_scope_of_its_own_that_ends()
    {
        var log = new Log();
        await using var container = new ServiceCollection()
            .AddSingleton(log)
            .AddScoped<Connection>()
            .AddScoped<IStandardProvider, ScopedRows>()
            .AddScoped<IPolicyProvider, ScopedSettings>()
            .AddCompetencyRules(_ => { })
            .BuildServiceProvider(Strict);
        var readiness = container.GetRequiredService<IReadiness>();

        var own = await readiness.AssessAsync(new Learner("L1", Own.Id), "signed-off", "northern", Today, cancellationToken: Cancel);
        await readiness.AssessAsync(new Learner("L1", Own.Id), "signed-off", "northern", Today, cancellationToken: Cancel);

        Assert.Equal("northern", own.PolicyTenant);
        Assert.Equal((3, 3), (log.Opened, log.Closed));
    }

    [Fact]
    public async Task Two_sources_that_disagree_are_refused()
    {
        await using var container = new ServiceCollection()
            .AddCompetencyRules(rules => rules.AddPolicy(SignedOff))
            .AddSingleton<IStandardProvider>(new Rows(Own))
            .AddSingleton<IStandardProvider>(new Rows(Make("Misuse it.")))
            .BuildServiceProvider(Strict);

        var answer = await Ask(container.GetRequiredService<IReadiness>(), Own.Id);

        Assert.Equal("The learner is on AU0001@1.0, which cannot be used: error KSB2010: Two sources define AU0001@1.0 with different content; which of them counts, nobody can say", answer.Problem);
    }

    [Fact]
    public async Task Many_threads_ask_one_container()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var container = new ServiceCollection()
                .AddSingleton(new Log())
                .AddScoped<Connection>()
                .AddScoped<IStandardProvider, ScopedRows>()
                .AddCompetencyRules(rules => rules.AddStandard<MammographyAssociate>().AddPolicy(SignedOff).AddPolicy(EnglishApprenticeship.Gateway))
                .BuildServiceProvider(Strict);
            StandardId[] standards = [MammographyAssociate.Standard.Id, Own.Id];

            var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () => (await Ask(container.GetRequiredService<IReadiness>(), standards[i % 2])).Report!.ToJson(), Cancel)));

            Assert.Equal(2, answers.Distinct().Count());
            Assert.Equal(SignedOff.Assess(new Learner("L1", Own.Id), Own, Today).ToJson(), answers[1]);
        }
    }

    [Fact]
    public void The_standard_of_a_generated_type_is_read_once_whoever_asks_first()
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<OccupationalStandard>();
        Parallel.For(0, 64, _ => found.Add(MammographyAssociate.Standard));

        Assert.Single(found.Distinct(ReferenceEqualityComparer.Instance));
    }

    private static ServiceProviderOptions Strict => new() { ValidateScopes = true, ValidateOnBuild = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ValueTask<ReadinessAnswer> Ask(IReadiness readiness, StandardId standard) => readiness.AssessAsync(new Learner("L1", standard), "signed-off", null, Today, cancellationToken: Cancel);

    private static OccupationalStandard Make(string text) => new(StandardId.Parse("AU0001@1.0"), "Unit", [new KsbStatement(KsbCode.Parse("TK1"), text)]);

    private sealed class Log
    {
        private int _opened;
        private int _closed;

        public int Opened => _opened;

        public int Closed => _closed;

        public void Open() => Interlocked.Increment(ref _opened);

        public void Close() => Interlocked.Increment(ref _closed);
    }

    private sealed class Connection : IDisposable
    {
        private readonly Log _log;
        private int _users;

        public Connection(Log log)
        {
            _log = log;
            log.Open();
        }

        public void Dispose() => _log.Close();

        /// <summary>As a database context does, it refuses to serve two at once.</summary>
        public async ValueTask<T> Query<T>(T answer)
        {
            Assert.Equal(1, Interlocked.Increment(ref _users));
            await Task.Yield();
            Interlocked.Decrement(ref _users);
            return answer;
        }
    }

    private sealed class ScopedRows(Connection connection) : IStandardProvider
    {
        public ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken) => connection.Query(id == Own.Id ? Own : null);
    }

    private sealed class ScopedSettings(Connection connection) : IPolicyProvider
    {
        public ValueTask<ReadinessPolicy?> FindAsync(string policyId, string? tenant, CancellationToken cancellationToken) => connection.Query(tenant == "northern" ? SignedOff : null);
    }

    private sealed class Rows(OccupationalStandard standard) : IStandardProvider
    {
        public ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken) => ValueTask.FromResult(id == standard.Id ? standard : null);
    }
}
