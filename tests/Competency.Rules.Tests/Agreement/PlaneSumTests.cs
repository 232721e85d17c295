using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Competency.Testing;
using FsCheck.Fluent;

namespace Competency.Rules.Tests.Agreement;

public sealed class PlaneSumTests
{
    [Fact]
    public void Counts_as_one_does_by_hand() => Property.Holds(
        from planes in Gen.Choose(1, 300)
        from counted in Gen.Choose(1, planes)
        from asked in Gen.Choose(1, counted)
        from hasOthers in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (planes, counted, asked, hasOthers, seed),
        of => Agree(of.planes, of.counted, of.asked, of.hasOthers, of.seed));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(11, 4)]
    [InlineData(16, 1)]
    [InlineData(16, 16)]
    [InlineData(17, 1)]
    [InlineData(17, 17)]
    [InlineData(127, 100)]
    [InlineData(128, 1)]
    [InlineData(128, 128)]
    [InlineData(129, 129)]
    [InlineData(1_000, 500)]
    [InlineData(12_285, 8_191)]
    [InlineData(12_285, 12_285)]
    [InlineData(24_570, 20_000)]
    [InlineData(24_570, 24_570)]
    public void Holds_every_number_of_KSBs_that_a_standard_can_have(int planes, int asked) => Agree(planes, planes, asked, hasOthers: false, seed: asked);

    private static void Agree(int count, int counted, int asked, bool hasOthers, int seed)
    {
        var random = new Random(seed);
        var planes = Planes(random, count, asked / (double)counted);
        var others = hasOthers ? Planes(random, count, 0.1) : [];
        int[] places = [.. Enumerable.Range(0, count).OrderBy(_ => random.Next()).Take(counted).Order()];
        var enough = new Vector512<ulong>[1];
        PlaneSum.AtLeast(asked, MemoryMarshal.Cast<ulong, Vector512<ulong>>(planes), MemoryMarshal.Cast<ulong, Vector512<ulong>>(others), places, out enough[0]);
        var words = MemoryMarshal.Cast<Vector512<ulong>, ulong>(enough).ToArray();
        for (var learner = 0; learner < VerdictPlanes.Size; learner++)
        {
            var number = places.Count(p => Is(planes, p, learner) || (hasOthers && Is(others, p, learner)));
            Assert.True(number >= asked == Is(words, 0, learner), $"Learner {learner} is in {number} of {counted} planes of {count}; {asked} are asked.");
        }
    }

    private static bool Is(ulong[] planes, int place, int learner) => ((planes[(place * VerdictPlanes.Words) + (learner / 64)] >> (learner % 64)) & 1) != 0;

    /// <summary>A share of the bits is set; of some learners all, and of some none.</summary>
    private static ulong[] Planes(Random random, int count, double share)
    {
        var words = new ulong[count * VerdictPlanes.Words];
        random.NextBytes(MemoryMarshal.AsBytes(words.AsSpan()));
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = random.NextDouble() < share ? words[i] | (ulong)random.NextInt64() : words[i] & (ulong)random.NextInt64();
            words[i] = i % VerdictPlanes.Words == 0 ? (words[i] | 0b0110UL) & ~0b1000UL : words[i];
        }

        return words;
    }
}
