using Competency.Text;

namespace Competency.Conformance;

public class SourceDocumentTests
{
    [Theory]
    [InlineData("ab\ncd", 3, "2,1")]
    [InlineData("ab\r\ncd", 4, "2,1")]
    [InlineData("ab\rcd", 3, "2,1")]
    [InlineData("ab\n\ncd", 3, "2,1")]
    [InlineData("ab", 2, "1,3")]
    [InlineData("\uFEFFab\ncd", 1, "1,1")]
    [InlineData("\uFEFFab\ncd", 4, "2,1")]
    [InlineData("😀x", 2, "1,3")]
    [InlineData("", 5, "1,1")]
    public void Lines_and_columns_are_those_that_editors_show(string text, int at, string expected) =>
        Assert.Equal(expected, new SourceDocument("a", text).Locate(new SourceSpan(at, 0)).Start.ToString());

    [Theory]
    [InlineData(0, "7,9", 100)]
    [InlineData(1, "7,10", 101)]
    [InlineData(3, "8,1", 103)]
    public void A_part_of_a_file_knows_the_files_places(int at, string expected, int start)
    {
        var place = new SourceDocument("a", "ab\ncd", 100, new LinePosition(7, 9)).Locate(new SourceSpan(at, 1));
        Assert.Equal((expected, start), (place.Start.ToString(), place.Span.Start));
    }
}
