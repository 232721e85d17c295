using Microsoft.CodeAnalysis;

namespace Competency.Analysis;

/// <summary>An operation, the member in which it stands, and where to report.</summary>
internal sealed record OperationPlace(IOperation Operation, ISymbol ContainingSymbol, Action<Diagnostic> ReportDiagnostic)
{
    /// <summary>Whether the references are those of a rule, of which KSB4001 is told instead of KSB1001.</summary>
    public bool IsOfRule { get; init; }
}
