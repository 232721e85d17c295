namespace Competency.Rules;

/// <summary>Work on blocks of learners, by some threads. Which thread does which blocks is chance, and must not matter.</summary>
internal sealed class CohortWork(int blocks, int learners, CohortOptions options, int blocksAtOnce)
{
    private readonly Lock _lock = new();
    private long _done;

    public void Run(Action<int, int> work, CancellationToken cancellationToken)
    {
        var parts = (blocks + blocksAtOnce - 1) / blocksAtOnce;
        var degree = Math.Min(parts, options.DegreeOfParallelism ?? Environment.ProcessorCount);
        cancellationToken.ThrowIfCancellationRequested();
        if (degree <= 1)
        {
            for (var part = 0; part < parts; part++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Do(part, work);
            }

            return;
        }

        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellationToken }, part => Do(part, work));
    }

    private void Do(int part, Action<int, int> work)
    {
        var (first, end) = (part * blocksAtOnce, Math.Min((part + 1) * blocksAtOnce, blocks));
        work(first, end);
        if (options.Progress is not { } progress)
        {
            return;
        }

        lock (_lock)
        {
            _done += Math.Min((long)end * VerdictPlanes.Size, learners) - ((long)first * VerdictPlanes.Size);
            progress.Report(_done);
        }
    }
}
