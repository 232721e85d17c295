using System.Text.Json;
using System.Text.RegularExpressions;

namespace Competency.Testing;

/// <summary>A JSON Schema of ours, or that of SARIF. It knows the words that they use and no more, and fails on any other.</summary>
internal sealed class TinySchema(JsonElement root)
{
    /// <summary>A schema of the folder schemas/.</summary>
    /// <param name="kind">What it describes, as its name begins.</param>
    public static TinySchema Of(string kind) => In("schemas", kind + ".schema.json");

    /// <summary>A schema of the repository, by the parts of its path.</summary>
    public static TinySchema In(params string[] path) => new(JsonDocument.Parse(Repository.Read(path)).RootElement);

    public JsonElement Root => root;

    /// <summary>Every property that the schema names, wherever.</summary>
    public IEnumerable<string> Properties => Named(root).Distinct();

    public bool Accepts(string document) => Errors(document).Count == 0;

    /// <param name="document">The document.</param>
    /// <param name="used">Takes the names of properties that the document has and the schema names.</param>
    public List<string> Errors(string document, HashSet<string>? used = null)
    {
        var errors = new List<string>();
        Check(JsonDocument.Parse(document).RootElement, root, "$", errors, used ?? []);
        return errors;
    }

    private static IEnumerable<string> Named(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => (p.Name == "properties" ? p.Value.EnumerateObject().Select(n => n.Name) : []).Concat(Named(p.Value))),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Named),
        _ => [],
    };

    private void Check(JsonElement value, JsonElement schema, string path, List<string> errors, HashSet<string> used)
    {
        foreach (var word in schema.EnumerateObject())
        {
            var isRight = word.Name switch
            {
                "$schema" or "$id" or "$defs" or "definitions" or "title" or "description" or "default" => true,
                "type" => Is(value, word.Value.GetString()!),
                "format" => value.ValueKind != JsonValueKind.String || HasFormat(value.GetString()!, word.Value.GetString()!),
                "const" => value.ValueKind == JsonValueKind.String && value.GetString() == word.Value.GetString(),
                "enum" => word.Value.EnumerateArray().Any(e => value.ValueKind == JsonValueKind.String && e.GetString() == value.GetString()),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, word.Value.GetString()!),
                "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= word.Value.GetInt32(),
                "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= word.Value.GetInt32(),
                "exclusiveMinimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() > word.Value.GetDecimal(),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= word.Value.GetDecimal(),
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= word.Value.GetDecimal(),
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= word.Value.GetInt32(),
                "uniqueItems" => !word.Value.GetBoolean() || value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(i => i.GetRawText()).Distinct().Count() == value.GetArrayLength(),
                "oneOf" => word.Value.EnumerateArray().Count(s => IsValid(value, s, path)) == 1,
                "required" => value.ValueKind != JsonValueKind.Object || word.Value.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
                "propertyNames" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(p => Regex.IsMatch(p.Name, word.Value.GetProperty("pattern").GetString()!)),
                "additionalProperties" => value.ValueKind != JsonValueKind.Object || CheckAdditional(value, schema, word.Value, path, errors, used),
                "properties" => CheckProperties(value, word.Value, path, errors, used),
                "items" => CheckItems(value, word.Value, path, errors, used),
                "anyOf" => word.Value.EnumerateArray().Any(s => IsValid(value, s, path, used)),
                "allOf" => CheckAll(value, word.Value.EnumerateArray(), path, errors, used),
                "if" => !IsValid(value, word.Value, path) || CheckAll(value, [schema.GetProperty("then")], path, errors, used),
                "then" => true,
                "$ref" => CheckReference(value, word.Value.GetString()!, path, errors, used),
                _ => throw new InvalidOperationException($"The schemas use '{word.Name}', which this validator does not know."),
            };
            if (!isRight)
            {
                errors.Add($"{path}: {word.Name}");
            }
        }
    }

    private bool IsValid(JsonElement value, JsonElement schema, string path, HashSet<string>? used = null)
    {
        var errors = new List<string>();
        var usedHere = new HashSet<string>();
        Check(value, schema, path, errors, usedHere);
        if (errors.Count == 0)
        {
            used?.UnionWith(usedHere);
        }

        return errors.Count == 0;
    }

    private bool CheckProperties(JsonElement value, JsonElement properties, string path, List<string> errors, HashSet<string> used)
    {
        foreach (var member in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToArray() : [])
        {
            if (properties.TryGetProperty(member.Name, out var schema))
            {
                used.Add(member.Name);
                Check(member.Value, schema, $"{path}.{member.Name}", errors, used);
            }
        }

        return true;
    }

    private bool CheckAdditional(JsonElement value, JsonElement schema, JsonElement additional, string path, List<string> errors, HashSet<string> used)
    {
        var isAllowed = true;
        foreach (var member in value.EnumerateObject().Where(m => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(m.Name, out _)))
        {
            isAllowed &= additional.ValueKind != JsonValueKind.False;
            if (additional.ValueKind == JsonValueKind.Object)
            {
                Check(member.Value, additional, $"{path}.{member.Name}", errors, used);
            }
        }

        return isAllowed;
    }

    private bool CheckItems(JsonElement value, JsonElement schema, string path, List<string> errors, HashSet<string> used)
    {
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [])
        {
            Check(item, schema, path + "[]", errors, used);
        }

        return true;
    }

    /// <summary>What is wrong by each of several schemas is said by itself.</summary>
    private bool CheckAll(JsonElement value, IEnumerable<JsonElement> schemas, string path, List<string> errors, HashSet<string> used)
    {
        foreach (var schema in schemas)
        {
            Check(value, schema, path, errors, used);
        }

        return true;
    }

    private bool CheckReference(JsonElement value, string reference, string path, List<string> errors, HashSet<string> used)
    {
        Check(value, reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name)), path, errors, used);
        return true;
    }

    private static bool HasFormat(string value, string format) => format switch
    {
        "uri" => IsUri(value) && Uri.TryCreate(value, UriKind.Absolute, out _),
        "uri-reference" => IsUri(value) && Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _),
        "uuid" => Guid.TryParse(value, out _),
        "date-time" => DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
        _ => throw new InvalidOperationException($"The schemas use the format '{format}', which this validator does not know."),
    };

    /// <summary>The characters of RFC 3986, everything else escaped.</summary>
    private static bool IsUri(string value) => Regex.IsMatch(value, "^([A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$");

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new InvalidOperationException($"The schemas use the type '{type}', which this validator does not know."),
    };
}
