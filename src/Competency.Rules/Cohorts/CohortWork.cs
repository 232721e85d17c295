using System.Runtime.ExceptionServices;

namespace Competency.Rules;

/// <summary>Work on blocks of learners, by some threads. Which thread does which blocks is chance, and must not matter.</summary>
internal sealed class CohortWork(int blocks, int learners, CohortOptions options, int blocksAtOnce)
{
    private readonly Lock _lock = new();
    private long _done;
    private int _faultOf = int.MaxValue;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Does it.</summary>
    /// <param name="worker">Makes what a thread works with.</param>
    /// <param name="work">Some blocks: the first, and the one after the last.</param>
    /// <param name="end">What a thread hands over in the end, one thread after the other.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public void Run<TWorker>(Func<TWorker> worker, Action<TWorker, int, int> work, Action<TWorker> end, CancellationToken cancellationToken)
        where TWorker : class
    {
        var parts = (blocks + blocksAtOnce - 1) / blocksAtOnce;
        var degree = Math.Min(parts, options.DegreeOfParallelism ?? Environment.ProcessorCount);
        cancellationToken.ThrowIfCancellationRequested();
        if (degree <= 1)
        {
            var alone = worker();
            for (var part = 0; part < parts; part++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Do(alone, part, work);
            }

            end(alone);
            return;
        }

        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellationToken }, worker, (part, loop, one) =>
        {
            try
            {
                Do(one, part, work);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The parts before it are done all the same, so that the first fault is the same for any number of threads.
                Keep(part, fault);
                loop.Break();
            }

            return one;
        }, one =>
        {
            lock (_lock)
            {
                end(one);
            }
        });
        _fault?.Throw();
    }

    private void Keep(int part, Exception fault)
    {
        lock (_lock)
        {
            if (part < _faultOf)
            {
                (_faultOf, _fault) = (part, ExceptionDispatchInfo.Capture(fault));
            }
        }
    }

    private void Do<TWorker>(TWorker worker, int part, Action<TWorker, int, int> work)
    {
        var (first, end) = (part * blocksAtOnce, Math.Min((part + 1) * blocksAtOnce, blocks));
        work(worker, first, end);
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
