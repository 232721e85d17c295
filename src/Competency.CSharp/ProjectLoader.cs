using System.Collections.Immutable;
using System.Text;
using Competency.Generation;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>Makes compilations of compiler calls. Of ours the tool's own copy is run in place of the project's; other generators only where the code does not compile without them.</summary>
/// <param name="read">Reads a file; null where it cannot be read.</param>
/// <param name="fail">Told why a project cannot be read.</param>
internal sealed class ProjectLoader(Func<string, string?> read, Action<string> fail)
{
    private readonly Dictionary<string, LoadedProject> _byOutput = new(StringComparer.Ordinal);
    private readonly Dictionary<CompilerCall, LoadedProject?> _loaded = [];
    private readonly Dictionary<string, MetadataReference> _references = new(StringComparer.Ordinal);

    /// <summary>The projects, each after those that it refers to.</summary>
    public IReadOnlyList<LoadedProject> Load(IReadOnlyList<CompilerCall> calls)
    {
        var ordered = new List<LoadedProject>();
        foreach (var call in calls)
        {
            Load(call, calls, ordered);
        }

        return ordered;
    }

    private void Load(CompilerCall call, IReadOnlyList<CompilerCall> calls, List<LoadedProject> ordered)
    {
        if (_loaded.ContainsKey(call))
        {
            return;
        }

        // Projects cannot refer to one another in a circle; calls that somebody made up must end all the same.
        _loaded.Add(call, null);
        var folder = Path.GetDirectoryName(Path.GetFullPath(call.Project))!;
        var arguments = CSharpCommandLineParser.Default.Parse(call.Arguments, folder, sdkDirectory: null);
        if (arguments.Errors.FirstOrDefault(e => e.Severity == DiagnosticSeverity.Error) is { } wrong)
        {
            fail($"{call.Project}: {wrong.Id}: {wrong.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.')}");
            return;
        }

        var references = arguments.MetadataReferences.Select(r => (Path: Path.GetFullPath(Path.Combine(folder, r.Reference)), r.Properties)).ToArray();
        foreach (var other in calls.Where(c => c.Outputs.Any(o => references.Any(r => r.Path == o))))
        {
            Load(other, calls, ordered);
        }

        if (Compile(call, folder, arguments, references) is { } project)
        {
            _loaded[call] = project;
            ordered.Add(project);
            foreach (var output in call.Outputs)
            {
                _byOutput[output] = project;
            }
        }
    }

    private LoadedProject? Compile(CompilerCall call, string folder, CSharpCommandLineArguments arguments, (string Path, MetadataReferenceProperties Properties)[] references)
    {
        // Names in comments go along as well, whether or not the build makes documentation of them.
        var options = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);
        var trees = new List<(SyntaxTree Tree, SourceDocument Source)>();
        foreach (var path in arguments.SourceFiles.Select(f => Path.GetFullPath(f.Path)))
        {
            if (read(path) is not { } text)
            {
                fail($"{call.Project}: {path} cannot be read");
                return null;
            }

            trees.Add((CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, path), new SourceDocument(path, text)));
        }

        var metadata = new List<MetadataReference>();
        foreach (var (path, properties) in references)
        {
            if (Reference(path, properties) is { } reference)
            {
                metadata.Add(reference);
            }
            else
            {
                fail($"{call.Project}: {path}, to which it refers, is not there; build the project first");
                return null;
            }
        }

        // Files that are named and gone are the build's to report.
        ImmutableArray<AdditionalText> files = [.. arguments.AdditionalFiles.Select(f => (f.Path, Text: read(f.Path))).Where(f => f.Text is not null).Select(f => new TextOfFile(f.Path, SourceText.From(f.Text!, Encoding.UTF8)))];
        var settings = new AnalyzerSettings(AnalyzerConfigSet.Create(arguments.AnalyzerConfigPaths.Select(p => (Path: p, Text: read(p))).Where(c => c.Text is not null).Select(c => AnalyzerConfig.Parse(c.Text!, c.Path)).ToArray()));
        var compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? Path.GetFileNameWithoutExtension(arguments.OutputFileName ?? call.Project),
            trees.Select(t => t.Tree),
            metadata,
            arguments.CompilationOptions.WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths)).WithSyntaxTreeOptionsProvider(new GeneratedFiles(settings)));
        var own = new StandardGenerator().AsSourceGenerator();
        CSharpGeneratorDriver.Create([own], files, options, settings).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var errors = LoadedProject.ErrorsOf((CSharpCompilation)generated);
        if (errors.Count > 0 && OtherGenerators.Of(arguments, folder) is { Count: > 0 } others)
        {
            CSharpGeneratorDriver.Create([own, .. others], files, options, settings).RunGeneratorsAndUpdateCompilation(compilation, out generated, out _);
            errors = LoadedProject.ErrorsOf((CSharpCompilation)generated);
        }

        var made = Path.GetFullPath(Path.Combine(folder, "obj")) + Path.DirectorySeparatorChar;
        var written = trees.Where(t => !t.Tree.FilePath.StartsWith(made, StringComparison.Ordinal) && !t.Tree.FilePath.StartsWith(arguments.OutputDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !IsGenerated(t.Tree) && !settings.IsGenerated(t.Tree));
        return new LoadedProject(call, (CSharpCompilation)generated, errors, files, settings, written.ToDictionary(t => t.Tree, t => t.Source), arguments.ParseOptions.DocumentationMode != DocumentationMode.None);
    }

    private MetadataReference? Reference(string path, MetadataReferenceProperties properties)
    {
        if (_byOutput.TryGetValue(path, out var project))
        {
            return project.Compilation.ToMetadataReference(properties.Aliases, properties.EmbedInteropTypes);
        }

        if (!_references.TryGetValue(path, out var reference))
        {
            if (!File.Exists(path))
            {
                return null;
            }

            _references.Add(path, reference = MetadataReference.CreateFromFile(path));
        }

        return reference.WithProperties(properties);
    }

    /// <summary>As the compiler tells generated files: by their names and by the comment at their beginning.</summary>
    private static bool IsGenerated(SyntaxTree tree)
    {
        var name = Path.GetFileNameWithoutExtension(tree.FilePath);
        return name.EndsWith(".g", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".g.i", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".designer", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".generated", StringComparison.OrdinalIgnoreCase)
            || tree.GetRoot().GetLeadingTrivia().Any(t => t.ToString() is var comment && (comment.Contains("<auto-generated") || comment.Contains("<autogenerated")));
    }
}
