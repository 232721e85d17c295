using System.Diagnostics;
using System.Globalization;

namespace Competency.Benchmarks;

/// <summary>
/// The sweeps of <see cref="CohortBenchmarks"/> in turn with the loop that only reads, again and again: a machine that others use too is faster at one moment and slower at the
/// next, and a ratio means something only where both sides met the same moments. BenchmarkDotNet measures one side, and then the other.
/// </summary>
internal static class Sweeps
{
    private static readonly (string Name, Func<CohortBenchmarks, long> Sweep)[][] Groups =
    [
        [
            ("read the columns of the KSBs", c => (long)c.ReadKsbs()),
            ("Cohort: KSBs, verdicts", c => c.Ksbs()),
            ("Cohort: KSBs, and whom each requirement holds back", c => c.KsbsAndReasons()),
            ("Cohort: KSBs, and how many lack each", c => c.KsbsAndCounts()),
        ],
        [
            ("read the columns of gateway", c => (long)c.ReadGateway()),
            ("Cohort: gateway, verdicts", c => c.Gateway()),
            ("Cohort: gateway, and whom each requirement holds back", c => c.GatewayAndReasons()),
            ("Cohort: gateway, and how many lack each KSB", c => c.GatewayAndCounts()),
        ],
        [
            ("read the columns of 80 % of the KSBs", c => (long)c.ReadShare()),
            ("Cohort: 80 % of the KSBs, verdicts", c => c.Share()),
        ],
        [
            ("read the columns of each duty", c => (long)c.ReadDuties()),
            ("Cohort: each of 11 duties, verdicts", c => c.Duties()),
            ("Cohort: each of 11 duties, and whom each holds back", c => c.DutiesAndReasons()),
        ],
        [
            ("read the columns of 8 of 11 duties", c => (long)c.ReadMostDuties()),
            ("Cohort: 8 of 11 duties, verdicts", c => c.MostDuties()),
        ],
        [
            ("read the columns of 8 of 11 duties, an eighth unknown", c => (long)c.ReadUnknown()),
            ("Cohort: 8 of 11 duties, an eighth unknown, verdicts", c => c.Unknown()),
        ],
        [
            ("read the columns of the KSBs and 8 of 11 duties", c => (long)c.ReadKsbsAndMostDuties()),
            ("Cohort: the KSBs and 8 of 11 duties, verdicts", c => c.KsbsAndMostDuties()),
        ],
        [
            ("read the columns of five duties or the others", c => (long)c.ReadEitherDuties()),
            ("Cohort: five duties or the others, verdicts", c => c.EitherDuties()),
        ],
        [
            ("read the columns of gateway, all cores", c => (long)c.ReadGatewayAllCores()),
            ("Cohort: gateway, all cores, and how many lack each KSB", c => c.GatewayAllCores()),
        ],
    ];

    /// <summary>Prints what each sweep took of one learner, at best and in the middle, and in the middle of the speed of the loop.</summary>
    public static void Run(int rounds)
    {
        var cohorts = new CohortBenchmarks();
        cohorts.SetUp();
        var times = Groups.Select(g => g.Select(_ => new double[rounds]).ToArray()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var group = 0; group < Groups.Length; group++)
            {
                for (var sweep = 0; sweep < Groups[group].Length; sweep++)
                {
                    // All come from memory: the caches hold what was read last, and that is something else.
                    _ = cohorts.ReadOthers();
                    var start = Stopwatch.GetTimestamp();
                    _ = Groups[group][sweep].Sweep(cohorts);
                    times[group][sweep][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / CohortBenchmarks.Rows;
                }
            }
        }

        Console.WriteLine($"Sweeps in turn, {rounds} rounds, nanoseconds a learner (least / middle / of the speed of reading, in the middle):");
        for (var group = 0; group < Groups.Length; group++)
        {
            var read = Middle(times[group][0]);
            for (var sweep = 0; sweep < Groups[group].Length; sweep++)
            {
                var middle = Middle(times[group][sweep]);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Groups[group][sweep].Name,-54} | {times[group][sweep].Min(),6:0.00} | {middle,6:0.00} | {read / middle,4:0 %} |"));
            }
        }
    }

    private static double Middle(double[] times) => times.Order().ElementAt(times.Length / 2);
}
