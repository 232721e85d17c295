using Competency.Text;

namespace Competency.Documents.Json;

/// <summary>A JSON value and the place where it stands.</summary>
sealed partial class JsonValue
{
    // The items of an array; the members of an object; of a string with escapes the whole text: where its characters stand is found out when somebody asks.
    private readonly object? _more;

    /// <summary>Anything but an array or an object.</summary>
    internal JsonValue(JsonKind kind, SourceSpan span, string text)
        : this(kind, span, text, more: null)
    {
    }

    /// <summary>A string with escapes.</summary>
    internal JsonValue(string text, SourceSpan span, string source)
        : this(JsonKind.String, span, text, source)
    {
    }

    /// <summary>An array.</summary>
    internal JsonValue(SourceSpan span, JsonValue[] items)
        : this(JsonKind.Array, span, "", items)
    {
    }

    /// <summary>An object.</summary>
    internal JsonValue(SourceSpan span, JsonMember[] members)
        : this(JsonKind.Object, span, "", members)
    {
    }

    private JsonValue(JsonKind kind, SourceSpan span, string text, object? more)
    {
        Kind = kind;
        Span = span;
        Text = text;
        _more = more;
    }

    /// <summary>The kind of the value.</summary>
    public JsonKind Kind { get; }

    /// <summary>The whole value with its quotes or brackets.</summary>
    public SourceSpan Span { get; }

    /// <summary>The characters of a string without quotes and escapes; the digits of a number; <c>true</c>, <c>false</c> or <c>null</c>; empty for others.</summary>
    public string Text { get; }

    /// <summary>The items of an array; none for others.</summary>
    public IReadOnlyList<JsonValue> Items => _more as JsonValue[] ?? [];

    /// <summary>The members of an object, repeated names included; none for others.</summary>
    public IReadOnlyList<JsonMember> Members => OwnMembers;

    private JsonMember[] OwnMembers => _more as JsonMember[] ?? [];

    /// <summary>The first member with a name, or null.</summary>
    public JsonMember? Find(string name)
    {
        foreach (var member in OwnMembers)
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
    internal PlacedText Placed => new(Text, Span, Span.Start + 1, _more is string source ? JsonParser.Offsets(source, Span.Start) : null);
}
