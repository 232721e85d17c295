using Competency.Versions;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class FingerprintTests
{
    [Theory]
    [InlineData("Principles of person-centred care.", "principles  of\u00A0person–centred\ncare")]
    [InlineData("The principles of a ‘duty of care’.", "The principles of a 'duty of care'")]
    [InlineData("“Quoted”; ", "\"quoted\"")]
    [InlineData("ÉCOLE", "école")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    public void Layout_case_dashes_quotes_and_closing_punctuation_do_not_matter(string left, string right) =>
        Assert.Equal(Fingerprint.OfStatement(left), Fingerprint.OfStatement(right));

    [Theory]
    [InlineData("Use X.", "Use Y.")]
    [InlineData("re-sign", "resign")]
    [InlineData("a.b", "ab")]
    public void Words_matter(string left, string right) =>
        Assert.NotEqual(Fingerprint.OfStatement(left), Fingerprint.OfStatement(right));

    // The values are for good: locks hold them.
    [Theory]
    [InlineData("", "e3b0c44298fc1c14")]
    [InlineData("Principles of person-centred care.", "3728f83a504e1f59")]
    public void Values_never_change(string text, string expected) => Assert.Equal(expected, Fingerprint.OfStatement(text));

    [Fact]
    public void Folding_twice_is_folding_once() => Property.Holds(
        ArbMap.Default.ArbFor<string>(),
        text => text is null || Text.TextFolding.FoldStatement(Text.TextFolding.FoldStatement(text)) == Text.TextFolding.FoldStatement(text),
        times: 1000);
}
