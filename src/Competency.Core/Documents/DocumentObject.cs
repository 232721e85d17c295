using System.Globalization;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Notation;
using Competency.Text;

namespace Competency.Documents;

/// <summary>
/// A JSON object of a document that is being read. Ask for each field that the format has, then call <see cref="Done"/>: what is missing,
/// of the wrong form or unknown becomes a finding with its place. <c>null</c> counts as absent.
/// </summary>
sealed partial class DocumentObject
{
    // A handful of names: looking through a list is quicker than hashing, and a document has tens of thousands of objects.
    private readonly List<string> _known = [];

    internal DocumentObject(DocumentReader reader, JsonValue value)
    {
        Reader = reader;
        Value = value;
        foreach (var repeated in Repeated(value.Members))
        {
            Wrong(repeated.NameSpan, $"The property '{repeated.Name}' stands twice in one object");
        }
    }

    /// <summary>The reader that collects the findings.</summary>
    public DocumentReader Reader { get; }

    /// <summary>The object itself.</summary>
    public JsonValue Value { get; }

    /// <summary>The opening brace: where what is missing is reported.</summary>
    public SourceSpan Place => new(Value.Span.Start, 1);

    /// <summary>The value of a field, or the opening brace where the field is absent.</summary>
    public SourceSpan SpanOf(string name) => Value.Find(name)?.Value.Span ?? Place;

    /// <summary>Whether a field is present and not null.</summary>
    public bool Has(string name) => Field(name) is not null;

    /// <summary>Declares a field that may be present and is not read.</summary>
    public void Ignore(string name) => Know(name);

    /// <summary>A string field; null where it is absent or of another form.</summary>
    /// <param name="name">The field.</param>
    /// <param name="isRequired">Whether its absence is a finding; then it must not be blank either.</param>
    /// <param name="missing">What to say where it is absent.</param>
    public string? String(string name, bool isRequired = false, string? missing = null)
    {
        if (Field(name, isRequired, missing) is not { } value || !Is(value, JsonKind.String, name, "a string"))
        {
            return null;
        }

        if (isRequired && TextFolding.Trim(value.Text).Length == 0)
        {
            Wrong(value.Span, $"'{name}' must not be empty");
            return null;
        }

        return value.Text;
    }

    /// <summary>A string field that must not be blank where it is given; null where it is absent or wrong.</summary>
    public string? NotBlank(string name, bool isRequired = false)
    {
        var text = String(name, isRequired);
        if (text is not null && TextFolding.Trim(text).Length == 0)
        {
            Wrong(SpanOf(name), $"'{name}' must not be empty; leave it out where it is not known");
            return null;
        }

        return text;
    }

    /// <summary>A whole number field within bounds; null where it is absent or wrong.</summary>
    public int? Integer(string name, int min, int max, bool isRequired = false)
    {
        if (Field(name, isRequired) is not { } value || !Is(value, JsonKind.Number, name, "a number"))
        {
            return null;
        }

        // 12, and what JSON takes for the same number: 12.0, 1.2e1.
        if (FieldValue.TryNumber(value.Text, out var number) && number >= min && number <= max && decimal.Truncate(number) == number)
        {
            return (int)number;
        }

        Wrong(value.Span, $"'{name}' must be a whole number from {min} to {max}");
        return null;
    }

    /// <summary>A number field within bounds, fractions allowed; null where it is absent or wrong.</summary>
    public decimal? Number(string name, decimal min, decimal max, bool isRequired = false)
    {
        if (Field(name, isRequired) is not { } value || !Is(value, JsonKind.Number, name, "a number"))
        {
            return null;
        }

        var number = FieldValue.Number(name, value.Text, min, max, out var problem);
        WrongIf(problem, value.Span);
        return number;
    }

    /// <summary>A boolean field; null where it is absent or of another form.</summary>
    public bool? Boolean(string name, bool isRequired = false) =>
        Field(name, isRequired) is { } value && Is(value, JsonKind.Boolean, name, "true or false") ? value.Text == "true" : null;

    /// <summary>A date field written as <c>2024-02-01</c>; null where it is absent or wrong.</summary>
    public DateOnly? Date(string name, bool isRequired = false)
    {
        if (Field(name, isRequired) is not { } value || !Is(value, JsonKind.String, name, "a date as a string"))
        {
            return null;
        }

        var date = FieldValue.Date(value.Text, out var problem);
        WrongIf(problem, value.Span);
        return date;
    }

