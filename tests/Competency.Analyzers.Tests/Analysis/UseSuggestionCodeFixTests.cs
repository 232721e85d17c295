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

    [Fact]
    public async Task Offers_nothing_where_the_reference_is_a_constant_that_stands_elsewhere() =>
        Assert.Null(await Fix(Using + """class C { const string Bad = "K4"; KsbSet A = Mini.Standard.Select(Bad); }""", "", additional: false));

    private static string Mapping(string covers) =>
        $$"""{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "E1", "covers": "{{covers}}" } ] }""";

    private static async Task<string?> Fix(string source, string mapping, bool additional, string name = "test.mapping.json")
    {
        var run = new CompilerRun();
        run.References.Add(CompilerRun.Rules);
        run.Files.Add(("mini.standard.json", Mini.WithOptions));
        if (mapping.Length > 0)
        {
            run.Files.Add((name, mapping));
        }

        var (_, diagnostics) = await run.Run(source);
        var diagnostic = Assert.Single(diagnostics);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("App", LanguageNames.CSharp);
        TextDocument document = additional
            ? project.AddAdditionalDocument(name, SourceText.From(mapping), filePath: name)
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
