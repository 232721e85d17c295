using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Competency.Rules;

/// <summary>
/// Has memory bring what is read next, a little at a time, while other work is done: of itself it waits until somebody asks, and never asks for enough. Nothing depends on it, and it does
/// nothing where the processor has no such instruction; it is the only unsafe code (ADR 17).
/// </summary>
/// <remarks>Asking reads nothing and writes nothing: an address behind the end of memory is as good as any, and one that has moved too.</remarks>
internal struct ReadAhead
{
    /// <summary>How many bytes a line of the caches has.</summary>
    private const int Line = 64;

    /// <summary>How many lines what is asked for is behind what is read: with a third of it not all is there in time; half of it and twice as much are as good.</summary>
    private const int Distance = 96;

    /// <summary>How many lines are asked for at once while nothing is read: with half of it less is there in time, and with half as much again whoever asks waits.</summary>
    private const int LinesAtOnce = 16;

    private nint _next;

    /// <summary>Is to ask for what comes behind memory that is being read.</summary>
    /// <param name="read">The memory; what is read of it goes from one end to the other, four lines at a time.</param>
    public static ReadAhead Behind<T>(ReadOnlySpan<T> read)
        where T : unmanaged => new() { _next = AddressOf(read) + (Distance * Line) };

    /// <summary>Is to ask for memory that is read when something else has been done.</summary>
    /// <param name="words">The memory.</param>
    public static ReadAhead Of<T>(ReadOnlySpan<T> words)
        where T : unmanaged => new() { _next = AddressOf(words) };

    /// <summary>Asks for four lines more, while as many are read: into the nearest cache, where those that are read stay no longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void GoWhileReading()
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // Line by line, for the runtime does not unroll this, and around a loop in a loop sweeps were slower by a tenth.
        var next = (byte*)_next;
        Sse.Prefetch0(next);
        Sse.Prefetch0(next + Line);
        Sse.Prefetch0(next + (2 * Line));
        Sse.Prefetch0(next + (3 * Line));
        _next = (nint)next + (4 * Line);
    }

    /// <summary>Asks for sixteen lines more, while nothing is read: into the cache beyond the nearest, which holds what is worked on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Go()
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // Its own number is looked at once: to look at it with each line took as long as memory was idle without.
        var next = (byte*)_next;
        for (var line = 0; line < LinesAtOnce; line++)
        {
            Sse.Prefetch1(next + (line * Line));
        }

        _next = (nint)next + (LinesAtOnce * Line);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nint AddressOf<T>(ReadOnlySpan<T> memory)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory));
}
