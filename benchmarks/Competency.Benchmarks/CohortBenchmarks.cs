using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Competency.Benchmarks.Job;
using Competency.Rules;

namespace Competency.Benchmarks;

/// <summary>
/// Verdicts over columns of 4 million learners, on one thread: beside a loop that does no more than read them. Times are those of one learner.
/// </summary>
public class CohortBenchmarks
{
    /// <summary>How many learners there are.</summary>
    public const int Rows = 4_000_000;

    private static readonly CohortOptions VerdictsOnly = new() { DegreeOfParallelism = 1, CountKsbs = false };

    private static readonly CohortOptions OneThread = new() { DegreeOfParallelism = 1 };

    // Benchmarks of one process share them.
    private static CohortColumns? _filledKsbs;
    private static CohortColumns? _filledGateway;
    private static CohortColumns? _filledShare;
    private static CohortColumns? _filledDuties;

    private ulong[]? _others;
    private CohortColumns _ksbs = null!;
    private CohortColumns _gateway = null!;
    private CohortColumns _share = null!;
    private CohortColumns _duties = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _ksbs = _filledKsbs ??= Fill(new Cohort(Policies.Ksbs, Standards.Mammography));
        _gateway = _filledGateway ??= Fill(new Cohort(Policies.Gateway, Standards.Mammography));
        _share = _filledShare ??= Fill(new Cohort(Policies.Share, Standards.Mammography));
        _duties = _filledDuties ??= Fill(new Cohort(Policies.Duties, Standards.Mammography));
        WarmUp();
        Console.WriteLine($"// A learner's columns: {_ksbs.Words.Length * 8.0 / Rows:0.0} bytes for the KSBs alone, {_gateway.Words.Length * 8.0 / Rows:0.0} bytes for gateway");
    }

    [Benchmark(Description = "read the columns of the KSBs", OperationsPerInvoke = Rows)]
    public ulong ReadKsbs() => Read(_ksbs.Words);

    [Benchmark(Description = "Cohort: KSBs, verdicts and reasons", OperationsPerInvoke = Rows)]
    public long Ksbs() => _ksbs.Cohort.Judge(_ksbs, VerdictsOnly).CountOf(Verdict.Met);

    [Benchmark(Description = "Cohort: KSBs, and how many lack each", OperationsPerInvoke = Rows)]
    public long KsbsCounted() => _ksbs.Cohort.Judge(_ksbs, OneThread).CountOf(Verdict.Met);

    [Benchmark(Description = "read the columns of gateway", OperationsPerInvoke = Rows)]
    public ulong ReadGateway() => Read(_gateway.Words);

    [Benchmark(Description = "Cohort: gateway, verdicts and reasons", OperationsPerInvoke = Rows)]
    public long Gateway() => _gateway.Cohort.Judge(_gateway, VerdictsOnly).CountOf(Verdict.Met);

    [Benchmark(Description = "Cohort: gateway, and how many lack each KSB", OperationsPerInvoke = Rows)]
    public long GatewayCounted() => _gateway.Cohort.Judge(_gateway, OneThread).CountOf(Verdict.Met);

    [Benchmark(Description = "read the columns of 80 % of the KSBs", OperationsPerInvoke = Rows)]
    public ulong ReadShare() => Read(_share.Words);

    [Benchmark(Description = "Cohort: 80 % of the KSBs, verdicts and reasons", OperationsPerInvoke = Rows)]
    public long Share() => _share.Cohort.Judge(_share, VerdictsOnly).CountOf(Verdict.Met);

    [Benchmark(Description = "read the columns of each duty", OperationsPerInvoke = Rows)]
    public ulong ReadDuties() => Read(_duties.Words);

    [Benchmark(Description = "Cohort: each of 11 duties, verdicts and reasons", OperationsPerInvoke = Rows)]
    public long Duties() => _duties.Cohort.Judge(_duties, VerdictsOnly).CountOf(Verdict.Met);

    [Benchmark(Description = "read the columns of gateway, all cores", OperationsPerInvoke = Rows)]
    public ulong ReadGatewayAllCores()
    {
        const int Parts = 128;
        var each = _gateway.Words.Length / Parts;
        var read = new ulong[Parts];
        Parallel.For(0, Parts, part => read[part] = Read(_gateway.Words.Slice(part * each, each)));
        return read[^1];
    }

    [Benchmark(Description = "Cohort: gateway, all cores", OperationsPerInvoke = Rows)]
    public long GatewayAllCores() => _gateway.Cohort.Judge(_gateway).CountOf(Verdict.Met);

    /// <summary>Reads memory that no sweep looks at, so that the caches hold nothing of what follows.</summary>
    public ulong ReadOthers() => Read(_others ??= NewOthers());

    /// <summary>
    /// Sweeps are long and few: what BenchmarkDotNet takes for warm-up is over before the runtime has counted enough calls, waited for quiet and compiled for speed. What the
    /// first sweep of a process costs is a row of <see cref="ColdStart"/>.
    /// </summary>
    private void WarmUp()
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(1))
        {
            ReadKsbs();
            Ksbs();
            KsbsCounted();
            ReadGateway();
            Gateway();
            GatewayCounted();
            ReadShare();
            Share();
            ReadDuties();
            Duties();
            ReadGatewayAllCores();
            GatewayAllCores();
        }
    }

    /// <summary>
    /// Reads memory and does next to nothing with it. It is the memory that is judged: of arrays of one size, on one machine, the first one that a process had from the
    /// system took a quarter longer to read than the fourth.
    /// </summary>
    private static ulong Read(ReadOnlySpan<ulong> words)
    {
        var vectors = MemoryMarshal.Cast<ulong, Vector512<ulong>>(words);
        var (one, two, three, four) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        for (var i = 0; i + 4 <= vectors.Length; i += 4)
        {
            one |= vectors[i];
            two |= vectors[i + 1];
            three |= vectors[i + 2];
            four |= vectors[i + 3];
        }

        return Vector512.Sum(one | two | three | four);
    }

    /// <summary>Eight times as much as the largest cache of the machine in docs/performance.md holds.</summary>
    private static ulong[] NewOthers()
    {
        var others = new ulong[256 * 1024 * 1024 / sizeof(ulong)];
        Array.Fill(others, 1UL);
        return others;
    }

    private static CohortColumns Fill(Cohort cohort)
    {
        var columns = cohort.NewColumns(Rows, LearnerJob.AsOf);
        var random = new Random(20260901);
        var blocks = (Rows + 511) / 512;
        foreach (var ksb in cohort.Standard.Ksbs)
        {
            for (var block = 0; block < blocks; block++)
            {
                foreach (ref var word in columns.Achieved(block, ksb.Code))
                {
                    // One learner in a hundred or so lacks it.
                    word = (ulong)random.NextInt64() | (ulong)random.NextInt64() << 1 | BitOperations.RotateLeft((ulong)random.NextInt64() | (ulong)random.NextInt64(), 7) | (ulong)random.NextInt64() | (ulong)random.NextInt64();
                }
            }
        }

        foreach (var column in cohort.Columns)
        {
            if (column.Kind == CohortColumnKind.Number)
            {
                for (var block = 0; block < blocks; block++)
                {
                    foreach (ref var number in columns.Numbers(column.Name, block))
                    {
                        number = LearnerJob.AsOf.DayNumber + random.Next(-900, 40);
                    }
                }
            }
            else if (column.Kind == CohortColumnKind.Flag)
            {
                for (var block = 0; block < blocks; block++)
                {
                    columns.Flags(column.Name, block).Fill(column.Name == "withdrawn" ? 0 : ulong.MaxValue);
                }
            }
            else
            {
                for (var i = 0; i < Rows; i++)
                {
                    columns.SetVerdict(column.Name, i, random.Next(5) == 0 ? Verdict.CannotTell : Verdict.Met);
                }
            }
        }

        return columns;
    }
}
