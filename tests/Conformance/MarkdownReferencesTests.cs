using Competency.Documents;
using Competency.Text;

namespace Competency.Conformance;

/// <summary>What in a Markdown mapping is a reference, what is meant as one and wrong, and what is none: each by the characters that it is written in.</summary>
public class MarkdownReferencesTests
{
    [Theory]
    [InlineData("Covers [S1](s1.md), [S2](s2.md).", "S1|S2")]
    [InlineData("[K1](a), [K2](b) and [S1-S2](c), in depth", "K1|K2|S1-S2")]
    [InlineData("See [K1](a_(1).md), K2 here", "K1|K2")]
    [InlineData("([K1](a), [K2](b)) are", "K1|K2")]
    [InlineData("[K1][r], [**K2**][r] are\n\n[r]: https://x/K9", "K1|K2")]
    [InlineData("[K1], [K2][] are\n\n[k1]: x\n[K2]: y", "K1|K2")]
    [InlineData("[K1][K2] are", "")]
    [InlineData("KSBs:\n- [K1](a) words\n- K2", "K1|K2")]
    [InlineData("Duties:\n- [Duty 9](a)\n- [D1](b) words", "Duty 9|D1")]
    [InlineData("[KSBs](x): [K1](y) and [Duty 1](z)", "K1|Duty 1")]
    [InlineData("Taught with [S1](x).", "S1")]
    [InlineData("Taught with [S1](x) on Monday, as [the other](y)", "")]
    [InlineData("At level [B1](x) of [B1-B2](y) words", "B1-B2")]
    [InlineData("Files in [S3](https://aws.amazon.com/s3) buckets\n\nA bucket in [S3](x)\n\n[S3](a), [S4](b) of Amazon", "")]
    [InlineData("[Home](a.md) | [KSBs](b.md)\n[Prev](d.md) | [K1](e.md) words", "")]
    public void A_reference_is_read_where_it_surely_is_one(string body, string read) => Reads(body, read, "");

    private static void Reads(string body, string read, string wrong)
    {
        const string Front = "---\nstandard: ST0001@1.0\n---\n";
        var document = MappingDocument.Read("plan.mapping.md", Front + body);
        var text = document.Source.Text;

        var findings = document.Check(Nothing);
        Assert.All(findings, f => Assert.Contains(f.Id, new[] { "KSB1002", "KSB3004" }));
        Assert.Equal(read, string.Join('|', document.Places.References.SelectMany(p => p.Result.References.Select(r => p.Value.SpanWithin(r.Span))).OrderBy(s => s.Start).Select(s => Shown(text, s))));
        Assert.Equal(wrong, string.Join('|', findings.Where(f => f.Id == "KSB1002").Select(f => Shown(text, f.Location!.Span) + (f.Suggestion is { } suggestion ? $" → {suggestion}" : ""))));
    }

    private static string Shown(string text, SourceSpan span) => text.Substring(span.Start, span.Length).Replace("\n", "⏎", StringComparison.Ordinal);

    private static readonly StandardCatalogue Nothing = new([]);
}
