using System.Collections.Immutable;
using Competency.Findings;
using Competency.Notation;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>The references of one compilation: every operation that hands a constant to a place of KSB notation, compares it with one, or names a standard.</summary>
internal sealed class ReferenceOperations(WellKnownTypes types, KnownStandards known, StandardsInForce inForce, LockedReferences? locked, IReferenceObserver? observer)
{
    private readonly MarkedPlaces _marked = new(types);

    // Conversions, calls and property references by themselves are none: ordinary code is full of them, and nearly none of it is marked.
    public static readonly ImmutableArray<OperationKind> Kinds =
    [
        OperationKind.Argument, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.FieldInitializer,
        OperationKind.PropertyInitializer, OperationKind.ParameterInitializer, OperationKind.Return, OperationKind.YieldReturn, OperationKind.Attribute,
        OperationKind.DeconstructionAssignment, OperationKind.CompoundAssignment, OperationKind.MemberInitializer,
        OperationKind.IsPattern, OperationKind.SwitchExpression, OperationKind.Switch, OperationKind.PropertySubpattern, OperationKind.Binary,
        OperationKind.RecursivePattern, OperationKind.TupleBinary,
    ];

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
                Attribute(place);
                locked?.Attribute(place.ContainingSymbol, (IAttributeOperation)place.Operation, place.ReportDiagnostic);
                Naming(place, (IAttributeOperation)place.Operation);
                break;
            case OperationKind.FieldReference:
                locked?.Member(place.ContainingSymbol, (IFieldReferenceOperation)place.Operation, place.ReportDiagnostic);
                observer?.Member(place.ContainingSymbol, (IFieldReferenceOperation)place.Operation, known);
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
                    Added(place, member.Initializer, collection);
                }

                break;
            default:
                Compared(place);
                break;
        }
    }

    /// <summary>A member of a generated enum in a documentation comment.</summary>
    public void Comment(ISymbol from, (KsbCode Code, OccupationalStandard Standard) of, Location place, Action<Diagnostic> report)
    {
        locked?.Comment(from, of, place, report);
        observer?.Comment(from, of, place);
    }

    /// <summary>What the getter of a marked property returns, or yields one by one.</summary>
    private void Returned(OperationPlace context)
    {
        if (context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } && context.Operation is IReturnOperation { ReturnedValue: { } value }
            && !IsWithinLocalFunction(context.Operation))
        {
            Into(context, value, property);
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
            Value(context, argument.Value, target, argument.Parent);
        }
        else if (types.IsForStandard(parameter.ContainingType))
        {
            Standard(context, argument.Value);
        }
    }

    private void Assignment(OperationPlace context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (_marked.Of(assignment.Target) is { } target)
        {
            Value(context, assignment.Value, target, call: null);
        }
        else if (assignment.Target is IPropertyReferenceOperation { Property: { Name: StandardsInForce.OptionProperty } option } && types.NamesStandard(option.ContainingType))
        {
            Option(context, assignment.Value);
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
            Value(context, value, symbol, call: null);
        }
    }

    /// <summary><c>A += ", K9"</c>: what begins with a separator continues no reference, and can be read by itself.</summary>
    private void Appended(OperationPlace context)
    {
        var assignment = (ICompoundAssignmentOperation)context.Operation;
        if (assignment.OperatorMethod is { IsStatic: false } of ? Operands(context, of, assignment.Value) : Operands(context, assignment.OperatorMethod, assignment.Target, assignment.Value))
        {
            return;
        }

        if (assignment.OperatorKind == BinaryOperatorKind.Add && _marked.Of(assignment.Target) is { } target
            && assignment.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } && text[0] is ' ' or ',' or ';' or '/' or '\n')
        {
            Value(context, assignment.Value, target, call: null);
        }
    }

    /// <summary>
    /// <c>{ "K1", "S2" }</c> and <c>{ [0] = "K1" }</c>: what is added to a collection, or is an item of it. Of several arguments nobody can say which is
    /// the reference; what an own <c>Add</c> or indexer is marked to take is told with that.
    /// </summary>
    private void Added(OperationPlace context, IObjectOrCollectionInitializerOperation? initializer, ISymbol target)
    {
        foreach (var element in initializer?.Initializers ?? [])
        {
            if (element is IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } arguments } && !types.HoldsNotation(arguments[0].Parameter))
            {
                Value(context, arguments[0].Value, target, call: null);
            }
            else if (element is ISimpleAssignmentOperation { Target: { } item } assignment && (item is IArrayElementReferenceOperation
                || (item is IPropertyReferenceOperation { Property: { IsIndexer: true } indexer } && !types.HoldsNotation(indexer) && MarkedPlaces.IsItem(indexer))))
            {
                Value(context, assignment.Value, target, call: null);
            }
        }
    }

    /// <summary>What an operator takes, of which the parameter is marked.</summary>
    private bool Operands(OperationPlace context, IMethodSymbol? method, params IOperation[] operands)
    {
        var isMarked = false;
        for (var i = 0; i < operands.Length && i < method?.Parameters.Length; i++)
        {
            if (types.HoldsNotation(method.Parameters[i]))
            {
                isMarked = true;
                Value(context, operands[i], method.Parameters[i], call: null);
            }
        }

        return isMarked;
    }

    /// <summary>The constants that a value which holds notation is compared with: by <c>==</c>, in patterns and in cases.</summary>
    private void Compared(OperationPlace context)
    {
        switch (context.Operation)
        {
            case IBinaryOperation binary when Operands(context, binary.OperatorMethod, binary.LeftOperand, binary.RightOperand):
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                Equal(context, comparison.LeftOperand, comparison.RightOperand);
                break;
            case ITupleBinaryOperation tuples:
                Equal(context, tuples.LeftOperand, tuples.RightOperand);
                break;
            case IIsPatternOperation test:
                Tested(context, test.Value, test.Pattern);
                break;
            case IPropertySubpatternOperation property when _marked.Of(property.Member) is { } member:
                Pattern(context, property.Pattern, member);
                break;
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol deconstruct } pattern:
                Positions(context, pattern, deconstruct);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    Tested(context, choice.Value, arm.Pattern);
                }

                break;
            case ISwitchOperation choice:
                foreach (var clause in choice.Cases.SelectMany(c => c.Clauses))
                {
                    Tested(context, choice.Value, (clause as IPatternCaseClauseOperation)?.Pattern);
                    if (clause is ISingleValueCaseClauseOperation single && _marked.Of(choice.Value) is { } chosen)
                    {
                        Value(context, single.Value, chosen, call: null);
                    }
                }

                break;
        }
    }

    /// <summary>The two sides of a comparison; of tuples, element by element.</summary>
    private void Equal(OperationPlace context, IOperation left, IOperation right)
    {
        if (left.Unwrapped() is ITupleOperation ofLeft && right.Unwrapped() is ITupleOperation ofRight && ofLeft.Elements.Length == ofRight.Elements.Length)
        {
            for (var i = 0; i < ofLeft.Elements.Length; i++)
            {
                Equal(context, ofLeft.Elements[i], ofRight.Elements[i]);
            }
        }
        else if (_marked.Of(left) is { } leftTarget)
        {
            Value(context, right, leftTarget, call: null);
        }
        else if (_marked.Of(right) is { } rightTarget)
        {
            Value(context, left, rightTarget, call: null);
        }
    }

    /// <summary>A value and the pattern that it is held against; of a tuple, element by element.</summary>
    private void Tested(OperationPlace context, IOperation value, IPatternOperation? pattern)
    {
        if (_marked.Of(value) is { } target)
        {
            Pattern(context, pattern, target);
            return;
        }

        if (value.Unwrapped() is not ITupleOperation tuple)
        {
            return;
        }

        switch (pattern)
        {
            case IRecursivePatternOperation { DeconstructSymbol: null, DeconstructionSubpatterns: var parts } when parts.Length == tuple.Elements.Length:
                for (var i = 0; i < parts.Length; i++)
                {
                    Tested(context, tuple.Elements[i], parts[i]);
                }

                break;
            case IBinaryPatternOperation binary:
                Tested(context, value, binary.LeftPattern);
                Tested(context, value, binary.RightPattern);
                break;
            case INegatedPatternOperation negated:
                Tested(context, value, negated.Pattern);
                break;
        }
    }

    /// <summary><c>is ("K1", _)</c>: what <c>Deconstruct</c> hands out, by position.</summary>
    private void Positions(OperationPlace context, IRecursivePatternOperation pattern, IMethodSymbol deconstruct)
    {
        // One that is an extension begins with what it deconstructs.
        var first = deconstruct.Parameters.Length - pattern.DeconstructionSubpatterns.Length;
        for (var i = 0; first >= 0 && i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            if (types.HoldsNotation(deconstruct.Parameters[first + i]))
            {
                Pattern(context, pattern.DeconstructionSubpatterns[i], deconstruct.Parameters[first + i]);
            }
        }
    }

    private void Pattern(OperationPlace context, IPatternOperation? pattern, ISymbol target)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                Value(context, constant.Value, target, call: null);
                break;
            case IBinaryPatternOperation binary:
                Pattern(context, binary.LeftPattern, target);
                Pattern(context, binary.RightPattern, target);
                break;
            case INegatedPatternOperation negated:
                Pattern(context, negated.Pattern, target);
                break;
            case IListPatternOperation list:
                foreach (var item in list.Patterns)
                {
                    Pattern(context, item, target);
                }

                break;
            case ISlicePatternOperation slice:
                Pattern(context, slice.Pattern, target);
                break;
        }
    }

    /// <summary>KSB1009: an option that the standard beside it lacks.</summary>
    private void Option(OperationPlace context, IOperation value)
    {
        if (value is not { ConstantValue: { HasValue: true, Value: string text }, Syntax: ExpressionSyntax expression } || context.Operation.Parent?.Parent is not IObjectCreationOperation attribute)
        {
            return;
        }

        var standard = inForce.NamedBy(attribute);
        if (observer is not null && (standard ?? OfDerived(context)) is { } named)
        {
            observer.Option(text, named, expression, value.SemanticModel);
        }

        if (standard is not null && OptionCheck.CheckName(text, standard, new SourceSpan(0, text.Length)) is { } problem)
        {
            Report(context, problem, ConstantMap.Create(expression, text, value.SemanticModel), []);
        }
    }

    /// <summary>The standard of an attribute of one's own, which hands its id on: the one that all attributes of the kind there name.</summary>
    private OccupationalStandard? OfDerived(OperationPlace context) => inForce.Declared(context.ContainingSymbol, upTo: context.ContainingSymbol) is { Count: 1 } only ? only[0] : null;

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
            Into(context, initializer.Value, symbol);
        }
    }

    /// <summary>KSB1005: the generated <c>[Covers]</c> of one standard where another is in force.</summary>
    private void Attribute(OperationPlace context)
    {
        if (((IAttributeOperation)context.Operation).Operation is not IObjectCreationOperation { Type: INamedTypeSymbol attribute } creation
            || !types.IsKsbReference(attribute) || known.Of(attribute.ContainingType) is not { } standard)
        {
            return;
        }

        var standards = inForce.Declared(context.ContainingSymbol, upTo: null);
        if (standards.Count > 0 && !standards.Any(s => s.Id == standard.Id))
        {
            context.ReportDiagnostic(FindingDiagnostics.Create(
                FindingCatalogue.NotOfStandardInForce,
                context.Operation.Syntax is AttributeSyntax syntax ? syntax.Name.GetLocation() : context.Operation.Syntax.GetLocation(),
                FindingCatalogue.NotOfStandardInForce.Severity,
                $"{attribute.ContainingType.Name} is {standard.Id}, and not the standard in force here, {string.Join(" and ", standards.Select(s => s.Id))}",
                suggestion: null));
        }

        foreach (var (chosen, option) in inForce.DeclaredOptions(context.ContainingSymbol, upTo: null).Where(o => o.Standard.Id == standard.Id))
        {
            Members(context, creation, chosen, option);
        }
    }

    /// <summary>What an attribute that names a standard says, with all that its neighbours of the same kind name.</summary>
    private void Naming(OperationPlace context, IAttributeOperation attribute)
    {
        if (observer is not null && attribute.Operation is IObjectCreationOperation { Type: INamedTypeSymbol type } creation && types.NamesStandard(type))
        {
            observer.Naming(context.ContainingSymbol, creation, inForce.Declared(context.ContainingSymbol, upTo: context.ContainingSymbol));
        }
    }

    /// <summary>KSB1009 for members of a generated enum that belong to other options alone.</summary>
    private static void Members(OperationPlace context, IObjectCreationOperation attribute, OccupationalStandard standard, StandardOption option)
    {
        foreach (var value in attribute.Arguments.SelectMany(a => a.Value.DescendantsAndSelf()))
        {
            if (value is IFieldReferenceOperation { Field: { HasConstantValue: true } } && value.ConstantValue.Value is ushort packed && packed >> 12 is >= 1 and <= 6 && (packed & 0xFFF) != 0)
            {
                foreach (var problem in OptionCheck.Check(KsbNotation.Parse(KsbCode.FromValue(packed).ToString()), standard, option))
                {
                    context.ReportDiagnostic(FindingDiagnostics.Create(problem.Descriptor, value.Syntax.GetLocation(), problem.Descriptor.Severity, problem.Message, problem.Suggestion));
                }
            }
        }
    }

    private void Into(OperationPlace context, IOperation value, ISymbol? target)
    {
        if (target is not null && types.HoldsNotation(target))
        {
            Value(context, value, target, call: null);
        }
    }

    /// <summary>Every constant that a value can be: through conversions, conditions, switches and the items of collections.</summary>
    private void Value(OperationPlace context, IOperation? value, ISymbol target, IOperation? call)
    {
        context = context with { IsOfRule = RuleTypes.IsOfRules(target.ContainingType) };

        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: string text }, Syntax: ExpressionSyntax expression }:
                References(context, text, target, expression, value.SemanticModel, inForce.Find(target, call, context.ContainingSymbol), inForce.Options(target, call, context.ContainingSymbol));
                break;
            case IConversionOperation conversion:
                // What a conversion of one's own is marked to take is told with that.
                if (conversion.OperatorMethod is not { } method || !types.HoldsNotation(method.Parameters[0]))
                {
                    Value(context, conversion.Operand, target, call);
                }

                break;
            case ISimpleAssignmentOperation assignment:
                // One to a place of notation is told with that.
                if (_marked.Of(assignment.Target) is null)
                {
                    Value(context, assignment.Value, target, call);
                }

                break;
            case IParenthesizedOperation parenthesized:
                Value(context, parenthesized.Operand, target, call);
                break;
            case IConditionalOperation conditional:
                Value(context, conditional.WhenTrue, target, call);
                Value(context, conditional.WhenFalse, target, call);
                break;
            case ICoalesceOperation coalesce:
                Value(context, coalesce.Value, target, call);
                Value(context, coalesce.WhenNull, target, call);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    Value(context, arm.Value, target, call);
                }

                break;
            case IArrayCreationOperation { Initializer: { } initializer }:
                Value(context, initializer, target, call);
                break;
            case IArrayInitializerOperation items:
                foreach (var item in items.ElementValues)
                {
                    Value(context, item, target, call);
                }

                break;
            case IObjectCreationOperation { Initializer: { } added }:
                Added(context, added, target);
                break;
            case ISpreadOperation spread:
                Value(context, spread.Operand, target, call);
                break;
            case ICollectionExpressionOperation collection:
                foreach (var item in collection.Elements)
                {
                    Value(context, item, target, call);
                }

                break;
        }
    }

    private void References(OperationPlace context, string text, ISymbol target, ExpressionSyntax expression, SemanticModel? model, IReadOnlyList<OccupationalStandard> standards, IReadOnlyList<(OccupationalStandard Standard, StandardOption Option)> options)
    {
        var references = KsbNotation.Parse(text);
        var catalogue = standards.Count > 0 || references.References.Any(r => r.Qualifier.HasValue) ? known.Catalogue : new StandardCatalogue([]);
        observer?.Text(context.ContainingSymbol, text, references, standards, inForce.IsOfApi(target) ? target : null, expression, model);
        locked?.Text(context.ContainingSymbol, text, references, standards, expression, model, context.ReportDiagnostic);
        var problems = ReferenceCheck.CheckBeside(references, standards, catalogue)
            .Concat(options.SelectMany(o => OptionCheck.Check(references, o.Standard, o.Option)))
            .ToArray();
        if (problems.Length > 0)
        {
            var map = ConstantMap.Create(expression, text, model);
            var told = new HashSet<(string Message, Location Location)>();
            foreach (var problem in problems)
            {
                Report(context, problem, map, told);
            }
        }
    }

    /// <summary>KSB1007: the id of a standard that is not known.</summary>
    private void Standard(OperationPlace context, IOperation value)
    {
        if (value is not { ConstantValue: { HasValue: true, Value: string text }, Syntax: ExpressionSyntax expression })
        {
            return;
        }

        observer?.Standard(text, expression, value.SemanticModel);
        var whole = new SourceSpan(0, text.Length);
        var problem = StandardId.TryParse(text, out var id)
            ? ReferenceCheck.CheckStandard(id, whole, known.Catalogue)
            : ReferenceCheck.NotAStandard(text, whole, known.Catalogue);
        if (problem is not null)
        {
            Report(context, problem, ConstantMap.Create(expression, text, value.SemanticModel), []);
        }
    }

    private static void Report(OperationPlace context, NotationProblem problem, ConstantMap map, HashSet<(string Message, Location Location)> told)
    {
        var descriptor = context.IsOfRule ? RuleCheck.OfRule(problem.Descriptor) : problem.Descriptor;
        if (context.IsOfRule && RuleCheck.IsOfQualifier(descriptor))
        {
            // A requirement names no standard at all: RuleAnalyzer says so.
            return;
        }

        // A constant that stands elsewhere has one place here for all of its mistakes: each is told once.
        var location = map.Locate(problem.Span, out var isExact);
        if (!isExact && !told.Add((problem.Message, location)))
        {
            return;
        }

        context.ReportDiagnostic(FindingDiagnostics.Create(descriptor, location, descriptor.Severity, problem.Message, isExact ? problem.Suggestion : null));
    }
}
