using Competency.Documents;
using Competency.Findings;
using FsCheck.Fluent;

namespace Competency.Conformance;

/// <summary>A version that is published anew under its own id: references follow their statements by what the lock says.</summary>
public class LockFollowTests
{
    private static readonly LockConsumer Consumer = LockConsumer.File("a.mapping.json");

    private static readonly OccupationalStandard Old = Standard(Enumerable.Range(1, 9));

    [Fact]
    public void What_was_reviewed_of_the_same_standard_stays()
    {
        var document = Read("S1-S3, S7");

        var result = LockCheck.Follow(document, Locked(document), new StandardCatalogue([Old]), Consumer);

        Assert.Empty(result.Edits);
        Assert.Empty(result.Notes);
        Assert.Equal(Locked(document).Lock!.Find(Consumer)!.Lines, result.Locked);
    }

    [Fact]
    public void All_follow_at_once_and_what_is_gone_is_left_and_noted()
    {
        // 1 is gone, 2 and 3 moved up: S2 goes to S1, and S3 to S2.
        var document = Read("S1, S2-S3, S3");

        var result = LockCheck.Follow(document, Locked(document), new StandardCatalogue([Standard([2, 3, 4])]), Consumer);

        Assert.Equal("S1, S1-S2, S2", Read(result).Places.References.First().Value.Text);
        Assert.Equal("S1 changed meaning: it meant 'word1 word1 word1 word1 word1' when it was reviewed, and means 'word2 word2 word2 word2 word2' in ST0001@1.2; that statement was withdrawn; left as it is", Assert.Single(result.Notes).Message);
        Assert.Equal(["S1", "S2"], result.Locked.Select(l => l.Name));
        Assert.Equal("word1 word1 word1 word1 word1", result.Locked[0].Opening);
    }

    /// <summary>Beside storage S3 is a service.</summary>
    [Fact]
    public void What_would_not_be_read_in_prose_names_its_standard()
    {
        var consumer = LockConsumer.File("a.mapping.md");
        var document = MappingDocument.Read("a.mapping.md", "---\nstandard: ST0001@1.2\n---\nOn AWS (S4, S7), and S4 of S4-S7 lifecycle.\n");
        var @lock = Lock(LockCheck.Update(document, consumer, null, new StandardCatalogue([Old]), accept: false).Lines, consumer);

        var result = LockCheck.Follow(document, @lock, new StandardCatalogue([Standard([1, 2, 4, 5, 6, 7])]), consumer);

        Assert.Equal("---\nstandard: ST0001@1.2\n---\nOn AWS (ST0001:S3, S6), and S4 of ST0001:S3-S6 lifecycle.\n", result.Text);
        Assert.Empty(result.Notes);
    }

    /// <summary>Whatever was published anew: what a document covers is what became of what it covered, and it follows once.</summary>
    [Fact]
    public void What_a_document_covers_is_what_became_of_what_was_reviewed() => Property.Holds(
        from order in Gen.Shuffle(Enumerable.Range(1, 9).ToArray())
        from kept in Gen.Choose(1, 9)
        from codes in Gen.Choose(1, 9).NonEmptyListOf()
        select (order, kept, codes),
        p =>
        {
            var @new = Standard(p.order.Take(p.kept));
            var known = new StandardCatalogue([@new]);
            var document = Read(string.Join(", ", p.codes.Distinct().Select(c => $"S{c}")));

            var result = LockCheck.Follow(document, Locked(document), known, Consumer);

            var after = Read(result);
            var expected = document.Mapping!.Covered(Old).Select(c => @new.FindByFingerprint(Old[c].Fingerprint).FirstOrDefault()?.Code ?? c).Where(@new.Contains).Distinct().Order();
            Assert.Equal(expected, after.Mapping!.Covered(@new));
            Assert.Empty(LockCheck.Follow(after, Lock(result.Locked), known, Consumer).Edits);
        });

    private static OccupationalStandard Standard(IEnumerable<int> words) =>
        new(StandardId.Parse("ST0001@1.2"), "T", words.Select((w, i) => new KsbStatement(KsbCode.Parse($"S{i + 1}"), string.Join(" ", Enumerable.Repeat($"word{w}", 5)))));

    private static LockDocument Locked(MappingDocument document) => Lock(LockCheck.Update(document, Consumer, null, new StandardCatalogue([Old]), accept: false).Lines);

    private static LockDocument Lock(IEnumerable<LockLine> lines, LockConsumer? consumer = null) =>
        LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock([new LockEntry(consumer ?? Consumer, lines)])));

    private static MappingDocument Read(Competency.Versions.MigrationResult result) => MappingDocument.Read("a.mapping.json", result.Text);

    private static MappingDocument Read(string covers) =>
        MappingDocument.Read("a.mapping.json", $$"""{"document": "competency.mapping/1", "standard": "ST0001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "{{covers}}"}]}""");
}
