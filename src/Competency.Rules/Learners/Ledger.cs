namespace Competency.Rules;

/// <summary>
/// The entries of one kind about one learner, and up to which day they are complete. Within its completeness absence is <em>no</em>;
/// beyond it absence is <em>unknown</em>. What is recorded stands until something later is recorded. Immutable.
/// </summary>
/// <typeparam name="T">The kind of entry.</typeparam>
public sealed class Ledger<T>
    where T : LedgerEntry
{
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
        Entries = [.. entries];
        Completeness = [.. completeness];
        if (LedgerIds.FirstProblem(Entries) is { } problem)
        {
            throw new ArgumentException(problem.Message, nameof(entries));
        }
    }

    private Ledger(IReadOnlyList<T> entries, IReadOnlyList<Completeness> completeness, bool isChecked)
    {
        _ = isChecked;
        Entries = entries;
        Completeness = completeness;
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
        foreach (var statement in Completeness)
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
        HashSet<string>? replaced = null;
        foreach (var entry in Entries)
        {
            if (entry.Replaces is { } id && entry.Recorded <= knownAt)
            {
                (replaced ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
            }
        }

        List<T>? entries = null;
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i];
            if (entries is null)
            {
                // As long as all of it is known the list itself will do.
                if (entry.Replaces is null && (replaced is null || entry.Id is null || !replaced.Contains(entry.Id)) && ReferenceEquals(entry.AsKnown(asOf, knownAt), entry))
                {
                    continue;
                }

                entries = [.. Entries.Take(i)];
            }

            if (!entry.IsWithdrawn && (replaced is null || entry.Id is null || !replaced.Contains(entry.Id)) && entry.AsKnown(asOf, knownAt) is { } known)
            {
                // What it replaced is gone from this view, so the link would lead nowhere.
                entries.Add((T)(known.Replaces is null ? known : known with { Replaces = null }));
            }
        }

        // Reduced to what it says about this day, so that a statement made since does not change what an earlier report says.
        return new Ledger<T>(entries ?? Entries, IsComplete(asOf, knownAt) ? [new Completeness(asOf) { Recorded = knownAt }] : [], isChecked: true);
    }

    /// <summary>The entry in force: the latest by day, then by recording, then by place in the list; null for none.</summary>
    /// <param name="among">Which entries to look at; null for all.</param>
    internal T? Latest(Func<T, bool>? among = null)
    {
        T? latest = null;
        foreach (var entry in Entries)
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
