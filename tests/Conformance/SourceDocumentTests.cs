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
}
