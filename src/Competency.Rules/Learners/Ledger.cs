namespace Competency.Rules;

/// <summary>
/// The entries of one kind about one learner, and up to which day they are complete. Within its completeness absence is <em>no</em>;
/// beyond it absence is <em>unknown</em>. What is recorded stands until something later is recorded. Immutable.
/// </summary>
/// <typeparam name="T">The kind of entry.</typeparam>
public sealed class Ledger<T>
    where T : LedgerEntry
{
    private readonly T[] _items;
    private readonly Completeness[] _completeness;
    private readonly DateOnly _lastOn;
    private readonly DateOnly _lastRecorded;
    private readonly bool _hasReplacements;

    // Something worked out from the entries alone; the same whoever works it out, so that it matters not which thread is first.
    private object? _derived;

    /// <summary>A ledger of some entries.</summary>
    /// <param name="entries">The entries. Of two of one day the later in the list stands.</param>
    /// <param name="completeAsAt">The day up to which nothing is missing; null where nobody said so.</param>
    /// <exception cref="ArgumentException">Two entries have one id, or an entry replaces one that does not stand before it.</exception>
    public Ledger(IEnumerable<T> entries, DateOnly? completeAsAt = null)
        : this(entries, completeAsAt is { } asAt ? [new Completeness(asAt)] : [])
    {
    }

    /// <summary>A ledger of some entries, with everything that was ever said about its completeness.</summary>
    /// <param name="entries">The entries. Of two of one day the later in the list stands.</param>
    /// <param name="completeness">The statements, in any order.</param>
    /// <exception cref="ArgumentException">Two entries have one id, or an entry replaces one that does not stand before it.</exception>
    public Ledger(IEnumerable<T> entries, IEnumerable<Completeness> completeness)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(completeness);
        _items = [.. entries];
        Entries = Array.AsReadOnly(_items);
        _completeness = [.. completeness];
        Completeness = Array.AsReadOnly(_completeness);
        if (LedgerIds.FirstProblem(Entries) is { } problem)
        {
            throw new ArgumentException(problem.Message, nameof(entries));
        }

        foreach (var entry in _items)
        {
            var (on, recorded) = entry.LastChange;
            _lastOn = on > _lastOn ? on : _lastOn;
            _lastRecorded = recorded > _lastRecorded ? recorded : _lastRecorded;
            _hasReplacements |= entry.Replaces is not null;
        }
    }

    /// <summary>A ledger whose entries were checked before.</summary>
    private Ledger(T[] items, IReadOnlyList<T> entries, DateOnly lastOn, DateOnly lastRecorded, Completeness[] completeness)
    {
        _items = items;
        _lastOn = lastOn;
        _lastRecorded = lastRecorded;
        _completeness = completeness;
        Entries = entries;
        Completeness = completeness.Length == 0 ? [] : Array.AsReadOnly(completeness);
    }

    /// <summary>Nothing recorded, and nobody said that there is nothing.</summary>
    public static Ledger<T> Unknown { get; } = new([], completeAsAt: null);

    /// <summary>The entries, in the order in which they were given.</summary>
    public IReadOnlyList<T> Entries { get; }

    /// <summary>Every statement that the ledger is complete.</summary>
    public IReadOnlyList<Completeness> Completeness { get; }

    /// <summary>Whether absence on a day is <em>no</em>: somebody had said by <paramref name="knownAt"/> that nothing up to <paramref name="asOf"/> is missing.</summary>
    public bool IsComplete(DateOnly asOf, DateOnly knownAt)
    {
        foreach (var statement in _completeness)
        {
            if (statement.AsAt >= asOf && statement.Recorded <= knownAt)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The ledger as it stood on one day, knowing what had been recorded by another: without entries that held or were recorded later,
    /// and without those that an entry recorded in time replaces.
    /// </summary>
    public Ledger<T> AsKnown(DateOnly asOf, DateOnly knownAt)
    {
        // Reduced to what it says about this day, so that a statement made since does not change what an earlier report says.
        Completeness[] completeness = IsComplete(asOf, knownAt) ? [new Completeness(asOf) { Recorded = knownAt }] : [];
        if (IsWhollyKnown(asOf, knownAt))
        {
            return _completeness.AsSpan().SequenceEqual(completeness) ? this : new Ledger<T>(_items, Entries, _lastOn, _lastRecorded, completeness) { _derived = _derived };
        }

        HashSet<string>? replaced = null;
        foreach (var entry in _hasReplacements ? _items : [])
        {
            if (entry.Replaces is { } id && entry.Recorded <= knownAt)
            {
                (replaced ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
            }
        }

        var entries = new List<T>(_items.Length);
        foreach (var entry in _items)
        {
            if (!entry.IsWithdrawn && (replaced is null || entry.Id is null || !replaced.Contains(entry.Id)) && entry.AsKnown(asOf, knownAt) is { } known)
            {
                // What it replaced is gone from this view, so the link would lead nowhere.
                entries.Add((T)(known.Replaces is null ? known : known with { Replaces = null }));
            }
        }

        T[] items = [.. entries];
        return new Ledger<T>(items, Array.AsReadOnly(items), asOf, knownAt, completeness);
    }

    /// <summary>The ledger with one entry more.</summary>
    /// <exception cref="ArgumentException">There is an entry of that id, or none that this one could replace.</exception>
    internal Ledger<T> With(T entry) => new([.. _items, entry], _completeness);

    /// <summary>The entries, without the cost of looking at them through a list.</summary>
    internal ReadOnlySpan<T> Items => _items;

    /// <summary>Whether every entry held and was recorded by then, and none replaces another: then the ledger is as it stood.</summary>
    internal bool IsWhollyKnown(DateOnly asOf, DateOnly knownAt) => !_hasReplacements && _lastOn <= asOf && _lastRecorded <= knownAt;

    /// <summary>What <see cref="Derive"/> keeps; null for nothing yet.</summary>
    internal object? Kept => Volatile.Read(ref _derived);

    /// <summary>What follows from the entries alone, worked out once. A ledger keeps the last of its kind.</summary>
    /// <param name="key">What it is worked out with beside the entries.</param>
    /// <param name="suits">Whether what was kept was worked out with the same.</param>
    /// <param name="make">Works it out.</param>
    internal TDerived Derive<TKey, TDerived>(TKey key, Func<TDerived, TKey, bool> suits, Func<T[], TKey, TDerived> make)
        where TDerived : class
    {
        if (Volatile.Read(ref _derived) is TDerived kept && suits(kept, key))
        {
            return kept;
        }

        var made = make(_items, key);
        Volatile.Write(ref _derived, made);
        return made;
    }

    /// <summary>The entry in force: the latest by day, then by recording, then by place in the list; null for none.</summary>
    /// <param name="among">Which entries to look at; null for all.</param>
    internal T? Latest(Func<T, bool>? among = null)
    {
        T? latest = null;
        foreach (var entry in _items)
        {
            if ((among is null || among(entry))
                && (latest is null || entry.On > latest.On || (entry.On == latest.On && entry.Recorded >= latest.Recorded)))
            {
                latest = entry;
            }
        }

        return latest;
    }
}
