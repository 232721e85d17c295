using System.Collections.Immutable;
using System.Globalization;
using Competency.Findings;
using Competency.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>Checks values of the generated <c>Ksb</c> enums that are not written as members: casts, <c>default</c>, <c>new</c>, combinations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KsbValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FindingDiagnostics.Of(FindingCatalogue.NoSuchKsbValue)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (WellKnownTypes.Of(start.Compilation) is null)
            {
                return;
            }

            var known = new KnownStandards(start.Compilation, start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterOperationAction(operation => Value(operation, known), OperationKind.Conversion, OperationKind.DefaultValue, OperationKind.ObjectCreation);
            start.RegisterOperationAction(operation => Combination(operation, known), OperationKind.Binary, OperationKind.Unary, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement);
        });
    }

    private static void Value(OperationAnalysisContext context, KnownStandards known)
    {
        var operation = context.Operation;
        if (StandardOf(operation.Type, known) is { } standard && operation.ConstantValue is { HasValue: true, Value: { } value }
            && (operation is not IConversionOperation conversion || !SymbolEqualityComparer.Default.Equals(conversion.Operand.Type, operation.Type)))
        {
            Report(context, ReferenceCheck.CheckValue(Convert.ToInt64(value, CultureInfo.InvariantCulture), standard));
        }
    }

    private static void Combination(OperationAnalysisContext context, KnownStandards known)
    {
        // A comparison is a Boolean and not of the enum's type. Of operators within one another the outermost is told.
        if (Made(context.Operation) is { } standard && (context.Operation.Parent is not (IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation) || Made(context.Operation.Parent) is null))
        {
            Report(context, ReferenceCheck.CombinedValues(standard));
        }

        // Operators take and make values that may be null as well.
        OccupationalStandard? Made(IOperation operation) =>
            StandardOf(operation.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : operation.Type, known);
    }

    private static OccupationalStandard? StandardOf(ITypeSymbol? type, KnownStandards known) =>
        type is { TypeKind: TypeKind.Enum, Name: "Ksb" } ? known.Of(type.ContainingType) : null;

    private static void Report(OperationAnalysisContext context, NotationProblem? problem)
    {
        if (problem is not null)
        {
            context.ReportDiagnostic(FindingDiagnostics.Create(problem.Descriptor, context.Operation.Syntax.GetLocation(), problem.Descriptor.Severity, problem.Message, problem.Suggestion));
        }
    }
}
