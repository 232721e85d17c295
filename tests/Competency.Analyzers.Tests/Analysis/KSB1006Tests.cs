using Competency.Documents;
using Microsoft.CodeAnalysis;

namespace Competency.Analyzers.Tests.Analysis;

public class KSB1006Tests
{
    private const string Using = "using Competency; using App.Standards;\n";

    [Theory]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K1, {|KSB1006:S1|}, {|KSB1006:K2|}")] class C;""")]
    [InlineData("""[Mini.Covers(Mini.Ksb.K1, Mini.Ksb.{|KSB1006:S1|})] class C;""")]
    [InlineData("""class C { KsbSet A = Mini.Set(Mini.Ksb.{|KSB1006:S1|}, Mini.Ksb.K1); bool B(Mini.Ksb k) => k is Mini.Ksb.{|KSB1006:S1|}; }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select("K3, ST0001:{|KSB1006:S1|}"); }""")]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("{|KSB1006:K1-K3|}")] class C;""")]
    [InlineData("""[ForStandard<Mini>] class C { [CoversKsbs("{|KSB1006:Duty 1|}, Duty 2")] void M() { } }""")]
    [InlineData("""[ForStandard<Mini>] class C { void M() { [CoversKsbs("{|KSB1006:S1|}"), Mini.Covers(Mini.Ksb.{|KSB1006:S1|})] void L() { } L(); } }""")]
    [InlineData("""class C { const string Moved = "S1"; KsbSet A = Mini.Standard.Select({|KSB1006:Moved|}); }""")]
    [InlineData("""class C { KsbSet A = Mini.Standard.Select(nameof(Mini.Ksb.{|KSB1006:S1|})); }""")]
    [InlineData("""[ForStandard<Mini>, CoversKsbs(nameof(Mini.Ksb.{|KSB1006:S1|}) + ", {|KSB1006:K2|}, " + nameof(Mini.Ksb.K1))] class C;""")]
    public Task Fires_where_a_document_was_published_anew_under_its_version(string source) =>
        Verify.All(Using + source, [("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of(("C, App", "K1 K2 K3 S1 S2 B1 Duty1 Duty2")))]);

    /// <summary>In comments of types, members, values of enums and parameters; by every name of the enum; also a member that is there no more, which is no error in a comment.</summary>
    [Theory]
    [InlineData("/// <summary>As <see cref=\"Mini.Ksb.{|KSB1006:S1|}\"/>, <see cref=\"App.Standards.Mini.Ksb.{|KSB1006:S2|}\"/> and <see cref=\"Mini.Ksb.K1\"/>.</summary>\nclass C { }")]
    [InlineData("class C { /// <summary><see cref=\"Mini.Ksb.{|KSB1006:S1|}\"/></summary>\npublic int f = 1, g = 2; /// <param name=\"x\"><see cref=\"Mini.Ksb.{|KSB1006:S2|}\"/></param>\nvoid M(int x) { } }")]
    public Task Fires_in_documentation_comments(string source) => Verify.All(Using + source, [("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of(("C, App", "K1 S1 S2")))]);

    [Fact]
    public async Task Stays_silent_in_comments_that_the_compiler_does_not_read_and_of_names_of_ones_own()
    {
        const string Source = "enum Own { S1 }\nclass C { /// <summary><see cref=\"Own.S1\"/> <see cref=\"S1\"/></summary>\nint S1; /// <see cref=\"Mini.Ksb.S1\"/>\nint f; }";
        (string, string)[] files = [("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of(("C, App", "S1")))];
        var silent = new CompilerRun { Documentation = DocumentationMode.None };
        var told = new CompilerRun();
        silent.Files.AddRange(files);
        told.Files.AddRange(files);

        Assert.DoesNotContain((await silent.Run(Using + Source)).Diagnostics, d => d.Id == "KSB1006");
        Assert.Single((await told.Run(Using + Source)).Diagnostics, d => d.Id == "KSB1006");
    }

    [Fact]
    public Task Fires_in_a_type_that_is_local_to_a_file() => Verify.All(
        Using + """[ForStandard<Mini>, CoversKsbs("{|KSB1006:S1|}, K1")] file class C { class In { KsbSet A = Mini.Set(Mini.Ksb.{|KSB1006:S1|}); } }""",
        [("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of(("C@Test0.cs, App", "S1 K1"), ("C@Test0.cs+In, App", "S1")))]);

    [Fact]
    public Task Fires_where_a_consumer_moved_to_another_version() => Verify.All(
        "using Competency; [ForStandard(\"ST0001@1.1\"), CoversKsbs(\"K1, {|KSB1006:S1|}, {|KSB1006:K2|}\")] class C; [ForStandard(\"ST0001@1.0\"), CoversKsbs(\"K1, S1, K2\")] class D;",
        [
            ("a.standard.json", Mini.Document), ("b.standard.json", Locks.Next.Replace("\"Mini\"", "\"Mini2\"", StringComparison.Ordinal)),
            ("competency.lock.json", Locks.Of(("C, App", "K1 S1 K2"), ("D, App", "K1 S1 K2"))),
        ]);

    [Theory]
    [InlineData("competency.lock.json", "test.mapping.json")]
    [InlineData("/a/b/competency.lock.json", "/a/b/test.mapping.json")]
    public Task Fires_in_a_mapping_at_the_codes_alone(string lockPath, string path) => Verify.All("",
        [
            ("mini.standard.json", Locks.Republished), (lockPath, Locks.Of(("test.mapping.json", "K1 K2 K3 S1 S2"))),
            (path, Locks.Mapping("""["{|KSB1006:K1-K3|}", "{|KSB1006:{|KSB3001:S2|}|} (words)", "ST0001@1.0:{|KSB1006:S1|}"]""")),
        ]);

    [Theory]
    [InlineData("test.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "requirement": { "id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": ["B1", "{|KSB1006:S1|}"] } }""")]
    [InlineData("test.plan.json", """{ "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0"], "approach": "endPoint", "citation": { "title": "T", "issuer": "I", "certainty": "C" }, "methods": [ { "id": "m", "ksbs": ["{|KSB1006:K1-K3|}", "{|KSB1006:S1|}", "B1", "{|KSB1010:B2|}"] } ] }""")]
    public Task Fires_in_a_policy_and_in_a_plan(string path, string text) => Verify.All("",
        [("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of((path, "K1 K2 K3 S1 B1"))), (path, text)]);

    [Theory]
    [InlineData("test.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "requirement": { "id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": ["B1", "K1"] } }""")]
    [InlineData("test.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": { "id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": ["S1"] } }""")]
    public Task Is_silent_in_a_policy_whose_KSBs_mean_what_they_meant_or_are_of_any_standard(string path, string text) => Verify.All("",
        [("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of((path, "K1 K2 K3 S1 B1"))), (path, text)]);

    [Fact]
    public async Task Says_what_it_meant_what_it_means_and_where_the_statement_went()
    {
        Assert.Equal(
            [
                "Warning KSB1006: K2 was reworded since it was reviewed (75 % the same words): 'Brakes of cars.' reads 'Brakes of cars and lorries.' in ST0001@1.1",
                "Error KSB1006: S1 changed meaning: it meant 'Mend a puncture.' when it was reviewed, and means 'Adjust a brake.' in ST0001@1.1; that statement was withdrawn",
                "Error KSB1006: S2 changed meaning: it meant 'Adjust a brake.' when it was reviewed, and ST0001@1.1 has no S2; that statement is S1 there",
            ],
            (await Verify.Messages(
                "using Competency; [ForStandard(\"ST0001@1.1\"), CoversKsbs(\"K2, S1, S2\")] class C;",
                ("a.standard.json", Mini.Document.Replace("\"Brakes.\"", "\"Brakes of cars.\"", StringComparison.Ordinal)),
                ("b.standard.json", Locks.Next.Replace("\"Mini\"", "\"Mini2\"", StringComparison.Ordinal)),
                ("competency.lock.json", Locks.Of(Mini.Document.Replace("\"Brakes.\"", "\"Brakes of cars.\"", StringComparison.Ordinal), ("C, App", "K2 S1 S2"))))).Where(m => m.Contains("KSB1006", StringComparison.Ordinal)));
    }

    /// <summary>A reference that moved fails the build, whatever stands before it under the same name.</summary>
    [Fact]
    public async Task Says_of_a_named_constant_each_code_that_moved_and_each_once()
    {
        var old = Mini.Document.Replace("\"Brakes.\"", "\"Brakes of cars.\"", StringComparison.Ordinal);
        var found = await Verify.Messages(
            Using + """[ForStandard<Mini>] class C { const string Shared = "K2, S1, K1, S2, S1"; [CoversKsbs($"{Shared}, K3")] void M() { } }""",
            ("old.standard.json", old.Replace("1.0", "0.9", StringComparison.Ordinal).Replace("\"Mini\"", "\"Old\"", StringComparison.Ordinal)),
            ("mini.standard.json", Locks.Republished),
            ("competency.lock.json", Locks.Of(old, ("C, App", "K1 K2 K3 S1 S2")).Replace("@1.0", "@0.9", StringComparison.Ordinal)));

        Assert.Equal(
            ["Error KSB1006: S1", "Error KSB1006: S2", "Warning KSB1006: K2"],
            found.Where(m => m.Contains("KSB1006", StringComparison.Ordinal)).Select(m => m[..(m.IndexOf(':', StringComparison.Ordinal) + 4)]).Order(StringComparer.Ordinal));
    }

    /// <summary>In the first of two standards K2 was reworded, in the second it is another statement.</summary>
    [Fact]
    public async Task Says_what_moved_before_what_was_reworded_in_another_standard()
    {
        const string Long = "Brakes of cars, of lorries and of bicycles, in every weather.";
        string Text(string k2) => Mini.Document.Replace("\"Brakes.\"", $"\"{k2}\"", StringComparison.Ordinal);
        string Other(string text) => text.Replace("ST0001", "ST0002", StringComparison.Ordinal).Replace("\"Mini\"", "\"Mini2\"", StringComparison.Ordinal);
        var first = StandardDocument.Read("a", Text(Long)).Standard!;
        var second = StandardDocument.Read("b", Other(Text(Long))).Standard!;
        var reviewed = new LockEntry(LockConsumer.Type("C, App"), [LockLine.Of(first[KsbCode.Parse("K2")], first), LockLine.Of(second[KsbCode.Parse("K2")], second)]);

        Assert.StartsWith(
            "Error KSB1006: K2 changed meaning: ",
            Assert.Single(await Verify.Messages(
                """using Competency; [ForStandard("ST0001@1.0"), ForStandard("ST0002@1.0"), CoversKsbs("K2")] class C;""",
                ("a.standard.json", Text(Long.Replace("every", "any", StringComparison.Ordinal))),
                ("b.standard.json", Other(Text("Bells."))),
                ("competency.lock.json", LockDocument.Write(new KsbLock([reviewed]))))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_the_lock_where_the_old_version_is_gone() => Assert.Equal(
        ["Error KSB1006: S1 changed meaning: it meant 'Mend a puncture.' when it was reviewed, and means 'Adjust a brake.' in ST0001@1.0; that statement was withdrawn"],
        await Verify.Messages(Using + """[ForStandard<Mini>, CoversKsbs("S1")] class C;""", ("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of(("C, App", "S1")))));

    /// <summary>By a few words alone nobody can tell a statement that was reworded from its neighbour that came to stand in its place.</summary>
    [Theory]
    [InlineData("Identify individuals attending for mammography appropriately.", "Prepare individuals appropriately for mammography.", "Error")]
    [InlineData("Identify individuals attending for mammography appropriately.", "Identify individuals who attend for mammography appropriately.", "Error")]
    [InlineData("Work safely with others in the team and on the site at all times.", "Work safely with others in the team and at the site at all times.", "Warning")]
    public async Task Is_a_warning_by_the_locks_own_words_only_where_they_are_much_alike(string old, string now, string severity) => Assert.StartsWith(
        severity + " KSB1006: S1 was reworded since it was reviewed (",
        Assert.Single(await Verify.Messages(Using + """[ForStandard<Mini>, CoversKsbs("S1")] class C;""", ("mini.standard.json", Mini.With(skill: now)), ("competency.lock.json", Locks.Of(Mini.With(skill: old), ("C, App", "S1"))))),
        StringComparison.Ordinal);

    [Fact]
    public async Task Tells_of_a_range_what_moved_in_it() => Assert.Equal(
        ["Error KSB1006: S1, S2 changed meaning since they were reviewed: S1 'Mend a puncture.' was withdrawn; S2 'Adjust a brake.' is S1 now in ST0001@1.0"],
        (await Verify.Messages(Using + """[ForStandard<Mini>, CoversKsbs("S1-S2")] class C;""", ("mini.standard.json", Locks.Republished), ("competency.lock.json", Locks.Of(("C, App", "S1 S2"))))).Where(m => m.Contains("KSB1006", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K1-K3, S1, Duty 1")] class C; [Mini.Covers(Mini.Ksb.S2)] class D;""", "1.0")]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K1-K3, S1, Duty 1")] class C; [Mini.Covers(Mini.Ksb.S2)] class D;""", "1.7")]
    public Task Stays_silent_where_every_statement_is_carried(string source, string version) => Verify.All(Using + source,
        [
            ("mini.standard.json", Mini.With(version: version)), ("competency.lock.json", Locks.Of(("C, App", "K1 K2 K3 S1 B1 Duty1"), ("D, App", "S2"), ("test.mapping.json", "K1 Duty2 K3 S2"))),
            ("test.mapping.json", Locks.Mapping("\"K1, Duty 2\"", version)),
        ]);

    [Fact]
    public Task Stays_silent_without_a_lock() =>
        Verify.All(Using + """[ForStandard<Mini>, CoversKsbs("K1, S1")] class C;""", [("mini.standard.json", Locks.Republished), ("test.mapping.json", Locks.Mapping("\"S1\""))]);

    [Fact]
    public Task Stays_silent_where_a_duty_stands_for_the_same_statements_under_other_codes() => Verify.All(
        Using + """[ForStandard<Mini>, CoversKsbs("Duty 2")] class C;""", [("mini.standard.json", Locks.Next), ("competency.lock.json", Locks.Of(("C, App", "Duty2 K3 S2")))]);

    [Theory]
    [InlineData("<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n", "Error KSB2007: The lock holds a merge conflict: two branches reviewed the same code differently; keep the line of the review that is right")]
    [InlineData("""{ "document": "competency.lock/1", "types": { "C, App": { "ST0001@1.0": { "S1": "no fingerprint" } } } }""", "Error KSB2007: A line of the lock is a fingerprint of 16 hexadecimal digits and the opening words")]
    public async Task A_lock_that_cannot_be_read_fails_the_build_and_judges_nothing(string text, string message) => Assert.Equal(
        [message],
        await Verify.Messages(Using + """[ForStandard<Mini>, CoversKsbs("S1")] class C;""", ("mini.standard.json", Locks.Republished), ("competency.lock.json", text)));
}
