using System.Collections.Immutable;
using Competency.Analysis;
using Competency.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Testing;

/// <summary>Compiles C# and documents as a consumer's project does, with the generator and all analyzers.</summary>
internal sealed class CompilerRun
{
    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(OccupationalStandard).Assembly.Location),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [new KsbReferenceAnalyzer(), new StandardDocumentAnalyzer(), new MappingDocumentAnalyzer(), new KsbValueAnalyzer(), new PolicyDocumentAnalyzer(), new RuleAnalyzer(), new LockAnalyzer()];

    /// <summary>Competency.Rules, for those who write rules in C#.</summary>
    public static MetadataReference Rules { get; } = MetadataReference.CreateFromFile(typeof(Competency.Rules.Require).Assembly.Location);

    public List<(string Path, string Text)> Files { get; } = [];

    /// <summary>Item metadata of files, by path.</summary>
    public Dictionary<string, Dictionary<string, string>> Metadata { get; } = [];

    public List<MetadataReference> References { get; } = [];

    public Dictionary<string, string> Properties { get; } = new() { ["RootNamespace"] = "App" };

    public string AssemblyName { get; init; } = "App";

    /// <summary>Whether documentation comments are read, as where <c>GenerateDocumentationFile</c> is on.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Parse;

    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    public CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        AssemblyName,
        sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, ParseOptions.WithDocumentationMode(Documentation), $"Test{i}.cs")),
        [.. Framework, .. References],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new StandardGenerator().AsSourceGenerator()],
        Texts(),
        ParseOptions,
        new TestOptions(Properties),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public ImmutableArray<AdditionalText> Texts() => [.. Files.Select(f => new TestText(f.Path, f.Text))];

    /// <summary>The compilation with the generated sources, and every diagnostic of compiler, generator and analyzers.</summary>
    public async Task<(Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics)> Run(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compile(sources), out var compilation, out var ofGenerator, TestContext.Current.CancellationToken);
        var options = new AnalyzerOptions(Texts(), new TestOptions(Properties, Metadata));
        var all = await compilation
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(options, (e, a, _) => throw new InvalidOperationException($"{a} threw", e), concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAllDiagnosticsAsync();
        return (compilation, [.. ofGenerator, .. all.Where(d => d.Severity != DiagnosticSeverity.Hidden)]);
    }

    /// <summary>The compiled assembly as another project references it, whole or as a reference assembly.</summary>
    public async Task<MetadataReference> Emit(bool asReferenceAssembly, params string[] sources)
    {
        var (compilation, _) = await Run(sources);
        var bytes = new MemoryStream();
        var result = compilation.Emit(bytes, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: asReferenceAssembly, includePrivateMembers: !asReferenceAssembly));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(bytes.ToArray());
    }

    private sealed class TestText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class TestOptions(Dictionary<string, string> properties, Dictionary<string, Dictionary<string, string>>? metadata = null) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.", properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            metadata is not null && metadata.TryGetValue(textFile.Path, out var own) ? new Options("build_metadata.AdditionalFiles.", own) : GlobalOptions;

        private sealed class Options(string prefix, Dictionary<string, string> properties) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = null;
                return key.StartsWith(prefix, StringComparison.Ordinal) && properties.TryGetValue(key[prefix.Length..], out value);
            }
        }
    }
}
