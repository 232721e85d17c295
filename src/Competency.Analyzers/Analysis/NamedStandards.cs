using Competency.Findings;
using Competency.Notation;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>What attributes say of standards: which is in force, which option, and whether generated attributes are of them.</summary>
internal sealed class NamedStandards(WellKnownTypes types, KnownStandards known, StandardsInForce inForce, IReferenceObserver? observer)
{
    /// <summary>KSB1005: the generated <c>[Covers]</c> of one standard where another is in force.</summary>
    public void Attribute(OperationPlace context)
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
    public void Naming(OperationPlace context, IAttributeOperation attribute)
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

    /// <summary>KSB1007: the id of a standard that is not known.</summary>
    public void Standard(OperationPlace context, IOperation value)
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
            ReferenceValues.Report(context, problem, ConstantMap.Create(expression, text, value.SemanticModel), []);
        }
    }

    /// <summary>KSB1009: an option that the standard beside it lacks.</summary>
    public void Option(OperationPlace context, IOperation value)
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
            ReferenceValues.Report(context, problem, ConstantMap.Create(expression, text, value.SemanticModel), []);
        }
    }

    /// <summary>The option that a requirement asks for, beside the standard in force. Whether that has it is told with the requirement.</summary>
    public void Asked(OperationPlace context, IArgumentOperation argument, IParameterSymbol parameter)
    {
        if (observer is not null && argument.Parent is IInvocationOperation call && argument.Value is { ConstantValue: { HasValue: true, Value: string text }, Syntax: ExpressionSyntax expression }
            && inForce.Find(parameter, call, context.ContainingSymbol, argument.Value) is { Count: 1 } only)
        {
            observer.Option(text, only[0], expression, argument.Value.SemanticModel);
        }
    }

    /// <summary>The standard of an attribute of one's own, which hands its id on: the one that all attributes of the kind there name.</summary>
    private OccupationalStandard? OfDerived(OperationPlace context) => inForce.Declared(context.ContainingSymbol, upTo: context.ContainingSymbol) is { Count: 1 } only ? only[0] : null;
}
