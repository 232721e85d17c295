using System.Globalization;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>Reads what is constant in C#. What is not is null, and never guessed at.</summary>
internal static class ConstantOperations
{
    /// <summary>The argument for a parameter of a call, the default value included.</summary>
    public static IOperation? Argument(this IInvocationOperation call, string parameter) => Of(call.Arguments, parameter);

    /// <summary>The argument for a parameter of a creation, the default value included.</summary>
    public static IOperation? Argument(this IObjectCreationOperation creation, string parameter) => Of(creation.Arguments, parameter);

    /// <summary>The value under the conversions that the language makes by itself.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>Whether the value surely is null.</summary>
    public static bool IsNull(this IOperation? operation) => operation?.Unwrapped() is { } value
        && (value.ConstantValue is { HasValue: true, Value: null }
            || value is IDefaultValueOperation { Type: { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } });

    /// <summary>A constant text.</summary>
    public static string? Text(this IOperation? operation) => operation?.Unwrapped().ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>A constant number, of any kind that a decimal holds.</summary>
    public static decimal? Number(this IOperation? operation) => operation?.Unwrapped().ConstantValue is { HasValue: true, Value: { } value }
        ? value switch
        {
            decimal number => number,
            int or uint or long or ulong or short or ushort or byte or sbyte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            _ => null,
        }
        : null;

    /// <summary>The name of a constant member of an enum.</summary>
    public static string? Member(this IOperation? operation) => operation?.Unwrapped() is { Type.TypeKind: TypeKind.Enum, ConstantValue: { HasValue: true, Value: { } value } } member
        ? member.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value))?.Name
        : null;

    /// <summary>A day that is written out, <c>new DateOnly(2018, 1, 15)</c>, or the first or last that there is.</summary>
    public static DateOnly? Date(this IOperation? operation)
    {
        switch (operation?.Unwrapped())
        {
            case IObjectCreationOperation { Arguments.Length: 3, Type: { Name: "DateOnly", ContainingNamespace.Name: "System" } } day:
                var numbers = new[] { day.Argument("year"), day.Argument("month"), day.Argument("day") }.Select(a => a.Number() ?? 0).ToArray();
                return numbers.All(n => n is >= 1 and <= 9999) && IsoDate.TryCreate((int)numbers[0], (int)numbers[1], (int)numbers[2], out var date) ? date : null;
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "MinValue", ContainingType: { Name: "DateOnly", ContainingNamespace.Name: "System" } } }:
                return new DateOnly(1, 1, 1);
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "MaxValue", ContainingType: { Name: "DateOnly", ContainingNamespace.Name: "System" } } }:
                return new DateOnly(9999, 12, 31);
            default:
                return null;
        }
    }

    /// <summary>The items of a collection that is written out; null where nobody can say how many there are.</summary>
    public static IReadOnlyList<IOperation>? Items(this IOperation? operation) => operation?.Unwrapped() switch
    {
        ICollectionExpressionOperation collection => Spread(collection.Elements),
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { } added } => Added(added.Initializers),
        IObjectCreationOperation { Arguments.IsEmpty: true, Type: { ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } } } => [],
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].Number() == 0 => [],
        IInvocationOperation { TargetMethod: { Name: "Empty", Parameters.Length: 0, ContainingType: { Name: "Array" or "Enumerable" } } } => [],
        _ => null,
    };

    private static IReadOnlyList<IOperation>? Spread(IEnumerable<IOperation> elements)
    {
        var items = new List<IOperation>();
        foreach (var element in elements)
        {
            if (element is not ISpreadOperation spread)
            {
                items.Add(element);
            }
            else if (spread.Operand.Items() is { } more)
            {
                items.AddRange(more);
            }
            else
            {
                return null;
            }
        }

        return items;
    }

    /// <summary><c>new List&lt;string&gt; { "a", "b" }</c>; null where anything else is done to what is made.</summary>
    private static IReadOnlyList<IOperation>? Added(IEnumerable<IOperation> initializers)
    {
        var items = initializers.Select(i => i is IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } arguments } ? arguments[0].Value : null).ToArray();
        return items.Contains(null) ? null : items.OfType<IOperation>().ToArray();
    }

    private static IOperation? Of(IEnumerable<IArgumentOperation> arguments, string parameter) => arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;
}
