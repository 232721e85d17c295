using BenchmarkDotNet.Attributes;
using Competency.Benchmarks.Baselines;
using Competency.Benchmarks.Job;
using Competency.Rules;

namespace Competency.Benchmarks;

/// <summary>The first verdict on a learner, when nothing that follows from the record is kept yet. Times are those of one learner.</summary>
[MemoryDiagnoser]
[InvocationCount(1)]
public class FirstTimeBenchmarks
{
    private const int Learners = 1_000;

    private LearnerJob _job = null!;
    private Learner[] _fresh = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _job = LearnerJob.Of(Standards.Mammography, Learners);
        WarmUp.Once(typeof(FirstTimeBenchmarks), () => Developer(), () => AfterSetUp(Assess), () => AfterSetUp(AssessAndReadEverything));
    }

    [IterationSetup]
    public void SetUpFresh() => _fresh = [.. _job.Learners.Select(LearnerJob.Fresh)];

    [Benchmark(Baseline = true, Description = "a developer's LINQ and HashSet, no explanation", OperationsPerInvoke = Learners)]
    public int Developer() => _job.DeveloperLearners.Count(l => DeveloperCode.IsReady(l, _job.ForDeveloper, LearnerJob.AsOf));

    [Benchmark(Description = "Assess of a learner never judged before", OperationsPerInvoke = Learners)]
    public int Assess() => _fresh.Count(l => Policies.Gateway.Assess(l, _job.Standard, LearnerJob.AsOf).Verdict == Verdict.Met);

    [Benchmark(Description = "Assess of a learner never judged before, everything read", OperationsPerInvoke = Learners)]
    public int AssessAndReadEverything() => _fresh.Sum(l => Reading.Everything(Policies.Gateway.Assess(l, _job.Standard, LearnerJob.AsOf)));

    private void AfterSetUp(Func<int> benchmark)
    {
        SetUpFresh();
        benchmark();
    }
}
