using Competency.Findings;
using Competency.Notation;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class KsbNotationTests
{
    [Theory]
    [InlineData("K1 K2 K3", "K1-K3")]
    [InlineData("K8, S7, B4,B6,B7", "K8, S7, B4, B6, B7")]
    [InlineData("[K5 S5 S6]", "K5, S5, S6")]
    [InlineData("K1, S2 S3\nB4;K5", "K1, K5, S2, S3, B4")]
    [InlineData("K14-K20, S10-S15", "K14-K20, S10-S15")]
    [InlineData("K1–K34", "K1-K34")]
    [InlineData("K1 – K3", "K1-K3")]
    [InlineData("K1-4", "K1-K4")]
    [InlineData("K1 to K4", "K1-K4")]
    [InlineData("S2 / S3", "S2, S3")]
    [InlineData("K3, K4 and K5", "K3-K5")]
    [InlineData("K3 & K4", "K3, K4")]
    [InlineData("KSBs: K13, K14.", "K13, K14")]
    [InlineData("**KSBs:** K7, S18", "K7, S18")]
    [InlineData("Knowledge: K1; Skills: S2; Behaviours: B3", "K1, S2, B3")]
    [InlineData("K2 – Business impact", "K2")]
    [InlineData("K2 – Business impact, K3 – Other, and more", "K2, K3")]
    [InlineData("K2 (Version Control)", "K2")]
    [InlineData("K20 (Distinction), S1", "K20, S1")]
    [InlineData("K1:main:40, S2:secondary:20", "K1, S2")]
    [InlineData("K1:main, S2:0.5%, S3:1000.", "K1, S2, S3")]
    [InlineData("K25 (SEK5)", "K25")]
    [InlineData("k1, tk2 ESB3", "K1, TK2, ESB3")]
    [InlineData("K1: Principles of care.\nS2: Prepare equipment", "K1, S2")]
    [InlineData("K1\u00A0K2\tK3\u200B", "K1-K3")]
    [InlineData("• K1\n• S1", "K1, S1")]
    [InlineData("ST0583:K9", "K9")]
    [InlineData("- K1\n- S2\n  – B1", "K1, S2, B1")]
    [InlineData("## K1\n**K2:** Brakes.", "K1, K2")]
    [InlineData("K1\tCORE\tTyres and tubes\nK2\tOPTION\tBrakes", "K1, K2")]
    [InlineData("ksbs:\n  - code: K2\n  - code: S3", "K2, S3")]
    [InlineData("", "")]
    [InlineData("K2 – 5 whys", "K2")]
    public void Reads_every_unambiguous_form(string text, string expected)
    {
        var result = KsbNotation.Parse(text);

        Assert.Empty(result.Problems);
        Assert.Equal(expected, KsbNotation.Format(result.Codes));
    }

    [Theory]
    [InlineData("K1, [KX]", "KSB1002", null)]
    [InlineData("K1, [К2]", "KSB1002", "K2")]
    [InlineData("[Ｋ１]", "KSB1002", "K1")]
    [InlineData("[K01]", "KSB1002", "K1")]
    [InlineData("[K1O]", "KSB1002", "K10")]
    [InlineData("[K 1]", "KSB1002", "K1")]
    [InlineData("[K3.1], K4", "KSB1002", "K3")]
    [InlineData("[AK1]", "KSB1002", null)]
    [InlineData("K45/[CSK1]", "KSB1002", null)]
    [InlineData("K1, [2], S3", "KSB1002", null)]
    [InlineData("[P1], K2", "KSB1002", null)]
    [InlineData("[D1]", "KSB1002", null)]
    [InlineData("[K5000]", "KSB1002", null)]
    [InlineData("[K0]", "KSB1002", null)]
    [InlineData("[Understands the role], K1", "KSB1002", null)]
    [InlineData("K1[..]K5", "KSB1002", null)]
    [InlineData("K1[...]K5.", "KSB1002", null)]
    [InlineData("K1[…]K5", "KSB1002", null)]
    [InlineData("[%!?] K1", "KSB1002", null)]
    [InlineData("[ST0583]", "KSB1002", null)]
    [InlineData("[K9-K3]", "KSB1004", "K3-K9")]
    [InlineData("K1, [K2-S4]", "KSB1004", null)]
    [InlineData("S4, S13, S6, [S13]", "KSB1003", "")]
    [InlineData("[К1] and K2", "KSB1002", "K1")]
    [InlineData("[K01] and K2", "KSB1002", "K1")]
    [InlineData("[K01], and K2", "KSB1002", "K1")]
    [InlineData("[P1] and K2", "KSB1002", null)]
    [InlineData("[KX] and K2", "KSB1002", null)]
    [InlineData("[K3.1] and K4", "KSB1002", "K3")]
    [InlineData("[K9-K3] and K1", "KSB1004", "K3-K9")]
    [InlineData("[Understands the role and does it], K1", "KSB1002", null)]
    [InlineData("[and] K1", "KSB1002", null)]
    [InlineData("[К1]-K3", "KSB1002", "K1")]
    [InlineData("K1-[К3]", "KSB1002", "K3")]
    [InlineData("K1 – [К3]", "KSB1002", "K3")]
    [InlineData("K1 ([К3])", "KSB1002", "K3")]
    [InlineData("K1-[K03]", "KSB1002", "K3")]
    [InlineData("K1 - [K03]", "KSB1002", "K3")]
    [InlineData("[K01] to K3", "KSB1002", "K1")]
    [InlineData("K1 to [К3]", "KSB1002", "K3")]
    [InlineData("K1-[K5000]", "KSB1002", null)]
    [InlineData("K1-K3[-]K5", "KSB1002", null)]
    [InlineData("K1-K5, [K3]", "KSB1003", "")]
    [InlineData("K1-K3, [K2-K4]", "KSB1003", "K4")]
    [InlineData("K1-K3, [K2-K9]", "KSB1003", "K4-K9")]
    [InlineData("K2, [K1-K3]", "KSB1003", null)]
    [InlineData("ST0001:K1-K3, [ST0001:K2-K4]", "KSB1003", null)]
    [InlineData("K1, [K1]:40", "KSB1003", null)]
    [InlineData("K1:[0]", "KSB1002", null)]
    [InlineData("K1:[1001], K2", "KSB1002", null)]
    [InlineData("K1-K3:[4O]", "KSB1002", null)]
    [InlineData("Duty 4:main:[0]%, K1", "KSB1002", null)]
    public void Says_precisely_what_is_wrong(string marked, string id, string? suggestion)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var text = marked.Remove(end + 1, 1).Remove(start, 1);

        var problem = Assert.Single(KsbNotation.Parse(text).Problems);

        Assert.Equal(id, problem.Descriptor.Id);
        Assert.Equal((start, end), (problem.Span.Start, problem.Span.End));
        Assert.Equal(suggestion, problem.Suggestion);
    }

    [Fact]
    public void A_label_says_that_what_follows_are_duties()
    {
        var result = KsbNotation.Parse("**Duties:** D1, D7 · **KSBs:** K7, S18");

        Assert.Empty(result.Problems);
        Assert.Equal([1, 7], result.Duties);
        Assert.Equal("K7, S18", KsbNotation.Format(result.Codes));
    }

    [Fact]
    public void A_qualifier_holds_for_one_reference()
    {
        var references = KsbNotation.Parse("ST0499@1.3:K9, ST0583:Duty4, K1").References;

        Assert.Equal(["ST0499@1.3:K9", "ST0583:Duty4", "K1"], references.Select(r => r.ToString()));
    }

    [Fact]
    public void A_code_within_words_beside_a_code_is_not_guessed_at()
    {
        var result = KsbNotation.Parse("K2 – see also K5");

        Assert.Equal(FindingCatalogue.MalformedNotation, Assert.Single(result.Problems).Descriptor);
    }

    [Fact]
    public void No_codes_are_empty_and_an_array_that_is_null_is_refused()
    {
        Assert.Equal("", KsbNotation.Format([]));
        Assert.Throws<ArgumentNullException>("codes", () => KsbNotation.Format((KsbCode[])null!));
    }

    [Fact]
    public void Formatting_and_reading_again_gives_the_same_codes() =>
        Property.Holds(
            Gen.Choose(0, 6 * 60).ListOf().Select(l => l.Select(i => new KsbCode((KsbKind)(1 + (i / 61)), 1 + (i % 61))).ToArray()),
            codes =>
            {
                var text = KsbNotation.Format(codes);
                var result = KsbNotation.Parse(text);
                return text == KsbNotation.Format(codes.ToList()) && result.Problems.Count == 0 && result.Codes.SequenceEqual(codes.Distinct().Order());
            });

    [Fact]
    public void Reading_never_throws_and_every_place_is_within_the_text() =>
        Property.Holds(
            Gen.Elements("K", "S1", "ST0583", "@", "1.2", ":", "-", "–", " to ", "(", ")", ",", ";", "К1", "Duty", "4", "KSBs:", "\n", "\uD800", "and", "*", ".", "B4").ListOf().Select(string.Concat),
            text =>
            {
                var result = KsbNotation.Parse(text);
                Assert.All(result.Problems, p => Assert.InRange(p.Span.End, p.Span.Start, text.Length));
                Assert.All(result.References, r => Assert.InRange(r.Span.End, r.Span.Start, text.Length));
            },
            times: 2000);
}
