using Competency.Documents;
using Competency.Findings;
using Competency.Text;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class StandardDocumentTests
{
    private static readonly string[] Texts = ["Care.", "Tabs\tand\nlines", "no\u00A0break", "“quotes” & <tags>", new string('x', 700), "😀", "a\u2028b", "Кириллица"];

    [Fact]
    public void What_is_written_is_read_again_and_written_the_same() => Property.Holds(Standards(), standard =>
    {
        var text = StandardDocument.Write(standard);
        var document = StandardDocument.Read("a.standard.json", text);

        Assert.DoesNotContain(document.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal(standard, document.Standard);
        Assert.Equal(text, StandardDocument.Write(document.Standard!));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    });

    [Fact]
    public void Statements_that_fold_to_the_same_are_told_and_no_others() => Property.Holds(
        Gen.ArrayOf(Gen.Elements("a", "A", "\u0130", "i", "I", "e", "é", " ", "  ", "\u00A0", ".", "-", "–", "’", "'", "7").ArrayOf(4).Select(string.Concat).Where(t => t.Trim().Length > 0), 8),
        texts =>
        {
            var standard = new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "T", texts.Select((t, i) => new KsbStatement(new KsbCode(KsbKind.Skill, i + 1), t)));
            var repeated = standard.Ksbs.Where((k, i) => standard.Ksbs.Take(i).Any(b => TextFolding.FoldStatement(b.Text) == TextFolding.FoldStatement(k.Text))).Select(k => k.Code.ToString());

            var told = StandardDocument.Of(standard).Findings.Where(f => f.Descriptor == FindingCatalogue.RepeatedStatement).Select(f => f.Message.Split(' ')[0]);

            Assert.Equal(repeated, told);
        });

    [Fact]
    public void A_statement_without_its_text_silences_nothing_that_is_said_of_other_codes()
    {
        var findings = StandardDocument.Read("a.standard.json", """
            { "document": "competency.standard/1", "reference": "ST0001", "version": "1.0", "title": "T",
              "duties": [ { "number": 1, "text": "x", "ksbs": "K1, S2, S99" } ],
              "ksbs": [ { "code": "K1", "text": "a" }, { "code": "S2" }, { "code": "S4", "text": "b" }, { "code": "B2", "text": 7 } ] }
            """).Findings.Where(f => f.Id is "KSB2001" or "KSB2005" or "KSB2007").Select(f => $"({f.Location!.Start}) {f.Id} {(f.Id == "KSB2007" ? "" : f.Message.Split(';')[0])}".TrimEnd()).ToArray();

        Assert.Equal(
            [
                "(2,60) KSB2001 Duty 1 maps S99, which ST0001@1.0 does not define",
                "(3,44) KSB2007",
                "(3,54) KSB2005 The numbering of ST0001@1.0 leaves out S1, before S2",
                "(3,72) KSB2005 The numbering of ST0001@1.0 leaves out S3, before S4",
                "(3,103) KSB2005 The numbering of ST0001@1.0 leaves out B1, before B2",
                "(3,117) KSB2007",
            ],
            findings);
    }

    [Fact]
    public void Beside_a_statement_without_its_code_no_code_is_called_unknown()
    {
        var document = StandardDocument.Read("a.standard.json", """
            { "document": "competency.standard/1", "reference": "ST0001", "version": "1.0", "title": "T",
              "duties": [ { "number": 1, "text": "x", "ksbs": "K1, S1" } ],
              "ksbs": [ { "code": "K1", "text": "a" }, { "text": "b" }, { "code": "S2", "text": "c" } ] }
            """);
        Assert.Equal(["KSB2007"], document.Findings.Where(f => f.Id is "KSB2001" or "KSB2005" or "KSB2007").Select(f => f.Id));
    }

    [Fact]
    public void Equal_by_id_and_content()
    {
        var a = Small("ST0001@1.0", "Care.");

        Assert.Equal(a, Small("ST0001@1.0", "Care."));
        Assert.NotEqual(a, Small("ST0001@1.1", "Care."));
        Assert.NotEqual(a, Small("ST0001@1.0", "Cure."));
    }

    [Fact]
    public void Every_mistake_is_told_and_the_rest_is_read()
    {
        var document = StandardDocument.Read("a.standard.json", """
            {
              "document": "competency.standard/1",
              "reference": "ST0001", "version": "1.0", "title": "T",
              "keyInformation": { "level": "4", "updated": "2024-02-30" },
              "duties": [ { "number": 0, "text": "x" }, { "number": 2, "text": "y", "ksbs": "K1, KX" } ],
              "ksbs": [ { "code": "K1", "text": "a" }, { "code": "K1", "text": "b" }, { "text": "c" }, 7 ],
              "colour": "red"
            }
            """);

        Assert.Equal(
            [
                "a.standard.json(4,32): error KSB2007: 'level' must be a number",
                "a.standard.json(4,48): error KSB2007: '2024-02-30' is not a date of the form 2024-02-01",
                "a.standard.json(5,27): error KSB2007: 'number' must be a whole number from 1 to 255",
                "a.standard.json(5,86): error KSB1002: 'KX' is not a KSB reference such as K1, S2-S5 or B4",
                "a.standard.json(6,54): error KSB2004: K1 is defined already; the first is taken",
                "a.standard.json(6,75): error KSB2007: The property 'code' is missing",
                "a.standard.json(6,92): error KSB2007: An item of 'ksbs' must be an object",
                "a.standard.json(7,3): warning KSB2007: The property 'colour' is unknown here and is not read",
            ],
            document.Findings.Select(f => f.ToString()));
        Assert.Equal("a", Assert.Single(document.Standard!.Ksbs).Text);
        Assert.Equal(2, Assert.Single(document.Standard.Duties).Number);
    }

    [Fact]
    public void A_standards_own_lists_name_its_own_codes()
    {
        var document = StandardDocument.Read("a", """
            { "document": "competency.standard/1", "reference": "ST0001", "version": "1.0", "title": "T",
              "duties": [ { "number": 1, "text": "x", "ksbs": "ST0999@3.0:K1, Duty 1, K1" } ], "ksbs": [ { "code": "K1", "text": "a" } ] }
            """);

        Assert.Equal(2, document.Findings.Count(f => f.Id == "KSB2007" && f.Message.Contains("does not belong here", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_could_not_be_read_again_cannot_be_made()
    {
        var duty = new OccupationDuty(1, "x", []);

        Assert.Throws<ArgumentException>(() => Small("ST0001@1.0", "x", t => new OccupationalStandard(t.Id, " ", t.Ksbs)));
        Assert.Throws<ArgumentException>(() => Small("ST0001@1.0", "x", t => new OccupationalStandard(t.Id, "T", t.Ksbs) { Duties = [duty, duty] }));
        Assert.Throws<ArgumentException>(() => Small("ST0001@1.0", "x", t => new OccupationalStandard(t.Id, "T", t.Ksbs) { TypeName = "not a name" }));
        var label = Small("ST0001@1.0", "x", t => new OccupationalStandard(t.Id, "T", t.Ksbs) { KeyInformation = new KeyInformation { DurationLabel = "Typical" } });
        Assert.Equal("Typical", StandardDocument.Read("a", StandardDocument.Write(label)).Standard!.KeyInformation.DurationLabel);
        Assert.Equal(("a-b", "x y"), (new KsbStatement(KsbCode.Parse("K1"), " x y\u00A0\n", "A-B").Id, new KsbStatement(KsbCode.Parse("K1"), " x y\u00A0\n").Text));
    }

    [Fact]
    public void The_name_of_the_type_and_the_source_are_no_content()
    {
        var plain = Small("ST0001@1.0", "x");
        var named = Small("ST0001@1.0", "x", t => new OccupationalStandard(t.Id, t.Title, t.Ksbs) { TypeName = "Other", Source = new PublicationSource { Publisher = "P" } });

        Assert.Equal(plain, named);
        Assert.NotEqual(StandardDocument.Write(plain), StandardDocument.Write(named));
    }

    [Fact]
    public void Codes_in_force_are_those_of_the_option_and_those_that_no_duty_maps()
    {
        var standard = new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "T", Codes("K1 K2 K3 K4 S1"))
        {
            Options = [new StandardOption("a", "Weaving"), new StandardOption("b", null)],
            Duties =
            [
                new OccupationDuty(1, "core", [KsbCode.Parse("K1")]),
                new OccupationDuty(2, "a", [KsbCode.Parse("K2"), KsbCode.Parse("K4")]) { Options = ["a"] },
                new OccupationDuty(3, "b", [KsbCode.Parse("K3"), KsbCode.Parse("K4")]) { Options = ["b"] },
            ],
        };

        Assert.Equal("K1, K2, K4, S1", Format(standard.CodesInForce(standard.FindOption("weaving"))));
        Assert.Equal("K1, K3, K4, S1", Format(standard.CodesInForce(standard.FindOption("b"))));
        Assert.Equal("K1, S1", Format(standard.CodesInForce(null)));
    }

    [Fact]
    public void Reading_never_throws() => Property.Holds(
        Standards().Zip(Gen.Choose(0, 5000)).Zip(Gen.Elements("", "{", "}", "\"", ",", "[", "null", "\u0000", "\uD800", "{\"code\":\"K1\"}")).Select(p =>
        {
            var text = StandardDocument.Write(p.Item1.Item1);
            var at = p.Item1.Item2 % text.Length;
            return text[..at] + p.Item2 + text[Math.Min(text.Length, at + (p.Item1.Item2 % 7))..];
        }),
        text =>
        {
            Assert.NotNull(StandardDocument.Read("a", text).Findings);
            Assert.NotNull(MappingDocument.Read("a", text).Check(new StandardCatalogue([])));
        });

    private static FsCheck.Gen<OccupationalStandard> Standards() =>
        from ksbs in Gen.Choose(1, 400).ListOf()
        from texts in Gen.Elements(Texts).ListOf(8)
        from duties in Gen.Choose(1, 255).ListOf()
        from level in Gen.Choose(1, 8)
        let codes = ksbs.Select(k => new KsbCode((KsbKind)(1 + (k % 6)), 1 + (k / 6))).Distinct().ToArray()
        select new OccupationalStandard(StandardId.Parse("ST0001@1.0"), texts[0], codes.Select((c, i) => new KsbStatement(c, texts[i % 8], i % 2 == 0 ? $"id-{i}" : null)))
        {
            TypeName = level > 4 ? "A_1" : null,
            KeyInformation = new KeyInformation { Level = level, Route = texts[1], Regulated = level > 3, JobTitles = [texts[2], texts[3]], DurationMonths = level > 2 ? 12 : null, DurationLabel = level > 2 ? "Minimum" : null },
            Options = level > 5 ? [new StandardOption("o", null)] : [],
            Duties = duties.Distinct().Select((d, i) => new OccupationDuty(d, texts[d % 8], codes.Skip(i)) { Options = level > 5 && i > 1 ? ["o"] : [] }).ToArray(),
            Qualifications = level > 6 ? [new Qualification(texts[4]) { Level = level, Placement = true, Ksbs = codes.Take(2).ToArray() }] : [],
            Source = level > 3 ? new PublicationSource { Publisher = texts[5] } : null,
        };

    private static OccupationalStandard Small(string id, string text) => new(StandardId.Parse(id), "T", [new KsbStatement(KsbCode.Parse("K1"), text)]);

    private static OccupationalStandard Small(string id, string text, Func<OccupationalStandard, OccupationalStandard> change) => change(Small(id, text));

    private static IEnumerable<KsbStatement> Codes(string codes) => codes.Split(' ').Select(c => new KsbStatement(KsbCode.Parse(c), c));

    private static string Format(IEnumerable<KsbCode> codes) => string.Join(", ", codes);
}
