namespace Competency.Rules;

/// <summary>
/// Memory for parts of planes, used again by the next result when one gives it back: what a process has from the system for the first time is several times as dear to write.
/// Safe to use from many threads.
/// </summary>
internal sealed class PlaneParts
{
    private readonly Stack<ulong[]> _free = [];

    /// <summary>A part; what it holds means nothing.</summary>
    public ulong[] Take()
    {
        lock (_free)
        {
            if (_free.TryPop(out var part))
            {
                return part;
            }
        }

        return GC.AllocateUninitializedArray<ulong>(CohortPlane.WordsOfPart);
    }

    /// <summary>Takes back a part at which nobody looks any more.</summary>
    public void GiveBack(ulong[] part)
    {
        lock (_free)
        {
            _free.Push(part);
        }
    }
}
