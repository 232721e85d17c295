using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>
/// Which standards are in force where a reference stands: those that the API itself names, else the argument beside the reference, else
/// the nearest <c>[ForStandard]</c> on member, type or assembly.
/// </summary>
internal sealed class StandardsInForce(Compilation compilation, WellKnownTypes types, KnownStandards known)
{
    /// <summary>The property of <c>[ForStandard]</c> that names an option.</summary>
    public const string OptionProperty = "Option";

    /// <summary>The standards in force for a value that goes to a symbol.</summary>
    /// <param name="target">The parameter, property or field that holds the notation.</param>
    /// <param name="call">The invocation or creation that the value is an argument of, or null.</param>
    /// <param name="from">The member in which the value stands.</param>
    /// <param name="value">The value, or what it is handed to.</param>
    public IReadOnlyList<OccupationalStandard> Find(ISymbol target, IOperation? call, ISymbol from, IOperation value)
    {
        if (Declared(target, upTo: target.ContainingType) is { Count: > 0 } ofApi)
        {
            return ofApi;
        }

        if (Beside(call) is { } beside)
        {
            return [beside];
        }

        return Declared(Around(value, from), upTo: null);
    }

    /// <summary>Whether the standards in force for what goes to a symbol are those that the symbol's own declaration names.</summary>
    public bool IsOfApi(ISymbol target) => Declared(target, upTo: target.ContainingType).Count > 0;

    /// <summary>The options that are chosen for a value that goes to a symbol, each with its standard: of those in force, the ones of which <c>[ForStandard]</c> names one.</summary>
    /// <inheritdoc cref="Find"/>
    public IReadOnlyList<(OccupationalStandard Standard, StandardOption Option)> Options(ISymbol target, IOperation? call, ISymbol from, IOperation value)
    {
        if (Declared(target, upTo: target.ContainingType).Count > 0)
        {
            return DeclaredOptions(target, upTo: target.ContainingType);
        }

        // The standard that an argument names is the whole of it.
        return Beside(call) is null ? DeclaredOptions(Around(value, from), upTo: null) : [];
    }

    /// <summary>The standards that the nearest <c>[ForStandard]</c> around a symbol names; none where there is none.</summary>
    /// <param name="symbol">Where to begin.</param>
    /// <param name="upTo">The last symbol to look at; null goes on to the assembly.</param>
    public IReadOnlyList<OccupationalStandard> Declared(ISymbol? symbol, ISymbol? upTo) =>
        // One that is not known is reported where it stands, and judges nothing here.
        Nearest(symbol, upTo).Select(Named).Where(s => s is not null).Select(s => s!).ToArray();

    /// <summary>The options that the nearest <c>[ForStandard]</c> around a symbol chooses. One that its standard lacks is reported where it stands.</summary>
    /// <inheritdoc cref="Declared"/>
    public IReadOnlyList<(OccupationalStandard Standard, StandardOption Option)> DeclaredOptions(ISymbol? symbol, ISymbol? upTo)
    {
        var options = new List<(OccupationalStandard, StandardOption)>();
        foreach (var attribute in Nearest(symbol, upTo))
        {
            if (attribute.NamedArguments.FirstOrDefault(a => a.Key == OptionProperty).Value.Value is string name && Named(attribute) is { } standard && standard.FindOption(name) is { } option)
            {
                options.Add((standard, option));
            }
        }

        return options;
    }

    /// <summary>The standard that the creation of a <c>[ForStandard]</c> names, or null.</summary>
    public OccupationalStandard? NamedBy(IObjectCreationOperation attribute) =>
        attribute.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? known.Of(arguments[0])
        : attribute.Arguments is { Length: > 0 } values && values[0].Value.ConstantValue is { HasValue: true, Value: string id } ? Find(id)
        : null;

    /// <summary>The nearest local function or lambda around a value that names a standard itself, else the member: operations know no nearer symbol.</summary>
    private ISymbol Around(IOperation value, ISymbol member)
    {
        for (var at = value.Parent; at is not null; at = at.Parent)
        {
            var function = at switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (function is not null && Naming(function.GetAttributes()).Count > 0)
            {
                return function;
            }
        }

        return member;
    }

