using Competency.Documents;
using Competency.Findings;

namespace Competency.Conformance;

/// <summary>What a standard's document holds and nobody could read is told there, and nowhere else is it called unknown.</summary>
public class UnreadPartsTests
{
    private const string Front = "# standard: ST0001@1.0\n";

    private static readonly StandardDocument Partly = StandardDocument.Read("a.standard.json", """
        { "document": "competency.standard/1", "reference": "ST0001", "version": "1.0", "title": "Mini",
          "duties": [ { "number": 1, "text": "x", "ksbs": "K1-K3" }, { "number": 2, "text": "", "ksbs": "S1" } ],
          "ksbs": [ { "code": "K1", "text": "x" }, { "code": "K2", "text": "y" }, { "code": "K3", "text": " " }, { "code": "S1" }, { "code": "S2", "text": "z" } ] }
        """);

    private static readonly StandardCatalogue Known = new([Partly.Standard!]);

    [Fact]
    public void The_standard_itself_says_what_it_lacks() =>
        Assert.Equal(["'text' must not be empty", "'text' must not be empty", "The property 'text' is missing"], Partly.Findings.Where(f => f.Id == "KSB2007").Select(f => f.Message));

    [Theory]
    [InlineData("a.mapping.csv", Front + "id,ksbs,duties\nM1,\"K3, S1-S2\",2\n")]
    [InlineData("a.mapping.csv", Front + "# demand: every duty; every KSB; at least 4 KSBs\nid,K1-K3,S1\nM1,x,x\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\n---\nKSBs: K3, S1 · Duties: D2\n")]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "programme", "items": [ { "id": "E1", "covers": ["K3", "ST0001:S1", "Duty 2"] } ] }""")]
    public void What_names_it_is_silent(string path, string text) => Assert.Empty(MappingDocument.Read(path, text).Check(Known));

    [Theory]
    [InlineData("K4", "K4 is not in ST0001@1.0 (Mini), which has K1-K3; did you mean K3?")]
    [InlineData("K1-K4", "K4 is not in ST0001@1.0 (Mini), which has K1-K3; did you mean K3?")]
    [InlineData("Duty 3", "Duty 3 is not in ST0001@1.0 (Mini), which has 1 duty, up to Duty 1")]
    public void What_is_truly_unknown_is_told(string written, string message) =>
        Assert.Equal([message], MappingDocument.Read("a.mapping.csv", $"{Front}id,ksbs\nM1,{written}\n").Check(Known).Select(f => f.Message));

    [Fact]
    public void A_code_that_may_be_the_unreadable_one_is_not_judged()
    {
        var standard = StandardDocument.Read("a.standard.json", """
            { "document": "competency.standard/1", "reference": "ST0001", "version": "1.0", "title": "Mini", "ksbs": [ { "code": "K1", "text": "x" }, { "code": "К2", "text": "y" } ] }
            """);

        Assert.Contains(standard.Findings, f => f.Id == "KSB2007");
        Assert.Empty(MappingDocument.Read("a.mapping.csv", $"{Front}id,ksbs\nM1,K2\n").Check(new StandardCatalogue([standard.Standard!])));
    }

    [Fact]
    public void Who_would_lose_it_is_told_so() => Assert.Equal(
        ["K3 is not among the statements of ST0001@1.0 (Mini) that could be read; mend its document first"],
        ReferenceCheck.Check(Notation.KsbNotation.Parse("K1, K3"), [Partly.Standard!], Known).Select(p => p.Message));

    [Fact]
    public void A_lock_does_not_call_it_withdrawn()
    {
        var whole = StandardDocument.Read("a.standard.json", Partly.Source.Text.Replace("\"text\": \" \"", "\"text\": \"w\"", StringComparison.Ordinal)).Standard!;
        var mapping = MappingDocument.Read("a.mapping.csv", $"{Front}id,ksbs\nM1,\"K3, Duty 1\"\n");
        var consumer = LockConsumer.File("a.mapping.csv", "competency.lock.json");
        var text = LockDocument.Write(new KsbLock([LockCheck.Update(mapping, consumer, null, new StandardCatalogue([whole]), accept: false)]));
        var locked = LockDocument.Read("competency.lock.json", text);

        Assert.NotEmpty(locked.Lock!.Find(consumer)!.Lines);
        Assert.Empty(LockCheck.Check(mapping, locked, Known, consumer));
    }
}
