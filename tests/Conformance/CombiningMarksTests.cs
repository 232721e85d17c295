using Competency.Text;

namespace Competency.Conformance;

public class CombiningMarksTests
{
    /// <summary>Two names are one where they fold to one text, for all of three characters of the awkward.</summary>
    [Fact]
    public void Names_are_the_same_where_their_folds_are()
    {
        const string Awkward = "eE\u0301\u00E9\u00C9 \u00ADx";
        var one = Awkward.Select(c => c.ToString()).Prepend("").ToArray();
        string[] names = [.. one.SelectMany(a => one.SelectMany(b => one.Select(c => a + b + c))).Distinct()];

        var unlike = names.SelectMany(a => names.Select(b => (a, b))).Where(p => (TextFolding.FoldName(p.a) == TextFolding.FoldName(p.b)) != TextFolding.IsSameName(p.a, p.b));
        Assert.Empty(unlike);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a\u0300", "à")]
    [InlineData("e\u0301", "é")]
    [InlineData("o\u0302", "ô")]
    [InlineData("n\u0303", "ñ")]
    [InlineData("a\u0304", "ā")]
    [InlineData("a\u0306", "ă")]
    [InlineData("z\u0307", "ż")]
    [InlineData("u\u0308", "ü")]
    [InlineData("a\u030A", "å")]
    [InlineData("o\u030B", "ő")]
    [InlineData("c\u030C", "č")]
    [InlineData("c\u0327", "ç")]
    [InlineData("s\u0326", "ș")]
    [InlineData("e\u0328", "ę")]
    [InlineData("y\u0300", "ỳ")]
    [InlineData("w\u0302", "ŵ")]
    [InlineData("\u0301e", "\u0301e")]
    [InlineData("e\u0301\u0301", "\u00E9\u0301")]
    [InlineData("re\u0301sume\u0301", "r\u00E9sum\u00E9")]
    [InlineData("x\u0301", "x\u0301")]
    public void A_mark_joins_the_letter_before_it(string text, string composed) => Assert.Equal(composed, CombiningMarks.Compose(text));
}
