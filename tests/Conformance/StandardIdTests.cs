namespace Competency.Conformance;

public class StandardIdTests
{
    [Theory]
    [InlineData("ST0583@1.2", "ST0583@1.2")]
    [InlineData("occ0220@1", "OCC0220@1.0")]
    [InlineData("FA0001@1.10", "FA0001@1.10")]
    [InlineData("AU0001@0.1", "AU0001@0.1")]
    public void Reads_an_id(string text, string expected) => Assert.Equal(expected, StandardId.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("ST0583")]
    [InlineData("ST0583@")]
    [InlineData("ST583@1.2")]
    [InlineData("ST0000@1.2")]
    [InlineData("ST0583@1.2.3")]
    [InlineData("ST0583@1.02")]
    [InlineData("ST0583@01.2")]
    [InlineData("ST0583@1.")]
    [InlineData("ST0583@ 1.2")]
    [InlineData("XX0583@1.2")]
    [InlineData("ST0583@1.2@3")]
    public void Reads_nothing_else(string text) => Assert.Throws<FormatException>(() => StandardId.Parse(text));

    [Fact]
    public void Versions_are_numbers_and_not_fractions() => Assert.Equal(
        ["ST0001@1.1", "ST0001@1.2", "ST0001@1.10", "ST0002@1.0", "OCC0001@1.0"],
        new[] { "OCC0001@1.0", "ST0002@1.0", "ST0001@1.10", "ST0001@1.2", "ST0001@1.1" }.Select(StandardId.Parse).Order().Select(i => i.ToString()));
}
