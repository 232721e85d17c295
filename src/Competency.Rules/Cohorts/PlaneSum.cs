using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// Counts for 512 learners at once in how many of some planes each is: a number in binary for each learner, its bits one plane above the other. Eight planes are added up
/// before the higher bits are looked at, as carry-save adders do.
/// </summary>
internal static class PlaneSum
{
    // A standard can have 24,570 KSBs: six kinds, each numbered up to 4,095.
    private const int Bits = 15;
    private const int FewBits = 7;
    private const int VeryFewBits = 4;

    /// <summary>Who is in at least so many of some planes.</summary>
    /// <param name="count">How many; no more than there are.</param>
    /// <param name="planes">All planes.</param>
    /// <param name="others">Planes of which each is added to that of the same place; none where nothing is.</param>
    /// <param name="places">The places of those that are counted, at most 32,768.</param>
    /// <param name="enough">The plane that is to say so.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AtLeast(int count, ReadOnlySpan<Vector512<ulong>> planes, ReadOnlySpan<Vector512<ulong>> others, ReadOnlySpan<int> places, out Vector512<ulong> enough)
    {
        // Each begins so far below a power of two that who has enough reaches it: what is carried out of the highest bit says so.
        var (isFew, isVeryFew) = (places.Length <= 1 << FewBits, places.Length <= 1 << VeryFewBits);
        var below = (1 << (isVeryFew ? VeryFewBits : isFew ? FewBits : Bits)) - count;
        var (ones, twos, fours) = (Bit(below, 0), Bit(below, 1), Bit(below, 2));
        var (bit3, bit4, bit5, bit6, bit7) = (Bit(below, 3), Bit(below, 4), Bit(below, 5), Bit(below, 6), Bit(below, 7));
        var (bit8, bit9, bit10, bit11) = (Bit(below, 8), Bit(below, 9), Bit(below, 10), Bit(below, 11));
        var (bit12, bit13, bit14) = (Bit(below, 12), Bit(below, 13), Bit(below, 14));
        var reached = Vector512<ulong>.Zero;
        var ahead = ReadAhead.Behind(planes);
        while (!places.IsEmpty)
        {
            Vector512<ulong> carry;
            if (places.Length >= 8)
            {
                ahead.GoWhileReading();
                ahead.GoWhileReading();
                var twosA = Add(ref ones, Plane(planes, others, places[0]), Plane(planes, others, places[1]));
                var twosB = Add(ref ones, Plane(planes, others, places[2]), Plane(planes, others, places[3]));
                var foursA = Add(ref twos, twosA, twosB);
                twosA = Add(ref ones, Plane(planes, others, places[4]), Plane(planes, others, places[5]));
                twosB = Add(ref ones, Plane(planes, others, places[6]), Plane(planes, others, places[7]));
                var foursB = Add(ref twos, twosA, twosB);
                carry = Add(ref fours, foursA, foursB);
                places = places[8..];
            }
            else
            {
                carry = Add(ref fours, Add(ref twos, Add(ref ones, Plane(planes, others, places[0]))));
                places = places[1..];
            }

            carry = Add(ref bit3, carry);
            if (!isVeryFew)
            {
                carry = Add(ref bit6, Add(ref bit5, Add(ref bit4, carry)));
            }

            if (!isFew)
            {
                carry = Add(ref bit14, Add(ref bit13, Add(ref bit12, Add(ref bit11, Add(ref bit10, Add(ref bit9, Add(ref bit8, Add(ref bit7, carry))))))));
            }

            reached |= carry;
        }

        enough = reached;
    }

    /// <summary>Adds a plane to a bit.</summary>
    /// <returns>What is carried.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Add(ref Vector512<ulong> sum, Vector512<ulong> plane)
    {
        var carry = sum & plane;
        sum ^= plane;
        return carry;
    }

    /// <summary>Adds two planes to a bit.</summary>
    /// <returns>What is carried.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Add(ref Vector512<ulong> sum, Vector512<ulong> one, Vector512<ulong> other)
    {
        var either = one ^ other;
        var carry = Vector512.ConditionalSelect(either, sum, one);
        sum ^= either;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Plane(ReadOnlySpan<Vector512<ulong>> planes, ReadOnlySpan<Vector512<ulong>> others, int place) =>
        others.IsEmpty ? planes[place] : planes[place] | others[place];

    /// <summary>A bit of a number, for everybody.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Bit(int number, int bit) => Vector512.Create(0UL - (ulong)((number >> bit) & 1));
}
