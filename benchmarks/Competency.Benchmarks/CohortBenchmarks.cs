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

    // How many each requirement holds back is counted in any case.
    private static readonly CohortOptions Verdicts = new() { DegreeOfParallelism = 1, CountKsbs = false };

    private static readonly CohortOptions Reasons = Verdicts with { KeepReasons = true };

    private static readonly CohortOptions KsbsCounted = Verdicts with { CountKsbs = true };

    // Benchmarks of one process share them.
    private static CohortColumns? _filledKsbs;
    private static CohortColumns? _filledGateway;
    private static CohortColumns? _filledShare;
    private static CohortColumns? _filledDuties;
    private static CohortColumns? _filledMostDuties;
    private static CohortColumns? _filledKsbsAndMostDuties;
    private static CohortColumns? _filledEitherDuties;
    private static CohortColumns? _filledUnknown;

    private ulong[]? _others;
    private CohortColumns _ksbs = null!;
    private CohortColumns _gateway = null!;
    private CohortColumns _share = null!;
    private CohortColumns _duties = null!;
    private CohortColumns _mostDuties = null!;
    private CohortColumns _ksbsAndMostDuties = null!;
    private CohortColumns _eitherDuties = null!;
    private CohortColumns _unknown = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _ksbs = _filledKsbs ??= Fill(new Cohort(Policies.Ksbs, Standards.Mammography));
        _gateway = _filledGateway ??= Fill(new Cohort(Policies.Gateway, Standards.Mammography));
        _share = _filledShare ??= Fill(new Cohort(Policies.Share, Standards.Mammography));
        _duties = _filledDuties ??= Fill(new Cohort(Policies.Duties, Standards.Mammography));
        _mostDuties = _filledMostDuties ??= Fill(new Cohort(Policies.MostDuties, Standards.Mammography));
        _ksbsAndMostDuties = _filledKsbsAndMostDuties ??= Fill(new Cohort(Policies.KsbsAndMostDuties, Standards.Mammography));
        _eitherDuties = _filledEitherDuties ??= Fill(new Cohort(Policies.EitherDuties, Standards.Mammography));
        _unknown = _filledUnknown ??= FillUnknown(new Cohort(Policies.MostDuties, Standards.Mammography));
        WarmUp();
        Console.WriteLine($"// A learner's columns: {_ksbs.Words.Length * 8.0 / Rows:0.0} bytes for the KSBs alone, {_gateway.Words.Length * 8.0 / Rows:0.0} bytes for gateway");
    }

    [Benchmark(Description = "read the columns of the KSBs", OperationsPerInvoke = Rows)]
    public ulong ReadKsbs() => Read(_ksbs.Words);

    [Benchmark(Description = "Cohort: KSBs, verdicts", OperationsPerInvoke = Rows)]
    public long Ksbs() => Judge(_ksbs, Verdicts);

    [Benchmark(Description = "Cohort: KSBs, verdicts and whom each requirement holds back", OperationsPerInvoke = Rows)]
    public long KsbsAndReasons() => Judge(_ksbs, Reasons);

    [Benchmark(Description = "Cohort: KSBs, verdicts and how many lack each KSB", OperationsPerInvoke = Rows)]
    public long KsbsAndCounts() => Judge(_ksbs, KsbsCounted);

    [Benchmark(Description = "read the columns of gateway", OperationsPerInvoke = Rows)]
    public ulong ReadGateway() => Read(_gateway.Words);

    [Benchmark(Description = "Cohort: gateway, verdicts", OperationsPerInvoke = Rows)]
    public long Gateway() => Judge(_gateway, Verdicts);

    [Benchmark(Description = "Cohort: gateway, verdicts and whom each requirement holds back", OperationsPerInvoke = Rows)]
    public long GatewayAndReasons() => Judge(_gateway, Reasons);

    [Benchmark(Description = "Cohort: gateway, verdicts and how many lack each KSB", OperationsPerInvoke = Rows)]
    public long GatewayAndCounts() => Judge(_gateway, KsbsCounted);

    [Benchmark(Description = "read the columns of 80 % of the KSBs", OperationsPerInvoke = Rows)]
    public ulong ReadShare() => Read(_share.Words);

    [Benchmark(Description = "Cohort: 80 % of the KSBs, verdicts", OperationsPerInvoke = Rows)]
    public long Share() => Judge(_share, Verdicts);

    [Benchmark(Description = "read the columns of each duty", OperationsPerInvoke = Rows)]
    public ulong ReadDuties() => Read(_duties.Words);

    [Benchmark(Description = "Cohort: each of 11 duties, verdicts", OperationsPerInvoke = Rows)]
    public long Duties() => Judge(_duties, Verdicts);

    [Benchmark(Description = "Cohort: each of 11 duties, verdicts and whom each holds back", OperationsPerInvoke = Rows)]
    public long DutiesAndReasons() => Judge(_duties, Reasons);

    [Benchmark(Description = "read the columns of 8 of 11 duties", OperationsPerInvoke = Rows)]
    public ulong ReadMostDuties() => Read(_mostDuties.Words);

    [Benchmark(Description = "Cohort: 8 of 11 duties, verdicts", OperationsPerInvoke = Rows)]
    public long MostDuties() => Judge(_mostDuties, Verdicts);

    [Benchmark(Description = "read the columns of the KSBs and 8 of 11 duties", OperationsPerInvoke = Rows)]
    public ulong ReadKsbsAndMostDuties() => Read(_ksbsAndMostDuties.Words);

    [Benchmark(Description = "Cohort: the KSBs and 8 of 11 duties, verdicts", OperationsPerInvoke = Rows)]
    public long KsbsAndMostDuties() => Judge(_ksbsAndMostDuties, Verdicts);

    [Benchmark(Description = "read the columns of five duties or the others", OperationsPerInvoke = Rows)]
    public ulong ReadEitherDuties() => Read(_eitherDuties.Words);

    [Benchmark(Description = "Cohort: five duties or the others, verdicts", OperationsPerInvoke = Rows)]
    public long EitherDuties() => Judge(_eitherDuties, Verdicts);

    [Benchmark(Description = "read the columns of 8 of 11 duties, an eighth unknown", OperationsPerInvoke = Rows)]
    public ulong ReadUnknown() => Read(_unknown.Words);

    [Benchmark(Description = "Cohort: 8 of 11 duties, an eighth unknown, verdicts", OperationsPerInvoke = Rows)]
    public long Unknown() => Judge(_unknown, Verdicts);

    [Benchmark(Description = "read the columns of gateway, all cores", OperationsPerInvoke = Rows)]
    public ulong ReadGatewayAllCores()
    {
        const int Parts = 128;
        var each = _gateway.Words.Length / Parts;
        var read = new ulong[Parts];
        Parallel.For(0, Parts, part => read[part] = Read(_gateway.Words.Slice(part * each, each)));
        return read[^1];
    }

    [Benchmark(Description = "Cohort: gateway, all cores, verdicts and how many lack each KSB", OperationsPerInvoke = Rows)]
    public long GatewayAllCores() => Judge(_gateway, CohortOptions.Default);

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
            KsbsAndReasons();
            KsbsAndCounts();
            ReadGateway();
            Gateway();
            GatewayAndReasons();
            GatewayAndCounts();
            ReadShare();
            Share();
            ReadDuties();
            Duties();
            DutiesAndReasons();
            ReadMostDuties();
            MostDuties();
            ReadKsbsAndMostDuties();
            KsbsAndMostDuties();
            ReadEitherDuties();
            EitherDuties();
            ReadUnknown();
            Unknown();
            ReadGatewayAllCores();
            GatewayAllCores();
        }
    }

    /// <summary>A sweep like those before it: the cohort has its memory already.</summary>
    private static long Judge(CohortColumns columns, CohortOptions options)
    {
        using var result = columns.Cohort.Judge(columns, options);
        return result.CountOf(Verdict.Met);
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

    /// <summary>Of every eighth learner or so it is not known whether all decisions are recorded: nobody can tell whether such a one lacks anything.</summary>
    private static CohortColumns FillUnknown(Cohort cohort)
    {
        var columns = Fill(cohort);
        var random = new Random(20260902);
        for (var block = 0; block < (Rows + 511) / 512; block++)
        {
            foreach (ref var word in columns.Flags("claims-complete", block))
            {
                word = (ulong)(random.NextInt64() | random.NextInt64() | random.NextInt64()) | 1UL << 63;
            }
        }

        return columns;
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
