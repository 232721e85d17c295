using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Competency.Rules;

/// <summary>
/// Has memory bring what is read next, a little at a time, while what was read last is judged: of itself it waits until somebody asks. Of one thread. Nothing depends on it, and it does nothing
/// where the processor has no such instruction; it is the only unsafe code (ADR 17).
/// </summary>
internal sealed class ReadAhead
{
    /// <summary>How many bytes a line of the caches has.</summary>
    private const int Line = 64;

    /// <summary>How many lines are asked for at once: with twice as many whoever asks waits, and with half as many not enough is there in time.</summary>
    private const int LinesAtOnce = 8;

    private nint _next;
    private nint _end;

    /// <summary>Says what is read next.</summary>
    /// <param name="words">The memory.</param>
    /// <param name="start">The first word that is read.</param>
    /// <param name="count">How many words are read; 0 for none.</param>
    public void Begin(AlignedWords words, int start, int count)
    {
        _next = words.AddressOf(start);
        _end = _next + (count * sizeof(ulong));
    }

    /// <summary>Asks for some more of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Go()
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // Asking reads nothing: an address behind the end would be as good as any.
        var end = Math.Min(_end, _next + (LinesAtOnce * Line));
        for (; _next < end; _next += Line)
        {
            // Into the cache beyond the nearest, which holds what is judged.
            Sse.Prefetch1((void*)_next);
        }
    }
}
