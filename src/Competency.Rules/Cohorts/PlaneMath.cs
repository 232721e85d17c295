using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Comparisons over 512 numbers that give a plane, and counts of planes.</summary>
internal static class PlaneMath
{
    /// <summary>Which numbers are at least another.</summary>
    /// <param name="numbers">512 numbers.</param>
    /// <param name="least">The other.</param>
    public static Vector512<ulong> AtLeast(ReadOnlySpan<int> numbers, int least)
    {
        var vectors = MemoryMarshal.Cast<int, Vector512<int>>(numbers);
        var other = Vector512.Create(least);
        Span<ulong> words = stackalloc ulong[VerdictPlanes.Words];
        for (var word = 0; word < words.Length; word++)
        {
            var four = vectors.Slice(word * 4, 4);
            words[word] = Vector512.GreaterThanOrEqual(four[0], other).ExtractMostSignificantBits()
                | (Vector512.GreaterThanOrEqual(four[1], other).ExtractMostSignificantBits() << 16)
                | (Vector512.GreaterThanOrEqual(four[2], other).ExtractMostSignificantBits() << 32)
                | (Vector512.GreaterThanOrEqual(four[3], other).ExtractMostSignificantBits() << 48);
        }

        return Vector512.Create<ulong>(words);
    }

    /// <summary>Which numbers are another.</summary>
    public static Vector512<ulong> Is(ReadOnlySpan<int> numbers, int other) =>
        AtLeast(numbers, other) & (other == int.MaxValue ? Vector512<ulong>.AllBitsSet : ~AtLeast(numbers, other + 1));

    /// <summary>The plane of eight words.</summary>
    public static Vector512<ulong> Plane(ReadOnlySpan<ulong> words) => Vector512.Create(words);

    /// <summary>How many bits are set.</summary>
    public static int Count(Vector512<ulong> plane)
    {
        if (plane == Vector512<ulong>.Zero)
        {
            return 0;
        }

        Span<ulong> words = stackalloc ulong[VerdictPlanes.Words];
        plane.CopyTo(words);
        return Count(words);
    }

    /// <inheritdoc cref="Count(Vector512{ulong})"/>
    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The learners of a block that there are: the last block is seldom full.</summary>
    public static Vector512<ulong> First(int count)
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
