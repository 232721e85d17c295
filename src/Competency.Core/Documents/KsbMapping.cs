namespace Competency.Documents;

/// <summary>Which items (modules, units, evidence, assessments) cover which KSBs of one standard.</summary>
/// <param name="standard">The standard.</param>
/// <param name="kind">What is mapped.</param>
/// <param name="items">The items at the top.</param>
sealed partial class KsbMapping(StandardId standard, MappingKind kind, IEnumerable<MappingItem> items)
{
    /// <summary>The standard; <c>default</c> where a document does not say it.</summary>
    public StandardId Standard { get; } = standard;

    /// <summary>What is mapped.</summary>
    public MappingKind Kind { get; } = kind;

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the items together should cover the whole standard, so that what nothing covers is a finding (KSB3002). True for a programme unless said otherwise.</summary>
    public bool CoversWholeStandard { get; init; } = kind == MappingKind.Programme;

    /// <summary>The option of the standard that is mapped, by its id or title; null where it is none or all. A KSB of other options only is then a finding (KSB1009).</summary>
    public string? Option { get; init; }

    /// <summary>What the items together should cover, beside <see cref="CoversWholeStandard"/>; one that is not met is a finding (KSB3003).</summary>
    public IReadOnlyList<CoverageDemand> Demands { get; init => field = Frozen.List(value); } = [];

    /// <summary>The items at the top.</summary>
    public IReadOnlyList<MappingItem> Items { get; } = Frozen.List(items ?? throw new ArgumentNullException(nameof(items)));

    /// <summary>Every item, nested ones after the one that holds them.</summary>
    public IEnumerable<MappingItem> AllItems => Items.SelectMany(i => i.WithNested);

    /// <summary>The codes that the items cover, in the order of codes. A duty stands for the KSBs that it maps; what the standard lacks is left out.</summary>
    /// <param name="of">The standard that <see cref="Standard"/> names.</param>
    public IReadOnlyList<KsbCode> Covered(OccupationalStandard of) => Frozen.Sorted(AllItems.SelectMany(i => i.Codes(of)));
}
