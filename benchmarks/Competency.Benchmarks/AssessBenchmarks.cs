using BenchmarkDotNet.Attributes;
using Competency.Benchmarks.Baselines;
using Competency.Benchmarks.Job;
using Competency.Rules;

namespace Competency.Benchmarks;

/// <summary>One verdict for each of many learners: 90 KSBs, 11 duties, 150 evidence items a learner. Times are those of one learner.</summary>
[MemoryDiagnoser]
public class AssessBenchmarks
{
    private const int Learners = 1_000;

    private LearnerJob _job = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _job = LearnerJob.Of(Standards.Mammography, Learners);
        WarmUp.Once(typeof(AssessBenchmarks), () => Developer(), () => Assess(), () => AssessAndExplain(), () => AssessWithFacts(), () => IsReady(), () => IsReadyEarlier());
    }

    [Benchmark(Baseline = true, Description = "a developer's LINQ and HashSet, no explanation", OperationsPerInvoke = Learners)]
    public int Developer()
    {
        var ready = 0;
        foreach (var learner in _job.DeveloperLearners)
        {
            ready += DeveloperCode.IsReady(learner, _job.ForDeveloper, LearnerJob.AsOf) ? 1 : 0;
        }

        return ready;
    }

    [Benchmark(Description = "Assess, verdict read", OperationsPerInvoke = Learners)]
    public int Assess()
    {
        var ready = 0;
        foreach (var learner in _job.Learners)
        {
            ready += Policies.Gateway.Assess(learner, _job.Standard, LearnerJob.AsOf).Verdict == Verdict.Met ? 1 : 0;
        }

        return ready;
    }

    [Benchmark(Description = "Assess, every verdict, sentence, shortfall and action read", OperationsPerInvoke = Learners)]
    public int AssessAndExplain()
    {
        var length = 0;
        foreach (var learner in _job.Learners)
        {
            length += Reading.Explanation(Policies.Gateway.Assess(learner, _job.Standard, LearnerJob.AsOf));
        }

        return length;
    }

    [Benchmark(Description = "Assess, the same, and every fact with its evidence, signatures and sources read", OperationsPerInvoke = Learners)]
    public int AssessWithFacts()
    {
        var length = 0;
        foreach (var learner in _job.Learners)
        {
            length += Reading.Everything(Policies.Gateway.Assess(learner, _job.Standard, LearnerJob.AsOf));
        }

        return length;
    }

    [Benchmark(Description = "IsReady", OperationsPerInvoke = Learners)]
    public int IsReady()
    {
        var ready = 0;
        foreach (var learner in _job.Learners)
        {
            ready += Policies.Gateway.IsReady(learner, _job.Standard, LearnerJob.AsOf) == Verdict.Met ? 1 : 0;
        }

        return ready;
    }

    [Benchmark(Description = "IsReady, a year before, by the decisions of that day", OperationsPerInvoke = Learners)]
    public int IsReadyEarlier()
    {
        var ready = 0;
        foreach (var learner in _job.Learners)
        {
            ready += Policies.Gateway.IsReady(learner, _job.Standard, LearnerJob.AsOf.AddMonths(-12)) == Verdict.Met ? 1 : 0;
        }

        return ready;
    }
}