    /// <summary>A field that is one of several words; null where it is absent or another word.</summary>
    public string? Choice(string name, IReadOnlyList<string> words, bool isRequired = false)
    {
        if (String(name, isRequired) is not { } written)
        {
            return null;
        }

        var word = FieldValue.Choice(written, words, out var problem, out var nearest);
        WrongIf(problem, SpanOf(name), nearest is null ? null : $"\"{nearest}\"");
        return word;
    }

    /// <summary>The id of a standard; null where it is absent or wrong.</summary>
    public StandardId? Standard(string name, bool isRequired = false)
    {
        if (String(name, isRequired) is not { } written)
        {
            return null;
        }

        var id = FieldValue.Standard(written, out var problem);
        WrongIf(problem, SpanOf(name));
        return id;
    }

    /// <summary>An object field; null where it is absent or of another form.</summary>
    public DocumentObject? Object(string name, bool isRequired = false) =>
        Field(name, isRequired) is { } value && Is(value, JsonKind.Object, name, "an object") ? new DocumentObject(Reader, value) : null;

    /// <summary>The objects of an array field; none where it is absent. What is no object is a finding and left out.</summary>
    public IReadOnlyList<DocumentObject> Objects(string name, bool isRequired = false) =>
        Items(name, isRequired, JsonKind.Object, "an object").Select(v => new DocumentObject(Reader, v)).ToArray();

    /// <summary>The strings of an array field; none where it is absent. What is no string is a finding and left out.</summary>
    public IReadOnlyList<JsonValue> Strings(string name) => Items(name, false, JsonKind.String, "a string").ToArray();

    /// <summary>Complains of an array that is there and holds nothing, where one that is absent stands for everything: a filter that came out empty would let all pass.</summary>
    /// <param name="name">The field.</param>
    /// <param name="everything">What leaving it out stands for.</param>
    internal void NotEmpty(string name, string everything)
    {
        if (Field(name) is { Kind: JsonKind.Array, Items.Count: 0 } array && Reader.IsWhole)
        {
            Wrong(array.Span, $"'{name}' names none; leave it out where {everything} is meant");
        }
    }

    /// <summary>
    /// A field of KSB references: a string in KSB notation, or an array of such strings. What is wrong with the notation is a finding;
    /// whether a standard has the codes is not asked. A required field must hold a reference.
    /// </summary>
    /// <param name="name">The field's name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    public IReadOnlyList<PlacedReferences> References(string name, bool isRequired = false) => References(name, isRequired, inForce: null, known: null);

    /// <summary>The same where the standard is known already: nothing is offered for a reference that is written wrongly and that the standard does not have.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="inForce">The standard; null to offer everything.</param>
    /// <param name="known">Every standard that is known.</param>
    public IReadOnlyList<PlacedReferences> References(string name, bool isRequired, OccupationalStandard? inForce, StandardCatalogue? known)
    {
        if (Field(name, isRequired) is not { } value)
        {
            return [];
        }

        if (value.Kind is not (JsonKind.String or JsonKind.Array))
        {
            Wrong(value.Span, $"'{name}' must be KSB references, such as \"K1-K10, S4\"");
            return [];
        }

        var strings = value.Kind == JsonKind.String ? [value] : Items(name, false, JsonKind.String, "a string");
        var placed = strings.Select(s => new PlacedReferences(s.Placed, KsbNotation.Parse(s.Text))).ToArray();
        var seen = new HashSet<ReferenceName>();
        foreach (var references in placed)
        {
            foreach (var problem in placed.Length == 1 ? references.Result.Problems : references.Result.Problems.Concat(references.Result.RepeatsOf(seen)))
            {
                Report(references, inForce is null || known is null ? problem : OfferCheck.Beside(problem, [inForce], known));
            }
        }

        // An empty text or list says as little as no field.
        if (isRequired && Reader.IsWhole && placed.All(p => p.Result.References.Count == 0 && p.Result.Problems.Count == 0))
        {
            Wrong(value.Span, $"'{name}' names no KSB");
        }

        return placed;
    }

