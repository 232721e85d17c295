using Competency.Documents.Policies;
using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>Numbers of requirements that are constant and outside the range that a policy document gives them: the library refuses them as well.</summary>
internal static class RequirementNumbers
{
    private static readonly (string Type, string Property, string Kind, string Parameter)[] Settings =
    [
        ("EvidenceDemand", "Items", RequirementKinds.KsbsAchieved, "items"),
        ("EvidenceDemand", "NotOlderThanMonths", RequirementKinds.KsbsAchieved, "notOlderThanMonths"),
        ("EvidenceDemand", "Assessors", RequirementKinds.KsbsAchieved, "assessors"),
        ("PortfolioSettings", "MaxItems", RequirementKinds.Portfolio, "maxItems"),
        ("GatewaySettings", "StandardMinimumMonths", "standardMinimumDuration", "months"),
        ("GatewaySettings", "PublishedOffTheJobHours", "offTheJobHours", "publishedHours"),
    ];

    /// <summary>Those of a call of <c>Require</c>. How many requirements are asked of how many is told by itself.</summary>
    public static IEnumerable<(RuleProblem Problem, SyntaxNode Place)> Of(IInvocationOperation call) =>
        from kind in RequirementKinds.All
        where kind.TypeName == call.TargetMethod.ReturnType.Name && kind.Children == ChildShape.None
        from parameter in kind.Parameters
        where IsNumber(parameter)
        let argument = call.Argument(parameter.Name)
        where argument is not null
        from written in DatedPeriods.NumbersOf(argument).Prepend(argument)
        where written.Always() is not null
        let problem = RuleCheck.OutOfRange(parameter, written.Always()!.Value)
        where problem is not null
        select (problem, written.Syntax);

    /// <summary>That of a property of settings, in an initialiser or a <c>with</c>.</summary>
    public static (RuleProblem Problem, SyntaxNode Place)? Of(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property } || assignment.Value.Always() is not { } number)
        {
            return null;
        }

        var (_, _, kind, name) = Settings.FirstOrDefault(s => s.Property == property.Name && RuleTypes.Is(property.ContainingType, s.Type));
        return kind is not null && RuleCheck.OutOfRange(RequirementKinds.Find(kind)!.Parameters.First(p => p.Name == name), number, property.Name) is { } problem
            ? (problem, assignment.Value.Syntax)
            : null;
    }

    /// <summary>That of <c>KsbThreshold.Count</c> and <c>KsbThreshold.Percent</c>.</summary>
    public static (RuleProblem Problem, SyntaxNode Place)? OfThreshold(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Count" when call.Argument("count") is { } count && count.Number() is { } number && RuleCheck.Count(number) is { } problem => (problem, count.Syntax),
        "Percent" when call.Argument("percent") is { } percent && percent.Number() is { } share && RuleCheck.Percent(share) is { } problem => (problem, percent.Syntax),
        _ => null,
    };

    /// <summary>A number that never changes; null for one that does, and for one that nobody can say.</summary>
    public static decimal? Always(this IOperation number) => number.Unwrapped() switch
    {
        IConversionOperation { OperatorMethod: not null } conversion when conversion.ConstantValue is not { HasValue: true } => conversion.Operand.Number(),
        IInvocationOperation { TargetMethod: { Name: "Always", ContainingType.Name: "DatedNumber" } } always => always.Argument("number").Number(),
        var plain => plain.Number(),
    };

    private static bool IsNumber(RequirementParameter parameter) => parameter.Type is ParameterType.Integer or ParameterType.Number or ParameterType.DatedNumber;
}
