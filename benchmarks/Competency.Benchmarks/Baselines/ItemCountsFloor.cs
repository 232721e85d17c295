using System.Runtime.InteropServices;

namespace Competency.Benchmarks.Baselines;

/// <summary>
/// The least that keeps a verdict right when decisions come one by one: a second acceptance of an item counts once, and one that is overturned counts
/// no more, so that the decision before on that item and KSB must be found again. No day, no other version, no reason, no record of what came in.
/// </summary>
internal sealed class ItemCountsFloor(int ksbs)
{
    private readonly Dictionary<(string Item, int Ksb), bool> _accepted = [];
    private readonly int[] _counts = new int[ksbs];
    private int _missing = ksbs;

    public bool IsReady => _missing == 0;

    public void Update(string item, int ksb, bool isAccepted)
    {
        ref var accepted = ref CollectionsMarshal.GetValueRefOrAddDefault(_accepted, (item, ksb), out _);
        if (accepted == isAccepted)
        {
            return;
        }

        accepted = isAccepted;
        ref var count = ref _counts[ksb];
        var had = count > 0;
        count += isAccepted ? 1 : -1;
        _missing += (had ? 1 : 0) - (count > 0 ? 1 : 0);
    }
}
