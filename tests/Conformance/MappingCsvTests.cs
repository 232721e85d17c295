using Competency.Documents;
using Competency.Text;

namespace Competency.Conformance;

public class MappingCsvTests
{
    private static readonly StandardCatalogue Known = new(
    [
        new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "Mini", new[] { "K1", "K2", "K3", "S1", "S2", "B1" }.Select(c => new KsbStatement(KsbCode.Parse(c), c)))
        {
            Duties = [new OccupationDuty(1, "x", [KsbCode.Parse("K1"), KsbCode.Parse("S1")]), new OccupationDuty(2, "y", [KsbCode.Parse("K3")])],
        },
    ]);

    [Theory]
    [InlineData("# standard: ST0001@1.0\nid,title,ksbs\nM1,Imaging,\"K1-K3, S1\"\nM2,Care,B1\n", "M1: K1-K3, S1|M2: B1")]
    [InlineData("\uFEFF# standard: ST0001@1.0\r\n# kind: programme\r\n# coverage: partial\r\nid;title;covers\r\nM1;a, b;K1, S2\r\n\r\n", "M1: K1, S2")]
    [InlineData("#standard:ST0001@1.0\t\t\nref\tKSBs\nM1\tK1 K2\n", "M1: K1, K2")]
    [InlineData("sep=;\n\"# standard: ST0001@1.0\";;\nid;ksbs\nM1;K1,S1\n", "M1: K1, S1")]
    [InlineData("Standard,Module,Knowledge,Skills,Behaviours,Duties\nST0001@1.0,A,K1,S1,B1,\nST0001@1.0,A,K2,,,\"D2, 1\"\n", "A: K1, S1, B1|A: K1-K3, S1")]
    [InlineData("# standard: ST0001@1.0\nUnit,K1,K2 (Brakes),K3: Gears,S1,Notes\nU1,x,,✓,no,anything K99\nU2,0,YES,-,K3,\n", "U1: K1, K3|U2: K2", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nUnit,Duty 1,B1\nU1,X,\nU2,,1\n", "U1: K1, S1|U2: B1")]
    [InlineData("# standard: ST0001@1.0\nUnit,\"K1, S1\",K2-K3,K9 and me\nU1,x,,no idea\nU2,,x,\n", "U1: K1, S1|U2: K2, K3")]
    [InlineData("# standard: ST0001@1.0\nUnit,\"K1: Gears, see K2\"\nU1,x\n", "U1: K1, K2", "KSB1002", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nksbs\n\"K1\nK2\"\nS1\n", "row 1: K1, K2|row 2: S1")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,-\nM2,n/a\nM3,–\nM4,K1\n", "M1: |M2: |M3: |M4: K1")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,K1,,\n", "M1: K1")]
    [InlineData("# standard: ST0001@1.0\n,K1,S1,\nBrakes,x,,\nGears,,x,\n", "Brakes: K1|Gears: S1")]
    [InlineData("# standard: ST0001@1.0\nid,Skills,Knowledge,ksbs\nM1,SI units and so on,Кола и тормоза 2,K1\n", "M1: K1")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\n", "")]
    [InlineData("\uFEFF# standard: ST0001@1.0\nid;\"ks\nbs\";;;\n\"M\n1\";\"K1\nK2\";;;\n", "M\n1: K1, K2")]
    [InlineData("# standard: ST0001@1.0\nModule,Unit,ksbs,KSBs,title,title\nA,a,K1,K2,t,\n", "A: K1, K2")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1, \"K1, \"\"K2\"\"\"\nM2,\n", "M1: K1, K2|M2: ", "KSB1002", "KSB1002")]
    public void Reads_what_people_keep(string text, string expected, params string[] findings)
    {
        var document = MappingDocument.Read("a.mapping.csv", text);

        Assert.Equal(findings, document.Check(Known).Select(f => f.Id));
        Assert.Equal(expected, string.Join('|', document.Mapping!.Items.Select(i => $"{i.Id}: {Notation.KsbNotation.Format(i.Codes(Known.All[0]))}")));
    }

    [Fact]
    public void A_row_has_hours_method_and_due_date()
    {
        var document = MappingDocument.Read("a.mapping.csv", "# standard: ST0001@1.0\n# title: The year, in units\nid,title,ksbs,Off-the-job hours,method,due date\nM1,Imaging,K1,7.5,workshop,2026-03-01\n");

        var item = Assert.Single(document.Mapping!.Items);
        Assert.Equal("The year, in units", document.Mapping.Title);
        Assert.Equal(("Imaging", 7.5m, "workshop", "2026-03-01"), (item.Title, item.Hours, item.Method, IsoDate.Format(item.Due!.Value)));
        Assert.Empty(document.Check(Known));
    }

    /// <summary>Each text with the place that is wrong in brackets: whatever the quotes, the span is that of the characters in the file.</summary>
    [Theory]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,\"K1, [K7]\"\n", "KSB3001")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,\"K1 (\"\"why\"\"), [S9]\"\n", "KSB3001")]
    [InlineData("# standard: ST0001@1.0\nid;ksbs\r\nM1;K1, [К2]\r\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs,skills\nM1,K1,[K1]\n", "KSB1003")]
    [InlineData("# standard: ST0001@1.0\nid,K1,[K7]\nM1,x,\n", "KSB3001")]
    [InlineData("# standard: ST0001@1.0\nid,[К1],K2\nM1,x,\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,K1,[K1]\nM1,x,\n", "KSB1003")]
    [InlineData("# standard: ST0001@1.0\nid,K1,[K8-K9]\nM1,x,x\nM2,x,?\n", "KSB3001", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,K1,[K8-K9]\nM1,x,\n", "KSB3001")]
    [InlineData("# standard: ST0001@1.0\nid,K1,[K8-K9]\nM1,x,K8\n", "KSB3001", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,K1,K2-K3\nM1,x,[?]\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,K1,\"S1, [S9]\"\nM1,x,\n", "KSB3001")]
    [InlineData("# standard: ST0001@1.0\nid,K1,[K9-K3]\nM1,x,x\n", "KSB1004")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs,\nM1,K1,[K9]\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,, ksbs\nM1,[words],K1\nM2, ,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,Knowledge,ksbs\nM1,[К2],K1\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,Knowledge,ksbs\nM1,[K02],K1\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,Duties,ksbs\nM1,[１],K1\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,[К8]-К9,K1\nM1,x,x\n", "KSB1002", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,K1-[К3]\nM1,x\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,K1\nM1,[maybe]\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,K1\nM1,[х]\n", "KSB1002")]
    [InlineData("# standard: [ST0001@1.7]\nid,ksbs\nM1,K1\n", "KSB3004")]
    [InlineData("# standard: [ST0001]\nid,ksbs\nM1,K1\n", "KSB2007")]
    [InlineData("[# standard ST0001@1.0\nid,ksbs\nM1,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\n# [covrage]: full\nid,ksbs\nM1,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\n# kind: [program]\nid,ksbs\nM1,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,[kbss]\nM1,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,[\"]K1\nM2,K2\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,\"K1\nM2,\"[K2\"]\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,K1,[K2],S1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,title,ksbs\nM1,[K1]\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\nM1,K1\n[M1],K2\n", "KSB3005")]
    [InlineData("# standard: ST0001@1.0\nKSB,[Module 1],Module 2\nK1,x,\nK2,,x\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs,hours\nM1,K1,[two]\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs,due\nM1,K1,[01/03/2026]\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\n,[K1]\n", "KSB2007")]
    [InlineData("standard,id,ksbs\nST0001@1.0,a,K1\n[ST0002@1.0],b,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,[КSBs]\nM1,K1\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,ksbs,[КSB]\nM1,K1,K9\n", "KSB1002", "KSB3001")]
    [InlineData("# standard: ST0001@1.0\n[іd],ksbs\nM1,K1\nM1,K2\n", "KSB1002", "KSB3005")]
    [InlineData("[stаndard],id,ksbs\nST0001@1.0,a,K1\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\n# [кind]: programme\n# coverage: partial\nid,ksbs\nM1,K1\n", "KSB1002")]
    [InlineData("# standard: ST0001@1.0\nid,hours,[Hours],ksbs\nM1,2,3,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\nid,[ID],ksbs\nM1,M2,K1\n", "KSB2007")]
    [InlineData("# standard: ST0001@1.0\n# coverage: [full]\nid,ksbs\na,\"K1, K2\"\n", "KSB3002")]
    public void Says_precisely_what_is_wrong(string marked, params string[] ids)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.Contains(']', StringComparison.Ordinal) ? marked.IndexOf(']', StringComparison.Ordinal) - 1 : start;
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var findings = MappingDocument.Read("a.mapping.csv", text).Check(Known);

        Assert.Equal(ids.Order(), findings.Select(f => f.Id).Order());
        Assert.Contains(findings, f => f.Id == ids[0] && (f.Location!.Span.Start, f.Location.Span.End) == (start, end));
    }

    [Theory]
    [InlineData("# standard: ST0001@1.0\nid,ksbs\n[<<<<<<<] HEAD\na,K1\n=======\na,S1\n[>>>>>>>] theirs\n,K1\n")]
    [InlineData("[<<<<<<<] HEAD\n# standard: ST0001@1.0\n=======\n# standard: ST0001@1.1\n[>>>>>>>] theirs\nid,ksbs\na,K1\n")]
    public void Each_mark_of_a_conflict_is_told_and_the_rest_is_not_judged(string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var document = MappingDocument.Read("a.mapping.csv", text);
        Assert.False(document.IsWhole);
        Assert.All(document.Check(Known), f => Assert.Contains("merge conflict", f.Message, StringComparison.Ordinal));
        Assert.Equal([text.IndexOf("<<<<<<<", StringComparison.Ordinal), text.IndexOf(">>>>>>>", StringComparison.Ordinal)], document.Check(Known).Select(f => f.Location!.Span.Start));
    }

    [Fact]
    public void A_damaged_file_is_not_judged_by_what_it_lacks() => Assert.Equal(
        ["KSB2007"],
        MappingDocument.Read("a.mapping.csv", "# standard: ST0001@1.0\n# kind: programme\nid,ksbs\nM1,\"K1\n").Check(Known).Select(f => f.Id));
}
