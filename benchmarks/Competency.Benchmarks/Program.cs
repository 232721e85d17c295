using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Competency.Benchmarks;

internal static class Program
{
    /// <summary>
    /// <c>--short</c> runs everything in about a minute, in this process; without it BenchmarkDotNet measures at length, in processes of
    /// its own, and takes its usual arguments.
    /// </summary>
    private static void Main(string[] args)
    {
        if (args.Contains(ColdStart.ChildArgument))
        {
            ColdStart.Child();
            return;
        }

        if (args.Contains("--cold-start"))
        {
            ColdStart.Run(9);
            return;
        }

        if (args.Contains("--sweeps"))
        {
            Sweeps.Run(200);
            return;
        }

        if (!args.Contains("--short"))
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
            return;
        }

        var shortly = BenchmarkDotNet.Jobs.Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithGcForce(false)
            .WithEvaluateOverhead(false)
            .WithUnrollFactor(1)
            .WithWarmupCount(6)
            .WithIterationCount(5)
            .WithIterationTime(TimeInterval.FromMilliseconds(100));
        var config = ManualConfig.CreateMinimumViable().AddJob(shortly).WithOptions(ConfigOptions.JoinSummary);
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Contains("--filter") ? [.. args.Where(a => a != "--short")] : [.. args.Where(a => a != "--short"), "--filter", "*"], config);
        Sweeps.Run(60);
        ColdStart.Run(5);
    }
}
