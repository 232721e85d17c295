using System.Text.Json;
using Competency.Documents;
using Competency.Findings;
using Competency.Versions;

namespace Competency.Core.Tests.Standards;

/// <summary>Three published versions of one standard, of which the third took one skill away and renumbered the rest.</summary>
public class PublishedVersionsTests
{
    [Fact]
    public void ST0499_from_1_2_to_1_3_withdrew_S9_and_renumbered_what_stood_behind_it()
    {
        var diff = StandardDiff.Between(Version("1.2"), Version("1.3"));

        Assert.Equal("S9", Assert.Single(diff.Ksbs, k => k.Kind == ChangeKind.Withdrawn).Old!.Code.ToString());
        Assert.Equal(
            Enumerable.Range(10, 17).Select(n => $"S{n} → S{n - 1} renumbered"),
            diff.Ksbs.Where(k => k.Kind == ChangeKind.Renumbered).Select(k => k.ToString()));
        Assert.Equal((47, 0, 0), (diff.Count(ChangeKind.Carried), diff.Count(ChangeKind.Reworded), diff.Count(ChangeKind.New)));
        Assert.False(diff.IsRewrite || diff.IsEquivalent);
        Assert.Equal("ST0499@1.2 → ST0499@1.3: 47 carried, 17 renumbered, 0 reworded, 0 new, 1 withdrawn", diff.Summary);
    }

    [Fact]
    public void ST0499_from_1_1_to_1_2_is_a_rewrite()
    {
        var diff = StandardDiff.Between(Version("1.1"), Version("1.2"));

        Assert.True(diff.IsRewrite);
        Assert.Contains("a rewrite", diff.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_of_every_skill_moves_from_1_2_to_1_3_in_one_pass_and_S9_is_left()
    {
        var (old, @new) = (Version("1.2"), Version("1.3"));
        var codes = old.Ksbs.Select(k => k.Code).Order().ToArray();
        var document = Mapping(old.Id, codes.Select(c => c.ToString()));

        var result = new Migration(StandardDiff.Between(old, @new)).Of(document);

        var written = Read(result.Text).AllItems.Select(i => i.Covers[0]).ToArray();
        Assert.Equal(codes.Select(c => c.Kind == KsbKind.Skill && c.Number >= 10 ? $"S{c.Number - 1}" : c.ToString()), written);
        Assert.Equal((17, 1, "S9"), (result.References, result.Notes.Count, result.Notes[0].Message[..2]));
        Assert.Contains("has no successor in ST0499@1.3; left as it is; S9 'Remove, repair and replace ", result.Notes[0].Message, StringComparison.Ordinal);
        Assert.Equal(@new.Id, Read(result.Text).Standard);

        static KsbMapping Read(string text) => MappingDocument.Read("a", text).Mapping!;
    }

    [Fact]
    public void A_lock_of_1_2_tells_each_of_the_eighteen_skills_that_mean_something_else_in_1_3()
    {
        var (old, @new) = (Version("1.2"), Version("1.3"));
        var document = Mapping(@new.Id, old.Ksbs.Select(k => k.Code.ToString()));
        var reviewed = LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock([new LockEntry(LockConsumer.File("a.mapping.json"), old.Ksbs.Select(k => LockLine.Of(k, old)))])));

        // With the old version known, and by the lock's own words alone.
        foreach (var known in new[] { new StandardCatalogue([old, @new]), new StandardCatalogue([@new]) })
        {
            var findings = LockCheck.Check(document, reviewed, known);

            Assert.Equal(18, findings.Count);
            Assert.All(findings, f => Assert.Equal(("KSB1006", FindingSeverity.Error), (f.Id, f.Severity)));
            Assert.Equal(Enumerable.Range(9, 18).Select(n => $"S{n}"), findings.Select(f => f.Message.Split(' ')[0]).OrderBy(s => KsbCode.Parse(s)));
            Assert.EndsWith("that statement was withdrawn", findings.Single(f => f.Message.StartsWith("S9 ", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
            Assert.EndsWith("that statement is S11 there", findings.Single(f => f.Message.StartsWith("S12 ", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Published_anew_under_1_2_the_withdrawn_S9_is_an_error_before_references_followed_and_after()
    {
        var old = Version("1.2");
        var known = new StandardCatalogue([new OccupationalStandard(old.Id, "Autocare technician", Version("1.3").Ksbs)]);
        var consumer = LockConsumer.File("a.mapping.json");
        var document = Mapping(old.Id, old.Ksbs.Select(k => k.Code.ToString()));
        var reviewed = Lock(old.Ksbs.Select(k => LockLine.Of(k, old)));

        var result = LockCheck.Follow(document, reviewed, known, consumer);
        var after = LockCheck.Check(MappingDocument.Read("a.mapping.json", result.Text), Lock(result.Locked), known, consumer);

        // The one that was S9 and the one that became it: the lock knows a code of a consumer.
        Assert.Equal((17, 1), (result.References, result.Notes.Count));
        Assert.Equal(2, after.Count);
        Assert.All(after, f => Assert.Equal(("S9", FindingSeverity.Error), (f.Message.Split(' ')[0], f.Severity)));
        Assert.All(after, f => Assert.EndsWith("that statement was withdrawn", f.Message, StringComparison.Ordinal));

        LockDocument Lock(IEnumerable<LockLine> lines) => LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock([new LockEntry(consumer, lines)])));
    }

    [Fact]
    public void Of_the_rewrite_from_1_1_to_1_2_a_migration_leaves_what_has_no_successor_and_lists_every_word_that_changed()
    {
        var (old, @new) = (Version("1.1"), Version("1.2"));
        var diff = StandardDiff.Between(old, @new);

        var result = new Migration(diff).Of(Mapping(old.Id, old.Ksbs.Select(k => k.Code.ToString())));

        Assert.Equal(diff.Count(ChangeKind.Withdrawn), result.Notes.Count(n => n.IsLeft));
        Assert.Equal(diff.Count(ChangeKind.Reworded), result.Notes.Count(n => !n.IsLeft));
    }

    private static MappingDocument Mapping(StandardId standard, IEnumerable<string> covers) => MappingDocument.Read(
        "a.mapping.json",
        MappingDocument.Write(new KsbMapping(standard, MappingKind.Evidence, covers.Select((c, i) => new MappingItem($"e{i}", [c])))));

    private static OccupationalStandard Version(string version)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.SharedFile("corpus", "pages", "ST0499-versions.json")));
        var record = file.RootElement.GetProperty("versions").EnumerateArray().Single(v => v.GetProperty("occupationVersion").GetString() == version);
        var ksbs = record.GetProperty("ksbs").EnumerateArray()
            .Select(k => new KsbStatement(KsbCode.Parse(k.GetProperty("code").GetString()!), k.GetProperty("statement").GetString()!))
            .OrderBy(k => k.Code);
        return new OccupationalStandard(StandardId.Parse("ST0499@" + version), "Autocare technician", ksbs);
    }
}
