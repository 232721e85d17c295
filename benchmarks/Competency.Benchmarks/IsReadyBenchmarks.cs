using BenchmarkDotNet.Attributes;
using Competency.Benchmarks.Baselines;
using Competency.Benchmarks.Job;
using Competency.Rules;

namespace Competency.Benchmarks;

/// <summary>Whether a learner has all 90 KSBs: beside the least work that finds it. Times are those of one learner.</summary>
[MemoryDiagnoser]
public class IsReadyBenchmarks
{
    private const int Learners = 1_000;

    private LearnerJob _job = null!;
    private ulong[][] _packed = null!;
    private ulong _low;
    private ulong _high;

    [GlobalSetup]
    public void SetUp()
    {
        _job = LearnerJob.Of(Standards.Mammography, Learners);
        (_low, _high) = (ulong.MaxValue, (1UL << (_job.Standard.Ksbs.Count - 64)) - 1);
        var places = _job.ForDeveloper.Ksbs.Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i);
        _packed = [.. _job.DeveloperLearners.Select(l => Pack(l, places))];
        if (Floor() != IsReady())
        {
            throw new InvalidOperationException("The two sides judge differently.");
        }

        WarmUp.Once(typeof(IsReadyBenchmarks), () => Floor(), () => IsReady());
    }

    [Benchmark(Baseline = true, Description = "floor: accepted items as masks of 16 bytes", OperationsPerInvoke = Learners)]
    public int Floor()
    {
        var ready = 0;
        foreach (var masks in _packed)
        {
            ready += PackedFloor.HasAll(masks, _low, _high) ? 1 : 0;
        }

        return ready;
    }

    [Benchmark(Description = "IsReady of the KSBs", OperationsPerInvoke = Learners)]
    public int IsReady()
    {
        var ready = 0;
        foreach (var learner in _job.Learners)
        {
            ready += Policies.Ksbs.IsReady(learner, _job.Standard, LearnerJob.AsOf) == Verdict.Met ? 1 : 0;
        }

        return ready;
    }

    private static ulong[] Pack(DeveloperLearner learner, Dictionary<string, int> places)
    {
        var masks = new List<ulong>();
        foreach (var item in learner.Evidence.Where(e => e.Status == "accepted"))
        {
            var words = new ulong[2];
            foreach (var ksb in item.Ksbs)
            {
                words[places[ksb] >> 6] |= 1UL << (places[ksb] & 63);
            }

            masks.AddRange(words);
        }

        return [.. masks];
    }
}
