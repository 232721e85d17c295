using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>The types of Competency.Rules that the analyzers look for. Without them in a compilation there is no rule to check.</summary>
internal sealed class RuleTypes
{
    private readonly INamedTypeSymbol _requirement;
    private readonly INamedTypeSymbol? _context;
    private readonly INamedTypeSymbol? _outcome;

    private RuleTypes(INamedTypeSymbol requirement, Compilation compilation)
    {
        _requirement = requirement;
        _context = First(compilation, "Competency.Rules.AssessmentContext");
        _outcome = First(compilation, "Competency.Rules.Outcome");
    }

    public static RuleTypes? Of(Compilation compilation) =>
        First(compilation, "Competency.Rules.Require") is not null && First(compilation, "Competency.Rules.Requirement") is { } requirement ? new RuleTypes(requirement, compilation) : null;

    /// <summary>Whether a type is one of Competency.Rules.</summary>
    public static bool IsOfRules(INamedTypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "Rules", ContainingNamespace: { Name: "Competency", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a type of Competency.Rules has a name.</summary>
    public static bool Is(ITypeSymbol? type, string name) => type is INamedTypeSymbol named && named.Name == name && IsOfRules(named);

    /// <summary>A call that makes a requirement.</summary>
    public static bool IsRequire(IOperation? operation) => operation is IInvocationOperation call && Is(call.TargetMethod.ContainingType, "Require");

    /// <summary>The option of a requirement that asks for one.</summary>
    public static bool IsOptionAsked(IParameterSymbol parameter) =>
        parameter is { Name: "option", ContainingSymbol: IMethodSymbol { Name: "OptionIs", ContainingType: var type } } && Is(type, "Require");

    /// <summary>A call that puts requirements on top of a policy.</summary>
    public static bool IsWithOwn(IOperation? operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "WithOwn", ContainingType: var type } } && Is(type, "ReadinessPolicy");

    /// <summary>A call that takes texts of which none can be empty: one that makes a requirement or a fact, says a requirement otherwise, or puts some on top of a policy.</summary>
    public static bool TakesTexts(IInvocationOperation call) =>
        IsRequire(call) || IsWithOwn(call) || IsExtension(call) || Is(call.TargetMethod.ContainingType, "Fact");

    /// <summary>The parameter of <see cref="IsExtension"/> that takes the requirement.</summary>
    public const string Extended = "requirement";

    /// <summary>A call that says something else of a requirement: <c>RestingOn</c> or <c>Saying</c>.</summary>
    public static bool IsExtension(IOperation? operation) =>
        operation is IInvocationOperation { Arguments.Length: > 0 } call && Is(call.TargetMethod.ContainingType, "RequirementExtensions");

    /// <summary>Whether a parameter takes a requirement, or several.</summary>
    public bool TakesRequirements(IParameterSymbol? parameter) =>
        parameter is not null && (IsRequirement(parameter.Type) || (parameter.Type is INamedTypeSymbol { TypeArguments.Length: 1 } several && IsRequirement(several.TypeArguments[0])));

    /// <summary>Whether a delegate is a rule in code.</summary>
    public bool IsRuleInCode(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { Parameters.Length: 1 } invoke }
        && SymbolEqualityComparer.Default.Equals(invoke.Parameters[0].Type, _context) && SymbolEqualityComparer.Default.Equals(invoke.ReturnType, _outcome);

    private bool IsRequirement(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, _requirement))
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? First(Compilation compilation, string name) => compilation.GetTypesByMetadataName(name).FirstOrDefault();
}
