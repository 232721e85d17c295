using System.Numerics;

namespace Competency.Benchmarks.Baselines;

/// <summary>
/// The least that keeps a verdict up to date: how many accepted items each KSB has, by its place, and how many KSBs have none. An item is known by a
/// number; no day, no decision before, no other version, no reason.
/// </summary>
internal sealed class CountsFloor(int ksbs)
{
    private readonly int[] _counts = new int[ksbs];
    private int _missing = ksbs;

    public bool IsReady => _missing == 0;

    public void Update(ulong low, ulong high, int by)
    {
        Update(low, 0, by);
        Update(high, 64, by);
    }

    private void Update(ulong mask, int first, int by)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            ref var count = ref _counts[first + BitOperations.TrailingZeroCount(mask)];
            var had = count > 0;
            count += by;
            _missing += (had ? 1 : 0) - (count > 0 ? 1 : 0);
        }
    }
}
