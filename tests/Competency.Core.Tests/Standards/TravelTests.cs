using System.ComponentModel;
using System.Text.Json;

namespace Competency.Core.Tests.Standards;

/// <summary>Codes and ids travel through JSON, configuration and model binding as their text.</summary>
public class TravelTests
{
    private sealed record Row(KsbCode Code, StandardId Standard, Dictionary<KsbCode, StandardVersion> Versions);

    [Fact]
    public void Through_JSON()
    {
        var row = new Row(KsbCode.Parse("K1"), StandardId.Parse("ST0583@1.2"), new() { [KsbCode.Parse("S2")] = StandardVersion.Parse("1.3") });

        var json = JsonSerializer.Serialize(row);

        Assert.Equal("""{"Code":"K1","Standard":"ST0583@1.2","Versions":{"S2":"1.3"}}""", json);
        Assert.Equal(row.Code, JsonSerializer.Deserialize<Row>(json)!.Code);
        Assert.Equal(row.Versions, JsonSerializer.Deserialize<Row>(json)!.Versions);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KsbCode>("\"X1\""));
    }

    [Fact]
    public void A_set_through_JSON_beside_its_standard()
    {
        var standard = new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "T", Enumerable.Range(1, 9).Select(n => new KsbStatement(new KsbCode(KsbKind.Knowledge, n), "x")));
        var options = new JsonSerializerOptions { Converters = { new KsbSetJsonConverter(standard) } };

        var json = JsonSerializer.Serialize(standard.Select("K1-K4, K9"));

        Assert.Equal("\"K1-K4, K9\"", json);
        Assert.Equal(standard.Select("K1-K4, K9"), JsonSerializer.Deserialize<KsbSet>(json, options));
        Assert.Contains("beside its standard", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KsbSet>(json)).Message, StringComparison.Ordinal);
        Assert.Contains("S1 is not in ST0001@1.0", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KsbSet>("\"S1\"", options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(KsbCode), "K1")]
    [InlineData(typeof(StandardId), "ST0583@1.2")]
    [InlineData(typeof(StandardReference), "ST0583")]
    [InlineData(typeof(StandardVersion), "1.2")]
    public void Through_type_converters(Type type, string text) =>
        Assert.Equal(text, TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text)!.ToString());
}
