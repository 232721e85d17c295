using System.Collections.Immutable;
using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>What all analyzers here share: they report findings of the catalogue, run side by side, and leave generated code alone.</summary>
public abstract class FindingAnalyzer : DiagnosticAnalyzer
{
    private protected FindingAnalyzer(params FindingDescriptor[] findings) => SupportedDiagnostics = FindingDiagnostics.Of(findings);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        Register(context);
    }

    /// <summary>Registers what is looked at.</summary>
    private protected abstract void Register(AnalysisContext context);
}
