using System.Diagnostics;
using System.Text;
using Competency.Documents;
using Competency.Findings;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class LockDocumentTests
{
    private const string Line = "0123456789abcdef Mend a puncture.";

    private static readonly string Seed = Text("S1", Line);

    [Fact]
    public void What_is_written_is_read_again_and_written_the_same() => Property.Holds(Locks(), @lock =>
    {
        var text = LockDocument.Write(@lock);
        var document = LockDocument.Read("competency.lock.json", text);

        Assert.Empty(document.Findings);
        Assert.Equal(text, LockDocument.Write(document.Lock!));
        Assert.Equal(@lock.Entries.Select(e => e.Consumer), document.Lock!.Entries.Select(e => e.Consumer));
        Assert.Equal(@lock.Entries.SelectMany(e => e.Lines), document.Lock.Entries.SelectMany(e => e.Lines));
    });

    [Fact]
    public void A_duty_of_a_standard_with_options_says_on_which_it_is_performed()
    {
        Assert.Equal(["{A: Sails; B} Rig.", "{} Rig.", "Rig."], new[] { Optional("A B", "A=Sails B"), Optional("", "A=Sails B"), Optional("", "") }.Select(s => LockLine.Of(s.Duties[0], s).Value.Substring(17)));
    }

    [Theory]
    [InlineData("A", "A=Sails B=Ropes", "A", "A=Sails B=Ropes", null)]
    [InlineData("A", "A=Sails B=Ropes", "A", "A=Flags B=Ropes", null)]
    [InlineData("A", "A=Sails B=Ropes", "C", "C=Sails B=Ropes", null)]
    [InlineData("A B", "A=Sails B=Ropes", "B A", "B=Ropes A=Sails", null)]
    [InlineData("", "A=Sails B=Ropes", "", "", null)]
    [InlineData("", "", "A", "A=Sails", null)]
    [InlineData("A", "A=Sails B=Ropes", "B", "A=Sails B=Ropes", "Duty 1 'Rig.' was performed by those who take 'Sails' when it was reviewed, and is by those who take 'Ropes' in ST0001@1.0")]
    [InlineData("A", "A=Sails B=Ropes", "A B", "A=Sails B=Ropes", "Duty 1 'Rig.' was performed by those who take 'Sails' when it was reviewed, and is by those who take 'Sails' or 'Ropes' in ST0001@1.0")]
    [InlineData("A", "A=Sails B=Ropes", "", "A=Sails B=Ropes", "Duty 1 'Rig.' was performed by those who take 'Sails' when it was reviewed, and is by everyone in ST0001@1.0")]
    [InlineData("", "A=Sails", "A", "A=Sails", "Duty 1 'Rig.' was performed by everyone when it was reviewed, and is by those who take 'Sails' in ST0001@1.0")]
    public void A_duty_that_others_perform_is_reported(string of, string options, string nowOf, string nowOptions, string? message)
    {
        var before = Optional(of, options);
        var written = LockDocument.Write(new KsbLock([new LockEntry(LockConsumer.File("m.mapping.json"), [LockLine.Of(before.Duties[0], before), LockLine.Of(before.Ksbs[0], before)])]));
        var now = new StandardCatalogue([Optional(nowOf, nowOptions)]);
        var mapping = MappingDocument.Read("m.mapping.json", """{"document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [{"id": "a", "covers": "Duty 1"}]}""");

        Assert.Equal(message, LockCheck.Check(mapping, LockDocument.Read("competency.lock.json", written), now).SingleOrDefault()?.Message);

        // A line from before options were recorded says nothing of them.
        var older = System.Text.RegularExpressions.Regex.Replace(written, "\\{[^{}\"]*\\} ", "");
        Assert.Empty(LockCheck.Check(mapping, LockDocument.Read("competency.lock.json", older), now));

        // What is accepted is reported no more; what is brought up to date alone is.
        var entry = LockDocument.Read("competency.lock.json", written).Lock!.Entries[0];
        Assert.Empty(LockCheck.Check(mapping, Relocked(true), now));
        Assert.Equal(message is null ? 0 : 1, LockCheck.Check(mapping, Relocked(false), now).Count);

        LockDocument Relocked(bool accept) =>
            LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock([LockCheck.Update(mapping, entry.Consumer, entry, now, accept)])));
    }

    [Theory]
    [InlineData("Sails", "Sails and flags")]
    [InlineData("A", "A")]
    [InlineData("B", "C")]
    [InlineData("Ropes", "Ropes")]
    [InlineData("Lamps", null)]
    [InlineData("Nowhere", null)]
    public void The_option_of_a_document_follows_a_version_that_was_published_anew(string option, string? now)
    {
        var (before, after) = (Optional("A B D", "A=Sails B=Ropes D=Lamps"), Optional("A C", "A=Sails_and_flags C=Ropes"));
        var consumer = LockConsumer.File("m.mapping.json");
        var written = LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock([new LockEntry(consumer, [LockLine.Of(before.Duties[0], before), LockLine.Of(before.Ksbs[0], before)])])));
        string Mapping(string name) => $$"""{"document": "competency.mapping/1", "standard": "ST0001@1.0", "option":  "{{name}}", "kind": "evidence", "items": [{"id": "a", "covers": "Duty 1"}]}""";

        var json = LockCheck.Follow(MappingDocument.Read("m.mapping.json", Mapping(option)), written, new StandardCatalogue([after]), consumer);
        Assert.Equal(Mapping(now ?? option), json.Text);
        Assert.Equal(now is null ? 1 : 0, json.Notes.Count(n => n.IsLeft && n.Message == $"The option '{option}' is not in ST0001@1.0; left as it is"));

        string Page(string name) => $"---\ncompetency: evidence\nstandard: ST0001@1.0\noption: {name}\n---\n\nKSBs: Duty 1\n";
        Assert.Equal(Page(now ?? option), LockCheck.Follow(MappingDocument.Read("m.md", Page(option)), written, new StandardCatalogue([after]), consumer).Text);
    }

    private static OccupationalStandard Optional(string of, string options)
    {
        var all = string.Join(", ", options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=')).Select(o => o.Length == 1 ? $$"""{"id": "{{o[0]}}"}""" : $$"""{"id": "{{o[0]}}", "title": "{{o[1].Replace('_', ' ')}}"}"""));
        var own = string.Join(", ", of.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(o => $"\"{o}\""));
        return StandardDocument.Read("a.standard.json", $$"""
            {"document": "competency.standard/1", "reference": "ST0001", "version": "1.0", "title": "Rigger", "options": [{{all}}],
             "duties": [{"number": 1, "text": "Rig.", "ksbs": "S1", "options": [{{own}}]}], "ksbs": [{"code": "S1", "text": "Tie knots."}]}
            """).Standard!;
    }

    [Fact]
    public void Is_one_line_a_code_sorted_as_codes_are()
    {
        var lines = new[] { "Duty 10", "S10", "Duty 2", "K2", "S9", "B1" }.Select(n => new LockLine(StandardId.Parse("ST0001@1.0"), n, "0123456789abcdef", "Words."));
        var text = LockDocument.Write(new KsbLock([new LockEntry(LockConsumer.Type("A, B"), []), new LockEntry(LockConsumer.File("b\\c.mapping.json"), lines)]));

        Assert.Equal(
            """
            {
              "document": "competency.lock/1",
              "files": {
                "b/c.mapping.json": {
                  "ST0001@1.0": {
                    "K2": "0123456789abcdef Words.",
                    "S9": "0123456789abcdef Words.",
                    "S10": "0123456789abcdef Words.",
                    "B1": "0123456789abcdef Words.",
                    "Duty 2": "0123456789abcdef Words.",
                    "Duty 10": "0123456789abcdef Words."
                  }
                }
              },
              "types": {
                "A, B": {}
              }
            }

            """,
            text);
    }

    [Fact]
    public void No_bytes_make_the_reader_throw_and_none_that_are_damaged_make_a_lock() => Property.Holds(
        from cuts in Gen.Choose(0, 400).Zip(Gen.Choose(0, 255)).ListOf(6)
        select Broken(cuts),
        bytes =>
        {
            foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode })
            {
                var text = encoding.GetString(bytes);
                var document = LockDocument.Read("a", text);
                Assert.All(document.Findings, f => Assert.InRange(f.Location!.Span.End, 0, text.Length));
                Assert.True(document.Lock is not null || document.Findings.Count > 0);
            }
        },
        times: 1500);

    [Theory]
    [InlineData("", "(1,1)")]
    [InlineData("""{ "document": "competency.lock/2" }""", "(1,15)")]
    [InlineData("""{ "document": "competency.lock/1", "files": [] }""", "(1,45)")]
    [InlineData("""{ "document": "competency.lock/1", "files": { "a": 1 } }""", "(1,52)")]
    [InlineData("""{ "document": "competency.lock/1", "files": { "a": { "ST0001": {} } } }""", "(1,54)")]
    [InlineData("""{ "document": "competency.lock/1", "files": { "a": { "ST0001@1.0": { "S01": "0123456789abcdef x" } } } }""", "(1,70)")]
    [InlineData("""{ "document": "competency.lock/1", "files": { "a": { "ST0001@1.0": { "Duty 0": "0123456789abcdef x" } } } }""", "(1,70)")]
    [InlineData("""{ "document": "competency.lock/1", "files": { "a": { "ST0001@1.0": { "S1": "0123456789abcdeg x" } } } }""", "(1,76)")]
    [InlineData("""{ "document": "competency.lock/1", "files": { "a": { "ST0001@1.0": { "S1": "0123456789abcdef x", "S1": "0123456789abcdef y" } } } }""", "(1,98)")]
    public void What_is_damaged_is_told_with_its_place_and_is_no_lock(string text, string place)
    {
        var document = LockDocument.Read("competency.lock.json", text);

        Assert.Null(document.Lock);
        Assert.StartsWith($"competency.lock.json{place}: error KSB2007: ", document.Findings[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b.mapping.json", "competency.lock.json", "a/b.mapping.json")]
    [InlineData("/x/a/b.mapping.json", "/x/competency.lock.json", "a/b.mapping.json")]
    [InlineData("/x/../y/a.mapping.json", "/x/competency.lock.json", "../y/a.mapping.json")]
    [InlineData("./a//b.mapping.json", "./competency.lock.json", "a/b.mapping.json")]
    [InlineData("C:\\x\\a\\b.mapping.json", "C:\\x\\competency.lock.json", "a/b.mapping.json")]
    [InlineData("x/b.mapping.json", "x/y/competency.lock.json", "../b.mapping.json")]
    public void A_file_is_named_from_the_locks_folder(string path, string lockPath, string name) => Assert.Equal(name, LockConsumer.File(path, lockPath).Name);

    [Fact]
    public void What_was_reviewed_for_another_version_counts_where_this_one_was_not()
    {
        LockLine[] lines = [.. new[] { "1.0", "1.1", "1.4" }.Select(v => new LockLine(StandardId.Parse("ST0001@" + v), "S1", "0123456789abcdef", v))];
        var entry = new LockEntry(LockConsumer.File("a"), lines);

        Assert.Equal(["1.0", "1.0", "1.1", "1.1", "1.4", "1.4"], new[] { "0.9", "1.0", "1.1", "1.3", "1.4", "2.0" }.Select(v => entry.Find(StandardId.Parse("ST0001@" + v), "S1")!.Opening));
        Assert.Null(entry.Find(StandardId.Parse("ST0002@1.0"), "S1"));
        Assert.Null(entry.Find(StandardId.Parse("ST0001@1.0"), "S2"));
    }

    /// <summary>Two branches that reviewed one code differently conflict; two that reviewed codes apart from one another do not.</summary>
    [Fact]
    public void Git_merges_reviews_of_different_codes_and_conflicts_on_the_same_code()
    {
        var ancestor = Text("K1", Line, "K5", Line, "K9", Line);
        var ours = Text("K1", "1111111111111111 Ours.", "K5", Line, "K9", Line);
        var apart = Text("K1", Line, "K5", Line, "K9", "2222222222222222 Theirs.");
        var same = Text("K1", "3333333333333333 Theirs.", "K5", Line, "K9", Line);

        var (merged, isClean) = Merge(ours, ancestor, apart);
        Assert.True(isClean);
        Assert.Equal(Text("K1", "1111111111111111 Ours.", "K5", Line, "K9", "2222222222222222 Theirs."), merged);

        (merged, isClean) = Merge(ours, ancestor, same);
        Assert.False(isClean);
        var document = LockDocument.Read("competency.lock.json", merged);
        Assert.Null(document.Lock);
        Assert.Equal(
            "competency.lock.json(6,1): error KSB2007: The lock holds a merge conflict: two branches reviewed the same code differently; keep the line of the review that is right",
            Assert.Single(document.Findings).ToString());
    }

    private static (string Text, bool IsClean) Merge(string ours, string ancestor, string theirs)
    {
        var folder = Directory.CreateTempSubdirectory("competency-merge-");
        try
        {
            foreach (var (name, text) in new[] { ("ours", ours), ("ancestor", ancestor), ("theirs", theirs) })
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            using var git = Start(folder.FullName);
            Assert.SkipWhen(git is null, "needs git");
            var merged = git!.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return (merged, git.ExitCode == 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process? Start(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("git", ["merge-file", "-p", "ours", "ancestor", "theirs"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Text(params string[] namesAndValues) => LockDocument.Write(new KsbLock([new LockEntry(
        LockConsumer.File("a.mapping.json"),
        namesAndValues.Chunk(2).Select(p => new LockLine(StandardId.Parse("ST0001@1.0"), p[0], p[1][..16], p[1][17..])))]));

    private static FsCheck.Gen<KsbLock> Locks() =>
        from entries in (
            from isType in Gen.Choose(0, 1)
            from name in Gen.Elements("A.B+C, D", "x/y z.mapping.json", "ü \"q\"\t", "")
            from lines in Lines()
            select new LockEntry(isType == 1 ? LockConsumer.Type(name) : LockConsumer.File(name), lines)).ListOf()
        select new KsbLock(entries);

    private static FsCheck.Gen<LockLine[]> Lines() =>
        (from name in Gen.Elements("K1", "S12", "TK3", "ESB4", "Duty 4", "Duty 255")
         from version in Gen.Elements("1.0", "1.10", "2.0")
         from opening in Gen.Elements("", "Words.", "Some \"quoted\" \\ words\u00A0…", "A tab\tand a line\nend", "😀 \u200B x", "Long …", "[withdrawn]", "[withdrawn] words", "[] words", "[shared] words")
         from isWithdrawn in Gen.Elements(false, true)
         from print in Gen.Elements("0123456789abcdef", "ffffffffffffffff")
         select new LockLine(StandardId.Parse("ST0001@" + version), name, print, opening) { IsWithdrawn = isWithdrawn }).ListOf().Select(l => l.ToArray());

    private static byte[] Broken(IEnumerable<(int, int)> changes)
    {
        var bytes = Encoding.UTF8.GetBytes(Seed).ToList();
        foreach (var (at, value) in changes)
        {
            var index = at % bytes.Count;
            if (value % 2 == 0)
            {
                bytes[index] = (byte)value;
            }
            else
            {
                bytes.RemoveRange(index, Math.Min(1 + (value % 9), bytes.Count - index - 1));
            }
        }

        return [.. bytes];
    }
}
