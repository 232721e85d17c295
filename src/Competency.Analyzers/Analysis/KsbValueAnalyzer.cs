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
public sealed class KsbValueAnalyzer() : FindingAnalyzer(FindingCatalogue.NoSuchKsbValue)
{
    private static readonly ImmutableArray<OperationKind> Values = [OperationKind.Conversion, OperationKind.DefaultValue, OperationKind.ObjectCreation];

    private static readonly ImmutableArray<OperationKind> Combinations =
        [OperationKind.Binary, OperationKind.Unary, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterCompilationStartAction(static start =>
        {
            if (WellKnownTypes.Of(start.Compilation) is null)
            {
                return;
            }

            var known = new KnownStandards(start.Compilation, start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterOperationAction(
                context =>
                {
                    if (!PartialConstructorParts.Holds(context.Operation, context.ContainingSymbol))
                    {
                        Check(context.Operation, known, context.ReportDiagnostic);
                    }
                },
                Values.AddRange(Combinations));
            LocalFunctionParts.Register(start, (operation, _, report) => Check(operation, known, report));
            PartialConstructorParts.Register(start, (operation, _, report) => Check(operation, known, report));
        });
    }

    private static void Check(IOperation operation, KnownStandards known, Action<Diagnostic> report)
    {
        var problem = Values.Contains(operation.Kind) ? Value(operation, known) : Combinations.Contains(operation.Kind) ? Combination(operation, known) : null;
        if (problem is not null)
        {
            report(FindingDiagnostics.Create(problem.Descriptor, operation.Syntax.GetLocation(), problem.Descriptor.Severity, problem.Message, problem.Suggestion));
        }
    }

    private static NotationProblem? Value(IOperation operation, KnownStandards known)
    {
        // A default value is checked where it is declared, and not at each call that leaves it out.
        if (operation.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue } || StandardOf(operation.Type, known) is not { } standard || operation.ConstantValue is not { HasValue: true, Value: { } constant }
            || (operation is IConversionOperation conversion && SymbolEqualityComparer.Default.Equals(conversion.Operand.Type, operation.Type)))
        {
            return null;
        }

        // The type leaves out the statements that nobody could read; its document says which they are.
        var value = Convert.ToInt64(constant, CultureInfo.InvariantCulture);
        return ReferenceCheck.CheckValue(value, standard) is null ? null : ReferenceCheck.CheckValue(value, known.Catalogue.Find(standard.Id) ?? standard);
    }

    private static NotationProblem? Combination(IOperation operation, KnownStandards known)
    {
        // A comparison is a Boolean and not of the enum's type. Of operators within one another the outermost is told.
        return Made(operation) is { } standard && (operation.Parent is not (IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation) || Made(operation.Parent) is null)
            ? ReferenceCheck.CombinedValues(standard)
            : null;

        // Operators take and make values that may be null as well.
        OccupationalStandard? Made(IOperation made) =>
            StandardOf(made.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : made.Type, known);
    }

    private static OccupationalStandard? StandardOf(ITypeSymbol? type, KnownStandards known) =>
        type is { TypeKind: TypeKind.Enum, Name: "Ksb" } ? known.Of(type.ContainingType) : null;
}
