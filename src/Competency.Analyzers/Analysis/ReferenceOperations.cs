using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>The references of one compilation: every operation that hands a constant to a place of KSB notation, compares it with one, or names a standard.</summary>
internal sealed class ReferenceOperations
{
    // Conversions, calls and property references by themselves are none: ordinary code is full of them, and nearly none of it is marked.
    public static readonly ImmutableArray<OperationKind> Kinds =
    [
        OperationKind.Argument, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.FieldInitializer,
        OperationKind.PropertyInitializer, OperationKind.ParameterInitializer, OperationKind.Return, OperationKind.YieldReturn, OperationKind.Attribute,
        OperationKind.DeconstructionAssignment, OperationKind.CompoundAssignment, OperationKind.MemberInitializer,
        OperationKind.IsPattern, OperationKind.SwitchExpression, OperationKind.Switch, OperationKind.PropertySubpattern, OperationKind.Binary,
        OperationKind.RecursivePattern, OperationKind.TupleBinary,
    ];

    private readonly WellKnownTypes _types;
    private readonly KnownStandards _known;
    private readonly LockedReferences? _locked;
    private readonly IReferenceObserver? _observer;
    private readonly MarkedPlaces _marked;
    private readonly ReferenceValues _values;
    private readonly ReferenceComparisons _comparisons;
    private readonly NamedStandards _standards;

    public ReferenceOperations(WellKnownTypes types, KnownStandards known, StandardsInForce inForce, LockedReferences? locked, IReferenceObserver? observer)
    {
        (_types, _known, _locked, _observer) = (types, known, locked, observer);
        _marked = new MarkedPlaces(types);
        _values = new ReferenceValues(types, known, inForce, locked, observer, _marked);
        _comparisons = new ReferenceComparisons(types, _marked, _values);
        _standards = new NamedStandards(types, known, inForce, observer);
    }

    public void Operation(OperationPlace place)
    {
        switch (place.Operation.Kind)
        {
            case OperationKind.Argument:
                Argument(place);
                break;
            case OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment:
                Assignment(place);
                break;
            case OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer:
                Initializer(place);
                break;
            case OperationKind.Return or OperationKind.YieldReturn:
                Returned(place);
                break;
            case OperationKind.Attribute:
                _standards.Attribute(place);
                _locked?.Attribute(place.ContainingSymbol, (IAttributeOperation)place.Operation, place.ReportDiagnostic);
                _standards.Naming(place, (IAttributeOperation)place.Operation);
                break;
            case OperationKind.FieldReference:
                _locked?.Member(place.ContainingSymbol, (IFieldReferenceOperation)place.Operation, place.ReportDiagnostic);
                _observer?.Member(place.ContainingSymbol, (IFieldReferenceOperation)place.Operation, _known);
                break;
            case OperationKind.DeconstructionAssignment:
                var deconstruction = (IDeconstructionAssignmentOperation)place.Operation;
                Deconstructed(place, deconstruction.Target, deconstruction.Value);
                break;
            case OperationKind.CompoundAssignment:
                Appended(place);
                break;
            case OperationKind.MemberInitializer:
                var member = (IMemberInitializerOperation)place.Operation;
                if (_marked.Of(member.InitializedMember) is { } collection)
                {
                    _values.Added(place, member.Initializer, collection);
                }

                break;
            default:
                _comparisons.Compared(place);
                break;
        }
    }

    /// <summary>A member of a generated enum in a documentation comment.</summary>
    public void Comment(ISymbol from, (KsbCode Code, OccupationalStandard Standard) of, Location place, Action<Diagnostic> report)
    {
        _locked?.Comment(from, of, place, report);
        _observer?.Comment(from, of, place);
    }

    /// <summary>What the getter of a marked property returns, or yields one by one.</summary>
    private void Returned(OperationPlace context)
    {
        if (context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } && context.Operation is IReturnOperation { ReturnedValue: { } value }
            && !IsWithinLocalFunction(context.Operation))
        {
            _values.Into(context, value, property);
        }
    }

    private static bool IsWithinLocalFunction(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is ILocalFunctionOperation or IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private void Argument(OperationPlace context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { } parameter)
        {
            // A default value is checked where it is declared.
            return;
        }

        if (_marked.Of(argument) is { } target)
        {
            _values.Value(context, argument.Value, target, argument.Parent);
        }
        else if (_types.IsForStandard(parameter.ContainingType))
        {
            _standards.Standard(context, argument.Value);
        }
        else if (RuleTypes.IsOptionAsked(parameter))
        {
            _standards.Asked(context, argument, parameter);
        }
    }

    private void Assignment(OperationPlace context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (_marked.Of(assignment.Target) is { } target)
        {
            _values.Value(context, assignment.Value, target, call: null);
        }
        else if (assignment.Target is IPropertyReferenceOperation { Property: { Name: StandardsInForce.OptionProperty } option } && _types.NamesStandard(option.ContainingType))
        {
            _standards.Option(context, assignment.Value);
        }
    }

    /// <summary><c>(A, B) = ("K1", "K2")</c>, element by element.</summary>
    private void Deconstructed(OperationPlace context, IOperation target, IOperation value)
    {
        value = value.Unwrapped();
        if (value is IConditionalOperation { WhenFalse: { } otherwise } conditional)
        {
            Deconstructed(context, target, conditional.WhenTrue);
            Deconstructed(context, target, otherwise);
        }
        else if (value is ISwitchExpressionOperation choice)
        {
            foreach (var arm in choice.Arms)
            {
                Deconstructed(context, target, arm.Value);
            }
        }
        else if (target is ITupleOperation targets && value is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            for (var i = 0; i < targets.Elements.Length; i++)
            {
                Deconstructed(context, targets.Elements[i], values.Elements[i]);
            }
        }
        else if (_marked.Of(target) is { } symbol)
        {
            _values.Value(context, value, symbol, call: null);
        }
    }

    /// <summary><c>A += ", K9"</c>: what begins with a separator continues no reference, and can be read by itself.</summary>
    private void Appended(OperationPlace context)
    {
        var assignment = (ICompoundAssignmentOperation)context.Operation;
        if (assignment.OperatorMethod is { IsStatic: false } of ? _values.Operands(context, of, assignment.Value) : _values.Operands(context, assignment.OperatorMethod, assignment.Target, assignment.Value))
        {
            return;
        }

        if (assignment.OperatorKind == BinaryOperatorKind.Add && _marked.Of(assignment.Target) is { } target
            && assignment.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } && text[0] is ' ' or ',' or ';' or '/' or '\n')
        {
            _values.Value(context, assignment.Value, target, call: null);
        }
    }

    private void Initializer(OperationPlace context)
    {
        var initializer = (ISymbolInitializerOperation)context.Operation;
        foreach (var symbol in initializer switch
        {
            IFieldInitializerOperation field => field.InitializedFields.Cast<ISymbol>(),
            IPropertyInitializerOperation property => property.InitializedProperties,
            IParameterInitializerOperation parameter => [parameter.Parameter],
            _ => [],
        })
        {
            _values.Into(context, initializer.Value, symbol);
        }
    }
}
