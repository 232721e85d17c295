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

    [Theory]
    [InlineData(typeof(KsbCode), "K1")]
    [InlineData(typeof(StandardId), "ST0583@1.2")]
    [InlineData(typeof(StandardReference), "ST0583")]
    [InlineData(typeof(StandardVersion), "1.2")]
    public void Through_type_converters(Type type, string text) =>
        Assert.Equal(text, TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text)!.ToString());
}
