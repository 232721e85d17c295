using System.Collections.ObjectModel;

namespace Competency.Rules;

/// <summary>
/// The entries of one kind about one learner, and up to which day they are complete. Within its completeness absence is <em>no</em>;
/// beyond it absence is <em>unknown</em>. What is recorded stands until something later is recorded. Immutable.
/// </summary>
/// <typeparam name="T">The kind of entry.</typeparam>
public sealed class Ledger<T>
    where T : LedgerEntry
{
    // The entries are the first of these; behind them may stand those of ledgers that came from this one.
    private readonly T[] _items;
    private readonly int _count;
    private readonly Completeness[] _completeness;
    private readonly DateOnly _lastOn;
    private readonly DateOnly _lastRecorded;
    private readonly bool _hasReplacements;

    // The first statement of completeness, mostly the only one, within reach without a further step through memory.
    private readonly DateOnly _completeAsAt;
    private readonly DateOnly _completeRecorded;
    private readonly bool _isSaid;
    private readonly bool _isSaidAgain;

    // Something worked out from the entries alone; the same whoever works it out, so that it matters not which thread is first.
    private object? _derived;

    // Where a further entry goes; made with the first.
    private LedgerTail<T>? _tail;

    /// <summary>A ledger of some entries.</summary>
    /// <param name="entries">The entries. Of two of one day the later in the list stands.</param>
    /// <param name="completeAsAt">The day up to which nothing is missing; null where nobody said so.</param>
    /// <exception cref="ArgumentException">Two entries have one id, or an entry replaces one that does not stand before it, or contradicts itself.</exception>
    public Ledger(IEnumerable<T> entries, DateOnly? completeAsAt = null)
        : this(entries, completeAsAt is { } asAt ? [new Completeness(asAt)] : [])
    {
    }

    /// <summary>A ledger of some entries, with everything that was ever said about its completeness.</summary>
    /// <param name="entries">The entries. Of two of one day the later in the list stands.</param>
    /// <param name="completeness">The statements, in any order.</param>
    /// <exception cref="ArgumentException">Two entries have one id, or an entry replaces one that does not stand before it, contradicts itself or is null.</exception>
    public Ledger(IEnumerable<T> entries, IEnumerable<Completeness> completeness)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(completeness);
        _items = [.. entries];
        if (Array.IndexOf(_items, null!) is >= 0 and var missing)
        {
            throw new ArgumentException($"The entry at {missing} is null.", nameof(entries));
        }

        _count = _items.Length;
        _completeness = [.. completeness];
        (_isSaid, _isSaidAgain, _completeAsAt, _completeRecorded) = FirstOf(_completeness);
        if (LedgerIds.FirstProblem(_items) is { } problem)
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
    private Ledger(T[] items, int count, DateOnly lastOn, DateOnly lastRecorded, Completeness[] completeness)
    {
        _items = items;
        _count = count;
        _lastOn = lastOn;
        _lastRecorded = lastRecorded;
        _completeness = completeness;
        (_isSaid, _isSaidAgain, _completeAsAt, _completeRecorded) = FirstOf(completeness);
    }

    /// <summary>A ledger with one entry more, which was checked beside those before it.</summary>
    private Ledger(Ledger<T> before, LedgerTail<T> tail, T[] items, T entry)
        : this(items, before._count + 1, before._lastOn, before._lastRecorded, before._completeness)
    {
        var (on, recorded) = entry.LastChange;
        _lastOn = on > _lastOn ? on : _lastOn;
        _lastRecorded = recorded > _lastRecorded ? recorded : _lastRecorded;
        _hasReplacements = before._hasReplacements || entry.Replaces is not null;
        _tail = tail;
        _derived = (before.Kept as IFollowsLedger<T>)?.With(entry);
    }

    /// <summary>Nothing recorded, and nobody said that there is nothing.</summary>
    public static Ledger<T> Unknown { get; } = new([], completeAsAt: null);

    /// <summary>The entries, in the order in which they were given.</summary>
    public IReadOnlyList<T> Entries => field ??= _count == _items.Length ? Array.AsReadOnly(_items) : new ReadOnlyCollection<T>(new ArraySegment<T>(_items, 0, _count));

    /// <summary>Every statement that the ledger is complete.</summary>
    public IReadOnlyList<Completeness> Completeness => field ??= _completeness.Length == 0 ? [] : Array.AsReadOnly(_completeness);

    /// <summary>Whether absence on a day is <em>no</em>: somebody had said by <paramref name="knownAt"/> that nothing up to <paramref name="asOf"/> is missing.</summary>
    public bool IsComplete(DateOnly asOf, DateOnly knownAt) =>
        (_isSaid && _completeAsAt >= asOf && _completeRecorded <= knownAt) || (_isSaidAgain && IsSaidComplete(asOf, knownAt));

    /// <summary>
    /// The ledger as it stood on one day, knowing what had been recorded by another: without entries that held or were recorded later,
    /// and without those that an entry recorded in time replaces. Of several corrections of one entry the one recorded last stands, and of one day the later in the list.
    /// </summary>
    public Ledger<T> AsKnown(DateOnly asOf, DateOnly knownAt)
    {
        // Reduced to what it says about this day, so that a statement made since does not change what an earlier report says.
        Completeness[] completeness = IsComplete(asOf, knownAt) ? [new Completeness(asOf) { Recorded = knownAt }] : [];
        if (IsWhollyKnown(asOf, knownAt))
        {
            return _completeness.AsSpan().SequenceEqual(completeness) ? this : new Ledger<T>(_items, _count, _lastOn, _lastRecorded, completeness) { _derived = _derived };
        }

        var replaced = _hasReplacements ? Corrections.Replaced(Items, knownAt) : null;
        var entries = new List<T>(_count);
        for (var place = 0; place < _count; place++)
        {
            var entry = _items[place];
            if (!entry.IsWithdrawn && replaced?[place] != true && entry.AsKnown(asOf, knownAt) is { } known)
            {
                // What it replaced is gone from this view, so the link would lead nowhere.
                entries.Add((T)(known.Replaces is null ? known : known with { Replaces = null }));
            }
        }

        T[] items = [.. entries];
        return new Ledger<T>(items, items.Length, asOf, knownAt, completeness);
    }

    /// <summary>
    /// The ledger with one entry more. Of a ledger that has grown so before, the entries are not copied: what comes from the longest of those that
    /// share them costs the same however long it is.
    /// </summary>
    /// <exception cref="ArgumentException">There is an entry of that id, or none that this one could replace.</exception>
    internal Ledger<T> With(T entry)
    {
        var tail = _tail ?? Interlocked.CompareExchange(ref _tail, new LedgerTail<T>(Items), null) ?? _tail;
        if (!tail.TryAdd(_count, entry, out var items, out var problem))
        {
            // Another ledger went on from here: this one goes on by itself.
            tail = new LedgerTail<T>(Items);
            tail.TryAdd(_count, entry, out items, out problem);
        }

        return problem is null ? new Ledger<T>(this, tail, items, entry) : throw new ArgumentException(problem, nameof(entry));
    }

    /// <summary>The entries, without the cost of looking at them through a list.</summary>
    internal ReadOnlySpan<T> Items => _items.AsSpan(0, _count);

    /// <summary>Whether every entry held and was recorded by then, and none replaces another: then the ledger is as it stood.</summary>
    internal bool IsWhollyKnown(DateOnly asOf, DateOnly knownAt) => !_hasReplacements && _lastOn <= asOf && _lastRecorded <= knownAt;

    /// <summary>What <see cref="Derive"/> keeps; null for nothing yet.</summary>
    internal object? Kept => Volatile.Read(ref _derived);

    /// <summary>What follows from the entries alone, worked out once. A ledger keeps the last of its kind.</summary>
    /// <param name="key">What it is worked out with beside the entries.</param>
    /// <param name="suits">Whether what was kept was worked out with the same.</param>
    /// <param name="make">Works it out.</param>
    internal TDerived Derive<TKey, TDerived>(TKey key, Func<TDerived, TKey, bool> suits, Func<ReadOnlyMemory<T>, TKey, TDerived> make)
        where TDerived : class
    {
        if (Volatile.Read(ref _derived) is TDerived kept && suits(kept, key))
        {
            return kept;
        }

        var made = make(_items.AsMemory(0, _count), key);
        Volatile.Write(ref _derived, made);
        return made;
    }

    /// <summary>The entry in force: the latest by day, then by recording, then by place in the list; null for none.</summary>
    /// <param name="among">Which entries to look at; null for all.</param>
    internal T? Latest(Func<T, bool>? among = null) => among is null ? Latest(0, static (_, _) => true) : Latest(among, static (entry, asked) => asked(entry));

    /// <inheritdoc cref="Latest(Func{T, bool}?)"/>
    /// <param name="state">What <paramref name="among"/> needs to know, so that it need not be made anew for each learner.</param>
    /// <param name="among">Which entries to look at.</param>
    internal T? Latest<TState>(TState state, Func<T, TState, bool> among)
    {
        T? latest = null;
        foreach (var entry in Items)
        {
            if (among(entry, state) && (latest is null || entry.IsInForceBeside(latest)))
            {
                latest = entry;
            }
        }

        return latest;
    }

    /// <summary>Entries by day, then by recording, then by place in the list: in which order a database gave them is nothing that a report shows.</summary>
    /// <param name="among">Which entries.</param>
    internal IEnumerable<T> ByDay(Func<T, bool> among) => Entries.Where(among).OrderBy(e => e.On).ThenBy(e => e.Recorded);

    private static (bool IsSaid, bool IsSaidAgain, DateOnly AsAt, DateOnly Recorded) FirstOf(Completeness[] statements) =>
        statements.Length == 0 ? default : (true, statements.Length > 1, statements[0].AsAt, statements[0].Recorded);

    private bool IsSaidComplete(DateOnly asOf, DateOnly knownAt)
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
}
