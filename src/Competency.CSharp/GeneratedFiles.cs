using Microsoft.CodeAnalysis;

namespace Competency.CSharp;

/// <summary>Tells the compiler which files are said to be generated, so that analyzers pass over them as they do in the build. Severities do not matter here.</summary>
internal sealed class GeneratedFiles(AnalyzerSettings settings) : SyntaxTreeOptionsProvider
{
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => settings.IsGenerated(tree) ? GeneratedKind.MarkedGenerated : GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return false;
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return false;
    }
}