    /// <summary>Adds a finding about a part of a field of references.</summary>
    public void Report(PlacedReferences references, NotationProblem problem) =>
        Reader.Report(problem.Descriptor, references.Value.SpanWithin(problem.Span), problem.Message, problem.Suggestion);

    /// <summary>Adds a finding that the document is not readable here (KSB2007).</summary>
    public void Wrong(SourceSpan span, string message, string? suggestion = null) =>
        Reader.Report(FindingCatalogue.UnreadableDocument, span, message, suggestion);

    /// <summary>Reports every field that nobody asked for. A misspelt field is told with the name that was probably meant.</summary>
    public void Done()
    {
        // Looked up once, and not for each unknown one: a document of ten thousand of them took as long as their square.
        string[]? absent = null;
        foreach (var member in Value.Members)
        {
            if (!_known.Contains(member.Name))
            {
                absent ??= _known.Where(k => Value.Find(k) is null).ToArray();
                var nearest = Similarity.Nearest(member.Name, absent);
                Reader.Report(
                    FindingCatalogue.UnreadableDocument,
                    member.NameSpan,
                    $"The property '{Shown(member.Name)}'{LookAlikes.Holding(member.Name)} is unknown here and is not read" + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
                    nearest is null ? null : $"\"{nearest}\"",
                    FindingSeverity.Warning);
            }
        }
    }

    private void Know(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }
    }

    /// <summary>The members whose name an earlier one has.</summary>
    private static IReadOnlyList<JsonMember> Repeated(IReadOnlyList<JsonMember> members)
    {
        if (members.Count > Few)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return members.Where(m => !seen.Add(m.Name)).ToArray();
        }

        List<JsonMember>? repeated = null;
        for (var i = 1; i < members.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (members[i].Name == members[j].Name)
                {
                    (repeated ??= []).Add(members[i]);
                    break;
                }
            }
        }

        return repeated ?? (IReadOnlyList<JsonMember>)[];
    }

    private const int Few = 32;

    private void WrongIf(string? problem, SourceSpan span, string? suggestion = null)
    {
        if (problem is not null)
        {
            Wrong(span, problem, suggestion);
        }
    }

    private static string Shown(string name) => name.Length <= 40 ? TextFolding.OnOneLine(name) : TextFolding.OnOneLine(name.Substring(0, 37)) + "...";

    private JsonValue? Field(string name, bool isRequired = false, string? missing = null)
    {
        Know(name);
        var value = Value.Find(name)?.Value;
        if (value is { Kind: not JsonKind.Null })
        {
            return value;
        }

        if (isRequired && Reader.IsWhole)
        {
            if (value is null && Misspelt(name) is { } misspelt)
            {
                // One mistake is one finding: the property is there under another name, and Done need not say so again.
                Know(misspelt.Name);
                Wrong(misspelt.NameSpan, $"The property '{Shown(misspelt.Name)}'{LookAlikes.Holding(misspelt.Name)} is unknown here; did you mean '{name}'?", $"\"{name}\"");
            }
            else
            {
                Wrong(value?.Span ?? Place, missing ?? $"The property '{name}' is missing");
            }
        }

        return null;
    }

    /// <summary>A property that nobody asked for so far and whose name is all but the one that is missing.</summary>
    private JsonMember? Misspelt(string name) => Value.Members.FirstOrDefault(m => !_known.Contains(m.Name)
        && (name.Length > 3 ? Similarity.EditDistance(m.Name, name) <= 2 && Math.Abs(m.Name.Length - name.Length) <= 2 : TextFolding.EqualsIgnoreCase(m.Name, name)));

    private bool Is(JsonValue value, JsonKind kind, string name, string what, bool isItem = false)
    {
        if (value.Kind == kind)
        {
            return true;
        }

        Wrong(value.Kind is JsonKind.Object or JsonKind.Array ? new SourceSpan(value.Span.Start, 1) : value.Span, $"{(isItem ? "An item of " : "")}'{name}' must be {what}");
        return false;
    }

    private IEnumerable<JsonValue> Items(string name, bool isRequired, JsonKind kind, string what)
    {
        if (Field(name, isRequired) is not { } array || !Is(array, JsonKind.Array, name, "an array"))
        {
            yield break;
        }

        foreach (var item in array.Items)
        {
            if (Is(item, kind, name, what, isItem: true))
            {
                yield return item;
            }
        }
    }
}
