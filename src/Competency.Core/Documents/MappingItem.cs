namespace Competency.Documents;

/// <summary>One item of a mapping document: a module, a unit, a piece of evidence, an assessment.</summary>
sealed partial class MappingItem
{
    internal MappingItem(string id, string? title, IReadOnlyList<PlacedReferences> covers, IReadOnlyList<MappingItem> items)
    {
        Id = id;
        Title = title;
        Covers = covers;
        Items = items;
    }

    /// <summary>The id; empty where it could not be read.</summary>
    public string Id { get; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; }

    /// <summary>What it covers, as written.</summary>
    public IReadOnlyList<PlacedReferences> Covers { get; }

    /// <summary>The items that it is made of.</summary>
    public IReadOnlyList<MappingItem> Items { get; }

    internal IEnumerable<MappingItem> WithNested => Items.SelectMany(i => i.WithNested).Prepend(this);

    /// <summary>The codes that it names itself, those of nested items not included. A duty stands for the KSBs that it maps.</summary>
    public IReadOnlyList<KsbCode> Codes(OccupationalStandard standard) =>
        Frozen.Sorted(Covers.SelectMany(c => c.Result.Codes.Concat(c.Result.Duties.SelectMany(d => standard.FindDuty(d)?.Ksbs ?? []))));
}
