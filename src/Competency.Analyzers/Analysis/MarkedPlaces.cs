using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>Which parameter, property or field an operation names, where that holds KSB notation.</summary>
internal sealed class MarkedPlaces(WellKnownTypes types)
{
    /// <summary>The parameter, property or field that an operation names, itself or one item of the collection in it; null where that holds no notation.</summary>
    public ISymbol? Of(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => Of(Accessed(instance)),
        IArrayElementReferenceOperation item => Of(item.ArrayReference),
        IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol indexer } item => OfIndexer(indexer, item.Instance),
        IPropertyReferenceOperation { Property.IsIndexer: true } item => OfIndexer(item.Property, item.Instance),
        IPropertyReferenceOperation property => Marked(property.Property),
        IFieldReferenceOperation field => Marked(field.Field),
        IParameterReferenceOperation parameter => Marked(parameter.Parameter),
        _ => null,
    };

    /// <summary>The place of notation into which an argument goes: the parameter, or the collection to which the one argument of <c>Add</c> is added.</summary>
    public ISymbol? Of(IArgumentOperation argument) => argument switch
    {
        { Parameter: { } parameter } when types.HoldsNotation(parameter) => parameter,
        { Parent: IInvocationOperation { TargetMethod: { Name: "Add", Parameters.Length: 1, IsStatic: false } add } call } when IsCollectionOf(add.ContainingType, add.Parameters[0].Type) => Of(call.Instance),
        { Parent: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation local }, Parameter: { } parameter } => Marked(OfLambda(local, parameter.Ordinal)),
        _ => null,
    };

    private ISymbol? Marked(ISymbol? symbol) => types.HoldsNotation(symbol) ? symbol : null;

    /// <summary>An indexer that is marked, or one that gives an item of a marked collection by its position. What a dictionary holds by a key nobody can say.</summary>
    private ISymbol? OfIndexer(IPropertySymbol indexer, IOperation? collection) =>
        Marked(indexer) ?? (IsItem(indexer) ? Of(collection) : null);

    /// <summary>Whether an indexer gives an item of a collection by its position.</summary>
    public static bool IsItem(IPropertySymbol indexer) => indexer.Parameters.Length == 1 && IsPosition(indexer.Parameters[0].Type) && IsCollectionOf(indexer.ContainingType, indexer.Type);

    private static bool IsPosition(ITypeSymbol type) => type.SpecialType == SpecialType.System_Int32 || type is { Name: "Index", ContainingNamespace.Name: "System" };

    private static bool IsCollectionOf(INamedTypeSymbol type, ITypeSymbol item) =>
        type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System", TypeArguments.Length: 1 }
        || type.AllInterfaces.Append(type).Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], item));

    /// <summary>What stands before the <c>?.</c> or <c>?[</c>.</summary>
    private static IOperation? Accessed(IOperation instance)
    {
        for (var at = instance; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == at)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>The parameter of the lambda that a local is declared with: a delegate type that the compiler makes of it does not carry the attributes.</summary>
    private static IParameterSymbol? OfLambda(ILocalReferenceOperation reference, int parameter)
    {
        var declared = reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return declared is VariableDeclaratorSyntax { Initializer.Value: ParenthesizedLambdaExpressionSyntax lambda } && lambda.ParameterList.Parameters.Any(p => p.AttributeLists.Count > 0)
            && LocalValues.Only(reference)?.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: var parameters } } && parameter < parameters.Length
                ? parameters[parameter]
                : null;
    }
}
