using Competency.Text;

namespace Competency.Documents.Policies;

/// <summary>A requirement as a policy document writes it: its kind, its parameters and those within it, before anybody judges by it.</summary>
sealed partial class RequirementOutline
{
    private readonly Dictionary<string, object> _values;
    private readonly Dictionary<string, SourceSpan> _places;

    internal RequirementOutline(RequirementKind kind, string id, string sentence, Dictionary<string, object> values, Dictionary<string, SourceSpan> places, IReadOnlyList<RequirementOutline> children, SourceSpan place)
    {
        KindOf = kind;
        Id = id;
        Sentence = sentence;
        _values = values;
        _places = places;
        Children = children;
        Place = place;
    }

    /// <summary>The kind, as documents name it.</summary>
    public string Kind => KindOf.Name;

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>What it asks.</summary>
    public string Sentence { get; }

    /// <summary>What it rests on, as documents name it; null for the provider's own rule.</summary>
    public string? Basis { get; internal init; }

    /// <summary>Where it stands; null where that is not said.</summary>
    public CitationOutline? Citation { get; internal init; }

    /// <summary>The requirements within it. Of a condition: the condition, then what is asked; of attention: what decides, then what must be signed.</summary>
    public IReadOnlyList<RequirementOutline> Children { get; }

    /// <summary>This requirement and those within it, outermost first.</summary>
    public IEnumerable<RequirementOutline> All => Children.SelectMany(c => c.All).Prepend(this);

    internal RequirementKind KindOf { get; }

    /// <summary>Whether it is a check of data, which decides nothing: one that rests on it, a condition or attention around one, or several that hold nothing else.</summary>
    internal bool IsCheck => Basis == RequirementKinds.DataCheck || KindOf.Children switch
    {
        ChildShape.IfThen => Children.Count == 2 && Children[1].IsCheck,
        ChildShape.RequirementSigned => Children.Count == 2 && Children[0].IsCheck,
        ChildShape.Several => Children.Count > 0 && Children.All(c => c.IsCheck),
        _ => false,
    };

    /// <summary>Whether every requirement within it could be read.</summary>
    internal bool IsReadWhole { get; init; }

    /// <summary>Where it begins.</summary>
    internal SourceSpan Place { get; }

    /// <summary>How many KSBs; null where it is not given.</summary>
    public KsbThreshold? Threshold(string parameter) => Value(parameter) as KsbThreshold?;

    /// <summary>A text or a word; null where it is not given.</summary>
    public string? Text(string parameter) => Value(parameter) as string;

    /// <summary>Several texts; none where they are not given.</summary>
    public IReadOnlyList<string> Texts(string parameter) => Value(parameter) as IReadOnlyList<string> ?? [];

    /// <summary>Several standards; none where they are not given.</summary>
    public IReadOnlyList<StandardId> Standards(string parameter) => PlacedStandards(parameter).Select(s => s.Id).ToArray();

    /// <summary>The same, each with its place.</summary>
    internal IReadOnlyList<(StandardId Id, SourceSpan Place)> PlacedStandards(string parameter) => Value(parameter) as IReadOnlyList<(StandardId, SourceSpan)> ?? [];

    /// <summary>A number; null where it is not given, or changes with time.</summary>
    public decimal? Number(string parameter) => Value(parameter) as decimal?;

    /// <summary>A number that changes with time; null where it is not given, or does not change.</summary>
    public DatedNumberOutline? Dated(string parameter) => Value(parameter) as DatedNumberOutline;

    /// <summary>True or false; null where it is not given.</summary>
    public bool? Boolean(string parameter) => Value(parameter) as bool?;

    /// <summary>A day; null where it is not given.</summary>
    public DateOnly? Date(string parameter) => Value(parameter) as DateOnly?;

    /// <summary>KSB references; none where they are not given.</summary>
    public IReadOnlyList<PlacedReferences> References(string parameter) => Value(parameter) as IReadOnlyList<PlacedReferences> ?? [];

    /// <summary>All KSB references of its own, whatever the parameter.</summary>
    internal IEnumerable<PlacedReferences> AllReferences => KindOf.Parameters.SelectMany(p => References(p.Name));

    /// <summary>Whether a property is given, readable or not.</summary>
    internal bool Has(string property) => _places.ContainsKey(property);

    /// <summary>The place of a property, or of the requirement where it is absent.</summary>
    internal SourceSpan PlaceOf(string property) => _places.TryGetValue(property, out var span) ? span : Place;

    private object? Value(string parameter) => _values.TryGetValue(parameter, out var value) ? value : null;
}
