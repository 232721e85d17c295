namespace Competency.Core.Tests.Standards;

public class CoverageAttributeTests
{
    private static readonly OccupationalStandard Standard = new(StandardId.Parse("ST0001@1.0"), "T", new[] { "K1", "K2", "S1" }.Select(c => new KsbStatement(KsbCode.Parse(c), c)))
    {
        Duties = [new OccupationDuty(4, "x", [KsbCode.Parse("K2"), KsbCode.Parse("S1")])],
    };

    [Theory]
    [InlineData("K1", "K1")]
    [InlineData("Duty 4", "K2, S1")]
    [InlineData("ST0001:K1, ST0999@1.0:K2", "K1")]
    [InlineData("K9", "")]
    public void Notation_is_read_beside_the_standard(string ksbs, string expected) =>
        Assert.Equal(expected, string.Join(", ", new CoversKsbsAttribute(ksbs).CodesOf(Standard)));

    [Fact]
    public void Enum_members_of_another_standard_are_none_of_this_one()
    {
        Assert.Equal("K1", string.Join(", ", new Own("ST0001@1.0", 0x1001).CodesOf(Standard)));
        Assert.Empty(new Own("ST0002@1.0", 0x1001).CodesOf(Standard));
    }

    private sealed class Own(string standard, params ushort[] ksbs) : KsbReferenceAttribute(standard, ksbs);
}
