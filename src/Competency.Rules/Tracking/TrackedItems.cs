namespace Competency.Rules;

/// <summary>
/// The decision in force on each evidence item and KSB: a table of our own, for it is looked into with every decision that comes in, and a dictionary
/// takes two steps through memory where one will do. Of one owner.
/// </summary>
internal sealed class TrackedItems
{
    // A power of two, at least twice as many as there are items.
    private Slot[] _slots = new Slot[64];
    private int _count;

    /// <summary>The decision in force on the item of a claim; a new item has none.</summary>
    /// <param name="claim">A claim on the item.</param>
    /// <param name="place">The place of its KSB and version.</param>
    public ref DecisionInForce On(Claim claim, int place)
    {
        var evidence = claim.Evidence;
        var hash = Hash(claim, place);
        var slots = _slots;
        for (var at = First(hash, slots); ; at++)
        {
            ref var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Hash == hash && slot.Place == place && slot.Evidence == evidence)
            {
                return ref slot.Decision;
            }

            if (slot.Evidence is null)
            {
                if (++_count > slots.Length / 2)
                {
                    slots = Grow();
                    slot = ref Free(slots, hash);
                }

                (slot.Evidence, slot.Hash, slot.Place) = (evidence, hash, place);
                return ref slot.Decision;
            }
        }
    }

    private static uint Hash(Claim claim, int place) => ((uint)claim.EvidenceHash + ((uint)place * 0x85EBCA6B)) * 0x9E3779B1;

    private static int First(uint hash, Slot[] slots) => (int)(((ulong)hash * (ulong)slots.Length) >> 32);

    private static ref Slot Free(Slot[] slots, uint hash)
    {
        var at = First(hash, slots);
        while (slots[at & (slots.Length - 1)].Evidence is not null)
        {
            at++;
        }

        return ref slots[at & (slots.Length - 1)];
    }

    private Slot[] Grow()
    {
        var wider = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot.Evidence is not null)
            {
                Free(wider, slot.Hash) = slot;
            }
        }

        return _slots = wider;
    }

    private struct Slot
    {
        public string? Evidence;
        public uint Hash;
        public int Place;
        public DecisionInForce Decision;
    }
}
