using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// Words that begin where a line of the caches does and stay there. A whole vector then lies in one line: one that lies in two is read twice, and is not at hand
/// when it was written just before.
/// </summary>
internal sealed class AlignedWords
{
    private const int Line = 64;

    /// <summary>How many there can be: as many as an array holds, but those before the first line of it.</summary>
    public static readonly int Most = Array.MaxLength - (Line / sizeof(ulong));

    private readonly ulong[] _words;
    private readonly int _first;

    public AlignedWords(int count)
    {
        _words = GC.AllocateArray<ulong>(checked(count + (Line / sizeof(ulong))), pinned: true);
        Count = count;
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_words, 0) % Line);
        _first = beyond == 0 ? 0 : (Line - beyond) / sizeof(ulong);
    }

    public int Count { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<ulong> Slice(int start, int count) => _words.AsSpan(_first + start, count);

    /// <summary>All of them, as planes.</summary>
    public Span<Vector512<ulong>> Planes => MemoryMarshal.Cast<ulong, Vector512<ulong>>(Slice(0, Count));
}
