using System.Text.Json;
using System.Text.RegularExpressions;

namespace Competency.Rules.Tests;

/// <summary>Judges a text by a file of schemas/: as much of JSON Schema as those files use, and an unknown keyword is an error.</summary>
internal sealed class JsonSchemaFile(string name)
{
    private readonly JsonElement _root = JsonDocument.Parse(Repository.Read("schemas", name + ".schema.json")).RootElement;

    public static JsonSchemaFile Learner { get; } = new("learner");

    public static JsonSchemaFile Report { get; } = new("report");

    public static JsonSchemaFile Transfer { get; } = new("transfer");

    public void Check(string json) => Assert.Null(Problem(JsonDocument.Parse(json).RootElement, _root, "$"));

    public bool Accepts(string json) => Problem(JsonDocument.Parse(json).RootElement, _root, "$") is null;

    private string? Problem(JsonElement value, JsonElement schema, string path)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var problem = keyword.Name switch
            {
                "$schema" or "$id" or "title" or "description" or "$defs" or "default" or "properties" => null,
                "$ref" => Problem(value, _root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), path),
                "type" => IsOf(value, keyword.Value.GetString()!) ? null : $"{path} is no {keyword.Value}",
                "const" => value.GetString() == keyword.Value.GetString() ? null : $"{path} is not {keyword.Value}",
                "enum" => keyword.Value.EnumerateArray().Any(e => value.ValueKind == JsonValueKind.String && e.GetString() == value.GetString()) ? null : $"{path} is none of {keyword.Value}",
                "anyOf" => keyword.Value.EnumerateArray().Any(s => Problem(value, s, path) is null) ? null : $"{path} is none of {keyword.Value}",
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) ? null : $"{path} is not as {keyword.Value}",
                "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32() ? null : $"{path} is too short",
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32() ? null : $"{path} holds too little",
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal() ? null : $"{path} is too small",
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal() ? null : $"{path} is too large",
                "required" => keyword.Value.EnumerateArray().Select(n => n.GetString()!).FirstOrDefault(n => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(n, out _)) is { } missing ? $"{path} lacks {missing}" : null,
                "items" => value.ValueKind != JsonValueKind.Array ? null : value.EnumerateArray().Select((v, i) => Problem(v, keyword.Value, $"{path}[{i}]")).FirstOrDefault(p => p is not null),
                "additionalProperties" => value.ValueKind != JsonValueKind.Object ? null : value.EnumerateObject().Select(p => schema.GetProperty("properties").TryGetProperty(p.Name, out var of) ? Problem(p.Value, of, $"{path}.{p.Name}") : $"{path} has {p.Name}").FirstOrDefault(p => p is not null),
                _ => $"the keyword {keyword.Name} is not known here",
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };
}
