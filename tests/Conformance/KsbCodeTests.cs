using FsCheck.Fluent;

namespace Competency.Conformance;

public class KsbCodeTests
{
    [Theory]
    [InlineData("K1", KsbKindName.Knowledge, 1, 0x1001)]
    [InlineData("s12", KsbKindName.Skill, 12, 0x200C)]
    [InlineData("B4095", KsbKindName.Behaviour, 4095, 0x3FFF)]
    [InlineData("TK3", KsbKindName.TechnicalKnowledge, 3, 0x4003)]
    [InlineData("TS3", KsbKindName.TechnicalSkill, 3, 0x5003)]
    [InlineData("ESB7", KsbKindName.EmployabilitySkillOrBehaviour, 7, 0x6007)]
    public void Reads_a_code(string text, KsbKindName kind, int number, int value)
    {
        var code = KsbCode.Parse(text);

        Assert.Equal((kind.ToString(), number, value), (code.Kind.ToString(), code.Number, code.Value));
        Assert.Equal(code, KsbCode.FromValue((ushort)value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("K")]
    [InlineData("1")]
    [InlineData("K0")]
    [InlineData("K01")]
    [InlineData("K4096")]
    [InlineData("K99999")]
    [InlineData("K1 ")]
    [InlineData("К1")]
    [InlineData("K１")]
    [InlineData("AK1")]
    [InlineData("D1")]
    [InlineData("ESBX1")]
    public void Reads_nothing_else(string text)
    {
        Assert.False(KsbCode.TryParse(text, out var code));
        Assert.False(code.HasValue);
        Assert.Contains("K1, S12 or B4", Assert.Throws<FormatException>(() => KsbCode.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_letter_only_looks_like_one() =>
        Assert.Contains("look-alike 'К' (U+041A)", Assert.Throws<FormatException>(() => KsbCode.Parse("К1")).Message, StringComparison.Ordinal);

    [Fact]
    public void Orders_by_kind_and_number() => Assert.Equal(
        ["K2", "K10", "S1", "B1", "TK1", "TS1", "ESB1"],
        new[] { "ESB1", "TS1", "TK1", "B1", "S1", "K10", "K2" }.Select(KsbCode.Parse).Order().Select(c => c.ToString()));

    [Fact]
    public void Default_is_no_code()
    {
        Assert.Equal("", default(KsbCode).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => KsbCode.FromValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => KsbCode.FromValue(0x7001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KsbCode(KsbKind.None, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KsbCode(KsbKind.Skill, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KsbCode(KsbKind.Skill, 4096));
    }

    [Fact]
    public void Text_and_value_give_the_code_back() => Property.Holds(
        Gen.Choose(1, 6).Zip(Gen.Choose(1, KsbCode.MaxNumber)),
        pair =>
        {
            var code = new KsbCode((KsbKind)pair.Item1, pair.Item2);
            return KsbCode.Parse(code.ToString()) == code && KsbCode.FromValue(code.Value) == code;
        });

    /// <summary>The names of the kinds: the enum itself is internal in one of the two builds, and a test's signature must not show it.</summary>
    public enum KsbKindName
    {
        Knowledge,
        Skill,
        Behaviour,
        TechnicalKnowledge,
        TechnicalSkill,
        EmployabilitySkillOrBehaviour,
    }
}
