namespace Competency.Documents;

/// <summary>What the lock holds of one consumer: a line for each code and duty that it uses.</summary>
/// <param name="consumer">The consumer.</param>
/// <param name="lines">Its lines; of two for one name of one standard the last counts.</param>
sealed partial class LockEntry(LockConsumer consumer, IEnumerable<LockLine> lines)
{
    /// <summary>The consumer.</summary>
    public LockConsumer Consumer { get; } = consumer ?? throw new ArgumentNullException(nameof(consumer));

    /// <summary>Its lines, by standard, then codes in their order, then duties.</summary>
    public IReadOnlyList<LockLine> Lines { get; } = Frozen.List((lines ?? throw new ArgumentNullException(nameof(lines)))
        .GroupBy(l => (l.Standard, l.Name))
        .Select(g => g.Last())
        .OrderBy(l => l.Standard)
        .ThenBy(l => LockLine.TryOrder(l.Name, out var order) ? order : int.MaxValue));

    /// <summary>
    /// What a name meant when it was reviewed for a standard; where it was reviewed for other versions alone, for the last before it, else for
    /// the first after it; null where it was not reviewed.
    /// </summary>
    public LockLine? Find(StandardId standard, string name)
    {
        LockLine? earlier = null;
        LockLine? later = null;
        foreach (var line in Lines)
        {
            if (line.Name != name || line.Standard.Reference != standard.Reference)
            {
                continue;
            }

            // Lines are in the order of versions.
            var order = line.Standard.CompareTo(standard);
            if (order == 0)
            {
                return line;
            }

            earlier = order < 0 ? line : earlier;
            later ??= order > 0 ? line : null;
        }

        return earlier ?? later;
    }

    /// <summary>The entry with some lines in place of, or beside, those that it has.</summary>
    public LockEntry With(IEnumerable<LockLine> lines) => new(Consumer, Lines.Concat(lines ?? throw new ArgumentNullException(nameof(lines))));
}
