using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>The periods of a dated value, as far as their days are written out.</summary>
internal static class DatedPeriods
{
    /// <summary>The first and last day of a period; null where the first is not written out.</summary>
    public static (DateOnly From, DateOnly? Until)? Of(IOperation operation) =>
        operation.Unwrapped() is IObjectCreationOperation creation && RuleTypes.Is(creation.Type, "DatedPeriod") && creation.Argument("From").Date() is { } from
            ? (from, Until(creation).Date())
            : null;

    /// <summary>The name of the value that a period is written in; null where there is none, or none that is constant.</summary>
    public static string? NameAround(IObjectCreationOperation period)
    {
        for (var at = period.Parent; at is IConversionOperation or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation or IArgumentOperation or IObjectCreationOperation; at = at.Parent)
        {
            if (at is IObjectCreationOperation value)
            {
                return RuleTypes.Is(value.Type, "DatedValue") ? value.Argument("name").Text() : null;
            }
        }

        return null;
    }

    /// <summary>The numbers of the periods that <c>DatedNumber.Of</c> is given, written out where it is; none where they are not.</summary>
    public static IEnumerable<IOperation> NumbersOf(IOperation number) =>
        number.Unwrapped() is IInvocationOperation { TargetMethod: { Name: "Of", ContainingType.Name: "DatedNumber" } } of
        && of.Argument("dated")?.Unwrapped() is IObjectCreationOperation value && RuleTypes.Is(value.Type, "DatedValue")
            ? (value.Argument("periods").Items() ?? []).Select(p => (p.Unwrapped() as IObjectCreationOperation)?.Argument("Value")).OfType<IOperation>()
            : [];

    /// <summary>KSB4004 between each two periods that follow one another and whose days are written out; KSB4002 where there is none.</summary>
    public static void Check(IObjectCreationOperation value, Action<RuleProblem, SyntaxNode> report)
    {
        var periods = value.Argument("periods").Items();
        if (periods is null or { Count: 0 })
        {
            if (periods is not null)
            {
                report(RuleCheck.NoPeriods(value.Argument("name").Text()), value.Syntax);
            }

            return;
        }

        for (var i = 1; i < periods.Count; i++)
        {
            // One that never applies is told where it is made.
            if (Of(periods[i - 1]) is { } earlier && Of(periods[i]) is { } later
                && RuleCheck.FurtherPeriod(value.Argument("name").Text(), earlier, later) is { } problem && problem.Descriptor == FindingCatalogue.DatedParameterGap)
            {
                report(problem, periods[i].Syntax);
            }
        }
    }

    private static IOperation? Until(IObjectCreationOperation creation) =>
        creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().LastOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: "Until" })?.Value;
}
