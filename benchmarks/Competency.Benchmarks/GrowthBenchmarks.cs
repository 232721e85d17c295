using BenchmarkDotNet.Attributes;
using Competency.Benchmarks.Baselines;
using Competency.Benchmarks.Job;
using Competency.Rules;

namespace Competency.Benchmarks;

/// <summary>How times grow with the KSBs of the standard, and with the items of a learner. Times are those of one learner.</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private const int Learners = 50;

    private LearnerJob _job = null!;

    [Params("30 KSBs, 150 items", "90 KSBs, 50 items", "90 KSBs, 150 items", "90 KSBs, 1000 items", "300 KSBs, 150 items", "1000 KSBs, 150 items")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var numbers = Size.Split(' ');
        _job = LearnerJob.Of(Standards.Of(int.Parse(numbers[0], System.Globalization.CultureInfo.InvariantCulture)), Learners, int.Parse(numbers[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Benchmark(Baseline = true, Description = "a developer's LINQ and HashSet", OperationsPerInvoke = Learners)]
    public int Developer() => _job.DeveloperLearners.Count(l => DeveloperCode.IsReady(l, _job.ForDeveloper, LearnerJob.AsOf));

    [Benchmark(Description = "Assess, verdict read", OperationsPerInvoke = Learners)]
    public int Assess() => _job.Learners.Count(l => Policies.Gateway.Assess(l, _job.Standard, LearnerJob.AsOf).Verdict == Verdict.Met);
}
