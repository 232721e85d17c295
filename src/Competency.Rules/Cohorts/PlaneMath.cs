using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Comparisons over numbers that give planes, and counts of planes.</summary>
/// <remarks>
/// What is <see cref="MethodImplOptions.AggressiveOptimization"/> here and beside is compiled for speed at once. Otherwise the first sweeps of a process would run code that is
/// compiled for haste: of 4 million learners the first took 130 ms rather than 50, and the second as long again; of 1,000 it took 14 ms rather than 16.
/// </remarks>
internal static class PlaneMath
{
    /// <summary>Which numbers are at least some others.</summary>
    /// <param name="numbers">The numbers of a group.</param>
    /// <param name="others">The others.</param>
    /// <param name="planes">The words that are to say so, <see cref="CohortGroup.Words"/> for each of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AtLeast(ReadOnlySpan<int> numbers, ReadOnlySpan<int> others, Span<ulong> planes)
    {
        // Memory is followed once, in equal steps, however many comparisons there are.
        var vectors = MemoryMarshal.Cast<int, Vector512<int>>(numbers);
        var ahead = ReadAhead.Behind(vectors);
        for (var word = 0; word < CohortGroup.Words; word++)
        {
            ahead.GoWhileReading();
            var (one, two, three, four) = (vectors[0], vectors[1], vectors[2], vectors[3]);
            vectors = vectors[4..];
            var at = word;
            foreach (var other in others)
            {
                planes[at] = Word(one, two, three, four, Vector512.Create(other));
                at += CohortGroup.Words;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(Vector512<int> one, Vector512<int> two, Vector512<int> three, Vector512<int> four, Vector512<int> least) =>
        Vector512.GreaterThanOrEqual(one, least).ExtractMostSignificantBits()
        | (Vector512.GreaterThanOrEqual(two, least).ExtractMostSignificantBits() << 16)
        | (Vector512.GreaterThanOrEqual(three, least).ExtractMostSignificantBits() << 32)
        | (Vector512.GreaterThanOrEqual(four, least).ExtractMostSignificantBits() << 48);

    /// <summary>How many bits of a plane are set. To take the words out of a vector costs several times as much as to count them where they lie: what lies in memory is counted there.</summary>
    /// <param name="words">The eight words of a plane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(ReadOnlySpan<ulong> words)
    {
        words = words[..VerdictPlanes.Words];
        return BitOperations.PopCount(words[0]) + BitOperations.PopCount(words[1]) + BitOperations.PopCount(words[2]) + BitOperations.PopCount(words[3])
            + BitOperations.PopCount(words[4]) + BitOperations.PopCount(words[5]) + BitOperations.PopCount(words[6]) + BitOperations.PopCount(words[7]);
    }

    /// <summary>How many bits are set.</summary>
    public static long CountAll(ReadOnlySpan<ulong> words)
    {
        var count = 0L;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The learners of a block that there are: the last block is seldom full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> First(int count) => count >= VerdictPlanes.Size ? Vector512<ulong>.AllBitsSet : FirstFew(count);

    private static Vector512<ulong> FirstFew(int count)
    {
        Span<ulong> words = stackalloc ulong[VerdictPlanes.Words];
        for (var word = 0; word < words.Length; word++)
        {
            var left = count - (word * 64);
            words[word] = left >= 64 ? ulong.MaxValue : left <= 0 ? 0 : (1UL << left) - 1;
        }

        return Vector512.Create<ulong>(words);
    }
}
