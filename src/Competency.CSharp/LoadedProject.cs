using System.Collections.Immutable;
using Competency.Analysis;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.CSharp;

/// <summary>A project as the compiler sees it, the generated types included.</summary>
internal sealed class LoadedProject(CompilerCall call, CSharpCompilation compilation, IReadOnlyList<Diagnostic> errors, ImmutableArray<AdditionalText> files, AnalyzerSettings settings, IReadOnlyDictionary<SyntaxTree, SourceDocument> written, bool readsComments)
{
    private readonly Dictionary<string, ReferenceCollector> _collected = new(StringComparer.Ordinal);
    private IReadOnlyList<ReferenceCollector.MemberReference>? _missing;
    private KnownStandards? _types;

    /// <summary>The path of the project file.</summary>
    public string Path => call.Project;

    public CSharpCompilation Compilation => compilation;

    /// <summary>The files that people write, and that can be written anew: not those that a build or a generator makes.</summary>
    public IReadOnlyDictionary<SyntaxTree, SourceDocument> Written => written;

    /// <summary>The lock among the project's files; null where it has none.</summary>
    public string? LockPath => files.FirstOrDefault(f => Documents.LockDocument.IsLock(f.Path))?.Path;

    /// <summary>Whether the build reads documentation comments: else it reports nothing of the names in them, and nothing of them is locked.</summary>
    public bool ReadsComments => readsComments;

    /// <summary>Whether it refers to Competency at all.</summary>
    public bool HoldsReferences { get; } = WellKnownTypes.Of(compilation) is not null;

    /// <summary>Errors of the compiler. Where there are any, some references may not be understood.</summary>
    public IReadOnlyList<Diagnostic> Errors => errors;

    /// <summary>Members of generated enums that are not there any more, as where a standard was published anew: what they meant, a lock can know.</summary>
    public IReadOnlyList<ReferenceCollector.MemberReference> Missing => _missing ??= [.. Errors.Select(e => MissingMember.Of(e, compilation, Types)).OfType<ReferenceCollector.MemberReference>()];

    /// <summary>Errors that are no missing members.</summary>
    public IReadOnlyList<Diagnostic> Unexplained => [.. Errors.Where(e => Missing.All(m => m.Place != e.Location))];

    /// <summary>The standards that its types carry. What <see cref="Collect"/> knows has symbols of its own: analyzers are run on a compilation that is another object.</summary>
    public KnownStandards Types => _types ??= new KnownStandards(compilation, files, CancellationToken.None);

    public static IReadOnlyList<Diagnostic> ErrorsOf(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && !d.IsSuppressed && d.Id.StartsWith("CS", StringComparison.Ordinal) && d.WarningLevel == 0)];

    /// <summary>The references.</summary>
    /// <param name="others">Standards that are known beside those of the project.</param>
    public ReferenceCollector Collect(IReadOnlyList<OccupationalStandard> others)
    {
        var key = string.Join(" ", others.Select(o => o.Id));
        if (!_collected.TryGetValue(key, out var collector))
        {
            collector = new ReferenceCollector(others);
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions(files, settings), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            var found = new CompilationWithAnalyzers(compilation, [collector], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
            if (found.FirstOrDefault(d => d.Severity >= DiagnosticSeverity.Warning) is { } fault)
            {
                // AD0001: half of the references would be worse than none.
                throw new InvalidOperationException($"{call.Project}: {fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
            }

            _collected.Add(key, collector);
        }

        return collector;
    }
}
