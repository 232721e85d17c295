using Competency.Findings;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Embedding;

public class ReadinessTests
{
    private static readonly ReadinessPolicy Everybodys = new("signed-off", "Signed off", "1", Require.KsbsAchieved());
    private static readonly ReadinessPolicy Northerns = new("signed-off", "Signed off at Northern", "1", Require.KsbsAchieved("some", "K1"));

    [Fact]
    public async Task A_learner_is_judged_on_the_standard_of_the_record()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddStandard(TestStandards.WithOptions).AddPolicy(EnglishApprenticeship.Gateway).Build();

        var answer = await Ask(readiness, Ready(TestStandards.Mammography), EnglishApprenticeship.Gateway.Id);

        Assert.Equal((Verdict.Met, null, "L1", TestStandards.Mammography.Id), (answer.Verdict, answer.Problem, answer.LearnerId, answer.Standard));
        Assert.Equal(EnglishApprenticeship.Gateway.Assess(Ready(TestStandards.Mammography), TestStandards.Mammography, Day("2026-03-01")).ToJson(), answer.Report!.ToJson());
    }

    [Fact]
    public async Task What_was_recorded_after_knownAt_is_not_looked_at()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(EnglishApprenticeship.Gateway).Build();

        var answer = await readiness.AssessAsync(Ready(TestStandards.Mammography), EnglishApprenticeship.Gateway.Id, null, Day("2026-03-01"), knownAt: Day("2026-02-01"), Cancel);

        var asked = EnglishApprenticeship.Gateway.Assess(Ready(TestStandards.Mammography), TestStandards.Mammography, Day("2026-03-01"), Day("2026-02-01"));
        Assert.NotEqual(Verdict.Met, answer.Verdict);
        Assert.Equal(asked.ToJson(), answer.Report!.ToJson());
    }

    [Fact]
    public async Task A_learner_on_an_unknown_standard_has_an_answer_and_stops_nobody()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Everybodys).Build();
        Learner[] learners = [Ready(TestStandards.Mammography), Ready(TestStandards.MammographyBefore), Ready(TestStandards.Mammography)];

        var answers = await readiness.AssessAllAsync(learners.ToAsyncEnumerable(), "signed-off", null, Day("2026-03-01"), cancellationToken: Cancel).ToArrayAsync(Cancel);

        Assert.Equal([Verdict.Met, Verdict.CannotTell, Verdict.Met], answers.Select(a => a.Verdict));
        Assert.Null(answers[1].Report);
        Assert.Equal("The learner is on ST0583@1.1, which no source of standards has", answers[1].Problem);
        Assert.Equal("CannotTell: Signed off, learner L1: The learner is on ST0583@1.1, which no source of standards has", answers[1].ToString());
    }

    [Fact]
    public async Task A_record_of_a_platforms_tables_that_is_wrong_has_its_findings_as_the_answer_and_stops_nobody()
    {
        var standard = TestStandards.Mammography;
        var readiness = new ReadinessBuilder().AddStandard(standard).AddPolicy(Everybodys).Build();
        var right = new LearnerBuilder("L1", standard.Id).Add(Learning("2024-09-02"));
        foreach (var claim in AllAccepted(standard))
        {
            right.Add(claim);
        }

        LearnerRecord[] records = [new LearnerBuilder("L0", standard.Id).Wrong("Hours are below 0").Wrong("No start").Build(), right.Build()];
        var answers = await readiness.AssessAllAsync(records.ToAsyncEnumerable(), "signed-off", null, Day("2026-03-01"), cancellationToken: Cancel).ToArrayAsync(Cancel);

        Assert.Equal(["L0", "L1"], answers.Select(a => a.LearnerId));
        Assert.Equal([Verdict.CannotTell, Verdict.Met], answers.Select(a => a.Verdict));
        Assert.Null(answers[0].Report);
        Assert.Equal(records[0].Findings, answers[0].Findings);
        Assert.Equal(2, answers[0].Findings.Count);
        Assert.Equal("The record cannot be judged: " + string.Join("; ", records[0].Findings.Select(f => f.Message)), answers[0].Problem);
        Assert.Empty(answers[1].Findings);
    }

    [Theory]
    [InlineData("northern", "Signed off at Northern", "northern")]
    [InlineData("southern", "Signed off", null)]
    [InlineData("Northern", "Signed off", null)]
    [InlineData(null, "Signed off", null)]
    public async Task A_tenant_without_a_policy_of_its_own_has_everybodys(string? tenant, string policy, string? policyTenant)
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Everybodys).AddPolicy(Northerns, "northern").Build();

        var answer = await readiness.AssessAsync(Ready(TestStandards.Mammography), "signed-off", tenant, Day("2026-03-01"), cancellationToken: Cancel);

        Assert.Equal((policy, policyTenant), (answer.Policy.Name, answer.PolicyTenant));
    }

    [Fact]
    public async Task A_policy_that_nobody_set_is_an_exception_before_anybody_is_judged()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Northerns, "northern").Build();

        var one = await Assert.ThrowsAsync<PolicyNotFoundException>(async () => await Ask(readiness, Ready(TestStandards.Mammography), "signed-off", "southern"));
        var all = await Assert.ThrowsAsync<PolicyNotFoundException>(async () => await readiness.AssessAllAsync(AsyncEnumerable.Empty<Learner>(), "signed-of", null, Day("2026-03-01"), cancellationToken: Cancel).ToArrayAsync(Cancel));

        Assert.Equal(("signed-off", "southern"), (one.PolicyId, one.Tenant));
        Assert.Equal("There is no policy 'signed-off', neither for the tenant 'southern' nor for every tenant.", one.Message);
        Assert.Equal("There is no policy 'signed-of' for every tenant.", all.Message);
        foreach (var mistyped in new[] { "", " ", "northern ", "\u00A0northern" })
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(async () => await Ask(readiness, Ready(TestStandards.Mammography), "signed-off", mistyped));
            Assert.Equal("tenant", refused.ParamName);
            Assert.Throws<ArgumentException>(() => new ReadinessBuilder().AddPolicy(EnglishApprenticeship.Gateway, mistyped));
        }

    }

    [Fact]
    public async Task A_provider_is_asked_once_for_each_standard_that_it_has()
    {
        var provider = new Rows(TestStandards.Mammography);
        var readiness = new ReadinessBuilder().AddStandardProvider(provider).AddPolicy(Everybodys).Build();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Verdict.Met, (await Ask(readiness, Ready(TestStandards.Mammography), "signed-off")).Verdict);
            Assert.NotNull((await Ask(readiness, Ready(TestStandards.MammographyBefore), "signed-off")).Problem);
        }

        Assert.Equal(1, provider.Asked.Count(id => id == TestStandards.Mammography.Id));
        Assert.Equal(3, provider.Asked.Count(id => id == TestStandards.MammographyBefore.Id));
    }

    [Fact]
    public async Task Two_sources_with_different_content_under_one_id_are_refused_and_neither_is_taken()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddStandard(TestStandards.WithOptions)
            .AddStandardProvider(new Rows(TestStandards.WithHours(500), TestStandards.WithOptions)).AddPolicy(Everybodys).Build();

        var refused = await Ask(readiness, Ready(TestStandards.Mammography), "signed-off");
        var judged = await Ask(readiness, Ready(TestStandards.WithOptions), "signed-off");

        Assert.Null(refused.Report);
        Assert.Equal("The learner is on ST0583@1.2, which cannot be used: error KSB2010: Two sources define ST0583@1.2 with different content; which of them counts, nobody can say", refused.Problem);
        Assert.NotNull(judged.Report);
    }

    [Fact]
    public async Task Content_that_changes_between_two_that_ask_at_once_is_refused()
    {
        var provider = new Gate(TestStandards.Mammography, TestStandards.WithHours(500));
        var readiness = new ReadinessBuilder().AddStandardProvider(provider).AddPolicy(Everybodys).Build();

        var first = Ask(readiness, Ready(TestStandards.Mammography), "signed-off").AsTask();
        var second = Ask(readiness, Ready(TestStandards.Mammography), "signed-off").AsTask();
        provider.Open();
        var answers = await Task.WhenAll(first, second);

        Assert.Single(answers, a => a.Report is not null);
        Assert.Contains("with different content", Assert.Single(answers, a => a.Problem is not null).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_cannot_be_used_is_told_to_its_learners_alone()
    {
        var finding = new Finding(FindingCatalogue.UnreadableDocument, "Imagined", new Text.SourceDocument("row", "x").Locate(Text.SourceSpan.FromBounds(0, 1)));
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Everybodys)
            .AddStandardProvider(new Broken(id => id == TestStandards.MammographyBefore.Id ? new InvalidDocumentException([finding]) : null)).Build();

        Assert.Equal("The learner is on ST0583@1.1, which cannot be used: row(1,1): error KSB2007: Imagined", (await Ask(readiness, Ready(TestStandards.MammographyBefore), "signed-off")).Problem);
        Assert.Equal(Verdict.Met, (await Ask(readiness, Ready(TestStandards.Mammography), "signed-off")).Verdict);
    }

    [Fact]
    public async Task What_else_a_provider_throws_is_the_callers_to_know()
    {
        var readiness = new ReadinessBuilder().AddPolicy(Everybodys).AddStandardProvider(new Broken(_ => new TimeoutException())).Build();
        var wrong = new ReadinessBuilder().AddPolicy(Everybodys).AddStandardProvider(new Gate(TestStandards.WithOptions).Opened()).Build();

        await Assert.ThrowsAsync<TimeoutException>(async () => await Ask(readiness, Ready(TestStandards.Mammography), "signed-off"));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Ask(wrong, Ready(TestStandards.Mammography), "signed-off"));
        Assert.EndsWith("was asked for ST0583@1.2 and gave ST0400@1.0.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_policy_of_a_provider_is_in_force_at_once_and_not_in_the_midst_of_a_run()
    {
        var provider = new Settings { Policy = Everybodys };
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicyProvider(provider).Build();
        var names = new List<string>();

        await foreach (var answer in readiness.AssessAllAsync(new[] { Ready(TestStandards.Mammography), Ready(TestStandards.Mammography) }.ToAsyncEnumerable(), "signed-off", "northern", Day("2026-03-01"), cancellationToken: Cancel))
        {
            names.Add(answer.Policy.Name);
            provider.Policy = Northerns;
        }

        names.Add((await Ask(readiness, Ready(TestStandards.Mammography), "signed-off", "northern")).Policy.Name);
        Assert.Equal(["Signed off", "Signed off", "Signed off at Northern"], names);
        Assert.Equal(["signed-off/northern", "signed-off/northern"], provider.Asked);
    }

    [Fact]
    public async Task Two_sources_with_one_policy_are_refused()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Everybodys, "northern").AddPolicyProvider(new Settings { Policy = Northerns }).Build();
        var misnamed = new ReadinessBuilder().AddPolicyProvider(new Settings { Policy = Northerns }).Build();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Ask(readiness, Ready(TestStandards.Mammography), "signed-off", "northern"));
        Assert.Equal("Two sources have the policy 'signed-off' for the tenant 'northern'; which of them counts, nobody can say.", fault.Message);
        fault = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Ask(misnamed, Ready(TestStandards.Mammography), "other", "northern"));
        Assert.EndsWith("was asked for the policy 'other' and gave 'signed-off'.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_and_no_day_are_not_judged()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Everybodys).Build();
        Learner[] learners = [Ready(TestStandards.Mammography), null!];

        await Assert.ThrowsAsync<InvalidDataException>(async () => await readiness.AssessAllAsync(learners.ToAsyncEnumerable(), "signed-off", null, Day("2026-03-01"), cancellationToken: Cancel).ToArrayAsync(Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await readiness.AssessAsync(learners[0], "signed-off", null, default, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = readiness.AssessAllAsync(learners.ToAsyncEnumerable(), "signed-off", null, default, cancellationToken: Cancel); });
    }

    [Fact]
    public async Task Nobody_is_judged_once_it_is_cancelled()
    {
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Everybodys).Build();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await readiness.AssessAsync(Ready(TestStandards.Mammography), "signed-off", null, Day("2026-03-01"), cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_run_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var readiness = new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddPolicy(Everybodys).Build();
        var judged = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in readiness.AssessAllAsync(Enumerable.Repeat(Ready(TestStandards.Mammography), 5).ToAsyncEnumerable(), "signed-off", null, Day("2026-03-01"), cancellationToken: cancel.Token))
            {
                judged++;
                await cancel.CancelAsync();
            }
        });

        Assert.Equal(1, judged);
    }

    /// <summary>The token of whoever reads the answers reaches what a provider waits for.</summary>
    [Fact]
    public async Task A_provider_is_told_by_whoever_reads_the_answers()
    {
        using var cancel = new CancellationTokenSource();
        var never = new Never(cancel);
        var readiness = new ReadinessBuilder().AddPolicy(Everybodys).Build().With(never);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in readiness.AssessAllAsync(new[] { Ready(TestStandards.Mammography) }.ToAsyncEnumerable(), "signed-off", null, Day("2026-03-01"), cancellationToken: CancellationToken.None).WithCancellation(cancel.Token))
            {
            }
        }).WaitAsync(Cancel);
    }

    /// <summary>Gives no standard until it is told to stop, as it is once it was asked.</summary>
    private sealed class Never(CancellationTokenSource asked) : IStandardProvider
    {
        public async ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken = default)
        {
            await asked.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ValueTask<ReadinessAnswer> Ask(Readiness readiness, Learner learner, string policy, string? tenant = null) =>
        readiness.AssessAsync(learner, policy, tenant, Day("2026-03-01"), cancellationToken: Cancel);

    private sealed class Rows(params OccupationalStandard[] standards) : IStandardProvider
    {
        public List<StandardId> Asked { get; } = [];

        public ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken)
        {
            Asked.Add(id);
            return ValueTask.FromResult(standards.FirstOrDefault(s => s.Id == id));
        }
    }

    /// <summary>Gives one answer after another to those who wait, once it is opened.</summary>
    private sealed class Gate(params OccupationalStandard[] answers) : IStandardProvider
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;

        public Gate Opened()
        {
            Open();
            return this;
        }

        public void Open() => _open.SetResult();

        public async ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken)
        {
            var answer = answers[Interlocked.Increment(ref _asked) - 1];
            await _open.Task;
            return answer;
        }
    }

    private sealed class Broken(Func<StandardId, Exception?> fault) : IStandardProvider
    {
        public ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken) =>
            fault(id) is { } thrown ? throw thrown : ValueTask.FromResult<OccupationalStandard?>(null);
    }

    private sealed class Settings : IPolicyProvider
    {
        public required ReadinessPolicy Policy { get; set; }

        public List<string> Asked { get; } = [];

        public ValueTask<ReadinessPolicy?> FindAsync(string policyId, string? tenant, CancellationToken cancellationToken)
        {
            Asked.Add($"{policyId}/{tenant}");
            return ValueTask.FromResult<ReadinessPolicy?>(tenant is null ? null : Policy);
        }
    }
}
