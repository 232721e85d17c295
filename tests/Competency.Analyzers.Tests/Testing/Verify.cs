using Microsoft.CodeAnalysis;

namespace Competency.Testing;

/// <summary>Compiles marked texts and asserts that exactly what is marked is found. A failure prints the text to paste.</summary>
internal static class Verify
{
    /// <summary>C# beside the mini standard ST0001@1.0 (type Mini): K1-K3, S1-S2, B1, duties 1 and 2.</summary>
    public static Task CSharp(string source) => All(source, [("mini.standard.json", Mini.Document)]);

    /// <summary>One document, without C#.</summary>
    public static Task Document(string path, string text) => All("", [(path, text)]);

    /// <summary>A mapping document beside the mini standard.</summary>
    public static Task Mapping(string text) => All("", [("mini.standard.json", Mini.Document), ("test.mapping.json", text)]);

    /// <summary>A mapping document of any format, by its name, beside the mini standard.</summary>
    public static Task Mapping(string path, string text) => All("", [("mini.standard.json", Mini.Document), (path, text)]);

    /// <summary>A policy beside the mini standard: the requirement alone, in whose place <c>standards</c> and all else stands around it.</summary>
    public static Task Requirement(string requirement) => All("", [("mini.standard.json", Mini.WithOptions), ("test.policy.json", $$"""
        { "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"],
          "requirement": {{requirement}} }
        """)]);

    /// <summary>An assessment plan beside the mini standard.</summary>
    public static Task Plan(string text) => All("", [("mini.standard.json", Mini.WithOptions), ("test.plan.json", text)]);

    /// <summary>A requirement in C#, where the mini standard is in force.</summary>
    public static Task RuleCSharp(string requirement) => RulesCSharp(Around(requirement));

    /// <summary>What is found in such a requirement.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Rule(string requirement)
    {
        var run = new CompilerRun();
        run.References.AddRange(CompilerRun.Rules);
        run.Files.Add(("mini.standard.json", Mini.WithOptions));
        return (await run.Run(RuleUsings + Around(requirement))).Diagnostics;
    }

    /// <summary>Rules in C# beside the mini standard.</summary>
    public static Task RulesCSharp(string source) => All(
        RuleUsings + source,
        [("mini.standard.json", Mini.WithOptions)],
        CompilerRun.Rules);

    private const string RuleUsings = "using System; using Competency; using Competency.Rules; using App.Standards;\n";

    private static string Around(string requirement) =>
        $"[ForStandard<Mini>] class C {{ object R(System.DateOnly day, string text, int number, Requirement other, Requirement[] others, Citation cited) => {requirement}; }}";

    public static async Task All(string source, (string Path, string Text)[] files, params MetadataReference[] references)
    {
        var run = new CompilerRun();
        run.References.AddRange(references);
        var texts = files.Select(f => new Marked(f.Path, f.Text)).Append(new Marked("Test0.cs", source)).ToArray();
        run.Files.AddRange(texts.Where(t => t.Path != "Test0.cs").Select(t => (t.Path, t.Text)));

        var (_, diagnostics) = await run.Run(texts[^1].Text);

        foreach (var text in texts)
        {
            var found = diagnostics.Where(d => d.Location.GetLineSpan().Path == text.Path).ToArray();
            var expected = text.Expected.OrderBy(e => e.Span).ThenBy(e => e.Id).ToArray();
            var actual = found.Select(d => (d.Id, Span: d.Location.SourceSpan)).OrderBy(e => e.Span).ThenBy(e => e.Id).ToArray();
            if (!expected.SequenceEqual(actual))
            {
                Assert.Fail($"{text.Path} should be:\n{text.With(actual)}\n\n{string.Join("\n", found.Select(d => d.ToString()))}");
            }
        }

        var elsewhere = diagnostics.Where(d => texts.All(t => t.Path != d.Location.GetLineSpan().Path)).ToArray();
        Assert.True(elsewhere.Length == 0, string.Join("\n", elsewhere.Select(d => d.ToString())));
    }

    /// <summary>The messages of everything that is found.</summary>
    public static async Task<IReadOnlyList<string>> Messages(string source, params (string Path, string Text)[] files)
    {
        var run = new CompilerRun();
        run.Files.AddRange(files);
        var (_, diagnostics) = await run.Run(source);
        return [.. diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(d => $"{d.Severity} {d.Id}: {d.GetMessage()}")];
    }
}
