using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>
/// The ids of requirements that are written as one expression. What a condition, a variable or a method puts there is not followed: of two
/// that exclude one another the ids may be the same.
/// </summary>
internal sealed class RequirementIds(RuleTypes rules)
{
    /// <summary>The id of a requirement, as it is said or as <c>Require</c> makes it; null where it is not constant.</summary>
    public static string? Of(IInvocationOperation call)
    {
        var id = call.Argument("id");
        if (id is not null && !id.IsNull())
        {
            return id.Text();
        }

        return call.TargetMethod.Name switch
        {
            "KsbsAchieved" when call.TargetMethod.Parameters.All(p => p.Name != "id") => "ksbs",
            "EnglishAndMaths" when call.Argument("subject").Member() is { } subject => char.ToLowerInvariant(subject[0]) + subject.Substring(1),
            _ => null,
        };
    }

    /// <summary>The call that makes a requirement, under what says something else of it; null where it is made elsewhere.</summary>
    public static IInvocationOperation? Made(IOperation operation)
    {
        var value = operation.Unwrapped();
        return RuleTypes.IsRequire(value) ? (IInvocationOperation)value
            : RuleTypes.IsExtension(value) ? Made(((IInvocationOperation)value).Argument(RuleTypes.Extended)!)
            : null;
    }

    /// <summary>
    /// Each id that stands already in the tree of a requirement, or among those that a policy has, as far as it is written there, and is given on top; none where the call is
    /// itself within another's.
    /// </summary>
    public IEnumerable<(string Id, SyntaxNode Place)> Repeated(IInvocationOperation call)
    {
        if (Around(call) is IInvocationOperation around && (RuleTypes.IsRequire(around) || RuleTypes.IsWithOwn(around)))
        {
            yield break;
        }

        var seen = new HashSet<string>(Below(call.Instance).Select(Of).OfType<string>().Concat(Said(call.Instance)), StringComparer.Ordinal);
        foreach (var made in RuleTypes.IsWithOwn(call) ? Within(call) : Tree(call))
        {
            if (Of(made) is { } id && !seen.Add(id))
            {
                yield return (id, PlaceOf(made));
            }
        }
    }

    /// <summary>What a policy asks that is written in the expression on whose top more is put.</summary>
    private IEnumerable<IInvocationOperation> Below(IOperation? policy) => policy?.Unwrapped() switch
    {
        IObjectCreationOperation creation when RuleTypes.Is(creation.Type, "ReadinessPolicy") => creation.Argument("requirement") is { } asked ? Tree(asked) : [],
        IInvocationOperation call when RuleTypes.IsWithOwn(call) => Below(call.Instance).Concat(Within(call)),
        IInvocationOperation { TargetMethod.Name: "For" } call when RuleTypes.Is(call.TargetMethod.ContainingType, "ReadinessPolicy") => Below(call.Instance),
        _ => [],
    };

    /// <summary>What a policy of Competency.Rules says of itself that it asks, on whose top more is put.</summary>
    private static IEnumerable<string> Said(IOperation? policy)
    {
        ISymbol? from = policy?.Unwrapped() switch
        {
            IPropertyReferenceOperation property => property.Property,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        var said = from?.GetAttributes().FirstOrDefault(a => RuleTypes.Is(a.AttributeClass, "RequirementIdsAttribute"));
        return said is { ConstructorArguments: { Length: 1 } ids } ? (ids[0].Value as string ?? "").Split(' ')
            : policy?.Unwrapped() is IInvocationOperation { Instance: { } below, TargetMethod.Name: "WithOwn" or "For" } on && RuleTypes.Is(on.TargetMethod.ContainingType, "ReadinessPolicy") ? Said(below)
            : [];
    }

    /// <summary>A requirement and those that are written within it, outermost first.</summary>
    public IEnumerable<IInvocationOperation> Tree(IOperation operation)
    {
        if (operation.Items() is { } items)
        {
            return items.SelectMany(Tree);
        }

        return Made(operation) is not { } made ? []
            : Within(made).Prepend(made);
    }

    private IEnumerable<IInvocationOperation> Within(IInvocationOperation call) => call.Arguments.Where(a => rules.TakesRequirements(a.Parameter)).SelectMany(a => Tree(a.Value));

    /// <summary>The call or creation that a requirement is written in, under what says something else of it; null where it is written by itself.</summary>
    private static IOperation? Around(IInvocationOperation call)
    {
        IOperation below = call;
        for (var at = call.Parent; ; at = at.Parent)
        {
            switch (at)
            {
                // What a policy is put on top of stands by itself.
                case IInvocationOperation on when on.Instance == below:
                    return null;
                case IConversionOperation or IParenthesizedOperation or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation or IArgumentOperation:
                    break;
                case IInvocationOperation around when RuleTypes.IsExtension(around):
                    break;
                case IInvocationOperation or IObjectCreationOperation:
                    return at;
                default:
                    return null;
            }

            below = at;
        }
    }

    private static SyntaxNode PlaceOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "id") is { ArgumentKind: ArgumentKind.Explicit } written ? written.Value.Syntax
        : call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Name
        : call.Syntax;
}
