using Competency.Text;

namespace Competency.Conformance;

public class FindOptionTests
{
    private static readonly OccupationalStandard Standard = new(StandardId.Parse("ST0519@1.0"), "Leather", [new KsbStatement(KsbCode.Parse("K1"), "Know it.")])
    {
        Options = [new StandardOption("w", "Weaver"), new StandardOption("f", "Fabric  finisher"), new StandardOption("weaver", "W"), new StandardOption("é", null)],
    };

    /// <summary>What reads alike is one name: no place that takes an option is stricter than another, for all ask here.</summary>
    [Theory]
    [InlineData("w", "w")]
    [InlineData(" W\u00A0", "w")]
    [InlineData("weaver", "weaver")]
    [InlineData("Weaver ", "weaver")]
    [InlineData("Fabric  finisher", "f")]
    [InlineData("fabric finisher", "f")]
    [InlineData("Fabric\u00A0Finisher", "f")]
    [InlineData("\tFabric \u200Bfinisher \n", "f")]
    [InlineData("É", "é")]
    [InlineData(" É", "é")]
    [InlineData("Fabricfinisher", null)]
    [InlineData("Fabric-finisher", null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    public void An_option_is_found_as_people_write_it(string written, string? id) => Assert.Equal(id, Standard.FindOption(written)?.Id);

    [Theory]
    [InlineData("County Hospital", " county\u00A0 hospital", true)]
    [InlineData("Zoë", "ZOË", true)]
    [InlineData("co\u00ADop", "coop", true)]
    [InlineData("Zoë", "ZOE\u0308", true)]
    [InlineData("Zoe", "Zoe\u0308", false)]
    [InlineData("Zoe", "Zoë", false)]
    [InlineData("Zoe\u0301", "Zoë", false)]
    [InlineData("Siân\u00A0 Ŵ", "sia\u0302n w\u0302", true)]
    [InlineData("\u0301", "", false)]
    [InlineData("A B", "AB", false)]
    [InlineData("A", "B", false)]
    [InlineData("", " ", true)]
    public void Names_are_compared_as_they_read(string left, string right, bool same)
    {
        Assert.Equal(same, TextFolding.IsSameName(left, right));
        Assert.Equal(same, TextFolding.IsSameName(right, left));
        Assert.Equal(same, TextFolding.FoldName(left) == TextFolding.FoldName(right));
    }
}
