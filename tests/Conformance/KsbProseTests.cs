using Competency.Notation;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class KsbProseTests
{
    /// <summary>What is surely a reference, in every form in which people write one.</summary>
    [Theory]
    [InlineData("Imaging physics (S4, S13, S6).", "S4, S6, S13")]
    [InlineData("Safe use of the unit (S4)", "S4")]
    [InlineData("This covers K3, K4 and K5 in depth.", "K3-K5")]
    [InlineData("we look at K14-K20, S10–S15 here", "K14-K20, S10-S15")]
    [InlineData("the scope size.K24 K26 were seen", "K24, K26")]
    [InlineData("**Duties:** D1, D7 · **KSBs:** K7, S18", "K7, S18")]
    [InlineData("KSBs: K13, K14. Then lunch.", "K13, K14")]
    [InlineData("KSBs: K13; ST0499@1.3:K14, ST0499:K15-K16; OCC0499@1.2:Duty4 Method: talk", "K13-K16")]
    [InlineData("KSBs: ST0499@1.3:K14", "K14")]
    [InlineData("KSBs: K13, K14 | Hours: 3 | Room: B12", "K13, K14")]
    [InlineData("ksbs: k1, s2", "K1, S2")]
    [InlineData("Knowledge: K1; Skills: S2; Behaviours: B3", "K1, S2, B3")]
    [InlineData("Evidence [K5 S5 S6] attached", "K5, S5, S6")]
    [InlineData("see ST0499:K9 and ST0499@1.3:S4-S6", "K9, S4-S6")]
    [InlineData("K1: Principles of care.\nS2: Prepare equipment", "K1, S2")]
    [InlineData("**K1:** Brakes.", "K1")]
    [InlineData("## K1\nwords\n## S2\nwords\n## B1\nwords", "K1, S2, B1")]
    [InlineData("- K2 – Business impact\n- K3 (Version Control)", "K2, K3")]
    [InlineData("K1\tCORE\tTyres and tubes\nK2\tOPTION\tBrakes", "K1, K2")]
    [InlineData("KSBs:\n- K1\n- S2 and more\n\nWords", "K1, S2")]
    [InlineData("KSBs:\n  - code: K2", "K2")]
    [InlineData("S2 / S3 were shown", "S2, S3")]
    [InlineData("KSBs covered: K76", "K76")]
    [InlineData("**KSB references:** K76 **Mapped KSBs:** S2 and KSB codes: B1", "K76, S2, B1")]
    [InlineData("KSBs covered:\n- K1\n- S2", "K1, S2")]
    [InlineData("taught (KSBs covered: K1, S2) last year", "K1, S2")]
    [InlineData("KSBs:\n\n1. K9\n2) **S1** and more\n10. k3, K4\n", "K3, K4, K9, S1")]
    [InlineData("## KSBs\n\n- K1 Brakes\n- S2 and more\n\nK7 stands in words", "K1, S2")]
    [InlineData("**KSBs**\n- k1\n- K2 Brakes", "K1, K2")]
    [InlineData("KSBs\n----\n- K2 Brakes", "K2")]
    [InlineData("### KSBs covered ###\n1. K2 Brakes", "K2")]
    [InlineData("## The KSBs of this unit\n* K2 Brakes\n* P1 is for a pass", "K2")]
    [InlineData("## Imaging (KSBs: K1, K2)\n- S3 is something else", "K1, K2")]
    [InlineData("K1-10 are taught", "K1-K10")]
    [InlineData("K20 (Distinction), as asked", "K20")]
    [InlineData("KSBs: S4, S3://bucket/name, K1", "K1, S4")]
    public void Finds_what_surely_is_a_reference(string text, string expected)
    {
        var result = KsbNotation.Scan(text);

        Assert.Empty(result.Problems);
        Assert.Equal(expected, KsbNotation.Format(result.Codes));
        Assert.All(result.References.Where(r => !r.IsDuty && !r.IsRange), r => Assert.EndsWith(r.First.ToString(), text.Substring(r.Span.Start, r.Span.Length), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("B1. Introduction\nB2. Methods")]
    [InlineData("## B1\nwords\n## B2\nwords")]
    [InlineData("# A1\n# B1\nwords\n# K1\nwords")]
    [InlineData("AWS S3 lifecycle rules, and S3 and S3 buckets")]
    [InlineData("Files are kept in Amazon's object storage (S3).")]
    [InlineData("- S3 lifecycle rules\n- S4 power states")]
    [InlineData("## KSBs and storage\n- S3 lifecycle rules\n- Amazon's S3, S4")]
    [InlineData("## Skills\n- S3 and other services")]
    [InlineData("The KSBs are\n- S3 and other services")]
    [InlineData("criteria P1, P2, M1 and D1")]
    [InlineData("P1: pass\nD1: distinction\nK1: key")]
    [InlineData("assessed by AM1 and AM2 (AM1, AM2)")]
    [InlineData("English at level B1–B2 is needed")]
    [InlineData("vitamins B1, B6 and B12")]
    [InlineData("see https://example.org/K1,K2/S3+S4 and http://x/K1-K9")]
    [InlineData("KSBs: S3://bucket/name")]
    [InlineData("(S3://bucket/a – S5://bucket/b)")]
    [InlineData("the path C:/K1/K2 and ?a=K1,K2")]
    [InlineData("Skills: communication and teamwork; Knowledge: general")]
    [InlineData("KSBs: to be confirmed")]
    [InlineData("KSBs covered: to be confirmed, S3 perhaps")]
    [InlineData("Steps:\n1. K2 is climbed\n2. S3 is filled\n\nKSBs:\nsee below\n1. K9 and more")]
    [InlineData("A 4K TV, a K2 climb, room S12 and paper B4")]
    [InlineData("Kl, K, S and B; K-12 schools")]
    public void Leaves_what_may_be_something_else(string text)
    {
        var result = KsbNotation.Scan(text);

        Assert.Empty(result.Problems);
        Assert.Empty(result.References);
    }

    [Theory]
    [InlineData("taught (S4, [К1])", "KSB1002", "K1")]
    [InlineData("taught ([Ｋ１], S4)", "KSB1002", "K1")]
    [InlineData("KSBs: K1, [K01], S2", "KSB1002", "K1")]
    [InlineData("KSBs: [KK1]", "KSB1002", null)]
    [InlineData("KSBs: K1, K45/[CSK1]", "KSB1002", null)]
    [InlineData("see [K9-K3] below", "KSB1004", "K3-K9")]
    [InlineData("one (S4, S13, S6, [S13])", "KSB1003", "")]
    [InlineData("one (K2, [K3.1])", "KSB1002", "K3")]
    public void Reports_what_is_wrong_where_references_stand(string marked, string id, string? suggestion)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var problem = Assert.Single(KsbNotation.Scan(marked.Remove(end + 1, 1).Remove(start, 1)).Problems);

        Assert.Equal((id, start, end), (problem.Descriptor.Id, problem.Span.Start, problem.Span.End));
        Assert.Equal(suggestion, problem.Suggestion);
    }

    [Theory]
    [InlineData("K1:main:40", 40.0)]
    [InlineData("K1:12.5%", 12.5)]
    [InlineData("S2:7", 7.0)]
    [InlineData("K1 (main)", null)]
    [InlineData("K1: Principles", null)]
    public void A_weight_is_part_of_the_notation(string text, double? weight) =>
        Assert.Equal((decimal?)weight, Assert.Single(KsbNotation.Parse(text).References).Weight);

    [Fact]
    public void What_is_found_reads_the_same_by_itself() => Property.Holds(
        Gen.Elements("K1", "S2", "B3", "К4", ", ", " and ", "(", ")", "KSBs:", "Duties: ", "D1", "\n", "- ", "## ", "words ", ". ", "ST0001:", "@1.0", "`", "**", "://", "\t", "–", "[", "]", "S3", "K1-K4", "\uD800", " ").ListOf().Select(string.Concat),
        text =>
        {
            var result = KsbNotation.Scan(text);
            Assert.All(result.Problems, p => Assert.InRange(p.Span.End, p.Span.Start, text.Length));
            Assert.All(result.References.Where(r => !r.IsDuty), r =>
            {
                var again = KsbNotation.Parse(text.Substring(r.Span.Start, r.Span.Length)).References;
                Assert.Equal(r.ToString(), Assert.Single(again).ToString());
            });
        },
        times: 3000);
}
