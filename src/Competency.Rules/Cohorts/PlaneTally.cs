using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// Counts how many bits are set in planes that come eight at a time, for many counters. What one counter was given is kept as numbers of three binary digits, one for each of
/// 512 places, and only what is carried out of them is counted: one plane in eight.
/// </summary>
/// <remarks>Of one thread. The way is Harley's and Seal's; <see cref="PlaneSum"/> adds in the same.</remarks>
/// <param name="counters">How many counters there are.</param>
internal sealed class PlaneTally(int counters)
{
    private const int Digits = 3;

    // The digits of each counter, and behind them a plane that is to be counted where it lies.
    private readonly AlignedWords _digits = new(((counters * Digits) + 1) * VerdictPlanes.Words);
    private readonly long[] _carried = new long[counters];

    /// <summary>Adds the planes of a group to a counter.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="planes">The planes, <see cref="CohortGroup.Blocks"/> of them.</param>
    /// <remarks>The last is asked for first: then the runtime knows that the others are there.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int counter, ReadOnlySpan<Vector512<ulong>> planes) =>
        Add(counter, eight: planes[7], one: planes[0], two: planes[1], three: planes[2], four: planes[3], five: planes[4], six: planes[5], seven: planes[6]);

    /// <summary>Adds the planes of a group to a counter, each without what another holds.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="planes">The planes, <see cref="CohortGroup.Blocks"/> of them.</param>
    /// <param name="without">As many others, among more.</param>
    /// <param name="step">How many places further the next of these stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddWithout(int counter, ReadOnlySpan<Vector512<ulong>> planes, ReadOnlySpan<Vector512<ulong>> without, int step) => Add(
        counter,
        planes[7] & ~without[7 * step],
        planes[0] & ~without[0],
        planes[1] & ~without[step],
        planes[2] & ~without[2 * step],
        planes[3] & ~without[3 * step],
        planes[4] & ~without[4 * step],
        planes[5] & ~without[5 * step],
        planes[6] & ~without[6 * step]);

    /// <summary>Adds the planes of a group to a counter, and to another each without what other planes hold.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="counterWithout">The other counter.</param>
    /// <param name="planes">The planes, <see cref="CohortGroup.Blocks"/> of them.</param>
    /// <param name="without">As many others.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddBoth(int counter, int counterWithout, ReadOnlySpan<Vector512<ulong>> planes, ReadOnlySpan<Vector512<ulong>> without)
    {
        var (eight, one, two, three, four, five, six, seven) = (planes[7], planes[0], planes[1], planes[2], planes[3], planes[4], planes[5], planes[6]);
        Add(counter, one, two, three, four, five, six, seven, eight);
        Add(counterWithout, one & ~without[0], two & ~without[1], three & ~without[2], four & ~without[3], five & ~without[4], six & ~without[5], seven & ~without[6], eight & ~without[7]);
    }

    /// <summary>
    /// Adds the planes of a group, as far as that is certain, to the counter of <see cref="VerdictPlanes.NotMetAt"/>, otherwise to that of <see cref="VerdictPlanes.CannotTellAt"/>; and to another each without
    /// what other planes hold.
    /// </summary>
    /// <param name="counter">The first counter of a requirement's verdicts.</param>
    /// <param name="counterWithout">The other counter.</param>
    /// <param name="planes">The planes, <see cref="CohortGroup.Blocks"/> of them.</param>
    /// <param name="certain">As many that say of whom it is certain.</param>
    /// <param name="without">As many others.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddInDoubt(int counter, int counterWithout, ReadOnlySpan<Vector512<ulong>> planes, ReadOnlySpan<Vector512<ulong>> certain, ReadOnlySpan<Vector512<ulong>> without)
    {
        var (eight, one, two, three, four, five, six, seven) = (planes[7], planes[0], planes[1], planes[2], planes[3], planes[4], planes[5], planes[6]);
        Add(counterWithout, one & ~without[0], two & ~without[1], three & ~without[2], four & ~without[3], five & ~without[4], six & ~without[5], seven & ~without[6], eight & ~without[7]);
        Add(counter + VerdictPlanes.NotMetAt, one & certain[0], two & certain[1], three & certain[2], four & certain[3], five & certain[4], six & certain[5], seven & certain[6], eight & certain[7]);
        Add(counter + VerdictPlanes.CannotTellAt, one & ~certain[0], two & ~certain[1], three & ~certain[2], four & ~certain[3], five & ~certain[4], six & ~certain[5], seven & ~certain[6], eight & ~certain[7]);
    }

    /// <summary>What a counter has counted. It begins anew.</summary>
    public long Take(int counter)
    {
        var digits = DigitsOf(counter);
        var count = _carried[counter];
        for (var digit = 0; digit < Digits; digit++)
        {
            count += (1L << digit) * Count(digits[digit]);
        }

        digits.Clear();
        _carried[counter] = 0;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(
        int counter,
        Vector512<ulong> one,
        Vector512<ulong> two,
        Vector512<ulong> three,
        Vector512<ulong> four,
        Vector512<ulong> five,
        Vector512<ulong> six,
        Vector512<ulong> seven,
        Vector512<ulong> eight)
    {
        var digits = DigitsOf(counter);
        var (ones, twos, fours) = (digits[0], digits[1], digits[2]);
        var twosA = PlaneSum.Add(ref ones, one, two);
        var twosB = PlaneSum.Add(ref ones, three, four);
        var foursA = PlaneSum.Add(ref twos, twosA, twosB);
        twosA = PlaneSum.Add(ref ones, five, six);
        twosB = PlaneSum.Add(ref ones, seven, eight);
        var eights = PlaneSum.Add(ref fours, foursA, PlaneSum.Add(ref twos, twosA, twosB));
        digits[0] = ones;
        digits[1] = twos;
        digits[2] = fours;
        _carried[counter] += CohortGroup.Blocks * Count(eights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<Vector512<ulong>> DigitsOf(int counter) =>
        MemoryMarshal.Cast<ulong, Vector512<ulong>>(_digits.Slice(counter * Digits * VerdictPlanes.Words, Digits * VerdictPlanes.Words));

    /// <summary>To take the words out of a vector costs several times as much as to count them where they lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Count(Vector512<ulong> plane)
    {
        var words = _digits.Slice(counters * Digits * VerdictPlanes.Words, VerdictPlanes.Words);
        plane.CopyTo(words);
        return PlaneMath.Count(words);
    }
}
