using Competency.Documents;
using Competency.Notation;
using FsCheck.Fluent;

namespace Competency.Conformance;

/// <summary>One mapping in every format: what it covers and what is wrong with it do not depend on how it is written.</summary>
public class MappingFormatsTests
{
    private static readonly string[] Codes = ["K1", "K2", "K3", "S1", "S2", "B1"];

    private static readonly OccupationalStandard Standard = new(StandardId.Parse("ST0001@1.0"), "Mini", Codes.Select(c => new KsbStatement(KsbCode.Parse(c), c)));

    private static readonly StandardCatalogue Known = new([Standard]);

    [Fact]
    public void Covers_the_same_as_list_matrix_table_and_JSON() => Property.Holds(
        Gen.Choose(0, 63).ListOf().Select(sets => sets.Select(bits => Codes.Where((_, i) => (bits >> i & 1) == 1).ToArray()).ToArray()),
        rows =>
        {
            var expected = rows.Select(Formatted).ToArray();
            foreach (var (path, text) in Written(rows))
            {
                var document = MappingDocument.Read(path, text);
                Assert.Empty(document.Check(Known));
                Assert.Equal(expected, document.Mapping!.AllItems.Select(i => KsbNotation.Format(i.Codes(Standard))));
            }
        },
        times: 200);

    [Theory]
    [InlineData("S2I", "'S2I' is not a KSB code", null)]
    [InlineData("K047", "'K047' is not a KSB code", null)]
    [InlineData("S 9", "'S 9' is not a KSB code", null)]
    [InlineData("К9", "'К9' holds the look-alike 'К' (U+041A) and is not K9", null)]
    [InlineData("B1.2", "'B1.2' is a part of a KSB, and published standards number no parts; write B1", "B1")]
    [InlineData("B9.2", "'B9.2' is a part of a KSB, and published standards number no parts", null)]
    [InlineData("K9-K2", "The range K9-K2 runs backwards", null)]
    [InlineData("K3-K1", "The range K3-K1 runs backwards; did you mean K1-K3?", "K1-K3")]
    [InlineData("Duty O9", "'Duty O9' is no duty", null)]
    [InlineData("KO2", "'KO2' is not a KSB code; did you mean K2?", "K2")]
    [InlineData("S 2", "'S 2' is not a KSB code; did you mean S2?", "S2")]
    public void What_a_standard_does_not_have_is_never_offered(string written, string message, string? offered)
    {
        (string Path, string Text)[] documents =
        [
            ("a.mapping.json", $$"""{"document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [{"id": "a", "covers": ["{{written}}"]}]}"""),
            ("a.mapping.csv", $"# standard: ST0001@1.0\n# kind: evidence\nid,ksbs\na,{written}\n"),
            ("a.mapping.md", $"---\nstandard: ST0001@1.0\nkind: evidence\n---\n\n# A\n\nKSBs: {written}\n"),
        ];
        foreach (var (path, text) in documents)
        {
            var document = MappingDocument.Read(path, text);
            var finding = Assert.Single(document.Check(Known));
            Assert.Equal((message, offered), (finding.Message, finding.Suggestion));

            // Of a standard that nobody knows nobody can say what it has.
            Assert.Contains(document.Check(new StandardCatalogue([])), f => f.Message.StartsWith(message, StringComparison.Ordinal) && f.Suggestion is { Length: > 0 } && f.Location == finding.Location);
        }
    }

    [Fact]
    public void Cells_are_read_as_they_were_before_they_were_quoted() => Property.Holds(
        from titles in Gen.Elements("a", "\"", ",", ";", "\t", "\n", "\r\n", "é", "K9", "#", " x ", "''").NonEmptyListOf().Select(string.Concat).ListOf()
        from delimiter in Gen.Elements(',', ';', '\t')
        from end in Gen.Elements("\n", "\r\n", "\r")
        select (Titles: titles.Select(t => "t" + t).ToArray(), Delimiter: delimiter, End: end),
        csv =>
        {
            var text = "# standard: ST0001@1.0" + csv.End + string.Join(csv.Delimiter, "id", "title", "ksbs", "notes") + csv.End
                + string.Concat(csv.Titles.Select((t, i) => string.Join(csv.Delimiter, i.ToString(System.Globalization.CultureInfo.InvariantCulture), $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", "K1 K7", "\"\"") + csv.End));
            var document = MappingDocument.Read("a.mapping.csv", text);

            Assert.Equal(csv.Titles, document.Mapping!.Items.Select(i => i.Title));
            var findings = document.Check(Known);
            Assert.Equal(csv.Titles.Length, findings.Count);
            Assert.All(findings, f => Assert.Equal("K7", text.Substring(f.Location!.Span.Start, f.Location.Span.Length)));
        });

