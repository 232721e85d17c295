using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Competency.Analysis;

/// <summary>The types of Core that the analyzers look for. Without Core in a compilation there is nothing to check.</summary>
internal sealed class WellKnownTypes
{
    private readonly ConcurrentDictionary<ISymbol, bool> _holdsNotation = new(SymbolEqualityComparer.Default);

    private WellKnownTypes(INamedTypeSymbol ksbNotation, INamedTypeSymbol forStandard, INamedTypeSymbol? ksbReference)
    {
        KsbNotation = ksbNotation;
        ForStandard = forStandard;
        KsbReference = ksbReference;
    }

    public INamedTypeSymbol KsbNotation { get; }

    public INamedTypeSymbol ForStandard { get; }

    public INamedTypeSymbol? KsbReference { get; }

    public static WellKnownTypes? Of(Compilation compilation)
    {
        var notation = First(compilation, "Competency.KsbNotationAttribute");
        var forStandard = First(compilation, "Competency.ForStandardAttribute");
        return notation is null || forStandard is null ? null : new WellKnownTypes(notation, forStandard, First(compilation, "Competency.KsbReferenceAttribute"));
    }

    /// <summary>Whether a parameter, property or field holds KSB notation.</summary>
    public bool HoldsNotation(ISymbol? symbol) => symbol is not null && _holdsNotation.GetOrAdd(symbol.OriginalDefinition, IsMarked);

    // A record's positional parameter and what it declares are one, and what is overridden or implemented marks what does it.
    private bool IsMarked(ISymbol symbol) => HasAttribute(symbol) || symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => IsMarkedOf(method, parameter),
        IParameterSymbol { ContainingSymbol: IPropertySymbol indexer } parameter => Origins(indexer).Any(o => HoldsNotation(((IPropertySymbol)o).Parameters[parameter.Ordinal])),
        IPropertySymbol property => RecordParts.Of(property).Any(HasAttribute) || Origins(property).Any(HoldsNotation),
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => HoldsNotation(property),
        IFieldSymbol field => RecordParts.Of(field).Any(HasAttribute),
        _ => false,
    };

    private bool IsMarkedOf(IMethodSymbol method, IParameterSymbol parameter) => method switch
    {
        { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } when parameter.Ordinal == method.Parameters.Length - 1 => HoldsNotation(property),
        { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol { IsIndexer: true } indexer } => HoldsNotation(indexer.Parameters[parameter.Ordinal]),
        _ => HoldsNotation(RecordParts.MemberOf(parameter)) || Origins(method).Any(o => HoldsNotation(((IMethodSymbol)o).Parameters[parameter.Ordinal])),
    };

    private bool HasAttribute(ISymbol symbol) => symbol.OriginalDefinition.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, KsbNotation));

    /// <summary>What a member overrides, and the members of interfaces that it implements.</summary>
    private static IEnumerable<ISymbol> Origins(ISymbol member) => member switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => Implemented(member).Append(overridden),
        IPropertySymbol { OverriddenProperty: { } overridden } => Implemented(member).Append(overridden),
        _ => Implemented(member),
    };

    /// <summary>The members of interfaces that a member implements.</summary>
    private static IEnumerable<ISymbol> Implemented(ISymbol member) => member switch
    {
        IMethodSymbol { ExplicitInterfaceImplementations: { Length: > 0 } methods } => methods,
        IPropertySymbol { ExplicitInterfaceImplementations: { Length: > 0 } properties } => properties,
        _ => ImplicitlyImplemented(member),
    };

    private static IEnumerable<ISymbol> ImplicitlyImplemented(ISymbol member) => member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type ? [] :
        type.AllInterfaces
            .SelectMany(i => i.GetMembers(member.Name))
            .Where(m => m.Kind == member.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), member));

    /// <summary>Whether an attribute is <c>[ForStandard]</c>, its generic form, or derived from it.</summary>
    public bool NamesStandard(INamedTypeSymbol? attribute) => InheritsFrom(attribute, ForStandard);

    /// <summary>Whether an attribute is <c>[ForStandard]</c> itself or its generic form, whose one argument is the id.</summary>
    public bool IsForStandard(INamedTypeSymbol? attribute) =>
        SymbolEqualityComparer.Default.Equals(attribute, ForStandard)
        || (attribute is { Name: "ForStandardAttribute", TypeArguments.Length: 1 } && SymbolEqualityComparer.Default.Equals(attribute.BaseType, ForStandard));

    public bool IsKsbReference(INamedTypeSymbol? attribute) => KsbReference is not null && InheritsFrom(attribute, KsbReference);

    private static bool InheritsFrom(INamedTypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    // Two assemblies can define a type of one name; GetTypeByMetadataName would then give none.
    private static INamedTypeSymbol? First(Compilation compilation, string name) => compilation.GetTypesByMetadataName(name).FirstOrDefault();
}
