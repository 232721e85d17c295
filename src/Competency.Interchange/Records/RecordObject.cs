using Competency.Documents.Json;
using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Records;

/// <summary>
/// An object of a publisher's record. A field can be missing, null, valid or of another form: the first two are "not said", the last is
/// reported as not held. What nobody asked for is reported at the end, unless it says nothing.
/// </summary>
internal sealed class RecordObject(ImportContext context, JsonValue value)
{
    // A handful, and a record has hundreds of objects.
    private readonly List<string> _known = [];

    public JsonValue Value { get; } = value;

    public SourceSpan Place => new(Value.Span.Start, 1);

    public SourceSpan PlaceOf(string name) => Value.Find(name)?.Value.Span ?? Place;

    /// <summary>A field that is present and not null.</summary>
    public JsonValue? Field(string name)
    {
        Know(name);
        return Value.Find(name)?.Value is { Kind: not JsonKind.Null } field ? field : null;
    }

    /// <summary>The text of a string or a number, without white space at its ends; null where it is blank.</summary>
    public string? Text(string name)
    {
        if (Field(name) is not { } field)
        {
            return null;
        }

        if (field.Kind is not (JsonKind.String or JsonKind.Number))
        {
            WrongForm(name, field);
            return null;
        }

        var text = TextFolding.Trim(PlainText.WithLineFeeds(field.Text));
        return text.Length == 0 ? null : text;
    }

    /// <summary>A whole number, written as a number or as a string. Zero says nothing in these records.</summary>
    public int? Number(string name, int max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // 18.0 is 18: some exports write every number with a fraction.
        var whole = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        if (WholeNumber.TryParse(whole, 9, out var number) && number <= max)
        {
            return number == 0 ? null : number;
        }

        context.NotHeld(PlaceOf(name), $"'{PlainText.Shown(text)}' could not be read as the number of '{name}'");
        return null;
    }

    public bool? Flag(string name)
    {
        switch (Field(name))
        {
            case null:
                return null;
            case { Kind: JsonKind.Boolean } field:
                return field.Text == "true";
            case { Kind: JsonKind.Number, Text: "0" or "1" } field:
                return field.Text == "1";
            case var field:
                WrongForm(name, field);
                return null;
        }
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // The first day of the calendar is how .NET programs write "none".
        if (ForeignDate.TryParse(text, out var date))
        {
            return date == DateOnly.MinValue ? null : date;
        }

        context.NotHeld(PlaceOf(name), $"'{PlainText.Shown(text)}' could not be read as the date of '{name}'");
        return null;
    }

    /// <summary>The items of an array; none where it is absent or null.</summary>
    public IReadOnlyList<JsonValue> Items(string name)
    {
        switch (Field(name))
        {
            case null:
                return [];
            case { Kind: JsonKind.Array } array:
                return array.Items;
            case var field:
                WrongForm(name, field);
                return [];
        }
    }

    /// <summary>The texts of an array of strings.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var item in Items(name))
        {
            if (item.Kind == JsonKind.String)
            {
                if (TextFolding.Trim(item.Text) is { Length: > 0 } text)
                {
                    texts.Add(text);
                }
            }
            else if (item.Kind != JsonKind.Null)
            {
                context.NotHeld(item.Span, $"An item of '{name}' is no string");
            }
        }

        return texts;
    }

    /// <summary>Declares fields that say nothing beyond what is read elsewhere.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Know(name);
        }
    }

    /// <summary>The members that nobody asked for and that say something.</summary>
    public IEnumerable<JsonMember> Unread() => Value.Members.Where(m => !_known.Contains(m.Name) && SaysSomething(m.Value));

    private void Know(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }
    }

    public void WrongForm(string name, JsonValue field) =>
        context.NotHeld(field.Kind is JsonKind.Object or JsonKind.Array ? new SourceSpan(field.Span.Start, 1) : field.Span, $"'{name}' is of an unknown form");

    private static bool SaysSomething(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => false,
        JsonKind.String => TextFolding.Trim(value.Text).Length > 0,
        JsonKind.Array => value.Items.Count > 0,
        JsonKind.Object => value.Members.Count > 0,
        _ => true,
    };
}
