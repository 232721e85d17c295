using Competency.Notation;

namespace Competency.Documents;

/// <summary>One item of a mapping: a module, a unit, a piece of evidence, an assessment.</summary>
/// <param name="id">The id; empty where a document lacks it.</param>
/// <param name="covers">What it covers, in KSB notation, as written.</param>
/// <param name="items">The items that it is made of.</param>
sealed partial class MappingItem(string id, IEnumerable<string> covers, IEnumerable<MappingItem>? items = null)
{
    /// <summary>The id; empty where a document lacks it.</summary>
    public string Id { get; } = id ?? throw new ArgumentNullException(nameof(id));

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The longest that an item can take, in hours.</summary>
    public const decimal MaxHours = 100_000;

    /// <summary>How long it takes, in hours: above 0, at most <see cref="MaxHours"/>. Null where nobody says. Nested items have their own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The hours are outside that range.</exception>
    public decimal? Hours
    {
        get;
        init => field = value is <= 0 or > MaxHours ? throw new ArgumentOutOfRangeException(nameof(value), value, "An item takes more than 0 hours, and at most 100,000.") : value;
    }

    /// <summary>How it is taught, evidenced or assessed, in a word or two of one's own; null where nobody says.</summary>
    public string? Method { get; init; }

    /// <summary>The day by which it is due, or null.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What it covers itself, in KSB notation, as written.</summary>
    public IReadOnlyList<string> Covers { get; } = Frozen.List(covers ?? throw new ArgumentNullException(nameof(covers)));

    /// <summary>The items that it is made of.</summary>
    public IReadOnlyList<MappingItem> Items { get; } = Frozen.List(items ?? []);

    internal IEnumerable<MappingItem> WithNested => Items.SelectMany(i => i.WithNested).Prepend(this);

    /// <summary>The codes that it covers itself, nested items apart, in the order of codes. A duty stands for the KSBs that it maps; what the standard lacks is left out.</summary>
    public IReadOnlyList<KsbCode> Codes(OccupationalStandard standard) =>
        Frozen.Sorted(Covers.SelectMany(c => KsbNotation.Parse(c).CodesOf(standard)));
}
