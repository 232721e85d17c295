using Competency.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Analyzers.Tests.Analysis;

public class UseSuggestionCodeFixTests
{
    private const string Using = "using Competency; using App.Standards;\n";

    [Theory]
    [InlineData("""[ForStandard<Mini>, CoversKsbs("K1, K4, S1")] class C;""", """[ForStandard<Mini>, CoversKsbs("K1, K3, S1")] class C;""")]
    [InlineData("""[CoversKsbs("K1, К2")] class C;""", """[CoversKsbs("K1, K2")] class C;""")]
    [InlineData("""[CoversKsbs("K3-K1")] class C;""", """[CoversKsbs("K1-K3")] class C;""")]
    [InlineData("""[ForStandard("ST0001@1.7")] class C;""", """[ForStandard("ST0001@1.0")] class C;""")]
    [InlineData("""[CoversKsbs("K1, S1, K1, S2")] class C;""", """[CoversKsbs("K1, S1, S2")] class C;""")]
    [InlineData("""[CoversKsbs("K1-K2, K2-K3")] class C;""", """[CoversKsbs("K1-K2, K3")] class C;""")]
    [InlineData("""[CoversKsbs("K1 and K1 and K2")] class C;""", """[CoversKsbs("K1 and K2")] class C;""")]
    [InlineData("""[CoversKsbs("K1|K1|K2")] class C;""", """[CoversKsbs("K1|K2")] class C;""")]
    [InlineData("""class C { [KsbNotation] string[] A = ["K1", "K2 K2"]; }""", """class C { [KsbNotation] string[] A = ["K1", "K2"]; }""")]
    [InlineData("""[ForStandard("ST0001@1.0"), CoversKsbs("K1-K9")] class C;""", """[ForStandard("ST0001@1.0"), CoversKsbs("K1-K3")] class C;""")]
    public async Task Writes_what_was_meant_in_CSharp(string before, string after) =>
        Assert.Equal(Using + after, await Fix(Using + before, "", additional: false));

    [Theory]
    [InlineData("""Require.OptionIs("a", "Gear")""", """Require.OptionIs("a", "Gears")""")]
    [InlineData("""Require.KsbsAchieved("a", "K1, K4")""", """Require.KsbsAchieved("a", "K1, K3")""")]
    public async Task Writes_what_was_meant_in_a_rule(string before, string after)
    {
        const string Start = "using Competency; using Competency.Rules; [ForStandard<App.Standards.Mini>] class C { object A = ";
        Assert.Equal($"{Start}{after}; }}", await Fix($"{Start}{before}; }}", "", additional: false));
    }

    [Theory]
    [InlineData("\"kind\": \"optionIz\", \"option\": \"Gears\"", "\"kind\": \"optionIs\", \"option\": \"Gears\"")]
    [InlineData("\"kind\": \"optionIs\", \"option\": \"Gear\"", "\"kind\": \"optionIs\", \"option\": \"Gears\"")]
    public async Task Writes_what_was_meant_in_a_policy(string before, string after)
    {
        string Policy(string requirement) => $$"""{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "requirement": { "id": "a", "sentence": "A", {{requirement}} } }""";
        Assert.Equal(Policy(after), await Fix("", Policy(before), additional: true, "test.policy.json"));
    }

    [Fact]
    public async Task Writes_what_was_meant_in_a_mapping() => Assert.Equal(
        Mapping("K1, K3"),
        await Fix("", Mapping("K1, K4"), additional: true));

