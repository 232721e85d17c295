using Competency.Documents;
using Competency.Text;
using Competency.Versions;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class MigrationTests
{
    // S2 is withdrawn and what stands behind it moves up; K1 is reworded; duty 1 is withdrawn and duty 2 becomes duty 1.
    private static readonly OccupationalStandard Old = Standard("1.2", [("K1", "Know the brakes of a car."), ("S1", "Weave."), ("S2", "Dye."), ("S3", "Sew."), ("S4", "Cut."), ("S5", "Fold.")], (1, "Clean the yard.", ["S2"]), (2, "Make cloth.", ["S1", "S3"]));
    private static readonly OccupationalStandard New = Standard("1.3", [("K1", "Know the brakes of a lorry."), ("S1", "Weave."), ("S2", "Sew."), ("S3", "Cut."), ("S4", "Fold.")], (1, "Make cloth.", ["S1", "S2"]));

    private static readonly Migration Migration = new(StandardDiff.Between(Old, New));

    [Theory]
    [InlineData("S3", "S2")]
    [InlineData("S1, S3,S4", "S1, S2,S3")]
    [InlineData("S2, S3", "S2, S2")]
    [InlineData("S3-S5", "S2-S4")]
    [InlineData("S3–S5 (Sewing)", "S2–S4 (Sewing)")]
    [InlineData("S3-5", "S2-4")]
    [InlineData("s3 to s5", "s2 to s4")]
    [InlineData("S1-S3", "S1-S2")]
    [InlineData("S1-S5", "S1-S4")]
    [InlineData("S1-S2", "S1-S2")]
    [InlineData("ST0001:S3, ST0001@1.2:S4", "ST0001:S2, ST0001@1.3:S3")]
    [InlineData("ST0001@1.2:S1-S3", "ST0001@1.3:S1-S2")]
    [InlineData("ST0002:S3, ST0001@1.1:S3", "ST0002:S3, ST0001@1.1:S3")]
    [InlineData("Duty 2, K1; Duties: D2, 2", "Duty 1, K1; Duties: D1, 1")]
    [InlineData("Duty 1", "Duty 1")]
    [InlineData("K9, S77", "K9, S77")]
    public void Each_reference_goes_where_its_statement_went_and_goes_once(string before, string after)
    {
        var result = Migration.Of(Read(Mapping(before)));

        Assert.Equal(Mapping(after, "1.3"), result.Text);
        var again = Migration.Of(Read(result.Text));
        Assert.Empty(again.Edits);
    }

    [Theory]
    [InlineData("S1-S5", "S1, S3, S5-S7")]
    [InlineData("ST0001@1.2:S1-S3 (all)", "ST0001@1.3:S1, ST0001@1.3:S3, ST0001@1.3:S5 (all)")]
    [InlineData("s1-s2; K1", "s1, s3; K1")]
    [InlineData("S1-S2:40", "S1:40, S3:40")]
    [InlineData("S1-S5:main:12.5%, K1:3", "S1:main:12.5%, S3:main:12.5%, S5-S7:main:12.5%, K1:3")]
    [InlineData("ST0001@1.2:S1-S2:40", "ST0001@1.3:S1:40, ST0001@1.3:S3:40")]
    public void A_range_splits_where_it_must(string before, string after)
    {
        string[] words = ["Weave.", "Dye.", "Sew.", "Cut.", "Fold."];
        var old = Standard("1.2", [.. words.Select((w, i) => ($"S{i + 1}", w))]);
        var @new = Standard("1.3", [("S1", words[0]), ("S2", "Sell cloth."), ("S3", words[1]), ("S4", "Buy thread."), ("S5", words[2]), ("S6", words[3]), ("S7", words[4])]);

        Assert.Equal(Mapping(after, "1.3"), new Migration(StandardDiff.Between(old, @new)).Of(Read(Mapping(before))).Text);
    }

    [Theory]
    [InlineData("S1-S5:40")]
    [InlineData("S1 to S3:main:2.5; S4-5:10%")]
    public void Every_code_of_a_range_that_splits_keeps_its_weight(string before)
    {
        string[] words = ["Weave.", "Dye.", "Sew.", "Cut.", "Fold."];
        var old = Standard("1.2", [.. words.Select((w, i) => ($"S{i + 1}", w))]);
        var @new = Standard("1.3", [("S1", words[0]), ("S2", "Sell cloth."), ("S3", words[1]), ("S4", "Buy thread."), ("S5", words[2]), ("S6", words[4]), ("S7", words[3])]);
        var migration = new Migration(StandardDiff.Between(old, @new));
        static IEnumerable<(KsbCode Code, decimal? Weight)> Weights(MappingDocument document) => document.Places.References.SelectMany(p => p.Result.References).SelectMany(r => r.Codes.Select(c => (c, r.Weight)));

        var weights = Weights(Read(Mapping(before))).ToArray();
        Assert.All(weights, w => Assert.NotNull(w.Weight));
        Assert.Equal(weights.Select(w => (migration.Follow(w.Code)!.Value, w.Weight)).Order(), Weights(Read(migration.Of(Read(Mapping(before))).Text)).Order());
    }

    [Fact]
    public void All_other_characters_stay_as_they_were()
    {
        const string Before = "\uFEFF{ \"document\" : \"competency.mapping/1\",\r\n\t\"standard\":\"ST0001@1\\u002e2\",   \"kind\":\"evidence\",\r\n\"items\":[{\"id\":\"S3 \\u00e9\",\"title\":\"S3\",\"covers\":[\"\\u00533\",\"\\tS4 – x\"]}]}\r\n\r\n";

        Assert.Equal(
            Before.Replace("ST0001@1\\u002e2", "ST0001@1.3", StringComparison.Ordinal).Replace("\\u00533", "S2", StringComparison.Ordinal).Replace("S4 –", "S3 –", StringComparison.Ordinal),
            Migration.Of(Read(Before)).Text);
    }

    [Fact]
    public void What_has_no_successor_is_left_and_told_with_its_place_and_what_was_reworded_is_told()
    {
        var result = Migration.Of(Read(Mapping("S3, S2, K1, Duty 1, S77")));

        Assert.Equal(
            [
                "a.mapping.json(2,18): S2 'Dye.' has no successor in ST0001@1.3; left as it is",
                "a.mapping.json(2,22): K1 was reworded (83 % the same words): 'Know the brakes of a car.' reads 'Know the brakes of a lorry.' in ST0001@1.3; review it",
                "a.mapping.json(2,26): Duty 1 'Clean the yard.' has no successor in ST0001@1.3; left as it is",
                "a.mapping.json(2,34): S77 is not in ST0001@1.2; left as it is",
            ],
            result.Notes.Select(n => n.ToString()));
        Assert.Equal([true, false, true, true], result.Notes.Select(n => n.IsLeft));

        // S3 moved to S2, and S2 stays for want of a successor: the lock goes on saying what the one that stayed meant, so that it is not taken for reviewed.
        Assert.Equal("Dye.", Assert.Single(result.Locked, l => l.Name == "S2").Opening);
        Assert.All(result.Locked, l => Assert.Equal(New.Id, l.Standard));
    }

    [Fact]
    public void A_document_of_another_standard_or_version_is_left_alone_but_for_what_names_the_version_itself()
    {
        var text = Mapping("S3, ST0001:S3, ST0001@1.2:S3").Replace("ST0001@1.2\",", "ST0001@1.1\",", StringComparison.Ordinal);

        Assert.Equal(text.Replace("ST0001@1.2:S3", "ST0001@1.3:S2", StringComparison.Ordinal), Migration.Of(Read(text)).Text);
        Assert.Equal(["ST0001@1.1", "ST0001@1.2"], Migration.VersionsIn(Read(text), StandardReference.Parse("ST0001")).Select(v => v.ToString()));
        Assert.Throws<ArgumentException>(() => Migration.Of(Read(text[..^5])));
    }

    [Theory]
    [InlineData("# standard: ST0001@1.2\r\nid,title,ksbs\r\nS3,S3,S3 S4\r\nb,\"S4\"\"x\",\"S1-S3, S5\"\r\n", "# standard: ST0001@1.3\r\nid,title,ksbs\r\nS3,S3,S2 S3\r\nb,\"S4\"\"x\",\"S1-S2, S4\"\r\n")]
    [InlineData("id;ksbs;standard\na;S3, S4;ST0001@1.2\nb;;ST0001@1.2\nc;S1;ST0001@1.2\n", "id;ksbs;standard\na;S2, S3;ST0001@1.3\nb;;ST0001@1.3\nc;S1;ST0001@1.3\n")]
    [InlineData("#standard:ST0001@1.2\nitem,S1,S3,\"S4: Cut, by hand\",S5\na,x,S3,,x\nb,,x,S4,\nc,,,,s5\n", "#standard:ST0001@1.3\nitem,S1,S2,\"S3: Cut, by hand\",S4\na,x,S2,,x\nb,,x,S3,\nc,,,,s4\n")]
    [InlineData("# standard: ST0001@1.2\nid,S1,S3-S4\na,x,\nb,x,n/a\n", "# standard: ST0001@1.3\nid,S1,S2-S3\na,x,\nb,x,n/a\n")]
    [InlineData("# standard: ST0001@1.2\nid,skills,duties\na,\"S3 (see \"\"S\"\"), S4\",D2\n", "# standard: ST0001@1.3\nid,skills,duties\na,\"S2 (see \"\"S\"\"), S3\",D1\n")]
    public void A_table_is_migrated_cell_by_cell(string before, string after)
    {
        Assert.Equal(after, Migration.Of(MappingDocument.Read("a.mapping.csv", before)).Text);
        Assert.Equal(before, Migration.Of(MappingDocument.Read("a.mapping.csv", before.Replace("1.2", "1.1", StringComparison.Ordinal))).Text.Replace("1.1", "1.2", StringComparison.Ordinal));
        Assert.Empty(MappingDocument.Read("a.mapping.csv", after).Check(new StandardCatalogue([New])));
    }

    [Theory]
    [InlineData("S1-S3,K1", "S1 S3 S5,K1")]
    [InlineData("\"S1-S3\",K1", "\"S1, S3, S5\",K1")]
    [InlineData("S1-S3; S1,K1", "S1; S3; S5; S1,K1")]
    [InlineData("S1-S3:40,K1", "S1:40 S3:40 S5:40,K1")]
    [InlineData("**S1-S2**:40,K1", "**S1:40 S3**:40,K1")]
    public void A_range_that_splits_in_a_bare_cell_stays_in_its_cell(string before, string after)
    {
        var old = Standard("1.2", [("S1", "Weave."), ("S2", "Dye."), ("S3", "Sew."), ("K1", "Cloth.")]);
        var @new = Standard("1.3", [("S1", "Weave."), ("S2", "Sell cloth."), ("S3", "Dye."), ("S4", "Buy thread."), ("S5", "Sew."), ("K1", "Cloth.")]);
        const string Head = "standard,skills,knowledge\n";

        Assert.Equal($"{Head}ST0001@1.3,{after}\n", new Migration(StandardDiff.Between(old, @new)).Of(MappingDocument.Read("a.mapping.csv", $"{Head}ST0001@1.2,{before}\n")).Text);
    }

    [Theory]
    [InlineData("# Sewing (S3)\r\n\r\nS3 alone, and S3, S4 together.\r\n", "# Sewing (S2)\r\n\r\nS3 alone, and S2, S3 together.\r\n")]
    [InlineData("KSBs: S3, `S4`; ST0001@1.2:S5, ST0001:S3, ST0002@1.2:S3", "KSBs: S2, `S3`; ST0001@1.3:S4, ST0001:S2, ST0002@1.2:S3")]
    [InlineData("We do S2-S3 now.\n\nKSBs: S2-S3", "We do ST0001:S2 now.\n\nKSBs: S2")]
    [InlineData("| a | S3 | S4 |\n|---|---|---|\n| S3 | x | S4 |\n\n| a | KSBs |\n|---|---|\n| S3 | S3-S5 |", "| a | S2 | S3 |\n|---|---|---|\n| S3 | x | S3 |\n\n| a | KSBs |\n|---|---|\n| S3 | S2-S4 |")]
    [InlineData("Sewing \\(S3, S4\\), S3&nbsp;&amp;&nbsp;S4 and S3&ndash;S5, or (S3,\n  S5)", "Sewing \\(S2, S3\\), S2&nbsp;&amp;&nbsp;S3 and S2&ndash;S4, or (S2,\n  S4)")]
    [InlineData("> KSBs: S3,\n> S4", "> KSBs: S2,\n> S3")]
    [InlineData("- S3 – Sewing\n- S4 – Cutting\n\n**Duties:** D2 · **KSBs:** S5", "- S2 – Sewing\n- S3 – Cutting\n\n**Duties:** D1 · **KSBs:** S4")]
    public void A_text_is_migrated_where_it_surely_refers(string before, string after)
    {
        static string Text(string version, string ksbs, string body) => $"\uFEFF---\nstandard: \"ST0001@{version}\" # S3\nksbs: [{ksbs}]\n---\n{body}\n";

        var result = Migration.Of(MappingDocument.Read("a.mapping.md", Text("1.2", "S3, S4", before)));

        Assert.Equal(Text("1.3", "S2, S3", after), result.Text);
        Assert.Empty(Migration.Of(MappingDocument.Read("a.mapping.md", result.Text)).Edits);
        Assert.Equal(
            MappingDocument.Read("a.mapping.md", Text("1.2", "S3, S4", before)).Mapping!.Covered(Old).Select(c => Migration.Follow(c) ?? c).Distinct().Order(),
            MappingDocument.Read("a.mapping.md", result.Text).Mapping!.Covered(New));
    }

    /// <summary>Beside storage S3 is a service: what became S3 there is written so that it is a reference still, and what was none becomes none.</summary>
    [Theory]
    [InlineData("Deploying to AWS (S4, S5).", "Deploying to AWS (ST0001:S3, S4).")]
    [InlineData("Deploying to AWS (S5, S4).", "Deploying to AWS (ST0001:S4, S3).")]
    [InlineData("In a bucket: S4-S5 of it, and KSBs: S4", "In a bucket: ST0001:S3-S4 of it, and KSBs: S3")]
    [InlineData("- Keep it (S4)\n- Keep it in a bucket (S4)\n- S3 lifecycle (S3)\n", "- Keep it (S3)\n- Keep it in a bucket (ST0001:S3)\n- S3 lifecycle (S3)\n")]
    [InlineData("KSBs:\n- S4 in a bucket\n- words (S4, S5) of amazon\n", "KSBs:\n- S3 in a bucket\n- words (ST0001:S3, S4) of amazon\n")]
    [InlineData("**S4** (S4, S5) of Amazon", "**S4** (ST0001:S3, S4) of Amazon")]
    [InlineData("Sewing (S4, K1) on AWS", "Sewing (S3, K1) on AWS")]
    public void What_would_not_be_read_in_prose_names_its_standard(string before, string after)
    {
        var result = Migration.Of(MappingDocument.Read("a.mapping.md", $"---\nstandard: ST0001@1.2\n---\n{before}"));

        Assert.Equal($"---\nstandard: ST0001@1.3\n---\n{after}", result.Text);
        Assert.DoesNotContain(result.Notes, n => n.IsLeft);
    }

    [Fact]
    public void What_names_the_old_version_apart_from_its_codes_is_left_and_listed()
    {
        var text = "---\nstandard: ST0001@1.2\n---\nThe statements ST0001@1.2: S3, S4. And ST0001@1.1: S3; KSBs: S5\n";

        var result = Migration.Of(MappingDocument.Read("a.mapping.md", text));

        Assert.Equal(text.Replace("standard: ST0001@1.2", "standard: ST0001@1.3", StringComparison.Ordinal).Replace("KSBs: S5", "KSBs: S4", StringComparison.Ordinal), result.Text);
        Assert.Equal("a.mapping.md(4,16): 'ST0001@1.2: S3, S4' has a blank behind its colon, and is not read; left as it is", Assert.Single(result.Notes).ToString());
    }

    /// <summary>Links in a row are all moved, each once.</summary>
    [Fact]
    public void A_row_of_links_is_migrated_whole()
    {
        const string Text = "---\nstandard: ST0001@1.2\n---\nCovers [S3](s3.md), [S4][b] and [S5](s5.md).\n";

        Assert.Equal(Text.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("[S3]", "[S2]", StringComparison.Ordinal).Replace("[S4]", "[S3]", StringComparison.Ordinal).Replace("[S5]", "[S4]", StringComparison.Ordinal), Migration.Of(MappingDocument.Read("a.mapping.md", Text)).Text);
    }

    /// <summary>Where all lines are headed by behaviours, B1 is a heading.</summary>
    [Fact]
    public void What_would_become_headings_names_its_standard()
    {
        var old = Standard("1.2", [("K1", "Weave."), ("B1", "Care."), ("B2", "Be kind.")]);
        var @new = Standard("1.3", [("B3", "Weave."), ("B1", "Care."), ("B2", "Be kind.")]);

        var result = new Migration(StandardDiff.Between(old, @new)).Of(MappingDocument.Read("a.mapping.md", "---\nstandard: ST0001@1.2\n---\nK1: weaving\n\nB1: caring\n"));

        Assert.Equal("---\nstandard: ST0001@1.3\n---\nST0001:B3: weaving\n\nST0001:B1: caring\n", result.Text);
    }

    /// <summary>With its standard B1 would head the line below, whose K1 nothing referred to: S4 is left, and so is how B1 was written.</summary>
    [Fact]
    public void What_names_its_standard_to_no_end_is_written_as_it_was()
    {
        var old = Standard("1.2", [("S3", "Weave."), ("S4", "Dye."), ("K1", "Know wool."), ("B1", "Care.")]);
        var @new = Standard("1.3", [("S3", "Dye."), ("K2", "Know wool."), ("B1", "Care.")]);
        const string Text = "---\nstandard: ST0001@1.2\n---\nB1 KSB:S3 S4\nK1\n";
        var document = MappingDocument.Read("a.mapping.md", Text);

        var result = new Migration(StandardDiff.Between(old, @new)).Of(document);

        Assert.Equal(["B1", "S3", "S4"], document.Places.References.SelectMany(p => p.Result.References).Select(r => r.ToString()));
        Assert.Equal(Text.Replace("1.2", "1.3", StringComparison.Ordinal), result.Text);
        Assert.Contains(result.Notes, n => n.IsLeft && n.Message.StartsWith("S4 is S3 in ST0001@1.3", StringComparison.Ordinal));
    }

    /// <summary>What is about storage is told by the words around: an edit that moves them away would make references of the services.</summary>
    [Fact]
    public void What_would_make_references_of_other_words_is_left_and_listed()
    {
        var old = Standard("1.2", [("S1", "Weave."), ("S2", "Dye."), ("S3", "Sew."), ("S4", "Cut.")]);
        var @new = Standard("1.3", [("S1", "Weave."), ("S2", "Sell cloth."), ("S3", "Sew."), ("S4", "Cut."), ("S5", "Dye.")]);
        var near = "(S3, S4) are kept beside S1-S2 ";
        var text = $"---\nstandard: ST0001@1.2\n---\n{near}{new string('x', 298 - near.Length)} AWS\n\nKSBs: S2\n";

        var result = new Migration(StandardDiff.Between(old, @new)).Of(MappingDocument.Read("a.mapping.md", text));

        Assert.Equal(text.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("KSBs: S2", "KSBs: S5", StringComparison.Ordinal), result.Text);
        Assert.Equal("a.mapping.md(4,26): S1-S2 is S1, S5 in ST0001@1.3; with that it, or what stands near it, would not be read as it is meant; left as it is", Assert.Single(result.Notes, n => n.IsLeft).ToString());
        Assert.Equal((1, "Dye."), (result.References, Assert.Single(result.Locked, l => l.Name == "S2").Opening));
    }

    /// <summary>Whatever prose holds, false friends too: after a migration the same places are references, each to what became of its statement, and no others.</summary>
    [Fact]
    public void Prose_refers_to_what_became_of_what_it_referred_to_no_more_and_no_less() => Property.Holds(
        from order in Gen.Shuffle(Enumerable.Range(1, 9).ToArray())
        from kept in Gen.Choose(5, 9)
        from words in Gen.Elements(Pieces).NonEmptyListOf()
        select (order, kept, Text: string.Concat(words)),
        p =>
        {
            var old = Standard("1.2", [.. Enumerable.Range(1, 9).Select(i => ($"S{i}", Words(i))), ("K1", "Know the brakes of a car."), ("B1", "Take care of things.")]);
            var @new = Standard("1.3", [.. p.order.Take(p.kept).Select((text, i) => ($"S{i + 1}", Words(text))), ("K2", "Know the brakes of a car."), ("B1", "Take care of things.")]);
            var migration = new Migration(StandardDiff.Between(old, @new));
            var document = MappingDocument.Read("a.mapping.md", $"---\nstandard: ST0001@1.2\n---\n{p.Text}\n");

            if (!document.IsWhole)
            {
                return;
            }

            var result = migration.Of(document);

            var left = result.Notes.Where(n => n.Message.Contains("would not be read", StringComparison.Ordinal)).Select(n => n.Location.Span).ToArray();
            var meant = document.Places.References.SelectMany(t => t.Result.References.Select(r => (Reference: r, IsLeft: left.Contains(t.Value.SpanWithin(SourceSpan.FromBounds(r.FirstSpan.Start, r.LastSpan.End))))))
                .SelectMany(r => r.Reference.Codes.Select(c => migration.Follow(c) is { } now && !r.IsLeft ? now : c));
            Assert.Equal(Codes(meant), Codes(MappingDocument.Read("a.mapping.md", result.Text).Places.References.SelectMany(t => t.Result.References).SelectMany(r => r.Codes)));
        },
        times: 500);

    private static readonly string[] Pieces =
    [
        "Words. ", "Words ", ", ", "\n", "\n\n", "\n- ", "\n1. ", "\n# ", "AWS ", "in a bucket ", "Amazon ", "lifecycle ", "KSBs: ", "KSBs:\n- ", "Skills: ", "Method: talk ", "(S4, S5) ", "(S3) ", "(S4) ", "(S2, S7)", "S2-S8 ", "S3 ", "S4 ",
        "S3, S4 ", "S6 and S5 ", "S4: ", "B1. ", "B1 ", "K1 ", "K1, B1 ", "(K1)", "ST0001:S4 ", "ST0001@1.2:S5 ", "P1 ", "`S3` ", "**S4** ", "S5 – sewing ", "https://x/S3,S4 ", "s3 to s5 ", "[S4, S6]", "| a | KSBs |\n|---|---|\n| x | S4, S5 |\n",
        "[S4](x) ", "[S5][r], ", "S6,\n", "(S4,\nS6)", "and\n", "S1O, ", "Kl ", "9, ", "\\(S4, S5\\)", "&nbsp;", "S4&ndash;S6 ", "ST0001@1.2: S4, ", "all of ", "1. S4: ", "> ", "KSBs: S4\n- ", "see also S5 ", "Duty 1 ", "Duty O ", "- ",
    ];

    private static IEnumerable<string> Codes(IEnumerable<KsbCode> codes) => codes.Distinct().Order().Select(c => c.ToString());

    /// <summary>Whatever the versions: what a migrated document covers is what became of what it covered.</summary>
    [Fact]
    public void What_a_migrated_document_covers_is_what_became_of_what_it_covered() => Property.Holds(
        from order in Gen.Shuffle(Enumerable.Range(1, 9).ToArray())
        from kept in Gen.Choose(1, 9)
        from codes in Gen.Choose(1, 9).NonEmptyListOf()
        select (order, kept, codes),
        p =>
        {
            var old = Standard("1.2", Enumerable.Range(1, 9).Select(i => ($"S{i}", Words(i))).ToArray());
            var @new = Standard("1.3", p.order.Take(p.kept).Select((text, i) => ($"S{i + 1}", Words(text))).ToArray());
            var diff = StandardDiff.Between(old, @new);
            var document = Read(Mapping(string.Join(", ", p.codes.Distinct().Select(c => $"S{c}"))));

            var after = Read(new Migration(diff).Of(document).Text);

            var expected = document.Mapping!.Covered(old).Select(c => diff.Of(c)!.New?.Code ?? c).Where(@new.Contains).Distinct().Order();
            Assert.Equal(expected, after.Mapping!.Covered(@new));
        });

    private static string Words(int i) => string.Concat(Enumerable.Repeat($"word{i} ", 5));

    private static MappingDocument Read(string text) => MappingDocument.Read("a.mapping.json", text);

    private static string Mapping(string covers, string version = "1.2") =>
        $$"""
        { "document": "competency.mapping/1", "standard": "ST0001@{{version}}", "kind": "evidence", "items": [ { "id": "a",
          "covers": "{{covers}}" } ] }
        """;

    [Theory]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.2\n# option: Road bikes\n# demand: every duty for the option road bikes\nid,ksbs\nx,S1\n", "# standard: ST0001@1.3\n# option: Road cycles\n# demand: every duty for the option Road cycles\nid,ksbs\nx,S1\n")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.2\n# option: r\nid,ksbs\nx,S1\n", "# standard: ST0001@1.3\n# option: r\nid,ksbs\nx,S1\n")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.2\n# option: b\nid,ksbs\nx,S1\n", "# standard: ST0001@1.3\n# option: b2\nid,ksbs\nx,S1\n")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.2\n# option: BMX\nid,ksbs\nx,S1\n", "# standard: ST0001@1.3\n# option: BMX\nid,ksbs\nx,S1\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.2\noption: \"Road bikes\"\n---\nKSBs: S1\n", "---\nstandard: ST0001@1.3\noption: \"Road cycles\"\n---\nKSBs: S1\n")]
    [InlineData("a.mapping.json", """{"document": "competency.mapping/1", "standard": "ST0001@1.2", "kind": "evidence", "option": "Road bikes", "items": []}""", """{"document": "competency.mapping/1", "standard": "ST0001@1.3", "kind": "evidence", "option": "Road cycles", "items": []}""")]
    [InlineData("a.mapping.json", """{"document": "competency.mapping/1", "standard": "ST0001@1.2", "kind": "evidence", "option": "Road\u0020bikes", "items": []}""", """{"document": "competency.mapping/1", "standard": "ST0001@1.3", "kind": "evidence", "option": "Road cycles", "items": []}""")]
    public void An_option_that_is_given_by_title_has_its_new_title(string path, string before, string after)
    {
        var result = Options.Of(MappingDocument.Read(path, before));

        Assert.Equal((after, 0), (result.Text, result.Notes.Count));
        Assert.DoesNotContain(MappingDocument.Read(path, result.Text).Check(new StandardCatalogue([Options.Diff.New])), f => f.Descriptor.Id == "KSB1009");
    }

    [Fact]
    public void An_option_without_successor_is_left_and_listed()
    {
        const string Text = "# standard: ST0001@1.3\n# option: Track\nid,ksbs\nx,S1\n";
        var result = Options.Of(MappingDocument.Read("a.mapping.csv", Text.Replace("1.3", "1.2", StringComparison.Ordinal)));

        Assert.Equal((Text, "a.mapping.csv(2,11): The option 'Track' has no successor in ST0001@1.3; left as it is"), (result.Text, Assert.Single(result.Notes, n => n.IsLeft).ToString()));
    }

    private static readonly Migration Options = new(StandardDiff.Between(
        new OccupationalStandard(StandardId.Parse("ST0001@1.2"), "T", [new KsbStatement(KsbCode.Parse("S1"), "Ride.")]) { Options = [new StandardOption("r", "Road bikes"), new StandardOption("b", "BMX"), new StandardOption("t", "Track")] },
        new OccupationalStandard(StandardId.Parse("ST0001@1.3"), "T", [new KsbStatement(KsbCode.Parse("S1"), "Ride.")]) { Options = [new StandardOption("r", "Road cycles"), new StandardOption("b2", "BMX")] }));

    private static OccupationalStandard Standard(string version, (string Code, string Text)[] ksbs, params (int Number, string Text, string[] Ksbs)[] duties) =>
        new(StandardId.Parse("ST0001@" + version), "T", ksbs.Select(k => new KsbStatement(KsbCode.Parse(k.Code), k.Text)))
        {
            Duties = duties.Select(d => new OccupationDuty(d.Number, d.Text, d.Ksbs.Select(KsbCode.Parse))).ToArray(),
        };
}
