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
    [InlineData("See ST0001:Duty 9 (or ST0001:Duty4).", "ST0001:Duty 9|ST0001:Duty4")]
    [InlineData("Taught (and S1, S2) by doing", "S1|S2")]
    [InlineData("KSBs: ST0001:Duty 9, K1", "ST0001:Duty 9|K1")]
    public void A_reference_is_read_where_it_surely_is_one(string body, string read) => Reads(body, read, "");

    [Theory]
    [InlineData("|KSBs|\n|---|\n|K1|\nK99\n`K98`, K97\n|K2|", "K1|K99|K98|K97|K2")]
    [InlineData("|Module|KSBs|\n|---|---|\n|A|K1|\nWords (K98, K99).", "K1|K98|K99")]
    [InlineData("|KSBs|\n|---|\n|K1|\nK99 is not in it\n\nK98", "K1")]
    [InlineData("KSBs: K1\n- K99 words\n- K98", "K1|K99|K98")]
    [InlineData("Duties: D1\r\n- Duty 9 words\r\n- 7 weeks", "D1|Duty 9")]
    [InlineData("- KSBs: K1\n  - K99 words\n- K2 is a mountain", "K1|K99")]
    [InlineData("KSBs: K1\n\n- K2 is a mountain", "K1")]
    [InlineData("KSBs: K1\n- S3 lifecycle rules", "K1")]
    [InlineData("KSBs: K1 and words\n- K2 is a mountain", "K1")]
    [InlineData("1. KSBs: K1\n2. K2 is a mountain", "K1")]
    [InlineData("KSBs:\n- K99 \u2013 see also K98\n- K1, see K2 and K3", "K99|K98|K1|K2|K3")]
    [InlineData("KSBs:\n- K99 \u2013 at level B1, see S3 lifecycle rules", "K99")]
    [InlineData("1. K99: words\n2. **K98**: words", "K99|K98")]
    [InlineData("1. K99: words\n2. P1: words\n\n3. K2 is climbed", "")]
    [InlineData("- [K99](a): words\n- **[K98](b)**: words", "K99|K98")]
    [InlineData("[^1]: (S4, S99) words\n[r]: (S4, S98)", "S4|S99")]
    [InlineData("Words.\n\n    (K98, K99)", "")]
    public void Tables_lists_and_notes_hold_references(string body, string read) => Reads(body, read, "");

    /// <summary>What Markdown writes otherwise is the character that it stands for.</summary>
    [Theory]
    [InlineData(@"Foo \[K5, S98, S99\] words", "K5|S98|S99")]
    [InlineData(@"Foo \(S4, S99\) words", "S4|S99")]
    [InlineData(@"S4, S99\.", "S4|S99")]
    [InlineData(@"S4 \& S99, \`K2\`", "S4|S99|K2")]
    [InlineData("K1&nbsp;K99 and S1&#160;S99, B1 words", "K1|K99|S1|S99|B1")]
    [InlineData("K98 \u2022 K99 &bull; K97", "K98|K99|K97")]
    [InlineData("KSBs: K1 &amp; K2", "K1|K2")]
    [InlineData("|KSBs|\n|---|\n|K1&nbsp;K2 \\| K3&comma; K4|", "K1|K2|K3|K4")]
    [InlineData("K1&ndash;K3 and K4&#8211;6, S1 &#x2013; S9", "K1&ndash;K3|K4&#8211;6|S1 &#x2013; S9")]
    [InlineData(@"C:\K1\K2 and \\host\K1\K2 and a\_K1\_K2, `K1&nbsp;K2`, K1&#124;K2, K&#49; K3&foo;K4", "")]
    public void Escapes_and_entities_are_the_characters_that_they_stand_for(string body, string read) => Reads(body, read, "");

    /// <summary>A paragraph is one, however its lines are broken.</summary>
    [Theory]
    [InlineData("Foo (S4,\nS99) and more", "S4|S99")]
    [InlineData("- Foo (S98,\n  S99)", "S98|S99")]
    [InlineData("Foo (S98\r\nS99)", "S98|S99")]
    [InlineData("K98 and\nK99", "K98|K99")]
    [InlineData("K98\n& K99 words", "K98|K99")]
    [InlineData("Words K96, K97,\r\nK98;\nK99, words", "K96|K97|K98|K99")]
    [InlineData("KSBs: K1,\nK99", "K1|K99")]
    [InlineData("KSBs: K1,\nK98 and\nK99 words (K2, K3)\nK4", "K1|K98|K99|K2|K3")]
    [InlineData("KSBs: K1,\nDuty 9\n\nDuties: D1,\nD9, 7", "K1|Duty 9|D1|D9|7")]
    [InlineData("KSBs:\n- K1,\n  K99\n- K98", "K1|K99|K98")]
    [InlineData("> Words (K97,\n> K98)\n> K1,\n> K99", "K97|K98|K1|K99")]
    [InlineData("[K1](a),\n[K2](b)", "K1|K2")]
    public void A_list_goes_on_in_the_next_line_of_its_paragraph(string body, string read) => Reads(body, read, "");

    [Theory]
    [InlineData("Foo (S4,\n\nS99)\n\nK98,\n\nK99")]
    [InlineData("Foo (S4,\n- S99)\n\nK98,\n- K99 words\n\nK98,\n1. K99")]
    [InlineData("K98,\n> K99\n\nK98,\n| K99 |\n\n# K97,\nK98")]
    [InlineData("a | K98,\nK99\n\nK98,\n---\nK99")]
    [InlineData("We climb K2\nK3 is higher, and K4\nas well")]
    public void A_list_ends_where_its_paragraph_ends(string body) => Reads(body, "", "");

    /// <summary>What <c>&lt;br&gt;</c> parts, a bullet behind it begins: no dash of a range.</summary>
    [Theory]
    [InlineData("|Module|KSBs|\n|---|---|\n|All|- K1<br>- K34<br>|", "K1|K34")]
    [InlineData("|KSBs|Module|\n|---|---|\n|K1 - words<br/>K2 - more<BR />* S1|All<br>- of it|", "K1|K2|S1")]
    [InlineData("Words (K1<br>- K4) and more", "K1|K4")]
    [InlineData("- K1<br>- K4", "K1|K4")]
    [InlineData("- KSBs:<br>- K1<br/>\u2022 K3", "K1|K3")]
    [InlineData("KSBs: K1<br>K2<br>\nMethod: K3 is climbed", "K1|K2")]
    [InlineData("Words K1,<br>\nK2, words", "K1|K2")]
    [InlineData("We see K1<br>K2 and words<br><br>K3<br>- words", "K1|K2")]
    public void A_break_within_a_line_parts_references(string body, string read) => Reads(body, read, "");

    /// <summary>Code and comments hold none, wherever they begin, and hide nothing behind their end.</summary>
    [Theory]
    [InlineData("- ```\n  K97, K98\n  ```\n- Words (K1, K99)", "K1|K99")]
    [InlineData("1. ```sh\n   (K97, K98)\n   ```\n\nKSBs: K99", "K99")]
    [InlineData("* ~~~\n  K97, K98\n  ~~~\n\n(K1, K99)", "K1|K99")]
    [InlineData("- words\n  - ```\n    K97, K98\n\n    K96, K95\n- K1, K99", "K1|K99")]
    [InlineData("- words\n\n  ```\n  K97, K98\n\nKSBs: K99", "K99")]
    [InlineData("> ```\n> K97, K98\n> ```\n\nKSBs: K99", "K99")]
    [InlineData(">~~~\n>K97, K98\n>~~~\n>KSBs: K99", "K99")]
    [InlineData("> ```\n> K97, K98\n\nKSBs: K99", "K99")]
    [InlineData("> - ```\n>   K97, K98\n>   ```\n> - K1, K99", "K1|K99")]
    [InlineData("```\n> ```\n- ```\n(K97, K98)\n```\n(K1, K99)", "K1|K99")]
    [InlineData("The mark `<!--` opens, (K1, K2)\n\nKSBs: K99", "K1|K2|K99")]
    [InlineData("Words.\n\n    <!-- K97\n\nKSBs: K99", "K99")]
    [InlineData("<!--> (K1, K2) <!---> (K3, K4) <!-- `\n``` K97, K98\n\n    --> (K5, K6) <!-- K96 -->\nKSBs: K99", "K1|K2|K3|K4|K5|K6|K99")]
    [InlineData("``` `\n<!-- (K97, K98) --> (K1, K2)", "K1|K2")]
    [InlineData("```\n<!--\n```\nKSBs: K99", "K99")]
    public void Code_and_comments_end_where_they_end(string body, string read) => Reads(body, read, "");

    /// <summary>A number is a duty only as an item by itself.</summary>
    [Theory]
    [InlineData("Duties: 12 hours\n\nDuties: 37.5 hours\n\nDuties: 24/7\n\nDuties: 9-5\n\n- Duties: 5 days a week\n\nDuties: 12 of them\n\nDuties: 2 hours", "")]
    [InlineData("Duties: D1, 12 hours\n\n**Duties:** D2, 3, 12 hours, D4", "D1|D2|3|D4")]
    [InlineData("Duties:\n- D1, 12 hours\n- 2, 3 of them\n- 4, 5", "D1|4|5")]
    [InlineData("Duties: 1, 2 and 3.\n\n**Duties:** 4; Duty 5, 6", "1|2|3|4|Duty 5|6")]
    public void A_number_alone_is_a_duty(string body, string read) => Reads(body, read, "");

    /// <summary>Where criteria, methods, services or products stand among codes, nobody can say that the codes are references.</summary>
    [Theory]
    [InlineData("Words (P1, K1), (LO1, K1), (EC2, S3), (AC1.1, K1), (A1, B1), (D1, K1) and (M1, K1)\n\nStorage (S3, R2, B2)", "")]
    [InlineData("Words (AM1, S1, S2) and (K1, Duty4), (K1-3) more", "S1|S2|K1|Duty4|K1-3")]
    [InlineData("Words (Duties: D1; KSBs: K1) more", "D1|K1")]
    [InlineData("Skills: S3, EC2, Lambda\n\nSkills: HTML5, CSS3, S3\n\nSkills: S3, Terraform, CSS3\n\nSkills: EC2\n\nSkills: S1, M365", "")]
    [InlineData("Knowledge: A1, K1\n\nSkills: D1 licence, B+E\n\nSkills: AM1, S1", "")]
    [InlineData("Skills: S1. Assessed by AM1\n\nSkills: S2 (AM2)\n\nKnowledge: K1, Duty4; Skills: S3 and S4", "S1|S2|K1|Duty4|S3|S4")]
    public void What_stands_among_other_things_is_left(string body, string read) => Reads(body, read, "");

    /// <summary>Words with a colon part the list of a sure label.</summary>
    [Theory]
    [InlineData("KSBs: Core: K99\n\nKSBs: Level 3: K98, K97\n\nKSBs: primary: K96 and words", "K99|K98|K97|K96")]
    [InlineData("KSBs:\n- Core: K99\n- **Level 3**: K98, K97", "K99|K98|K97")]
    [InlineData("KSBs: K13 | Hours: 3 | Room: B12\n\nKSBs: | Room: B12\n\nSkills: Core: S3", "K13")]
    public void A_caption_does_not_end_a_sure_list(string body, string read) => Reads(body, read, "");

    /// <summary>Labels that people make themselves, one word of which is KSB: what comes first behind them is a reference, or nothing is.</summary>
    [Theory]
    [InlineData("KSB(s): K99\n\nKSB's: K98\n\nKSB\u2019s: K97\n\n**KSBs (core):** K96, K95", "K99|K98|K97|K96|K95")]
    [InlineData("KSBs (ST0499): K99\n\nKSB mapping: K98\n\nKSB evidence: K97\n\n- KSB ref: K96\n- KSBs met: K95", "K99|K98|K97|K96|K95")]
    [InlineData("KSBs achieved: K99. KSBs to be covered: K98\n\nKSBs addressed this week: K97\n\nKSBs\uFF1A K96\n\n(KSBs met: K95) and words", "K99|K98|K97|K96|K95")]
    [InlineData("KSBs met:\n- K99 words\n- EC2\n- words", "K99")]
    [InlineData("KSBs met: `K99`\n\nKSB evidence: see K98\n\nKSB notes: EC2, S3\n\nKSBs met: 12\n\nKSBs met: BI, SI", "K99")]
    [InlineData("KSBs not covered: K99\n\nWe ask, which KSBs met here: K97", "")]
    [InlineData("Our module KSBs: all of K99\n\nAll mapped KSBs covered: x K98", "K99|K98")]
    [InlineData("The KSB team met at noon in the K2: words", "")]
    public void A_label_can_be_made_of_own_words(string body, string read) => Reads(body, read, "");

    /// <summary>Words about renumbering are no range; behind a label they are a wrong one.</summary>
    [Theory]
    [InlineData("A reference that moved from S11 to S10.\n\nWe renamed K7 to K5 here, with **S2** to K1.", "")]
    [InlineData("From K1 to K5 and S1 to S3, from K7 to K5, K4", "K1 to K5|S1 to S3|K5|K4")]
    public void Renumbering_is_no_range(string body, string read) => Reads(body, read, "");

    /// <summary>A line of references with words beside them is read to its end.</summary>
    [Theory]
    [InlineData("K1 (words), K99 (words)\n\nK2 \u2013 Safety, K98 \u2013 Tools\n\nK3 (a), K97", "K1|K99|K2|K98|K3|K97")]
    [InlineData("- K1 (words), K99 (words)\n\nKSBs:\n- K2 (words), K98 (words)\n- K3 \u2013 Safety, K97 \u2013 Tools", "K1|K99|K2|K98|K3|K97")]
    [InlineData("KSBs: K1 (words,\nmore), K99\n\nKSBs: K2 (words), K98 (words,\nmore).", "K1|K99|K2|K98")]
    [InlineData("KSBs: K1\\\nK99\n\nKSBs:\nK2 words\nK98 words", "K1|K99|K2|K98")]
    [InlineData("KSBs:\n- K2 words\n\nK98 is climbed", "K2")]
    [InlineData("S3 (AWS), S4 (power)\n\nB1 (words), B2 (words)\n\nK2 (words), the mountain\n\nKSBs:\nK2 words\n\nK98 words", "S3|B1|K2|K2")]
    public void A_line_of_references_is_read_whole(string body, string read) => Reads(body, read, "");

    [Theory]
    [InlineData("See K1/K2.md and docs, =SUM(B1:B10), =SUM(K1,K10), ![S16, S17](x.png), ![K1, K2][r] words\n\n[r]: x", "")]
    [InlineData("We see K1/K2. Then words(K3, K4) and [![K5](x.png) K6, K7](y)!", "K1|K2|K3|K4|K6|K7")]
    public void Files_formulas_and_images_hold_none(string body, string read) => Reads(body, read, "");

    /// <summary>Behind a label that says KSB codes are references whatever words stand before them; the words are none.</summary>
    [Theory]
    [InlineData("KSBs: x K1", "K1")]
    [InlineData("KSBs: all of K1, and K2 too", "K1|K2")]
    [InlineData("KSBs: as for module 2, plus K1-K3 (words) and Duty 1", "K1-K3|Duty 1")]
    [InlineData("KSBs: 12 in all, see [K1](x), S2.", "K1|S2")]
    [InlineData("KSBs: see module 2 (K1) and more", "K1")]
    [InlineData("KSBs: all of S3", "S3")]
    [InlineData("KSBs: to be confirmed, S3 perhaps\n\nKSBs: files in S3, S4 of AWS\n\nKSBs: see docs/K1/K2", "")]
    [InlineData("KSBs: to follow. Method: K2 is climbed", "")]
    [InlineData("KSBs: see below\n\nKSBs: none\n\nKSBs: TBC\n\nKSBs: 12\n\nKSBs: 12, see the list", "")]
    [InlineData("Skills: all of S1", "")]
    public void Behind_a_sure_label_codes_are_references_among_words(string body, string read) => Reads(body, read, "");

    [Theory]
    [InlineData("KSBs: Kl, K2", "K2", "Kl → K1")]
    [InlineData("KSBs: 9, K2", "K2", "9")]
    [InlineData("KSBs: KK, K2", "K2", "KK")]
    [InlineData("KSBs: Dut\u0443 9, K2", "K2", "Dut\u0443 9 → Duty 9")]
    [InlineData("Duties: Dut\u0443 9, Duty 8", "Duty 8", "Dut\u0443 9 → Duty 9")]
    [InlineData("Duties: Duty \uFF19, Duty 8", "Duty 8", "Duty \uFF19 → Duty 9")]
    [InlineData("Duties: Duty 4, Duty O", "Duty 4", "Duty O")]
    [InlineData("Duties: Duty 4, Duty 1O.", "Duty 4", "Duty 1O → Duty 10")]
    [InlineData("Duties:\n- Duty 4\n- Duty O\n- Duty 5", "Duty 4|Duty 5", "Duty O")]
    [InlineData("KSBs: K1, K2, S1O", "K1|K2", "S1O → S10")]
    [InlineData("KSBs: K1, K2, S1O and more", "K1|K2", "S1O → S10")]
    [InlineData("KSBs: K1, K 2", "K1", "K 2 → K2")]
    [InlineData("\u041ASBs: Core: K1", "K1", "\u041ASBs → KSBs")]
    [InlineData("KSBs: K1, Kl", "K1", "Kl → K1")]
    [InlineData("KSBs: K1-", "K1", "-")]
    [InlineData("KSBs: K1, K2\u2013.", "K1|K2", "\u2013")]
    [InlineData("KSBs: K1-K1O", "K1", "K1O → K10")]
    [InlineData("KSBs: K1, 12", "K1", "12")]
    [InlineData("KSBs: K1, 12; K2 and 5.", "K1|K2", "12|5")]
    [InlineData("KSBs: Duty 1, 9", "Duty 1", "9")]
    [InlineData("Covers: K1, S1O", "K1", "S1O → S10")]
    [InlineData("Covers: K1, Kl", "K1", "Kl → K1")]
    [InlineData("Words (S4, S1O) and more", "S4", "S1O → S10")]
    [InlineData("KSBs:\n- K2\n- S1O\n- K3", "K2|K3", "S1O → S10")]
    [InlineData("KSBs:\n- K2\n- Kl\n- K3, K 4", "K2|K3", "Kl → K1|K 4 → K4")]
    [InlineData("The statements ST0499@1.2: S15, S16.", "", "ST0499@1.2: S15, S16 → ST0499@1.2:S15, ST0499@1.2:S16")]
    [InlineData("ST9999: K1, K2", "", "ST9999: K1, K2 → ST9999:K1, ST9999:K2")]
    [InlineData("KSBs: ST0499@1.3: K1-4; K9", "", "ST0499@1.3: K1-4; K9 → ST0499@1.3:K1-4; ST0499@1.3:K9")]
    [InlineData("KSBs: K1, ST0499: Duty 4 and ST0499:K2", "K1|ST0499:K2", "ST0499: Duty 4 → ST0499:Duty 4")]
    [InlineData("Words (ST0499: K1)", "", "ST0499: K1 → ST0499:K1")]
    public void What_was_surely_meant_as_a_reference_is_reported(string body, string read, string wrong) => Reads(body, read, wrong);

    [Theory]
    [InlineData("KSBs: K1, K2, etc.", "K1|K2")]
    [InlineData("KSBs: K1, TBC", "K1")]
    [InlineData("KSBs: K1, K2 and others", "K1|K2")]
    [InlineData("KSBs: K1, 12 hours", "K1")]
    [InlineData("KSBs: K1, 12.5; 12/11/26", "K1")]
    [InlineData("KSBs: K1, BI tools", "K1")]
    [InlineData("KSBs: K1 - words", "K1")]
    [InlineData("Skills: S1, BI, SI, SQL", "S1")]
    [InlineData("Covers: K1, BI, 12", "K1")]
    [InlineData("Words (S4, BI) and more", "")]
    [InlineData("The standard is ST0499: words and K1, and ST0499: b1 is another", "")]
    [InlineData("KSBs:\n- K2\n- BI tools\n- Kl of it", "K2")]
    [InlineData("## The KSBs of this unit\n- K1\n- BI\n- Kl", "K1")]
    public void Words_in_a_list_are_none(string body, string read) => Reads(body, read, "");

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
