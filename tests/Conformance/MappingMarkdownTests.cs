using Competency.Documents;

namespace Competency.Conformance;

public class MappingMarkdownTests
{
    private const string Front = "---\nstandard: ST0001@1.0\n---\n";

    private static readonly StandardCatalogue Known = new(
    [
        new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "Mini", new[] { "K1", "K2", "K3", "S1", "S2", "S3", "B1" }.Select(c => new KsbStatement(KsbCode.Parse(c), c)))
        {
            Duties = [new OccupationDuty(1, "x", [KsbCode.Parse("K1"), KsbCode.Parse("S1")]), new OccupationDuty(2, "y", [KsbCode.Parse("K3")])],
        },
    ]);

    [Theory]
    [InlineData("# Imaging (K1, S1)\nWords.\n## Care\nTaught by doing (S2, S3).\n# Rest\nNothing.\n", "Imaging: K1, S1 > Care: S2, S3")]
    [InlineData("Imaging\n=======\n**Duties:** D1 · **KSBs:** K3, B1\n", "Imaging: K1, K3, S1, B1")]
    [InlineData("# Year 1\n\n| Module | KSBs | Hours |\n|---|---|---:|\n| Brakes | K1, K2 | 7.5 |\n| Gears | `K3` / **S1** | 3 |\n", "Year 1:  > Brakes: K1, K2 > Gears: K3, S1")]
    [InlineData("| | K1 | K2 | S1 |\n|-|-|-|-|\n| Brakes | ✓ | | x |\n| Gears | | x | [x] |\n", "Brakes: K1, S1|Gears: K2, S1")]
    [InlineData("| id | Knowledge | Skills |\n|-|-|-|\n| A | K1 | S1 |\n", "A: K1, S1")]
    [InlineData("Words (K1, K2).\n\n<!-- (K9, K10) -->\n```\n(K9, K10)\n```\n~~~\nKSBs: K9\n~~~\nAnd `(K9, K10)`, [the page](https://x/K9,K10), <a id=\"K9, K10\">this</a>.\n\n[x]: https://x/K9,K10\n", "plan: K1, K2")]
    [InlineData("# B1. Setting\nwords\n# A1\nS3 lifecycle rules of AWS, criteria P1 and D1, AM1.\n\n| Service | S3 | EC2 |\n|-|-|-|\n| used | x | |\n\n| Level | A1 | B1 |\n|-|-|-|\n| | x | x |\n", "")]
    [InlineData("Words (K1, K2).\n\n    (K8, K9)\n\tKSBs: K9\n\n- a list\n\n    (S1, S2)\n", "plan: K1, K2, S1, S2")]
    [InlineData("| Level | A1-A2 | B1-B2 | C1-C2 |\n|-|-|-|-|\n| | x | x | |\n\n| Module | A1 | B1-B2 |\n|-|-|-|\n| | x | x |\n", "")]
    [InlineData("| K1-K2 | S1-S2 |\n|-|-|\n| what a wheel is | how to turn it |\n", "plan: K1, K2, S1, S2")]
    [InlineData("Knowledge: K1, `K2`\n\n**Skills:** `S1`, `S2` · Duties: `D2`\n\nKSB references: `B1`\n", "plan: K1-K3, S1, S2, B1")]
    [InlineData("Skills: use `S8 ls`, `K8, K9` and so on. Knowledge: K1, then `aws K9 K8`\n\nCode: `K9`, `(K8, K9)`. Words (K1, K2).\n", "plan: K1, K2")]
    [InlineData("| Module | KSB reference |\n|-|-|\n| Brakes | K1 |\n", "Brakes: K1")]
    [InlineData("# One\n- KSBs: `K1`, `S1`\n- KSBs:\n  - K2\n  - S3: words\n", "One: K1, K2, S1, S3")]
    [InlineData("KSBs:\n- `K1`\n- `S1`, `K2`\n* **K3**\n", "plan: K1-K3, S1")]
    [InlineData("KSBs:\n1. `K1`\n2) S1\n", "plan: K1, S1")]
    [InlineData("KSBs:\n- ST0001:K1\n- ST0001@1.0:S1 and words\n* `ST0001:K2-K3`\n1. ST0001:B1\n- S2\n", "plan: K1-K3, S1, S2, B1")]
    [InlineData("Duties:\n- ST0001:Duty1\n- D1\n\nKSBs:\nST0001:K2\n- K3\n", "plan: K1-K3, S1")]
    [InlineData("> **KSBs:**\n> - `K1`\n> - S1\n", "plan: K1, S1")]
    [InlineData("KSBs:\n\n- [x] K1\n- [ ] `S1`\n", "plan: K1, S1")]
    [InlineData("KSBs:\n- K1\n  More of it.\n- Works with others, to level 2\n- S1: words (S2, S3)\n", "plan: K1, S1-S3")]
    [InlineData("**Duties:**\n- D1: words\n- Duty 2\n", "plan: K1, K3, S1")]
    [InlineData("**Duties:**\n- D1: words\n- Talks\n  and more\n- Duty 2\n", "plan: K1, K3, S1")]
    [InlineData("## KSBs\n\n- `K1` and more\n- S1 Paint\n\n## Duties\n- Duty 2 Words\n- `D2`\n", "KSBs: K1, S1|Duties: K3")]
    [InlineData("KSBs\n----\n- `K1`\n", "KSBs: K1")]
    [InlineData("| Module | KSBs |\n|-|-|\n| Brakes<br/>and gears | - K1<br>- K3 |\n", "Brakes and gears: K1, K3")]
    [InlineData("Duties: Duty 1\n", "plan: K1, S1")]
    [InlineData("KSBs: Duty 1, K3 and K2\n", "plan: K1-K3, S1")]
    [InlineData("KSBs:\n- B1\n- Duty 1, K3\n- S2\n", "plan: K1, K3, S1, S2, B1")]
    [InlineData("Duties:\n- 1\n- 2, 1\n", "plan: K1, K3, S1")]
    [InlineData("Duties:\n- 2 weeks of it\n\nSkills: duty 1 month\n\nDuty 1 is to cut, and\nduty 2.\n", "")]
    [InlineData("[Home](a.md) | [KSBs](b.md) | [Duties](c.md)\n[Prev](d.md) | [Next](e.md)\n", "")]
    [InlineData("KSBs | see below\nThe K1 | K2 cable\n", "")]
    [InlineData("- [ ] K1 | K2\n- [ ] S3 | S4\n", "")]
    [InlineData("Duties:\n1. `D1`, D2\n2. Talks\n\nKSBs:\n- B1\n", "plan: K1, K3, S1, B1")]
    [InlineData("KSBs:\nK1\n", "plan: K1")]
    [InlineData("KSBs:\r\n-\tK1\r\n-\u00A0`S1`\r\n", "plan: K1, S1")]
    [InlineData("> | Module | KSBs |\n> |---|---|\n> | Brakes | K1 |\n", "Brakes: K1")]
    [InlineData("- | Module | KSBs |\n  |---|---|\n  | Brakes | K1 |\n\n2. | Module | KSBs |\n   |---|---|\n   | Gears | S1 |\n", "Brakes: K1|Gears: S1")]
    [InlineData("| Module | KSBs | Notes |\n|-|-|-|\n| A | K1 | a \\| b |\n| B | S1 |\n", "A: K1|B: S1")]
    [InlineData("| Module | KSBs | |\n|-|-|-|\n| A | K1 | words |\n| B | S1 | |\n", "A: K1|B: S1")]
    [InlineData("| Service | Region | |\n|-|-|-|\n| S3 | EU | x |\n| S3 | EU | S3 | S4 |\n", "")]
    [InlineData("<!-- KSBs: K9 --> KSBs: K1\n\n<!-- a remark -->     and (S1, S2)\n", "plan: K1, S1, S2")]
    [InlineData("The list:\n- P1\n- AM1\n- S3 lifecycle rules of AWS\n\nSkills:\n- A1 and P1\n", "")]
    [InlineData("# K1\nwords\n# S2: and more\nwords\n# B1\nwords\n", "K1: K1|S2: and more: S2|B1: B1")]
    public void Reads_what_people_keep(string body, string expected)
    {
        var document = MappingDocument.Read("folder/plan.mapping.md", Front + body);

        Assert.Empty(document.Check(Known));
        Assert.Equal(expected, string.Join('|', document.Mapping!.Items.Select(Shown)));
    }

    [Theory]
    [InlineData("ksbs: [K1, \"S1\"]", "K1, S1")]
    [InlineData("ksbs:\n  - K1 # the first\n  - 'S1'\nother:\n  - K99", "K1, S1")]
    [InlineData("ksbs:\n- code: K1\n- code: S1", "K1, S1")]
    [InlineData("KSBs covered: K1\nksb_references:\n  - S1", "K1, S1")]
    [InlineData("duties: 1, 2\nskills: S2", "K1, K3, S1, S2")]
    public void Front_matter_says_what_the_whole_file_covers(string lines, string expected)
    {
        var document = MappingDocument.Read("plan.mapping.md", $"---\nstandard: \"ST0001@1.0\"\nkind: assessment\ntitle: The plan\n{lines}\n---\nWords.\n");

        Assert.Empty(document.Check(Known));
        Assert.Equal(("The plan", MappingKind.Assessment), (document.Mapping!.Title, document.Mapping.Kind));
        Assert.Equal("The plan: " + expected, string.Join('|', document.Mapping.Items.Select(Shown)));
    }

    [Theory]
    [InlineData(Front + "# Imaging (K1, [K7])\n", "KSB3001")]
    [InlineData(Front + "KSBs: K1, [К2]\r\n", "KSB1002")]
    [InlineData(Front + "Duties: D1, [Duty 9]\n", "KSB3001")]
    [InlineData(Front + "Covers: Duty 1, [K9]\n", "KSB3001")]
    [InlineData(Front + "KSBs:\n- Duty 1\n- [Duty 9]\n", "KSB3001")]
    [InlineData(Front + "Duties:\n- D1\n- [9]\n- D1\n", "KSB3001")]
    [InlineData(Front + "Care (K1, [K01]).\n", "KSB1002")]
    [InlineData(Front + "| Module | KSBs |\n|-|-|\n| A | K1, [S9] |\n", "KSB3001")]
    [InlineData(Front + "| Module | K1 | [K7] |\n|-|-|-|\n| A | x | |\n", "KSB3001")]
    [InlineData(Front + "| Module | K1 | [K7-K8] |\n|-|-|-|\n| A | x | |\n", "KSB3001")]
    [InlineData(Front + "| Module | K1 | S1-S2 |\n|-|-|-|\n| A | x | x |\n| B | x | [?] |\n", "KSB1002")]
    [InlineData(Front + "| Module | KSBs | [K7-K8] |\n|-|-|-|\n| A | K1 | ? |\n", "KSB3001")]
    [InlineData(Front + "| Module | K1 | S1 |\n|-|-|-|\n| A | x | [?] |\n", "KSB1002")]
    [InlineData(Front + "| id | KSBs |\n|-|-|\n| A | K1 |\n| [A] | K2 |\n", "KSB3005")]
    [InlineData(Front + "| id | KSBs | hours |\n|-|-|-|\n| A | K1 | [long] |\n", "KSB2007")]
    [InlineData("---\nstandard: [ST0001@3.0]\n---\n(K1, K2)\n", "KSB3004")]
    [InlineData("---\nstandard: ST0001@1.0\nksbs: K1, [K9]\n---\n", "KSB3001")]
    [InlineData("---\nstandard: ST0001@1.0\nksbs:\n  - K1\n  - \"K2, [K9]\"\n---\n", "KSB3001")]
    [InlineData("---\nstandard: ST0001@1.0\nkind: [programe]\n---\n", "KSB2007")]
    [InlineData("---\n[standart]: ST0001@1.0\nstandard: ST0001@1.0\n---\n", "KSB2007")]
    [InlineData("[---]\nstandard: ST0001@1.0\n", "KSB2007")]
    [InlineData("[# No front matter (K1, K2)\n", "KSB2007")]
    [InlineData(Front + "(K1, K2)\n[```]\n(K9, K10)\n", "KSB2007")]
    [InlineData(Front + "(K1, K2)\n[<!--] (K9, K10)\n", "KSB2007")]
    [InlineData(Front + "[<<<<<<<] HEAD\nKSBs: S1\n=======\nKSBs: S2\n>>>>>>> x\n", "KSB2007")]
    [InlineData(Front + "(K1, K2)\r\n[>>>>>>>] x\r\n", "KSB2007")]
    [InlineData(Front + "| Module | KSBs |\n|-|-|\n[<<<<<<<] HEAD\n| A | K1 |\n=======\n| A | K2 |\n>>>>>>> x\n", "KSB2007")]
    [InlineData("---\n[<<<<<<<] HEAD\nstandard: ST0001@1.0\n=======\n>>>>>>> x\n---\n(K1)\n", "KSB2007")]
    [InlineData("---\nstandard: ST0001@1.0\nksbs:\n[<<<<<<<] HEAD\n  - K1\n=======\n  - K2\n>>>>>>> x\n---\n", "KSB2007")]
    [InlineData(Front + "| Module | KSBs | |\n|-|-|-|\n| A | K1 | [K2] |\n", "KSB2007")]
    [InlineData(Front + "| Module | K1 | K2 | |\n|-|-|-|-|\n| A | x | | [x] |\n", "KSB2007")]
    [InlineData(Front + "| Module | KSBs |\n|-|-|\n| A | K1 | [K2] | S1 |\n", "KSB2007")]
    [InlineData(Front + "| Module | KSBs |\n|-|-|\n| A | K1 | [and so on] |\n", "KSB2007")]
    [InlineData(Front + "| Module | KSBs | Hours | [hours] |\n|-|-|-|-|\n| A | K1 | 1 | 2 |\n", "KSB2007")]
    [InlineData(Front + "[| a | ksbs |]\n|x|K9|\n", "KSB2007")]
    [InlineData(Front + "Words.\n\n[Module | KSBs | Hours]\r\nBrakes | K1 | 3\r\nGears | K2 | 4\r\n", "KSB2007")]
    [InlineData(Front + "[| Module | Skills |]\n| \u2014 | \u2014 |\n| A | S1 |\n", "KSB2007")]
    [InlineData(Front + "[| | K1 | K2 | S1 |]\n| Brakes | \u2713 | | x |\n", "KSB2007")]
    [InlineData(Front + "Duties:\n- D1\n- [D9]\n", "KSB3001")]
    [InlineData(Front + "KSBs:\n- K1\n- [KK2]\n", "KSB1002")]
    [InlineData(Front + "KSBs:\n- words\n- [P3] and words\n", "KSB1002")]
    [InlineData(Front + "KSBs:\n1. `[К2]`\n", "KSB1002")]
    [InlineData(Front + "KSBs:\n- K1\n- `[K9]`\n", "KSB3001")]
    [InlineData(Front + "[КSBs]: K1\n", "KSB1002")]
    [InlineData(Front + "**[КSBs]:**\n- K1\n", "KSB1002")]
    [InlineData(Front + "| Module | [КSB] |\n|-|-|\n| A | K1 |\n", "KSB1002")]
    [InlineData("---\nstandard: ST0001@1.0\n[кsbs]: K1\n---\n", "KSB1002")]
    [InlineData("---\n[stаndard]: ST0001@1.0\n---\n(K1, K2)\n", "KSB1002")]
    [InlineData("---\nstandard: ST0001@1.0\ncoverage: [full]\n---\n(K1-K3, S1, S3, B1)\n", "KSB3002")]
    public void Says_precisely_what_is_wrong(string marked, string id)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var isMarked = marked.Contains(']', StringComparison.Ordinal);
        var end = isMarked ? marked.IndexOf(']', StringComparison.Ordinal) - 1 : start;
        var text = isMarked ? marked.Remove(end + 1, 1).Remove(start, 1) : marked.Remove(start, 1);

        var finding = MappingDocument.Read("a.mapping.md", text).Check(Known).First(f => f.Id == id);

        Assert.Equal((start, end), (finding.Location!.Span.Start, finding.Location.Span.End));
        Assert.Equal([id], MappingDocument.Read("a.mapping.md", text).Check(Known).Select(f => f.Id).Where(f => f != "KSB2007" || marked[0] != '[').Append(id).Distinct());
    }

    [Theory]
    [InlineData("**КSBs:** K9\n", "KSBs")]
    [InlineData("| Module | Кnowledge |\n|-|-|\n| A | K9 |\n", "Knowledge")]
    public void A_word_with_look_alikes_is_told_and_read_as_it_is_meant(string body, string meant)
    {
        var findings = MappingDocument.Read("a.mapping.md", Front + body).Check(Known);

        Assert.Equal(["KSB1002", "KSB3001"], findings.Select(f => f.Id).Order());
        var told = findings.Single(f => f.Id == "KSB1002");
        Assert.Equal(meant, told.Suggestion);
        Assert.Equal($"'К{meant[1..]}' holds the look-alike 'К' (U+041A) and is read as '{meant}'; write it in plain letters", told.Message);
    }

    [Fact]
    public void Each_mark_of_a_conflict_is_told_and_the_rest_is_not_judged()
    {
        var document = MappingDocument.Read("a.mapping.md", "---\nstandard: ST0001@1.0\ncoverage: full\n---\n<<<<<<< HEAD\nKSBs: S1\n=======\nKSBs: S2\n>>>>>>> x\n");
        Assert.False(document.IsWhole);
        Assert.Equal(["(5,1)", "(9,1)"], document.Check(Known).Select(f => $"({f.Location!.Start})"));
        Assert.All(document.Check(Known), f => Assert.Equal("The file holds a merge conflict: two branches changed the same lines differently; keep what is right, and take git's marks out", f.Message));
    }

    [Theory]
    [InlineData("Imaging\n=======\n(K1, K2)\n")]
    [InlineData("(K1, K2)\n```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```\n")]
    [InlineData("(K1, K2)\n\n<!--\n<<<<<<< HEAD\n>>>>>>> x\n-->\n")]
    [InlineData("(K1, K2)\n\n    <<<<<<< HEAD\n    >>>>>>> x\n")]
    [InlineData("(K1, K2)\n>>>>>> a quote of six\n<<<<<<<\n>>>>>>>\n<<<<<< HEAD\nsee <<<<<<< HEAD\n")]
    public void What_is_no_mark_of_a_conflict_is_silent(string text)
    {
        var document = MappingDocument.Read("a.mapping.md", Front + text);
        Assert.True(document.IsWhole);
        Assert.Empty(document.Check(Known));
    }

    [Theory]
    [InlineData("| a | b |\n| x | y |\n")]
    [InlineData("| Module | Hours |\n| Brakes | 3 |\n")]
    [InlineData("| Level | Skills |\n| one | works with others |\n")]
    [InlineData("| Module | KSBs |\n\nWords.\n")]
    [InlineData("Home | Modules | Contact\nA | B | C\n")]
    [InlineData("```\n| a | ksbs |\n| x | K9 |\n```\n")]
    [InlineData("    | a | ksbs |\n    | x | K9 |\n")]
    [InlineData("| Service | S3 | EC2 |\n| used | x | |\n")]
    [InlineData("| Plan |\n| Module | KSBs |\n|-|-|\n| A | K1 |\n")]
    public void Lines_of_bars_that_would_hold_no_references_are_silent(string text)
    {
        var document = MappingDocument.Read("a.mapping.md", Front + text);
        Assert.True(document.IsWhole);
        Assert.Empty(document.Check(Known));
    }

    private static string Shown(MappingItem item) =>
        string.Join(" > ", item.Items.Select(Shown).Prepend($"{item.Id}: {Notation.KsbNotation.Format(item.Codes(Known.All[0]))}"));
}
