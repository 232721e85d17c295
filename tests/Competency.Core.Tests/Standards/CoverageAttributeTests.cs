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
        Assert.Equal("K1", string.Join(", ", new Own("ST0001@1.0", new ushort[] { 0x1001 }).CodesOf(Standard)));
        Assert.Empty(new Own("ST0002@1.0", new ushort[] { 0x1001 }).CodesOf(Standard));
    }

    [Fact]
    public void An_array_of_a_ksb_enum_is_one_of_its_packed_values() =>
        Assert.Equal([KsbCode.Parse("K2"), KsbCode.Parse("S1")], new Own("ST0001@1.0", new[] { Member.S1, Member.K2 }).Codes);

    [Fact]
    public void An_array_of_anything_else_is_refused() =>
        Assert.Contains("System.Int32[] holds no values of a Ksb enum", Assert.Throws<ArgumentException>(() => new Own("ST0001@1.0", new[] { 0x1001 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Sets_are_made_of_enum_members()
    {
        Assert.Equal("K1, S1", KsbSet.OfMembers<Member>(Standard, Member.S1, Member.K1, Member.S1).ToString());
        Assert.True(KsbSet.OfMembers<Member>(Standard).IsEmpty);
        Assert.Throws<ArgumentException>(() => KsbSet.OfMembers(Standard, Member.B9));
        Assert.Throws<ArgumentOutOfRangeException>(() => KsbSet.OfMembers(Standard, (Member)7));
        Assert.Contains("is no Ksb enum", Assert.Throws<ArgumentException>(() => KsbSet.OfMembers(Standard, DayOfWeek.Friday)).Message, StringComparison.Ordinal);
    }

    private enum Member : ushort
    {
        K1 = 0x1001,
        K2 = 0x1002,
        S1 = 0x2001,
        B9 = 0x3009,
    }

    private sealed class Own(string standard, Array ksbs) : KsbReferenceAttribute(standard, ksbs);
}