    /// <summary>A scheme of work as providers keep it, with the ways of writing references that stand in the field, and what only looks like them.</summary>
    [Fact]
    public void A_scheme_of_work_is_read_in_full_and_nothing_else_in_it()
    {
        const string Text = """
            ---
            title: Scheme of work, cohort 7
            standard: ST0001@1.0
            kind: programme
            owner: the team   # not ours
            ---

            # A1. Before you start

            B1. Read the handbook. Files live in AWS; S3 lifecycle rules move them after S2 weeks.
            Units are graded P1, M1 and D1, and assessed by AM1. See <https://example.org/K9,S9> or `K9, K8`.

            # Unit 1: Tyres (K1)

            Delivered over two weeks; the scope size.K2 K3 are seen in passing.

            **Duties:** D1 · **KSBs:** K1, S1 (Distinction), ST0001:B1

            | Week | Topic | KSBs | OTJ hours |
            |-----:|-------|------|----------:|
            | 1 | Tubes | K1–K3 | 6 |
            | 2 | Patches | S1 / S2 | 7.5 |

            # Unit 2: Gears

            - Adjusting with a mentor (S1, S2, S1)
            - K3 – what the maker says
            - KSBs: K3, К2 and B9

            ```csharp
            [Covers(Ksb.K9, Ksb.K8)]
            ```
            """;
        var standard = new OccupationalStandard(Standard.Id, "Mini", Standard.Ksbs) { Duties = [new OccupationDuty(1, "x", [KsbCode.Parse("K2")])] };

        var document = MappingDocument.Read("scheme.mapping.md", Text.ReplaceLineEndings("\n"));

        Assert.Equal(
            ["Unit 1: Tyres: K1-K3, S1, B1", "Tubes: K1-K3", "Patches: S1, S2", "Unit 2: Gears: K3, S1, S2"],
            document.Mapping!.AllItems.Select(i => $"{i.Id}: {KsbNotation.Format(i.Codes(standard))}"));
        Assert.Equal(["KSB1003", "KSB1002", "KSB3001"], document.Check(new StandardCatalogue([standard])).Select(f => f.Id));
    }

    private static string Formatted(string[] codes) => KsbNotation.Format(codes.Select(KsbCode.Parse));

    private static IEnumerable<(string Path, string Text)> Written(string[][] rows)
    {
        string Lines(Func<int, string> line) => string.Concat(Enumerable.Range(0, rows.Length).Select(i => line(i) + "\n"));
        string Marks(int row, string separator, string mark) => string.Join(separator, Codes.Select(c => rows[row].Contains(c) ? mark : ""));

        yield return ("a.mapping.csv", "# standard: ST0001@1.0\nid,ksbs\n" + Lines(i => $"M{i},\"{string.Join(", ", rows[i])}\""));
        yield return ("a.mapping.csv", "# standard: ST0001@1.0\nid;ksbs;\n" + Lines(i => $"M{i};{Formatted(rows[i])};"));
        yield return ("a.mapping.csv", $"# standard: ST0001@1.0\nid,{string.Join(',', Codes)}\n" + Lines(i => $"M{i},{Marks(i, ",", "X")}"));
        yield return ("a.mapping.tsv", $"# standard: ST0001@1.0\nid\t{string.Join('\t', Codes)}\n" + Lines(i => $"M{i}\t{Marks(i, "\t", "yes")}"));
        yield return ("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n| id | KSBs |\n|-|-|\n" + Lines(i => $"| M{i} | {string.Join(" ", rows[i])} |"));
        yield return ("a.mapping.md", $"---\nstandard: ST0001@1.0\n---\n| id | {string.Join(" | ", Codes)} |\n|-{string.Concat(Codes.Select(_ => "|-"))}|\n" + Lines(i => $"| M{i} | {Marks(i, " | ", "✓")} |"));
        if (rows.All(r => r.Length > 0))
        {
            yield return ("a.mapping.json", MappingDocument.Write(new KsbMapping(Standard.Id, MappingKind.Evidence, rows.Select((r, i) => new MappingItem($"M{i}", r)))));
            yield return ("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n" + Lines(i => $"# Module {i}\nKSBs: {string.Join(" / ", rows[i])}"));
            yield return ("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n" + Lines(i => $"## Module {i} ({string.Join(", ", rows[i])})"));
        }
    }
}
