using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>The constants that a value which holds notation is compared with: by <c>==</c>, in patterns and in cases.</summary>
internal sealed class ReferenceComparisons(WellKnownTypes types, MarkedPlaces marked, ReferenceValues values)
{
    /// <summary>Looks at an operation that compares.</summary>
    public void Compared(OperationPlace context)
    {
        switch (context.Operation)
        {
            case IBinaryOperation binary when values.Operands(context, binary.OperatorMethod, binary.LeftOperand, binary.RightOperand):
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
            case IPropertySubpatternOperation property when marked.Of(property.Member) is { } member:
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
                    if (clause is ISingleValueCaseClauseOperation single && marked.Of(choice.Value) is { } chosen)
                    {
                        values.Value(context, single.Value, chosen, call: null);
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
        else if (marked.Of(left) is { } leftTarget)
        {
            values.Value(context, right, leftTarget, call: null);
        }
        else if (marked.Of(right) is { } rightTarget)
        {
            values.Value(context, left, rightTarget, call: null);
        }
    }

    /// <summary>A value and the pattern that it is held against; of a tuple, element by element.</summary>
    private void Tested(OperationPlace context, IOperation value, IPatternOperation? pattern)
    {
        if (marked.Of(value) is { } target)
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
                values.Value(context, constant.Value, target, call: null);
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
}
