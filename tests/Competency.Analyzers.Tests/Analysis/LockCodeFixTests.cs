using System.Collections.Immutable;
using Competency.Analysis;
using Competency.CodeFixes;
using Competency.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Analyzers.Tests.Analysis;

public class LockCodeFixTests
{
    private const string InForce = "using Competency; [assembly: ForStandard(\"ST0001@1.0\")]\n";

    [Fact]
    public async Task Follows_a_statement_to_its_new_code_in_CSharp_and_in_the_lock()
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("C, App", "K1 S2")), InForce + "[CoversKsbs(\"K1, S2\")] class C;");

        var after = await run.Fix("KSB1006", "Follow the statement to S1");

        Assert.Equal(InForce + "[CoversKsbs(\"K1, S1\")] class C;", await after.Source());
        Assert.Equal("Adjust a brake.", (await after.Lock()).Find(LockConsumer.Type("C, App"))!.Find(StandardId.Parse("ST0001@1.0"), "S1")!.Opening);
        Assert.Empty(await after.Found());
    }

    [Fact]
    public async Task Keeps_the_spelling_of_what_stands_between_codes()
    {
        string[] words = ["Mend.", "Adjust.", "Paint."];
        const string Code = InForce + "[CoversKsbs(\"{0}\\u2013{1}\")] class C;";
        var (lockOf, mapping) = (Locks.Of(Skills(words), ("C, App", "S2 S3"), ("test.mapping.json", "S2 S3")), Locks.Mapping("\"{0}\\u2013{1}\""));
        using var run = await Run.Start(Skills(words[1..]), lockOf, Of(Code, "S2", "3"), Of(mapping, "S2", "3"));

        var after = await run.FixAll(FollowKey, FixAllScope.Solution);

        Assert.Equal((Of(Code, "S1", "2"), Of(mapping, "S1", "2")), (await after.Source(), await after.Mapping()));
        Assert.Empty(await after.Found());

        static string Of(string text, string first, string last) => text.Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_in_a_documentation_comment()
    {
        // As it is generated, S2 included: what the standard has no more would be no error in a comment.
        var type = $"[Competency.StandardDocument(1, \"\"\"\n{Locks.Republished}\n\"\"\")] public static class Mini {{ public enum Ksb : ushort {{ S1 = {KsbCode.Parse("S1").Value}, S2 = {KsbCode.Parse("S2").Value} }} }}\n";
        const string Comment = "/// <summary>As <see cref=\"Mini.Ksb.{0}\"/>.</summary>\nclass C;";
        using var run = await Run.Start(Locks.Republished, Locks.Of(("C, App", "S2")), type + Comment.Replace("{0}", "S2", StringComparison.Ordinal));

        var after = await run.Fix("KSB1006", "Follow the statement to S1");

        Assert.Equal(type + Comment.Replace("{0}", "S1", StringComparison.Ordinal), await after.Source());
        Assert.Empty(await after.Found());
    }

    [Fact]
    public async Task Follows_in_a_mapping_with_every_other_character_as_it_was()
    {
        var mapping = "\r\n" + Locks.Mapping("[\"K1\",   \"\\u0053\\u0032 (words)\"]") + "\r\n";
        using var run = await Run.Start(Locks.Republished, Locks.Of(("test.mapping.json", "K1 S2")), "", mapping);

        var after = await run.Fix("KSB1006", "Follow the statement to S1");

        Assert.Equal(mapping.Replace("\\u0053\\u0032", "S1", StringComparison.Ordinal), await after.Mapping());
        Assert.Empty(await after.Found());
    }

    [Theory]
    [InlineData("test.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "requirement": { "id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": ["K1", "{0}"] } }""")]
    [InlineData("test.plan.json", """{ "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0"], "approach": "endPoint", "methods": [ { "id": "m", "ksbs": ["K1", "{0}"] } ] }""")]
    public async Task Follows_in_a_policy_and_in_a_plan(string name, string text)
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of((name, "K1 S2")), "", text.Replace("{0}", "\\u0053\\u0032", StringComparison.Ordinal), name);

        var after = await run.Fix("KSB1006", "Follow the statement to S1");

        Assert.Equal(text.Replace("{0}", "S1", StringComparison.Ordinal), await after.Mapping(name));
        Assert.Empty(await after.Found());
    }

    /// <summary>S1 was withdrawn and S2 is S1: S2 alone would come to stand where S1 stands, and nobody could tell the two.</summary>
    [Fact]
    public async Task Follows_with_all_others_of_the_consumer_where_the_new_code_is_in_use()
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("C, App", "S1 S2")), InForce + "[CoversKsbs(\"S2\")] partial class C; [CoversKsbs(\"S1-S2\")] partial class C; [CoversKsbs(\"S2\")] class D;");

        Assert.DoesNotContain("Follow the statement to S1", await run.Offered("KSB1006"));
        var after = await run.Fix("KSB1006", "Follow the statement to S1, with all others of C, App");

        Assert.Equal(InForce + "[CoversKsbs(\"S1\")] partial class C; [CoversKsbs(\"S1\")] partial class C; [CoversKsbs(\"S2\")] class D;", await after.Source());

        // What the withdrawn S1 meant is still what the lock says of S1: both places stay reported until a person has looked, and neither can follow again.
        Assert.Equal(2, (await after.Found()).Count(d => d.Id == "KSB1006"));
        Assert.All(await after.Offered("KSB1006"), title => Assert.StartsWith("Accept ", title, StringComparison.Ordinal));
    }

    /// <summary>What came to stand there reads nearly as what was withdrawn: still no mere rewording.</summary>
    [Fact]
    public async Task Leaves_what_was_withdrawn_an_error_where_a_like_neighbour_moved_there()
    {
        string[] words = ["Remove, repair and test the brakes.", "Remove, repair and test the tyres.", "Wash."];
        using var run = await Run.Start(Skills(words[1..]), Locks.Of(Skills(words), ("C, App", "S1 S2 S3")), InForce + "[CoversKsbs(\"S1, S2, S3\")] class C;");

        var after = await run.Fix("KSB1006", "Follow the statement to S1, with all others of C, App");

        Assert.Equal(InForce + "[CoversKsbs(\"S1, S1, S2\")] class C;", await after.Source());
        var left = (await after.Found()).Where(d => d.Id == "KSB1006").ToArray();
        Assert.Equal(2, left.Length);
        Assert.All(left, d => Assert.Equal(DiagnosticSeverity.Error, d.Severity));
        Assert.All(left, d => Assert.EndsWith("that statement was withdrawn", d.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Follows_with_all_others_of_a_data_file_too()
    {
        string[] words = ["Mend.", "Adjust.", "Paint."];
        using var run = await Run.Start(Skills(["Read the manual.", .. words]), Locks.Of(Skills(words), ("test.mapping.json", "S1 S2 S3")), "", Locks.Mapping("[\"S1\", \"S2\", \"S1-S3\"]"));

        var after = await run.Fix("KSB1006", "Follow the statement to S2, with all others of test.mapping.json");

        Assert.Equal(Locks.Mapping("[\"S2\", \"S3\", \"S2-S4\"]"), await after.Mapping());
        Assert.Empty(await after.Found());
    }

    /// <summary>Beside AWS, S3 is a service for storage: the reference would be none any more.</summary>
    [Fact]
    public async Task Follows_in_prose_so_that_it_is_read_again()
    {
        string[] words = ["Mend.", "Adjust.", "Paint.", "Sell."];
        const string Prose = "---\nstandard: ST0001@1.0\n---\nOn AWS (S4).\n";
        using var run = await Run.Start(Skills(["Mend.", "Adjust.", "Sell."]), Locks.Of(Skills(words), ("test.mapping.md", "S4")), "", Prose, "test.mapping.md");

        var after = await run.Fix("KSB1006", "Follow the statement to S3");

        Assert.Equal(Prose.Replace("S4", "ST0001:S3", StringComparison.Ordinal), await after.Mapping());
        Assert.Empty(await after.Found());
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Follows_everywhere_at_once_and_once(FixAllScope scope)
    {
        // S1 to S4 become S2 to S5: who goes step by step arrives at S5 with all.
        string[] words = ["Mend.", "Adjust.", "Paint.", "Sell."];
        using var run = await Run.Start(Skills(["Read the manual.", .. words]), Locks.Of(Skills(words), ("C, App", "S1 S2 S3 S4"), ("D, App", "S4"), ("test.mapping.json", "S1 S2 S3 S4")), InForce + "[CoversKsbs(\"S1, S2, S4\")] class C; [CoversKsbs(\"S4\")] class D;", Locks.Mapping("[\"S1-S3\", \"S4\"]"));

        var after = await run.FixAll(FollowKey, scope);

        Assert.Contains("[CoversKsbs(\"S2, S3, S5\")] class C;", await after.Source(), StringComparison.Ordinal);
        Assert.Contains("[CoversKsbs(\"S5\")] class D;", await after.Source(), StringComparison.Ordinal);
        Assert.Equal(Locks.Mapping(scope == FixAllScope.Document ? "[\"S1-S3\", \"S4\"]" : "[\"S2-S4\", \"S5\"]"), await after.Mapping());
        Assert.Equal(scope == FixAllScope.Document, (await after.Found()).Any(d => d.Id == "KSB1006"));
    }

    [Fact]
    public async Task Accepts_the_new_meaning_for_this_consumer_alone()
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("C, App", "S1 K2"), ("D, App", "S1")), InForce + "[CoversKsbs(\"S1, K2\")] class C; [CoversKsbs(\"S1\")] class D;");

        var after = await run.Fix("KSB1006", "Accept the new meaning of S1 for C, App");

        Assert.Equal(await run.Source(), await after.Source());
        Assert.Equal(["C, App K2", "D, App S1"], (await after.Found()).Select(d => $"{d.Properties["Competency.Lock.Type"]} {d.GetMessage().Split(' ')[0]}").Order());
        Assert.Empty(await (await after.FixAll(AcceptKey, FixAllScope.Project)).Found());
    }

    /// <summary>All of them stand at one place: each is accepted by itself, and none for another.</summary>
    [Fact]
    public async Task Accepts_each_code_of_a_named_constant()
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("C, App", "S1 K2 S2")), InForce + "class C { const string Shared = \"S1, K2, S2\"; [CoversKsbs(Shared)] void M() { } }");

        var after = await run.Fix("KSB1006", "Accept the new meaning of K2 for C, App");

        Assert.Equal(["S1", "S2"], (await after.Found()).Select(d => d.GetMessage().Split(' ')[0]).Order());
        Assert.Equal("S2", Assert.Single(await (await after.FixAll(AcceptKey, FixAllScope.Project)).Found()).GetMessage().Split(' ')[0]);
        Assert.Equal(await run.Source(), await after.Source());
    }

    [Fact]
    public async Task Accepts_all_new_meanings_of_a_data_file()
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("test.mapping.json", "S1 K2"), ("C, App", "S1")), InForce + "[CoversKsbs(\"S1\")] class C;", Locks.Mapping("[\"S1\", \"K2\"]"));

        var after = await run.Fix("KSB1006", "Accept all new meanings for test.mapping.json");

        Assert.Equal("C, App", Assert.Single(await after.Found()).Properties["Competency.Lock.Type"]);
    }

    [Fact]
    public async Task What_takes_the_first_action_for_everything_accepts_nothing()
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("C, App", "S1")), InForce + "[CoversKsbs(\"S1\")] class C;");
        var key = await run.FirstKey("KSB1006");
        var provider = new LockCodeFix();

        Assert.NotEqual(AcceptKey, key);
        Assert.Null(await provider.GetFixAllProvider().GetFixAsync(run.Everywhere(key)));
        Assert.NotNull(await provider.GetFixAllProvider().GetFixAsync(run.Everywhere(AcceptKey)));
    }

    /// <summary>So does <c>dotnet format</c>: the constant, and what was withdrawn, stand first and cannot follow.</summary>
    [Theory]
    [InlineData("class A { const string Shared = \"K1, S2\"; [CoversKsbs(Shared)] void M() { } }")]
    [InlineData("class A { const string Shared = \"S1\"; [CoversKsbs(Shared)] void M() { } }")]
    [InlineData("[CoversKsbs(\"S1\")] class A;")]
    public async Task What_takes_the_first_action_for_everything_follows_what_can_follow(string first)
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("A, App", "K1 S1 S2"), ("B, App", "S2")), InForce + first + " [CoversKsbs(\"S2\")] class B;");
        var key = await run.FirstKey("KSB1006");

        var after = await run.FixAll(key, FixAllScope.Solution);

        Assert.Equal(InForce + first + " [CoversKsbs(\"S1\")] class B;", await after.Source());
        Assert.All(await after.Found(), d => Assert.Equal("A, App", d.Properties["Competency.Lock.Type"]));
        Assert.Equal((await run.Found()).Count - 1, (await after.Found()).Count);
        Assert.Null(await new LockCodeFix().GetFixAllProvider().GetFixAsync(run.Everywhere("LockCodeFix.AcceptAll")));
    }

    [Fact]
    public async Task Adds_to_the_lock_what_is_not_locked()
    {
        using var run = await Run.Start(Mini.Document, Locks.Of(("old.mapping.json", "K1")), InForce + "[CoversKsbs(\"K1, S1\")] class C; [CoversKsbs(\"Duty 2\")] class D;", Locks.Mapping("\"K1, B1\""));

        Assert.Equal(["C, App", "old.mapping.json"], (await (await run.Fix("KSB1010", "Add to the lock: K1, S1 for C, App")).Lock()).Entries.Select(e => e.Consumer.Name).Order());
        var after = await run.FixAll(AddKey, FixAllScope.Solution);

        Assert.Empty(await after.Found());
        Assert.Equal(["old.mapping.json", "test.mapping.json", "C, App", "D, App"], (await after.Lock()).Entries.Select(e => e.Consumer.Name));
    }

    [Fact]
    public async Task Touches_nothing_where_the_lock_holds_a_conflict()
    {
        using var run = await Run.Start(Locks.Republished, Locks.Of(("C, App", "S1 S2")), InForce + "[CoversKsbs(\"S1\")] class C;");
        var conflicting = run.WithLock("<<<<<<< ours\n" + Locks.Of(("C, App", "S1")));

        Assert.Empty(await conflicting.Offered("KSB1006", await run.Found()));
    }

    private const string FollowKey = "LockCodeFix.Follow";
    private const string AcceptKey = "LockCodeFix.Accept";
    private const string AddKey = "LockCodeFix.Add";

    private static string Skills(params string[] words) => StandardDocument.Write(new OccupationalStandard(
        StandardId.Parse("ST0001@1.0"), "T", words.Select((w, i) => new KsbStatement(new KsbCode(KsbKind.Skill, i + 1), w))));

    /// <summary>A project in a workspace, as an editor has it.</summary>
    private sealed class Run(AdhocWorkspace workspace, Solution solution) : IDisposable
    {
        private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new KsbReferenceAnalyzer(), new LockAnalyzer()];

        private Project Project => solution.Projects.Single();

        public static async Task<Run> Start(string standard, string @lock, string source, string? mapping = null, string name = "test.mapping.json")
        {
            var workspace = new AdhocWorkspace();
            var project = workspace.AddProject("App", LanguageNames.CSharp)
                .WithMetadataReferences(new CompilerRun().Compile("").References)
                .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
                .WithParseOptions(CompilerRun.ParseOptions)
                .AddAnalyzerReference(new AnalyzerImageReference(Analyzers));
            project = project.AddDocument("Test0.cs", source, filePath: "Test0.cs").Project;
            project = Add(project, "mini.standard.json", standard);
            project = Add(project, "competency.lock.json", @lock);
            project = mapping is null ? project : Add(project, name, mapping);
            var run = new Run(workspace, project.Solution);
            Assert.Empty((await project.GetCompilationAsync(TestContext.Current.CancellationToken))!.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
            return run;
        }

        public Run WithLock(string text) => new(workspace, solution.WithAdditionalDocumentText(Find("competency.lock.json").Id, SourceText.From(text)));

        public async Task<IReadOnlyList<Diagnostic>> Found() =>
            [.. (await (await Project.GetCompilationAsync(TestContext.Current.CancellationToken))!.WithAnalyzers(Analyzers, Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
                .Where(d => d.Id is "KSB1006" or "KSB1010")
                .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan)];

        public async Task<IReadOnlyList<string>> Offered(string id, IReadOnlyList<Diagnostic>? found = null) => [.. (await Actions(id, found)).Select(a => a.Title)];

        public async Task<Run> Fix(string id, string title)
        {
            var actions = await Actions(id, null);
            var action = actions.FirstOrDefault(a => a.Title == title);
            Assert.True(action is not null, string.Join("\n", actions.Select(a => a.Title)));
            return await Applied(action);
        }

        public async Task<Run> FixAll(string? key, FixAllScope scope)
        {
            var provider = new LockCodeFix();
            var ids = provider.FixableDiagnosticIds;
            var context = scope == FixAllScope.Document
                ? new FixAllContext(Project.Documents.Single(), provider, scope, key!, ids, new Provider(this), TestContext.Current.CancellationToken)
                : new FixAllContext(Project, provider, scope, key!, ids, new Provider(this), TestContext.Current.CancellationToken);
            return await Applied((await provider.GetFixAllProvider().GetFixAsync(context))!);
        }

        public FixAllContext Everywhere(string? key) =>
            new(Project, new LockCodeFix(), FixAllScope.Solution, key!, ["KSB1006"], new Provider(this), TestContext.Current.CancellationToken);

        public async Task<string> Source() => (await Project.Documents.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString();

        public async Task<string> Mapping(string name = "test.mapping.") => (await Project.AdditionalDocuments.Single(d => d.FilePath!.StartsWith(name, StringComparison.Ordinal)).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

        public async Task<KsbLock> Lock() => LockDocument.Read("l", (await Find("competency.lock.json").GetTextAsync(TestContext.Current.CancellationToken)).ToString()).Lock!;

        public void Dispose() => workspace.Dispose();

        private static Project Add(Project project, string name, string text) => project.AddAdditionalDocument(name, SourceText.From(text), filePath: name).Project;

        private TextDocument Find(string path) => Project.AdditionalDocuments.Single(d => d.FilePath == path);

        private async Task<List<CodeAction>> Actions(string id, IReadOnlyList<Diagnostic>? found)
        {
            var actions = new List<CodeAction>();
            foreach (var diagnostic in (found ?? await Found()).Where(d => d.Id == id))
            {
                TextDocument document = diagnostic.Location.IsInSource ? Project.Documents.Single() : Find(diagnostic.Location.GetLineSpan().Path);
                await new LockCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
            }

            return [.. actions.SelectMany(a => a.NestedActions.IsEmpty ? [a] : a.NestedActions)];
        }

        /// <summary>What a program finds that takes the first action for everything.</summary>
        public async Task<string?> FirstKey(string id)
        {
            CodeAction? first = null;
            var diagnostic = (await Found()).First(d => d.Id == id);
            await new LockCodeFix().RegisterCodeFixesAsync(new CodeFixContext(Project.Documents.Single(), diagnostic, (action, _) => first ??= action, TestContext.Current.CancellationToken));
            return first?.EquivalenceKey;
        }

        private async Task<Run> Applied(CodeAction action) =>
            new(workspace, ((ApplyChangesOperation)(await action.GetOperationsAsync(TestContext.Current.CancellationToken))[0]).ChangedSolution);

        private sealed class Provider(Run run) : FixAllContext.DiagnosticProvider
        {
            public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await run.Found();

            public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => (await run.Found()).Where(d => d.Location.IsInSource);

            public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
        }
    }
}
