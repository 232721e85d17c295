using System.Globalization;
using System.Xml.Linq;
using Competency.Analysis;
using Competency.CSharp;
using Competency.Documents;
using Competency.Generation;
using Competency.Tool.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Tool.Tests;

/// <summary>What a build would say of the small projects of these tests: the files below them, the framework of the test, and the nearest lock.</summary>
internal static class CompilerCalls
{
    private static readonly string[] Framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
        .Append(typeof(OccupationalStandard).Assembly.Location)
        .ToArray();

    public static ProjectCalls Of(string project)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(project))!;
        var name = Path.GetFileNameWithoutExtension(project);
        var xml = XDocument.Load(project);
        Directory.CreateDirectory(Path.Combine(folder, "obj"));
        File.WriteAllText(Path.Combine(folder, "obj", "build.globalconfig"), $"is_global = true\nbuild_property.RootNamespace = {name}\n");
        var others = xml.Descendants("ProjectReference").Select(r => Output(Path.GetFullPath(Path.Combine(folder, r.Attribute("Include")!.Value))));
        var linked = xml.Descendants("Compile").Select(r => Path.Combine(folder, r.Attribute("Include")!.Value));
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToArray();
        string[] named = [.. xml.Descendants("AdditionalFiles").Select(a => Path.GetFullPath(Path.Combine(folder, a.Attribute("Include")!.Value)))];
        string[] locks = xml.Descendants("CompetencyLockFile").Concat(xml.Descendants("EnableDefaultCompetencyItems")).Any() ? named : [.. Upward(folder).Select(f => Path.Combine(f, LockDocument.FileName)).Where(File.Exists).Take(1)];
        return new ProjectCalls(
            [
                new CompilerCall(
                    project,
                    [
                        "/noconfig", "/nostdlib+", "/target:library", "/nullable:enable", $"/out:obj/{name}.dll", "/analyzerconfig:obj/build.globalconfig", "/langversion:13",
                        .. xml.Descendants("LangVersion").Select(v => $"/langversion:{v.Value}"),
                        .. xml.Descendants("GenerateDocumentationFile").Select(_ => $"/doc:obj/{name}.xml"),
                        .. xml.Descendants("DefineConstants").Select(d => $"/define:{d.Value}"),
                        .. Framework.Concat(others).Select(r => $"/reference:{r}"),
                        .. files.Where(f => f.EndsWith(".standard.json", StringComparison.Ordinal) || f.EndsWith(".mapping.json", StringComparison.Ordinal)).Concat(locks).Select(f => $"/additionalfile:{f}"),
                        .. files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).Concat(linked),
                    ],
                    [Output(Path.GetFullPath(project))]),
            ],
            Compiler: null,
            Error: null);
    }

    /// <summary>What the analyzers of the build say of the references of a project, with the words that they underline.</summary>
    public static async Task<IReadOnlyList<(int Line, int Column, string Message, string Words)>> Built(string project)
    {
        var call = Of(project).Calls.Single();
        var arguments = CSharpCommandLineParser.Default.Parse(call.Arguments, Path.GetDirectoryName(project), sdkDirectory: null);
        var trees = arguments.SourceFiles.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f.Path), arguments.ParseOptions, f.Path, cancellationToken: TestContext.Current.CancellationToken)).ToArray();
        System.Collections.Immutable.ImmutableArray<AdditionalText> files = [.. arguments.AdditionalFiles.Select(f => new AdditionalFile(f.Path))];
        var compilation = CSharpCompilation.Create("App", trees, arguments.MetadataReferences.Select(r => MetadataReference.CreateFromFile(r.Reference)), arguments.CompilationOptions);
        CSharpGeneratorDriver.Create([new StandardGenerator().AsSourceGenerator()], files, arguments.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        var found = await generated.WithAnalyzers([new KsbReferenceAnalyzer()], new AnalyzerOptions(files)).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. from diagnostic in found
               let at = diagnostic.Location.GetLineSpan().StartLinePosition
               let severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning"
               where diagnostic.Id is "KSB1006"
               select (at.Line + 1, at.Character + 1, $"{severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}", diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)),
        ];
    }

    private sealed class AdditionalFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }

    /// <summary>Compiles the output of a project that a test does not show to the tool.</summary>
    public static void Build(string project, string code)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Output(project))!);
        var built = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(project), [CSharpSyntaxTree.ParseText(code)], Framework.Select(f => MetadataReference.CreateFromFile(f)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(Output(project));
        Assert.True(built.Success, string.Join("\n", built.Diagnostics));
    }

    /// <summary>A project whose documentation comments the build reads.</summary>
    public static string Documented() => Project().Replace("<ItemGroup>", "<PropertyGroup><GenerateDocumentationFile>true</GenerateDocumentationFile></PropertyGroup><ItemGroup>", StringComparison.Ordinal);

    /// <summary>A project file that a test writes.</summary>
    public static string Project(string items = "") => $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"Competency.Core\" />{items}</ItemGroup></Project>";

    /// <summary>A project in the newest C# that the tool's own compiler knows.</summary>
    public static string PreviewProject { get; } = Project().Replace("<ItemGroup>", "<PropertyGroup><LangVersion>preview</LangVersion></PropertyGroup><ItemGroup>", StringComparison.Ordinal);

    private static string Output(string project) => Path.Combine(Path.GetDirectoryName(project)!, "bin", Path.GetFileNameWithoutExtension(project) + ".dll");

    private static IEnumerable<string> Upward(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
