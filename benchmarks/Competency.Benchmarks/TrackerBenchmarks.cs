using BenchmarkDotNet.Attributes;
using Competency.Benchmarks.Baselines;
using Competency.Benchmarks.Job;
using Competency.Rules;

namespace Competency.Benchmarks;

/// <summary>
/// Learners with 150 items each, and then one decision after another on what was claimed: accepted and taken back in turn. The floor
/// forgets which item was decided how, and so counts what is decided twice twice; the second floor finds the item's decision before. Times are those of one update.
/// </summary>
[MemoryDiagnoser]
public class TrackerBenchmarks
{
    private const int Updates = 50_000;

    private Claim[] _claims = null!;
    private (ulong Low, ulong High, int By)[] _masks = null!;
    private (string Item, int Ksb, bool IsAccepted)[] _decisions = null!;
    private (string Item, int Ksb, bool IsAccepted)[] _begun = null!;
    private HoursEntry[] _hours = null!;
    private ReadinessTracker _tracker = null!;
    private CountsFloor _floor = null!;
    private ItemCountsFloor _itemFloor = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var job = LearnerJob.Of(Standards.Mammography, 10);
        var codes = job.Standard.Ksbs.Select(k => k.Code).ToArray();
        var random = new Random(20260901);
        var known = job.Learners[0].Claims.Entries;
        _claims = [.. Enumerable.Range(0, Updates).Select(i =>
        {
            var claim = known[random.Next(known.Count)];
            return new Claim(claim.Evidence, claim.Standard, claim.Ksb, new ClaimDecision(i % 2 == 0 ? ClaimDecisionKind.Accepted : ClaimDecisionKind.Overturned, LearnerJob.AsOf));
        })];
        _masks = [.. _claims.Select((c, i) =>
        {
            var place = Array.IndexOf(codes, c.Ksb);
            return (place < 64 ? 1UL << place : 0, place < 64 ? 0 : 1UL << (place - 64), i % 2 == 0 ? 1 : -1);
        })];
        _decisions = [.. _claims.Select(c => (c.Evidence, Array.IndexOf(codes, c.Ksb), c.Decisions[0].Kind == ClaimDecisionKind.Accepted))];
        _begun = [.. known.Select(c => (c.Evidence, Array.IndexOf(codes, c.Ksb), c.Decisions.Any(d => d.Kind == ClaimDecisionKind.Accepted)))];
        _hours = [.. Enumerable.Range(0, Updates).Select(_ => new HoursEntry(LearnerJob.AsOf, 1))];
        WarmUp.Once(typeof(TrackerBenchmarks), () => Begun(Floor), () => Begun(ItemFloor), () => Begun(Claims), () => Begun(Hours));
        Begin();
    }

    [IterationSetup]
    public void Begin()
    {
        var job = LearnerJob.Of(Standards.Mammography, 10);
        _tracker = new ReadinessTracker(Policies.Gateway, job.Learners[0], job.Standard, LearnerJob.AsOf);
        _floor = new CountsFloor(job.Standard.Ksbs.Count);
        _itemFloor = new ItemCountsFloor(job.Standard.Ksbs.Count);
        foreach (var (item, ksb, isAccepted) in _begun)
        {
            _itemFloor.Update(item, ksb, isAccepted);
        }
    }

    [Benchmark(Baseline = true, Description = "floor: counts for each KSB", OperationsPerInvoke = Updates)]
    public bool Floor()
    {
        var ready = false;
        foreach (var (low, high, by) in _masks)
        {
            _floor.Update(low, high, by);
            ready ^= _floor.IsReady;
        }

        return ready;
    }

    [Benchmark(Description = "floor: the same, and the item's decision before", OperationsPerInvoke = Updates)]
    public bool ItemFloor()
    {
        var ready = false;
        foreach (var (item, ksb, isAccepted) in _decisions)
        {
            _itemFloor.Update(item, ksb, isAccepted);
            ready ^= _itemFloor.IsReady;
        }

        return ready;
    }

    [Benchmark(Description = "ReadinessTracker: a decision on a claim", OperationsPerInvoke = Updates)]
    public int Claims()
    {
        var changes = 0;
        foreach (var claim in _claims)
        {
            changes += _tracker.Apply(claim).IsEmpty ? 0 : 1;
        }

        return changes;
    }

    [Benchmark(Description = "ReadinessTracker: an entry of hours, up to 1,000 of them", OperationsPerInvoke = 1_000)]
    public int Hours()
    {
        var changes = 0;
        foreach (var entry in _hours.AsSpan(0, 1_000))
        {
            changes += _tracker.Apply(entry).IsEmpty ? 0 : 1;
        }

        return changes;
    }

    private void Begun<T>(Func<T> updates)
    {
        Begin();
        _ = updates();
    }
}
