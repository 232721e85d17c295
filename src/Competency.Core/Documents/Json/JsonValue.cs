using Competency.Text;

namespace Competency.Documents.Json;

/// <summary>A JSON value and the place where it stands.</summary>
sealed partial class JsonValue
{
    // The whole text, where the value is a string with escapes: where its characters stand is found out when somebody asks.
    private readonly string? _source;

    internal JsonValue(JsonKind kind, SourceSpan span, string text = "", IReadOnlyList<JsonValue>? items = null, IReadOnlyList<JsonMember>? members = null)
    {
        Kind = kind;
        Span = span;
        Text = text;
        Items = items ?? [];
        Members = members ?? [];
    }

    /// <summary>A string with escapes.</summary>
    internal JsonValue(string text, SourceSpan span, string source)
        : this(JsonKind.String, span, text) => _source = source;

    /// <summary>The kind of the value.</summary>
    public JsonKind Kind { get; }

    /// <summary>The whole value with its quotes or brackets.</summary>
    public SourceSpan Span { get; }

    /// <summary>The characters of a string without quotes and escapes; the digits of a number; <c>true</c>, <c>false</c> or <c>null</c>; empty for others.</summary>
    public string Text { get; }

    /// <summary>The items of an array; none for others.</summary>
    public IReadOnlyList<JsonValue> Items { get; }

    /// <summary>The members of an object, repeated names included; none for others.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>The first member with a name, or null.</summary>
    public JsonMember? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Where characters of a string's <see cref="Text"/> stand in the source, escapes taken into account.</summary>
    public SourceSpan SpanWithin(SourceSpan part) => Kind == JsonKind.String ? Placed.SpanWithin(part) : Span;

    /// <summary>The characters of a string and where each stands.</summary>
    internal PlacedText Placed => new(Text, Span, Span.Start + 1, _source is null ? null : JsonParser.Offsets(_source, Span.Start));
}