    private IReadOnlyList<AttributeData> Nearest(ISymbol? symbol, ISymbol? upTo)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            var found = Naming(at.GetAttributes());
            if (found.Count == 0)
            {
                found = RecordParts.Beside(at).Select(p => Naming(p.GetAttributes())).FirstOrDefault(n => n.Count > 0) ?? found;
            }

            if (found.Count > 0)
            {
                return found;
            }

            if (SymbolEqualityComparer.Default.Equals(at, upTo))
            {
                return [];
            }
        }

        return upTo is null ? Naming(compilation.Assembly.GetAttributes()) : [];
    }

    private IReadOnlyList<AttributeData> Naming(ImmutableArray<AttributeData> attributes) => attributes.Where(a => types.NamesStandard(a.AttributeClass)).ToArray();

    private OccupationalStandard? Named(AttributeData attribute)
    {
        if (!types.IsForStandard(attribute.AttributeClass))
        {
            return DerivedForStandard.IdOf(attribute, types) is { } derived ? Find(derived) : null;
        }

        return attribute.AttributeClass is { TypeArguments: { Length: 1 } arguments }
            ? known.Of(arguments[0])
            : attribute.ConstructorArguments is { Length: 1 } values && values[0].Value is string id ? Find(id) : null;
    }

    private OccupationalStandard? Find(string id) => StandardId.TryParse(id, out var parsed) ? known.Catalogue.Find(parsed) : null;

    /// <summary>A generated type's <c>Standard</c> among receiver and arguments, or a generated type among the type arguments.</summary>
    private OccupationalStandard? Beside(IOperation? call)
    {
        switch (call)
        {
            case IInvocationOperation invocation:
                return OfValue(invocation.Instance)
                    ?? OfReceiverOfResult(invocation)
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
            IPropertyReferenceOperation { Property: { Name: "Standard", IsStatic: true } property } when known.Of(property.ContainingType) is { } standard => standard,
            IPropertyReferenceOperation { Property: { SetMethod: null } property } => OfDeclaration(property, value),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfDeclaration(field, value),
            // Of other locals, which are many, there is nothing to look for through the whole member.
            ILocalReferenceOperation { Local.Type: { Name: nameof(OccupationalStandard), ContainingNamespace.Name: nameof(Competency) } } local => OfLocal(local),
            IConditionalAccessInstanceOperation instance => OfValue(Accessed(instance)),
            _ => null,
        };
    }

    /// <summary><c>MammographyAssociate.Standard[KsbCode.Parse("K1")]</c>: a code is read beside what it is looked up in.</summary>
    private OccupationalStandard? OfReceiverOfResult(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod is not { Name: "Parse", ContainingType: { Name: "KsbCode" } })
        {
            return null;
        }

        return invocation.Parent is IArgumentOperation argument ? argument.Parent switch
        {
            IPropertyReferenceOperation indexer => OfValue(indexer.Instance),
            IInvocationOperation outer => OfValue(outer.Instance),
            _ => null,
        }
        : null;
    }

    /// <summary>A read-only field or property of the same file that is nothing but a generated type's <c>Standard</c>.</summary>
    private OccupationalStandard? OfDeclaration(ISymbol member, IOperation use)
    {
        var declaration = member.DeclaringSyntaxReferences.Length == 1 ? member.DeclaringSyntaxReferences[0].GetSyntax() : null;
        if (declaration is null || use.SemanticModel is not { } model || model.SyntaxTree != declaration.SyntaxTree)
        {
            return null;
        }

        var value = declaration switch
        {
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            _ => null,
        };
        var operation = value is null ? null : model.GetOperation(value);

        // One step only: a member that is another member is not followed, so that this ends.
        return operation is IPropertyReferenceOperation { Property: { Name: "Standard", IsStatic: true } standard } ? known.Of(standard.ContainingType) : null;
    }

    private static IOperation? Accessed(IOperation instance)
    {
        for (var at = instance.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalAccessOperation access)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary><c>var standard = MammographyAssociate.Standard;</c>, where nothing else is ever assigned to it.</summary>
    private OccupationalStandard? OfLocal(ILocalReferenceOperation reference)
    {
        var initial = LocalValues.Only(reference);

        // A local cannot stand in its own initializer in code that compiles; in code that does not, this must end.
        return initial is ILocalReferenceOperation ? null : OfValue(initial);
    }
}
