using Competency.Interchange.Reading;

namespace Competency.Interchange.Tests.Reading;

public class ForeignDateTests
{
    [Theory]
    [InlineData("01/02/2024", "2024-02-01")]
    [InlineData("1/2/2024", "2024-02-01")]
    [InlineData("31 March 2023", "2023-03-31")]
    [InlineData("1 sep 2023", "2023-09-01")]
    [InlineData(" 7\u00A0May  2025 ", "2025-05-07")]
    [InlineData("2023-03-31", "2023-03-31")]
    [InlineData("2023-03-31T14:05:06.123Z", "2023-03-31")]
    [InlineData("01-02-2024", "2024-02-01")]
    public void Dates_are_read_day_first(string text, string iso)
    {
        Assert.True(ForeignDate.TryParse(text, out var date));
        Assert.Equal(iso, Competency.Text.IsoDate.Format(date));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Not set")]
    [InlineData("31/02/2024")]
    [InlineData("13/13/2024")]
    [InlineData("1 Wind 2024")]
    [InlineData("01/02/24")]
    [InlineData("2023-03-31x")]
    [InlineData("1/2/3/2024")]
    public void What_is_no_date_is_none(string text) => Assert.False(ForeignDate.TryParse(text, out _));
}
