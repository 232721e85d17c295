using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Competency.Testing;
using FsCheck.Fluent;

namespace Competency.Rules.Tests.Agreement;

public sealed class PlaneTallyTests
{
    [Fact]
    public void Counts_as_one_does_by_hand() => Property.Holds(
        from rounds in Gen.Choose(0, 40)
        from step in Gen.Choose(1, 3)
        from counters in Gen.Choose(1, 3)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (rounds, step, counters, seed),
        of => Agree(of.rounds, of.step, of.counters, new Random(of.seed)));

    private static void Agree(int rounds, int step, int counters, Random random)
    {
        var tally = new PlaneTally(counters);
        var counted = new long[counters];
        for (var round = 0; round < rounds; round++)
        {
            var counter = random.Next(counters);
            var (planes, without) = (Planes(random, CohortGroup.Blocks), Planes(random, CohortGroup.Blocks * step));
            tally.Add(counter, planes);
            tally.AddWithout(counter, planes, without, step);
            for (var block = 0; block < CohortGroup.Blocks; block++)
            {
                counted[counter] += Count(planes[block]) + Count(planes[block] & ~without[block * step]);
            }
        }

        Assert.All(Enumerable.Range(0, counters), c => Assert.Equal((counted[c], 0), (tally.Take(c), tally.Take(c))));
    }

    private static long Count(Vector512<ulong> plane) => Enumerable.Range(0, VerdictPlanes.Words).Sum(w => (long)BitOperations.PopCount(plane[w]));

    private static Vector512<ulong>[] Planes(Random random, int count)
    {
        var planes = new Vector512<ulong>[count];
        random.NextBytes(MemoryMarshal.AsBytes(planes.AsSpan()));
        return planes;
    }
}
