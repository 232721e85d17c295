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

    private const string Policy = """{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.2"{0}], "requirement": {"id": "a", "kind": "allOf", "sentence": "A", "requirements": [{"id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "{1}"}, {"id": "f", "kind": "portfolio", "sentence": "F", "ksbs": ["S4", "{2}"]}]}}""";

    private const string Plan = """{"document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.2"{0}], "approach": "endPoint", "methods": [{"id": "m", "ksbs": "{1}"}, {"id": "n", "ksbs": ["S4", "{2}"]}]}""";

    [Theory]
    [InlineData("a.policy.json", Policy)]
    [InlineData("a.plan.json", Plan)]
    public void Policies_and_plans_are_locked_and_follow_as_mappings_do(string path, string text)
    {
        string With(string more, string first, string second) => text.Replace("{0}", more, StringComparison.Ordinal).Replace("{1}", first, StringComparison.Ordinal).Replace("{2}", second, StringComparison.Ordinal);
        var (consumer, document) = (LockConsumer.File(path), DocumentReferences.Read(path, With("", "S2-S3", "S1")));
        var lines = LockCheck.Update(document, consumer, null, new StandardCatalogue([Old]), accept: false).Lines;
        Assert.Equal(["S1", "S2", "S3", "S4"], lines.Select(l => l.Name));
        Assert.Empty(LockCheck.Check(document, Lock(lines, consumer), new StandardCatalogue([Old]), consumer));

        var known = new StandardCatalogue([Standard([2, 3, 4])]);
        Assert.Equal(3, LockCheck.Check(document, Lock(lines, consumer), known, consumer).Count);
        var result = LockCheck.Follow(document, Lock(lines, consumer), known, consumer);
        Assert.Equal(With("", "S1-S2", "S1").Replace("\"S4\"", "\"S3\"", StringComparison.Ordinal), result.Text);
        Assert.Contains("that statement was withdrawn; left as it is", Assert.Single(result.Notes).Message, StringComparison.Ordinal);

        // A second version beside the first: what moved there is told, and which of the two a code stands for is a person's to say.
        var two = new StandardCatalogue([Old, new OccupationalStandard(StandardId.Parse("ST0001@1.3"), "T", Standard([2, 3, 4]).Ksbs)]);
        var both = DocumentReferences.Read(path, With(", \"ST0001@1.3\"", "S2-S3", "S1"));
        var told = LockCheck.Check(both, Lock(lines, consumer), two, consumer);
        Assert.Equal(3, told.Count);
        Assert.All(told, f => Assert.Null(f.Remedy!.Follow));
        var accepted = LockCheck.Check(both, Lock(LockCheck.Update(both, consumer, new LockEntry(consumer, lines), two, accept: true).Lines, consumer), two, consumer);
        Assert.All(accepted, f => Assert.StartsWith("S4 changed meaning", f.Message, StringComparison.Ordinal));

        // What was reviewed of a version that is not known stays, and half a document is not followed.
        Assert.Equal(lines, LockCheck.Update(both, consumer, new LockEntry(consumer, lines), new StandardCatalogue([Old]), accept: true).Lines);
        Assert.Throws<ArgumentException>(() => LockCheck.Follow(DocumentReferences.Read(path, With("", "S2-S3", "S1")[..^8]), Lock(lines, consumer), known, consumer));
    }

    [Theory]
    [InlineData("a.policy.json", """{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.2"], "requirement": {"id": "w", "kind": "when", "sentence": "W", "if": {"id": "o", "kind": "optionIs", "sentence": "O", "option": "{0}"}, "then": {"id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "Duty 1"}}}""")]
    [InlineData("a.plan.json", """{"document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.2"], "approach": "endPoint", "methods": [{"id": "m", "option": "{0}", "ksbs": "Duty 1"}]}""")]
    public void Options_of_policies_and_plans_follow(string path, string text)
    {
        static OccupationalStandard Optional(string id, string title) => new(StandardId.Parse("ST0001@1.2"), "T", [new KsbStatement(KsbCode.Parse("S1"), "Wash.")])
        {
            Options = [new StandardOption(id, title)],
            Duties = [new OccupationDuty(1, "Cut.", [KsbCode.Parse("S1")]) { Options = [id] }],
        };
        var consumer = LockConsumer.File(path);
        var document = DocumentReferences.Read(path, text.Replace("{0}", "Sails", StringComparison.Ordinal));
        var lines = LockCheck.Update(document, consumer, null, new StandardCatalogue([Optional("A", "Sails")]), accept: false).Lines;

        Assert.Equal(text.Replace("{0}", "Canvas", StringComparison.Ordinal), LockCheck.Follow(document, Lock(lines, consumer), new StandardCatalogue([Optional("A", "Canvas")]), consumer).Text);

        // Beside a standard that has the option, one that lacks it takes nothing away.
        var both = DocumentReferences.Read(path, text.Replace("{0}", "Sails", StringComparison.Ordinal).Replace("\"ST0001@1.2\"", "\"ST0001@1.2\", \"ST0001@1.3\"", StringComparison.Ordinal));
        var other = new OccupationalStandard(StandardId.Parse("ST0001@1.3"), "T", Optional("A", "Canvas").Ksbs) { Options = Optional("A", "Canvas").Options };
        Assert.Empty(LockCheck.Follow(both, Lock(lines, consumer), new StandardCatalogue([Optional("A", "Sails"), other]), consumer).Edits);

        Assert.Contains("The option 'Sails' is not in ST0001@1.2; left as it is", LockCheck.Follow(document, Lock(lines, consumer), new StandardCatalogue([Optional("B", "Canvas")]), consumer).Notes.Select(n => n.Message));
    }

    /// <summary>S10 read nearly as S9 did, and came to stand there: following it makes no rewording of what was withdrawn.</summary>
    [Theory]
    [InlineData("S1, S2, S3", "S1, S1, S2")]
    [InlineData("S1-S3", "S1-S2")]
    public void What_was_withdrawn_stays_withdrawn_once_a_like_neighbour_moved_there(string before, string after)
    {
        var old = Reading("Remove, repair and replace brakes of a car and test them.", "Remove, repair and replace tyres of a car and test them.", "Wash.");
        var known = new StandardCatalogue([Reading("Remove, repair and replace tyres of a car and test them.", "Wash.")]);
        var document = Read(before);
        var locked = Lock(LockCheck.Update(document, Consumer, null, new StandardCatalogue([old]), accept: false).Lines);

        var result = LockCheck.Follow(document, locked, known, Consumer);

        Assert.Equal(after, Read(result).Places.References.First().Value.Text);
        var left = LockCheck.Check(Read(result), Lock(result.Locked), known, Consumer);
        Assert.NotEmpty(left);
        Assert.All(left, f => Assert.Equal(FindingSeverity.Error, f.Severity));
        Assert.All(left, f => Assert.Contains("withdrawn", f.Message, StringComparison.Ordinal));

        // It stays so when the lock is brought up to date and when migrate comes again, until a person accepts.
        var again = LockCheck.Follow(Read(result), Lock(result.Locked), known, Consumer);
        Assert.Empty(again.Edits);
        Assert.Equal(result.Locked, again.Locked);
        Assert.Equal(result.Locked, LockCheck.Update(Read(result), Consumer, new LockEntry(Consumer, result.Locked), known, accept: false).Lines);
        Assert.Empty(LockCheck.Check(Read(result), Lock(LockCheck.Update(Read(result), Consumer, new LockEntry(Consumer, result.Locked), known, accept: true).Lines), known, Consumer));

        // Where it comes back, one of the two references means something else still: none follows, and both are told.
        foreach (var back in new[] { old, Reading("Paint.", "Remove, repair and replace tyres of a car and test them.", "Remove, repair and replace brakes of a car and test them.") })
        {
            Assert.All(LockCheck.Check(Read(result), Lock(result.Locked), new StandardCatalogue([back]), Consumer).Take(1), f => Assert.Equal((FindingSeverity.Error, true), (f.Severity, f.Remedy!.Follow is null or "S1, S3")));
            Assert.NotEmpty(LockCheck.Check(Read(result), Lock(result.Locked), new StandardCatalogue([back]), Consumer));
        }
    }

    /// <summary>Nobody came to stand where S1 was withdrawn: when it is published again, that is what the reference means.</summary>
    [Fact]
    public void What_came_back_word_for_word_was_not_withdrawn_for_good()
    {
        var (old, known) = (new StandardCatalogue([Reading("Mend.", "Wash.")]), new StandardCatalogue([Reading("Wash.")]));
        var locked = Lock(LockCheck.Update(Read("S1"), Consumer, null, old, accept: false).Lines);

        var left = LockCheck.Follow(Read("S1"), locked, known, Consumer).Locked;

        Assert.Contains("[withdrawn] Mend.", Assert.Single(left).Value, StringComparison.Ordinal);
        Assert.Empty(LockCheck.Check(Read("S1"), Lock(left), old, Consumer));
        Assert.DoesNotContain("[withdrawn]", Assert.Single(LockCheck.Update(Read("S1"), Consumer, new LockEntry(Consumer, left), old, accept: false).Lines).Value, StringComparison.Ordinal);
    }

    /// <summary>Who uses S1 alone has not locked S2; another consumer has, and two codes were two statements. A code that was reviewed where it stands now proves nothing.</summary>
    [Theory]
    [InlineData("S2", true)]
    [InlineData("S3", false)]
    public void What_another_consumer_reviewed_under_another_code_is_no_rewording(string others, bool isError)
    {
        var severity = isError ? FindingSeverity.Error : FindingSeverity.Warning;
        var old = Reading("Remove, repair and replace brakes of a car and test them.", "Remove, repair and replace tyres of a car and test them.", "Wash.");
        var known = new StandardCatalogue([Reading("Remove, repair and replace tyres of a car and test them.", "Wash.")]);
        var other = LockConsumer.File("b.mapping.json");
        var reviewed = new[] { (Consumer, Read("S1")), (other, Read(others)) }.Select(c => LockCheck.Update(c.Item2, c.Item1, null, new StandardCatalogue([old]), accept: false)).ToArray();
        var locked = LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock(reviewed)));
        Assert.Equal(severity, Assert.Single(LockCheck.Check(Read("S1"), locked, known, Consumer)).Severity);

        // All follow: what that told is gone, and the line of S1 keeps it.
        var followed = new[] { (Consumer, Read("S1")), (other, Read(others)) }.Select(c => new LockEntry(c.Item1, LockCheck.Follow(c.Item2, locked, known, c.Item1).Locked));
        var after = LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock(followed)));

        Assert.Equal(severity, Assert.Single(LockCheck.Check(Read("S1"), after, known, Consumer)).Severity);
    }

    /// <summary>The old version's document need not be kept after a move to another version either.</summary>
    [Fact]
    public void What_has_no_successor_stays_withdrawn_once_the_old_version_is_gone()
    {
        var old = Reading("Remove, repair and replace brakes of a car and test them.", "Remove, repair and replace tyres of a car and test them.");
        var @new = new OccupationalStandard(StandardId.Parse("ST0001@1.3"), "T", Reading("Remove, repair and replace tyres of a car and test them.").Ksbs);
        var document = Read("S1, S2");
        var entry = LockCheck.Update(document, Consumer, null, new StandardCatalogue([old]), accept: false);

        var result = new Competency.Versions.Migration(Competency.Versions.StandardDiff.Between(old, @new)).Of(document);
        var relocked = Competency.Versions.Migration.Relocked(entry, [old.Id], result.Locked);

        foreach (var known in new[] { new StandardCatalogue([old, @new]), new StandardCatalogue([@new]) })
        {
            var finding = LockCheck.Check(Read(result), Lock(relocked.Lines), known, Consumer)[0];
            Assert.Equal((FindingSeverity.Error, true), (finding.Severity, finding.Message.EndsWith("that statement was withdrawn", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_duty_whose_like_neighbour_came_to_stand_there_is_an_error_before_and_after()
    {
        var old = Performing("Inspect the brakes of a car with care.", "Inspect the tyres of a car with care.");
        var known = new StandardCatalogue([Performing("Inspect the tyres of a car with care.")]);
        var document = Read("Duty 1, Duty 2");
        var locked = Lock(LockCheck.Update(document, Consumer, null, new StandardCatalogue([old]), accept: false).Lines);
        Assert.All(LockCheck.Check(document, locked, known, Consumer), f => Assert.Equal(FindingSeverity.Error, f.Severity));

        var result = LockCheck.Follow(document, locked, known, Consumer);

        Assert.Equal("Duty 1, Duty 1", Read(result).Places.References.First().Value.Text);
        var left = LockCheck.Check(Read(result), Lock(result.Locked), known, Consumer);
        Assert.NotEmpty(left);
        Assert.All(left, f => Assert.Equal(FindingSeverity.Error, f.Severity));
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

    /// <summary>Of a range and of a duty the codes alone are written anew; what stands beside them keeps its escapes.</summary>
    [Theory]
    [InlineData(@"S2 \u2013 S3", @"S1 \u2013 S2")]
    [InlineData(@"S2\u20133", @"S1\u20132")]
    [InlineData(@"\u0053\u0032-S3", "S1-S2")]
    [InlineData(@"Duty\u00a02", @"Duty\u00a01")]
    public void What_stands_beside_the_codes_keeps_its_spelling(string before, string after)
    {
        var old = new OccupationalStandard(StandardId.Parse("ST0001@1.2"), "T", Standard([1, 2, 3]).Ksbs) { Duties = [new OccupationDuty(1, "Inspect.", []), new OccupationDuty(2, "Mend.", [])] };
        var @new = new OccupationalStandard(old.Id, "T", Standard([2, 3]).Ksbs) { Duties = [new OccupationDuty(1, "Mend.", [])] };
        var next = new OccupationalStandard(StandardId.Parse("ST0001@1.3"), "T", @new.Ksbs) { Duties = @new.Duties };
        var document = Read(before);
        var locked = Lock(LockCheck.Update(document, Consumer, null, new StandardCatalogue([old]), accept: false).Lines);

        Assert.Equal(document.Source.Text.Replace(before, after, StringComparison.Ordinal), LockCheck.Follow(document, locked, new StandardCatalogue([@new]), Consumer).Text);
        Assert.Equal(
            document.Source.Text.Replace(before, after, StringComparison.Ordinal).Replace("@1.2", "@1.3", StringComparison.Ordinal),
            new Competency.Versions.Migration(Competency.Versions.StandardDiff.Between(old, next)).Of(document).Text);
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

    /// <summary>Two statements of one range change places: the range stays as it is written, and the lock says what its codes mean now.</summary>
    [Fact]
    public void A_range_within_which_all_moved_is_not_written_again()
    {
        var document = Read("S1 – S3");
        var result = LockCheck.Follow(document, Locked(document), new StandardCatalogue([Standard([1, 3, 2])]), Consumer);

        Assert.Empty(result.Edits);
        Assert.Empty(result.Notes);
        Assert.Empty(LockCheck.Check(document, Lock(result.Locked), new StandardCatalogue([Standard([1, 3, 2])]), Consumer));
    }

    /// <summary>One text of references follows alike in a mapping, in a policy and in a plan, with the same words of the lock and the same notes.</summary>
    [Fact]
    public void Every_kind_of_document_follows_alike() => Property.Holds(
        from order in Gen.Shuffle(Enumerable.Range(1, 9).ToArray())
        from kept in Gen.Choose(1, 9)
        from ranges in (from first in Gen.Choose(1, 9) from more in Gen.Choose(0, 3) select $"S{first}{(more == 0 ? "" : $"-S{Math.Min(9, first + more)}")}").NonEmptyListOf()
        select (order, kept, ranges),
        p =>
        {
            var known = new StandardCatalogue([Standard(p.order.Take(p.kept))]);
            var covers = string.Join(", ", p.ranges.Distinct());
            var followed = new[]
            {
                ("a.mapping.json", $$"""{"document": "competency.mapping/1", "standard": "ST0001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "{{covers}}"}]}"""),
                ("a.policy.json", $$"""{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.2"], "requirement": {"id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "{{covers}}" } }"""),
                ("a.plan.json", $$"""{"document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.2"], "approach": "endPoint", "methods": [{"id": "m", "ksbs": "{{covers}}"}]}"""),
            }.Select(d =>
            {
                var document = DocumentReferences.Read(d.Item1, d.Item2);
                var locked = Lock(LockCheck.Update(document, Consumer, null, new StandardCatalogue([Old]), accept: false).Lines);
                var result = LockCheck.Follow(document, locked, known, Consumer);
                return string.Join("\n", [DocumentReferences.Read(d.Item1, result.Text).References.Texts[0].Value.Text, .. result.Locked.Select(l => $"{l.Name} {l.Value}"), .. result.Notes.Select(n => n.Message)]);
            }).ToArray();
            Assert.Equal([followed[0], followed[0]], followed[1..]);
        });

    /// <summary>Statements so much alike that one passes for another one reworded: what was told before references followed is told after, and what was withdrawn as gravely.</summary>
    [Fact]
    public void What_was_told_before_references_followed_is_told_after() => Property.Holds(
        from old in Gen.Shuffle(Enumerable.Range(0, Alike.Length).ToArray()).Select(o => o.Take(7).ToArray())
        from order in Gen.Shuffle(Enumerable.Range(0, Alike.Length).ToArray())
        from edits in (from at in Gen.Choose(0, 8) from what in Gen.Choose(0, 2) select (at, what)).NonEmptyListOf()
        from codes in Gen.Choose(1, 7).NonEmptyListOf()
        select (old, order, edits, codes),
        p =>
        {
            var texts = p.old.Select(i => Alike[i]).ToList();
            var fresh = new Queue<string>(p.order.Select(i => Alike[i]).Where(t => !texts.Contains(t)));
            var old = Reading([.. texts]);
            foreach (var (at, what) in p.edits.Take(4))
            {
                if (what == 0 && texts.Count > 2)
                {
                    texts.RemoveAt(at % texts.Count);
                }
                else if (what == 1 && fresh.Count > 0)
                {
                    texts.Insert(at % texts.Count, fresh.Dequeue());
                }
                else if (what == 2)
                {
                    texts[at % texts.Count] = texts[at % texts.Count].Replace(".", " weekly.", StringComparison.Ordinal);
                }
            }

            var @new = Reading([.. texts]);
            var known = new StandardCatalogue([@new]);
            var codes = p.codes.Distinct().Select(c => $"S{c}").ToArray();
            var document = Read(string.Join(", ", codes));
            var locked = Lock(LockCheck.Update(document, Consumer, null, new StandardCatalogue([old]), accept: false).Lines);
            var before = ByPlace(document, LockCheck.Check(document, locked, known, Consumer));

            var result = LockCheck.Follow(document, locked, known, Consumer);

            var (after, now) = (ByPlace(Read(result), LockCheck.Check(Read(result), Lock(result.Locked), known, Consumer)), Read(result).Places.References.First().Result.References);
            for (var i = 0; i < codes.Length; i++)
            {
                var means = @new.TryGet(now[i].First, out var statement) ? statement.Text : null;
                Assert.True(means == old[KsbCode.Parse(codes[i])].Text || after[i] is not null, $"{codes[i]} is {now[i].First}: {means}");
                if (before[i]?.EndsWith("withdrawn", StringComparison.Ordinal) == true)
                {
                    Assert.StartsWith("Error", after[i], StringComparison.Ordinal);
                }
            }

            // It goes one step, however often it is asked.
            var again = LockCheck.Follow(Read(result), Lock(result.Locked), known, Consumer);
            Assert.Empty(again.Edits);
            Assert.Equal(result.Locked, again.Locked);
        });

    private static readonly string[] Alike = [.. new[] { "brakes", "tyres", "lamps", "seats", "doors", "belts" }.SelectMany(t => new[] { $"Remove, repair and replace {t} of a car and test.", $"Check {t}." })];

    private static string?[] ByPlace(MappingDocument document, IReadOnlyList<Finding> findings)
    {
        var placed = document.Places.References.First();
        return [.. placed.Result.References.Select(r => findings.Where(f => f.Location!.Span.Start == placed.Value.SpanWithin(r.FirstSpan).Start).Select(f => $"{f.Severity} {f.Message}").FirstOrDefault())];
    }

    private static OccupationalStandard Reading(params string[] skills) =>
        new(StandardId.Parse("ST0001@1.2"), "T", skills.Select((s, i) => new KsbStatement(KsbCode.Parse($"S{i + 1}"), s)));

    private static OccupationalStandard Performing(params string[] duties) => new(
        StandardId.Parse("ST0001@1.2"), "T", [new KsbStatement(KsbCode.Parse("S1"), "Wash.")]) { Duties = [.. duties.Select((d, i) => new OccupationDuty(i + 1, d, [KsbCode.Parse("S1")]))] };

    private static OccupationalStandard Standard(IEnumerable<int> words) =>
        new(StandardId.Parse("ST0001@1.2"), "T", words.Select((w, i) => new KsbStatement(KsbCode.Parse($"S{i + 1}"), string.Join(" ", Enumerable.Repeat($"word{w}", 5)))));

    private static LockDocument Locked(MappingDocument document) => Lock(LockCheck.Update(document, Consumer, null, new StandardCatalogue([Old]), accept: false).Lines);

    private static LockDocument Lock(IEnumerable<LockLine> lines, LockConsumer? consumer = null) =>
        LockDocument.Read("competency.lock.json", LockDocument.Write(new KsbLock([new LockEntry(consumer ?? Consumer, lines)])));

    private static MappingDocument Read(Competency.Versions.MigrationResult result) => MappingDocument.Read("a.mapping.json", result.Text);

    private static MappingDocument Read(string covers) =>
        MappingDocument.Read("a.mapping.json", $$"""{"document": "competency.mapping/1", "standard": "ST0001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "{{covers}}"}]}""");
}
