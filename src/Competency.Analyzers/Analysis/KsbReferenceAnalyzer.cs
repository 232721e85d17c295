using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>Checks KSB references in C#: every constant string that meets a place that holds KSB notation or names a standard.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KsbReferenceAnalyzer() : FindingAnalyzer(
    FindingCatalogue.UnknownCode,
    FindingCatalogue.RuleUnknownKsb,
    FindingCatalogue.MalformedNotation,
    FindingCatalogue.RepeatedReference,
    FindingCatalogue.BadRange,
    FindingCatalogue.NotOfStandardInForce,
    FindingCatalogue.UnknownStandard,
    FindingCatalogue.NotInOption,
    FindingCatalogue.MeaningChanged,
    FindingCatalogue.NotLocked)
{
    private protected override void Register(AnalysisContext context)
    {
        context.RegisterCompilationStartAction(static start =>
        {
            if (WellKnownTypes.Of(start.Compilation) is not { } types)
            {
                return;
            }

            var known = new KnownStandards(start.Compilation, start.Options.AdditionalFiles, start.CancellationToken);
            var locked = LockedReferences.Of(start.Options.AdditionalFiles, known, start.CancellationToken);
            Register(start, new ReferenceOperations(types, known, new StandardsInForce(start.Compilation, types, known), locked, observer: null), known, isObserved: false, seesMembers: locked is not null);
        });
    }

    /// <summary>Shows every reference to somebody else, and reports nothing: what moves references sees exactly those that the analyzer judges.</summary>
    internal static void Observe(CompilationStartAnalysisContext start, WellKnownTypes types, KnownStandards known, IReferenceObserver observer) =>
        Register(start, new ReferenceOperations(types, known, new StandardsInForce(start.Compilation, types, known), locked: null, observer), known, isObserved: true, seesMembers: true);

    private static void Register(CompilationStartAnalysisContext start, ReferenceOperations check, KnownStandards known, bool isObserved, bool seesMembers)
    {
        start.RegisterOperationAction(
            operation => Seen(operation.Operation, operation.ContainingSymbol, operation.ReportDiagnostic),
            seesMembers ? ReferenceOperations.Kinds.Add(OperationKind.FieldReference) : ReferenceOperations.Kinds);
        LocalFunctionParts.Register(start, Apart);
        PartialConstructorParts.Register(start, Apart);
        if (seesMembers)
        {
            CommentMembers.Register(start, known, check.Comment);
        }

        void Seen(IOperation operation, ISymbol of, Action<Diagnostic> report)
        {
            if (!PartialConstructorParts.Holds(operation, of))
            {
                Apart(operation, of, report);
            }
        }

        void Apart(IOperation operation, ISymbol of, Action<Diagnostic> report) => check.Operation(new OperationPlace(operation, of, isObserved ? static _ => { } : report));
    }
}
