using System.Text.Json;
using System.Text.Json.Serialization;

namespace Competency;

/// <summary>
/// Writes a set to JSON as its text, <c>"K1-K10, S4"</c>. To read one, add a converter made with the standard to the serializer's options:
/// the text alone does not say which standard's codes they are.
/// </summary>
public sealed class KsbSetJsonConverter : JsonConverter<KsbSet>
{
    private readonly OccupationalStandard? _standard;

    /// <summary>A converter that writes sets of any standard and reads none.</summary>
    public KsbSetJsonConverter()
    {
    }

    /// <summary>A converter that writes sets of any standard and reads those of one.</summary>
    public KsbSetJsonConverter(OccupationalStandard standard) => _standard = standard ?? throw new ArgumentNullException(nameof(standard));

    /// <inheritdoc/>
    public override KsbSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var standard = _standard ?? throw new JsonException("A set of KSBs can be read only beside its standard; add new KsbSetJsonConverter(standard) to JsonSerializerOptions.Converters.");
        try
        {
            return KsbSet.Parse(reader.GetString() ?? "", standard);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, KsbSet value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
