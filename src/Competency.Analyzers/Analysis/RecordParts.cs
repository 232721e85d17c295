using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Competency.Analysis;

/// <summary>A record's positional parameter, the property that it declares and the field behind that: an attribute on any of them is meant for all.</summary>
internal static class RecordParts
{
    private const string Deconstruct = "Deconstruct";

    /// <summary>The other parts of a property: the field behind it, in a class too, and the positional parameter.</summary>
    public static IEnumerable<ISymbol> Of(IPropertySymbol property) =>
        property.ContainingType is not { } type ? [] : Backing(type, property).Concat(ParametersOf(property));

    /// <summary>The positional parameter of a record that has a field of its name.</summary>
    public static IEnumerable<ISymbol> Of(IFieldSymbol field) => ParametersOf(field);

    /// <summary>The property or field that a positional parameter fills, or that a record's own <c>Deconstruct</c> hands out; null for any other parameter.</summary>
    public static ISymbol? MemberOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { ContainingType: { } type } method && (IsPrimary(method) || (method.Name == Deconstruct && IsSynthesized(method)))
            ? Member(type, parameter.Name)
            : null;

    /// <summary>What stands for the same as a symbol: the property of an accessor or of the field behind it, and a record's parts.</summary>
    public static IEnumerable<ISymbol> Beside(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { AssociatedSymbol: { } property } => [property],
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => Of(property).Prepend(property),
        IPropertySymbol property => Of(property),
        IFieldSymbol field => Of(field),
        IParameterSymbol parameter when MemberOf(parameter) is { } member => [member],
        _ => [],
    };

    private static IEnumerable<ISymbol> ParametersOf(ISymbol member) => member is { IsStatic: false, ContainingType: { } type }
        ? type.InstanceConstructors.Where(IsPrimary).SelectMany(c => c.Parameters).Where(p => p.Name == member.Name)
        : [];

    private static IEnumerable<ISymbol> Backing(INamedTypeSymbol type, IPropertySymbol property) =>
        type.GetMembers($"<{property.Name}>k__BackingField").Where(f => f is IFieldSymbol { AssociatedSymbol: { } of } && SymbolEqualityComparer.Default.Equals(of, property));

    // A record that is derived from another fills the property of that one where it has none of the name itself.
    private static ISymbol? Member(INamedTypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(name).FirstOrDefault(m => m is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false }) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Whether a constructor is that of a record's own parameter list. In an assembly nothing says so but the <c>Deconstruct</c> that the compiler made of it.</summary>
    private static bool IsPrimary(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, Parameters.Length: > 0, ContainingType: { TypeKind: TypeKind.Class or TypeKind.Struct } type }
        && (method.DeclaringSyntaxReferences.Length > 0
            ? method.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is RecordDeclarationSyntax)
            : type.GetMembers(Deconstruct).OfType<IMethodSymbol>().Any(d => IsSynthesized(d) && IsOf(d, method)));

    private static bool IsSynthesized(IMethodSymbol deconstruct) => deconstruct.IsImplicitlyDeclared
        || (deconstruct.DeclaringSyntaxReferences.Length == 0 && deconstruct.GetAttributes().Any(a => a.AttributeClass is { Name: "CompilerGeneratedAttribute", ContainingNamespace.Name: "CompilerServices" }));

    private static bool IsOf(IMethodSymbol deconstruct, IMethodSymbol constructor) =>
        deconstruct.Parameters.Length == constructor.Parameters.Length
        && deconstruct.Parameters.Zip(constructor.Parameters, (d, c) => d.Name == c.Name && SymbolEqualityComparer.Default.Equals(d.Type, c.Type)).All(same => same);
}
