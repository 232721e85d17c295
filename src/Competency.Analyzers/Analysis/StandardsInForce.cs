using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>
/// Which standards are in force where a reference stands: those that the API itself names, else the argument beside the reference, else
/// the nearest <c>[ForStandard]</c> on member, type or assembly.
/// </summary>
internal sealed class StandardsInForce(Compilation compilation, WellKnownTypes types, KnownStandards known)
{
    /// <summary>The standards in force for a value that goes to a symbol.</summary>
    /// <param name="target">The parameter, property or field that holds the notation.</param>
    /// <param name="call">The invocation or creation that the value is an argument of, or null.</param>
    /// <param name="from">The member in which the value stands.</param>
    public IReadOnlyList<OccupationalStandard> Find(ISymbol target, IOperation? call, ISymbol from)
    {
        if (Declared(target, upTo: target.ContainingType) is { Count: > 0 } ofApi)
        {
            return ofApi;
        }

        if (Beside(call) is { } beside)
        {
            return [beside];
        }

        return Declared(from, upTo: null);
    }

    /// <summary>The standards that the nearest <c>[ForStandard]</c> around a symbol names; none where there is none.</summary>
    /// <param name="symbol">Where to begin.</param>
    /// <param name="upTo">The last symbol to look at; null goes on to the assembly.</param>
    public IReadOnlyList<OccupationalStandard> Declared(ISymbol? symbol, ISymbol? upTo)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (HasAny(at.GetAttributes(), out var standards)
                || (at is IMethodSymbol { AssociatedSymbol: { } property } && HasAny(property.GetAttributes(), out standards)))
            {
                return standards;
            }

            if (SymbolEqualityComparer.Default.Equals(at, upTo))
            {
                return [];
            }
        }

        return upTo is null && HasAny(compilation.Assembly.GetAttributes(), out var ofAssembly) ? ofAssembly : [];
    }

    private bool HasAny(ImmutableArray<AttributeData> attributes, out IReadOnlyList<OccupationalStandard> standards)
    {
        standards = [];
        var named = attributes.Where(a => types.IsForStandard(a.AttributeClass)).ToArray();
        if (named.Length == 0)
        {
            return false;
        }

        // One that is not known is reported where it stands, and judges nothing here.
        standards = named.Select(Named).Where(s => s is not null).Select(s => s!).ToArray();
        return true;
    }

    private OccupationalStandard? Named(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments: { Length: 1 } arguments }
            ? known.Of(arguments[0])
            : attribute.ConstructorArguments is { Length: 1 } values && values[0].Value is string id && StandardId.TryParse(id, out var parsed) ? known.Catalogue.Find(parsed) : null;

    /// <summary>A generated type's <c>Standard</c> among receiver and arguments, or a generated type among the type arguments.</summary>
    private OccupationalStandard? Beside(IOperation? call)
    {
        switch (call)
        {
            case IInvocationOperation invocation:
                return OfValue(invocation.Instance)
                    ?? invocation.Arguments.Select(a => OfValue(a.Value)).FirstOrDefault(s => s is not null)
                    ?? OfTypeArguments(invocation.TargetMethod.TypeArguments)
                    ?? OfTypeArguments(invocation.TargetMethod.ContainingType?.TypeArguments ?? []);
            case IObjectCreationOperation creation:
                return creation.Arguments.Select(a => OfValue(a.Value)).FirstOrDefault(s => s is not null)
                    ?? OfTypeArguments((creation.Type as INamedTypeSymbol)?.TypeArguments ?? []);
            default:
                return null;
        }
    }

    private OccupationalStandard? OfTypeArguments(ImmutableArray<ITypeSymbol> arguments) =>
        arguments.Select(known.Of).FirstOrDefault(s => s is not null);

    private OccupationalStandard? OfValue(IOperation? value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            IPropertyReferenceOperation { Property: { Name: "Standard", IsStatic: true } property } => known.Of(property.ContainingType),
            ILocalReferenceOperation local => OfLocal(local),
            _ => null,
        };
    }

    /// <summary><c>var standard = MammographyAssociate.Standard;</c>, where nothing else is ever assigned to it.</summary>
    private OccupationalStandard? OfLocal(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? initial = null;
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol):
                    initial = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when Is(target.Local):
                case IArgumentOperation { Value: ILocalReferenceOperation passed, Parameter.RefKind: RefKind.Ref or RefKind.Out } when Is(passed.Local):
                    return null;
            }
        }

        // A local cannot stand in its own initializer in code that compiles; in code that does not, this must end.
        return initial is ILocalReferenceOperation ? null : OfValue(initial);

        bool Is(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);
    }
}
