namespace Competency.Rules;

/// <summary>
/// Where the next entry of a ledger goes: spare places behind its entries, and the ids that are taken. Ledgers that came one from another share it and
/// each see their own entries alone, so that they stay immutable; only the longest of them adds to it. Safe from many threads.
/// </summary>
internal sealed class LedgerTail<T>
    where T : LedgerEntry
{
    private readonly Lock _lock = new();
    private T[] _items;
    private int _count;

    // Made for the first entry that has an id, or replaces one.
    private HashSet<string>? _ids;

    public LedgerTail(ReadOnlySpan<T> entries)
    {
        _count = entries.Length;
        _items = new T[Math.Max(8, _count * 2)];
        entries.CopyTo(_items);
    }

    /// <summary>Adds an entry behind a number of others.</summary>
    /// <param name="count">How many entries the ledger has that it is added to.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="items">The entries with it among them, and further places.</param>
    /// <param name="problem">What is wrong with the entry, which is not added then; null for nothing.</param>
    /// <returns>Whether that ledger is the longest of those that share this; another must go on by itself.</returns>
    public bool TryAdd(int count, T entry, out T[] items, out string? problem)
    {
        lock (_lock)
        {
            (items, problem) = (_items, null);
            if (count != _count)
            {
                return false;
            }

            problem = Problem(entry);
            if (problem is not null)
            {
                return true;
            }

            if (_count == _items.Length)
            {
                Array.Resize(ref _items, _count * 2);
            }

            items = _items;
            items[_count++] = entry;
            return true;
        }
    }

    private string? Problem(T entry)
    {
        if (entry.Id is null && entry.Replaces is null && !entry.IsWithdrawn)
        {
            return entry.Mistake;
        }

        if (_ids is null)
        {
            _ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (var before in _items.AsSpan(0, _count))
            {
                LedgerIds.Take(before, _ids);
            }
        }

        return LedgerIds.Take(entry, _ids);
    }
}
