namespace Competency.Documents;

/// <summary>What each consumer's KSB references meant when a person last looked at them.</summary>
sealed partial class KsbLock
{
    private readonly Dictionary<LockConsumer, LockEntry> _byConsumer = [];

    /// <summary>A lock of some entries; of two for one consumer the last counts.</summary>
    public KsbLock(IEnumerable<LockEntry> entries)
    {
        foreach (var entry in entries ?? throw new ArgumentNullException(nameof(entries)))
        {
            _byConsumer[entry.Consumer] = entry;
        }

        Entries = Frozen.List(_byConsumer.Values.OrderBy(e => e.Consumer.IsType).ThenBy(e => e.Consumer.Name, StringComparer.Ordinal));
    }

    /// <summary>Every entry: files by path, then types by name.</summary>
    public IReadOnlyList<LockEntry> Entries { get; }

    /// <summary>The entry of a consumer, or null.</summary>
    public LockEntry? Find(LockConsumer consumer) => _byConsumer.TryGetValue(consumer ?? throw new ArgumentNullException(nameof(consumer)), out var entry) ? entry : null;

    /// <summary>The lock with one consumer's entry put in place of the one that it has, or beside the others. An entry without lines is left out.</summary>
    public KsbLock With(LockEntry entry) =>
        new(Entries.Where(e => !e.Consumer.Equals((entry ?? throw new ArgumentNullException(nameof(entry))).Consumer)).Concat(entry.Lines.Count == 0 ? [] : [entry]));

    /// <summary>The lock with some lines of one consumer put in place of, or beside, those that it has.</summary>
    public KsbLock With(LockConsumer consumer, IEnumerable<LockLine> lines) => With((Find(consumer) ?? new LockEntry(consumer, [])).With(lines));

    /// <summary>The lock without a consumer.</summary>
    public KsbLock Without(LockConsumer consumer) => new(Entries.Where(e => !e.Consumer.Equals(consumer)));
}
