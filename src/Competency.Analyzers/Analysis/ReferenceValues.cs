using Competency.Findings;
using Competency.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>The constants that a value can be which is handed to a place of KSB notation, and what is said of each.</summary>
internal sealed class ReferenceValues(WellKnownTypes types, KnownStandards known, StandardsInForce inForce, LockedReferences? locked, IReferenceObserver? observer, MarkedPlaces marked)
{
    /// <summary>What is handed to a symbol, if that holds notation.</summary>
    public void Into(OperationPlace context, IOperation value, ISymbol? target)
    {
        if (target is not null && types.HoldsNotation(target))
        {
            Value(context, value, target, call: null);
        }
    }

    /// <summary>Every constant that a value can be: through conversions, conditions, switches and the items of collections.</summary>
    public void Value(OperationPlace context, IOperation? value, ISymbol target, IOperation? call)
    {
        context = context with { IsOfRule = RuleTypes.IsOfRules(target.ContainingType) };

        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: string text }, Syntax: ExpressionSyntax expression }:
                References(context, text, target, expression, value.SemanticModel, inForce.Find(target, call, context.ContainingSymbol, value), inForce.Options(target, call, context.ContainingSymbol, value));
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
                if (marked.Of(assignment.Target) is null)
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

    /// <summary>
    /// <c>{ "K1", "S2" }</c> and <c>{ [0] = "K1" }</c>: what is added to a collection, or is an item of it. Of several arguments nobody can say which is
    /// the reference; what an own <c>Add</c> or indexer is marked to take is told with that.
    /// </summary>
    public void Added(OperationPlace context, IObjectOrCollectionInitializerOperation? initializer, ISymbol target)
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
    public bool Operands(OperationPlace context, IMethodSymbol? method, params IOperation[] operands)
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

    /// <summary>Tells one problem of a constant, where it stands.</summary>
    public static void Report(OperationPlace context, NotationProblem problem, ConstantMap map, HashSet<(string Message, Location Location)> told)
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

        context.ReportDiagnostic(FindingDiagnostics.Create(descriptor, location, context.IsOfRule ? RuleCheck.SeverityOf(descriptor) : descriptor.Severity, problem.Message, isExact ? problem.Suggestion : null));
    }
}
