using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Competency.Text;

/// <summary>Writes a value to JSON as its text, also as the name of a property, so that it can be the key of a dictionary.</summary>
/// <typeparam name="T">The value. <c>default</c> is written as an empty string, and read from one.</typeparam>
public sealed class ParsableJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => From(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => From(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString() ?? "");
    }

    private static T From(string? text) =>
        string.IsNullOrEmpty(text) ? default
        : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
        : throw new JsonException($"'{text}' is not a {typeof(T).Name}.");
}
