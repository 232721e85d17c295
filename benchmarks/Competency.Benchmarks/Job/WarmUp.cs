using System.Diagnostics;

namespace Competency.Benchmarks.Job;

/// <summary>
/// Runs what is to be measured until the runtime has compiled it thoroughly, which it does step by step, after many calls and in the background: a short run
/// would measure the way there, and the longer the less code a side has. Once in a process.
/// </summary>
internal static class WarmUp
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(250);
    private static readonly HashSet<Type> Done = [];

    public static void Once(Type benchmarks, params ReadOnlySpan<Action> actions)
    {
        if (!Done.Add(benchmarks))
        {
            return;
        }

        for (var round = 0; round < 3; round++)
        {
            foreach (var action in actions)
            {
                var watch = Stopwatch.StartNew();
                do
                {
                    action();
                }
                while (watch.Elapsed < Round);
            }
        }
    }
}