    [Theory]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid,ksbs\nM1,\"K1, K4\"\n", "# standard: ST0001@1.0\nid,ksbs\nM1,\"K1, K3\"\n")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid;ksbs\nM1;K1 S1 K1;\n", "# standard: ST0001@1.0\nid;ksbs\nM1;K1 S1;\n")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid,K1,S1\nM1,х,x\n", "# standard: ST0001@1.0\nid,K1,S1\nM1,x,x\n")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.0\nid,ksbs\nM1,K1\nM1,K2\n", "# standard: ST0001@1.0\nid,ksbs\nM1,K1\nM1-2,K2\n")]
    [InlineData("a.mapping.csv", "# standard: ST0001@1.4\nid,ksbs\nM1,K1\n", "# standard: ST0001@1.0\nid,ksbs\nM1,K1\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\n---\nKSBs: К1, S1\n", "---\nstandard: ST0001@1.0\n---\nKSBs: K1, S1\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n| Week | KSBs | More |\n|---|---|---|\n| 1 | S1, S1| x |\n", "---\nstandard: ST0001@1.0\n---\n| Week | KSBs | More |\n|---|---|---|\n| 1 | S1| x |\n")]
    [InlineData("a.mapping.md", "---\nstandard: ST0001@1.0\n---\n# A (K1, S1, K1)\n", "---\nstandard: ST0001@1.0\n---\n# A (K1, S1)\n")]
    [InlineData("a.mapping.md", "---\nstandart: ST0001@1.0\nstandard: ST0001@1.0\n---\n", "---\nstandard: ST0001@1.0\nstandard: ST0001@1.0\n---\n")]
    [InlineData("a.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "a", "covers": "K1" }, { "id": "b", "covers": ["S1 / S1 / S2"] } ] }""", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "a", "covers": "K1" }, { "id": "b", "covers": ["S1 / S2"] } ] }""")]
    public async Task Writes_what_was_meant_in_every_format(string path, string before, string after) =>
        Assert.Equal(after, await Fix("", before, additional: true, path));

    [Fact]
    public async Task Offers_nothing_where_the_reference_is_a_constant_that_stands_elsewhere() =>
        Assert.Null(await Fix(Using + """class C { const string Bad = "K4"; KsbSet A = Mini.Standard.Select(Bad); }""", "", additional: false));

    /// <summary><c>dotnet format</c> has no key of an action where the first finding offers none.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(nameof(UseSuggestionCodeFix))]
    public async Task A_finding_that_offers_nothing_keeps_none_from_being_mended(string? key)
    {
        const string Before = Using + """class C { KsbSet A = Mini.Standard.Select("K99 K4"), B = Mini.Standard.Select("KO2"), D = Mini.Standard.Select("S2 TK9 S3"); }""";
        var run = new CompilerRun();
        run.Files.Add(("mini.standard.json", Mini.WithOptions));
        var (_, diagnostics) = await run.Run(Before);
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("App", LanguageNames.CSharp).AddDocument("Test0.cs", Before);
        var provider = new UseSuggestionCodeFix();
        var tree = await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken);
        var found = new Everything([.. diagnostics.OrderBy(d => d.Location.SourceSpan).Select(d => Diagnostic.Create(d.Descriptor, Location.Create(tree!, d.Location.SourceSpan), d.Properties))]);
        Assert.Empty(found.All[0].Properties);

        var action = await provider.GetFixAllProvider().GetFixAsync(new FixAllContext(document.Project, provider, FixAllScope.Solution, key!, provider.FixableDiagnosticIds, found, TestContext.Current.CancellationToken));

        var operation = (ApplyChangesOperation)(await action!.GetOperationsAsync(TestContext.Current.CancellationToken))[0];
        var after = (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Equal(Before.Replace("K99 K4", "K99 K3", StringComparison.Ordinal).Replace("KO2", "K2", StringComparison.Ordinal).Replace("S3", "S2", StringComparison.Ordinal), after);
    }

    private sealed class Everything(IReadOnlyList<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public IReadOnlyList<Diagnostic> All => all;

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    private static string Mapping(string covers) =>
        $$"""{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "E1", "covers": "{{covers}}" } ] }""";

    private static async Task<string?> Fix(string source, string mapping, bool additional, string path = "test.mapping.json")
    {
        var run = new CompilerRun();
        run.References.Add(CompilerRun.Rules);
        run.Files.Add(("mini.standard.json", Mini.WithOptions));
        if (mapping.Length > 0)
        {
            run.Files.Add((path, mapping));
        }

        var (_, diagnostics) = await run.Run(source);
        var diagnostic = Assert.Single(diagnostics);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("App", LanguageNames.CSharp);
        TextDocument document = additional
            ? project.AddAdditionalDocument(path, SourceText.From(mapping), filePath: path)
            : project.AddDocument("Test0.cs", source);
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        await new UseSuggestionCodeFix().RegisterCodeFixesAsync(context);
        if (actions.Count == 0)
        {
            return null;
        }

        var operation = (ApplyChangesOperation)(await Assert.Single(actions).GetOperationsAsync(TestContext.Current.CancellationToken))[0];
        var changed = additional
            ? operation.ChangedSolution.GetAdditionalDocument(document.Id)!
            : (TextDocument)operation.ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
