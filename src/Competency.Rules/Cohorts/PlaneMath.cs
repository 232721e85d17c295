using System.Numerics;
using System.Runtime.CompilerServices;
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
        var vectors = MemoryMarshal.Cast<int, Vector512<int>>(numbers)[..(VerdictPlanes.Size / 16)];
        var other = Vector512.Create(least);
        return Vector512.Create(
            Word(vectors, 0, other), Word(vectors, 4, other), Word(vectors, 8, other), Word(vectors, 12, other),
            Word(vectors, 16, other), Word(vectors, 20, other), Word(vectors, 24, other), Word(vectors, 28, other));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ReadOnlySpan<Vector512<int>> vectors, int first, Vector512<int> least) =>
        Vector512.GreaterThanOrEqual(vectors[first], least).ExtractMostSignificantBits()
        | (Vector512.GreaterThanOrEqual(vectors[first + 1], least).ExtractMostSignificantBits() << 16)
        | (Vector512.GreaterThanOrEqual(vectors[first + 2], least).ExtractMostSignificantBits() << 32)
        | (Vector512.GreaterThanOrEqual(vectors[first + 3], least).ExtractMostSignificantBits() << 48);

    /// <summary>The plane of eight words.</summary>
    public static Vector512<ulong> Plane(ReadOnlySpan<ulong> words) => Vector512.Create(words);

    /// <summary>How many bits are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector512<ulong> plane) => plane == Vector512<ulong>.Zero ? 0 : CountSome(plane);

    private static int CountSome(Vector512<ulong> plane) => Count(plane.GetLower()) + Count(plane.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Count(Vector256<ulong> plane) =>
        BitOperations.PopCount(plane[0]) + BitOperations.PopCount(plane[1]) + BitOperations.PopCount(plane[2]) + BitOperations.PopCount(plane[3]);

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
        if (count >= VerdictPlanes.Size)
        {
            return Vector512<ulong>.AllBitsSet;
        }

        Span<ulong> words = stackalloc ulong[VerdictPlanes.Words];
        for (var word = 0; word < words.Length; word++)
        {
            var left = count - (word * 64);
            words[word] = left >= 64 ? ulong.MaxValue : left <= 0 ? 0 : (1UL << left) - 1;
        }

        return Vector512.Create<ulong>(words);
    }
}
