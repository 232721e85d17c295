using System.Diagnostics;
using Competency.Benchmarks.Job;
using Competency.Rules;

namespace Competency.Benchmarks;

/// <summary>From the start of a fresh process to verdicts. BenchmarkDotNet warms up by design, so that this is measured beside it.</summary>
internal static class ColdStart
{
    public const string ChildArgument = "--cold-start-child";

    /// <summary>Starts this program anew a few times, and prints what each part took at best and in the middle.</summary>
    public static void Run(int times)
    {
        var runs = new List<double[]>();
        for (var i = 0; i < times; i++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            {
                start.ArgumentList.Add(typeof(ColdStart).Assembly.Location);
            }

            start.ArgumentList.Add(ChildArgument);
            using var child = Process.Start(start)!;
            var text = child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            runs.Add([.. text.Split(' ').Select(t => double.Parse(t, System.Globalization.CultureInfo.InvariantCulture))]);
        }

        Console.WriteLine($"Cold start, {times} fresh processes, milliseconds (least / middle):");
        string[] parts = ["read the standard (ST0583)", "make the gateway policy", "first learner, verdict", "first learner, whole report as text", "compile a cohort", "first sweep over a cohort of 4 million"];
        for (var part = 0; part < parts.Length; part++)
        {
            var sorted = runs.Select(r => r[part]).Order().ToArray();
            Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {parts[part],-38} | {sorted[0],6:0.0} | {sorted[times / 2],6:0.0} |"));
        }
    }

    /// <summary>What a fresh process does.</summary>
    public static void Child()
    {
        var times = new List<double>();
        var watch = Stopwatch.StartNew();
        var standard = Standards.Mammography;
        Lap();
        var policy = Policies.Gateway;
        Lap();
        var learner = new Learner("L1", standard.Id)
        {
            Claims = new Ledger<Claim>(standard.Ksbs.Select(k => new Claim("E1", standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, LearnerJob.AsOf))), LearnerJob.AsOf),
            Episodes = new Ledger<Episode>([new Episode(LearnerJob.AsOf.AddYears(-2), EpisodeKind.Learning)]),
        };
        watch.Restart();
        var report = policy.Assess(learner, standard, LearnerJob.AsOf);
        _ = report.Verdict;
        Lap();
        _ = report.ToText();
        Lap();
        var cohort = new Cohort(policy, standard);
        Lap();
        var columns = Filled(cohort);
        watch.Restart();
        _ = cohort.Judge(columns, new CohortOptions { DegreeOfParallelism = 1, CountKsbs = false });
        Lap();
        Console.Write(string.Join(' ', times.Select(t => t.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture))));

        void Lap()
        {
            times.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
        }
    }

    /// <summary>Columns that lie in memory: what was never written would be read as if it were a single page.</summary>
    private static CohortColumns Filled(Cohort cohort)
    {
        var columns = cohort.NewColumns(4_000_000, LearnerJob.AsOf);
        for (var block = 0; block < (columns.Count + 511) / 512; block++)
        {
            foreach (var ksb in cohort.Standard.Ksbs)
            {
                columns.Achieved(block, ksb.Code).Fill(ulong.MaxValue);
            }
        }

        return columns;
    }
}
