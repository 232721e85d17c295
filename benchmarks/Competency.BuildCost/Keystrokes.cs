using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Competency.Analysis;
using Competency.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Competency.BuildCost;

/// <summary>What the generator and the analyzers take in a process that stays, as an editor's does: at first, after each keystroke, and with many references.</summary>
internal static class Keystrokes
{
    private const int Edits = 25;

    private static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    public static async Task Measure(IReadOnlyList<MadeDocument> documents)
    {
        ImmutableArray<AdditionalText> texts = [.. documents.Select(d => new Text(d.FileName, d.Text))];
        Console.WriteLine($"In one process with {documents.Count} documents, our time alone (generator: its driver; analyzers: the compiler's own account of them):");
        Console.WriteLine();
        Console.WriteLine("| | generator | analyzers |");
        Console.WriteLine("|---|---|---|");
        await Session(texts, Few(documents[0].Standard), "a file with 3 references");
        await Session(texts, Many(documents[0].Standard, 10_000), "a file with 10,000 references");
    }

    private static async Task Session(ImmutableArray<AdditionalText> texts, string source, string name)
    {
        var options = new AnalyzerOptions(texts, new Options());
        var compilation = CSharpCompilation.Create("App", [Parse(source, 0)], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new StandardGenerator().AsSourceGenerator()], texts, ParseOptions, options.AnalyzerConfigOptionsProvider);
        var generator = new List<double>();
        var analyzers = new List<double>();
        for (var edit = 0; edit <= Edits; edit++)
        {
            if (edit > 0)
            {
                compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Parse(source, edit));
            }

            var watch = Stopwatch.StartNew();
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
            generator.Add(watch.Elapsed.TotalMilliseconds);
            analyzers.Add(await Analyze(whole, options));
        }

        Console.WriteLine($"| {name}, at first | {generator[0]:0.0} ms | {analyzers[0]:0.0} ms |");
        Console.WriteLine($"| {name}, after a keystroke, median of {Edits} | {Builds.Median(generator.Skip(1)):0.0} ms | {Builds.Median(analyzers.Skip(1)):0.0} ms |");
    }

    private static async Task<double> Analyze(Compilation compilation, AnalyzerOptions options)
    {
        var analyzers = typeof(KsbReferenceAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
            .ToImmutableArray();
        var run = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(options, (e, a, _) => throw new InvalidOperationException($"{a} threw", e), concurrentAnalysis: false, logAnalyzerExecutionTime: true));

        // As an editor asks: the document under the caret, and the data files.
        var tree = compilation.SyntaxTrees.First();
        await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
        var result = await run.GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.Values.Sum(t => t.ExecutionTime.TotalMilliseconds);
    }

    private static SyntaxTree Parse(string source, int edit) => CSharpSyntaxTree.ParseText(source + $"\n// {edit}", ParseOptions, "Modules.cs");

    private static string Few(OccupationalStandard standard) => $$"""
        using Competency;
        using Competency.Standards;

        [ForStandard("{{standard.Id}}")]
        [CoversKsbs("K1-K3, {{standard.Ksbs[^1].Code}}")]
        class Module
        {
            void Show(OccupationalStandard standard) => System.Console.WriteLine(standard.Select("K1"));
        }
        """;

    private static string Many(OccupationalStandard standard, int count)
    {
        var code = new StringBuilder($"using Competency;\n\n[ForStandard(\"{standard.Id}\")]\nclass Modules\n{{\n");
        for (var i = 0; i < count; i++)
        {
            code.Append($"    [CoversKsbs(\"{standard.Ksbs[i % standard.Ksbs.Count].Code}\")] void M{i}() {{ }}\n");
        }

        return code.Append("}\n").ToString();
    }

    private static IEnumerable<MetadataReference> References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(OccupationalStandard).Assembly.Location),
    ];

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new RootNamespace();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class RootNamespace : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.RootNamespace" ? "App" : null;
                return value is not null;
            }
        }
    }
}
