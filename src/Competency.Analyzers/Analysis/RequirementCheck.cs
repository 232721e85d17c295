using Competency.Documents.Policies;
using Competency.Findings;
using Competency.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>Checks each call that makes a requirement, by the checks of Core and as far as its arguments are constant.</summary>
internal sealed class RequirementCheck(RuleTypes rules, StandardsInForce inForce)
{
    // What an option is called is judged beside the standards (KSB4005), and what names KSBs as their notation.
    private static readonly string[] TextParameters = ["id", "name", "version", "sentence", "subject", "statement", "title", "issuer", "words"];

    private readonly RequirementIds _ids = new(rules);

    public void Call(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (RuleTypes.TakesTexts(call))
        {
            Texts(context, call.Arguments);
        }

        if (RuleTypes.IsRequire(call))
        {
            Made(context, call, RequirementIds.Of(call));
            Repeated(context, call);
        }
        else if (RuleTypes.IsWithOwn(call))
        {
            Repeated(context, call);
            if (call.Argument("requirements").Items() is { Count: 0 })
            {
                Report(context, RuleCheck.Quantifier(call.Argument("id").Text() is { } own ? $"{own}:own" : null, count: null, held: 0), NameOf(call));
            }
        }
        else if (RuleTypes.IsExtension(call) && call.TargetMethod.Name == "RestingOn")
        {
            Resting(context, call);
        }
        else if (call.TargetMethod.Name == "Parse" && RuleTypes.Is(call.TargetMethod.ContainingType, "KsbSelection"))
        {
            Ksbs(context, call.Argument("ksbs"));
        }
        else if (call.TargetMethod.ContainingType is { Name: "KsbThreshold", ContainingNamespace: { Name: "Competency", ContainingNamespace.IsGlobalNamespace: true } } && RequirementNumbers.OfThreshold(call) is { } number)
        {
            Report(context, number.Problem, number.Place);
        }
    }

    /// <summary>Texts that are written out and empty.</summary>
    private static void Texts(OperationAnalysisContext context, IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && TextParameters.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
            {
                Blank(context, argument.Value, parameter.Name.ToLowerInvariant());
            }
        }
    }

    private static void Blank(OperationAnalysisContext context, IOperation value, string name)
    {
        if (value.Text() is { } text && string.IsNullOrWhiteSpace(text))
        {
            Report(context, RuleCheck.Blank(name), value.Syntax);
        }
    }

    private void Repeated(OperationAnalysisContext context, IInvocationOperation call)
    {
        foreach (var (id, place) in _ids.Repeated(call))
        {
            Report(context, RuleCheck.Repeated(id), place);
        }
    }

    public void Creation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (RuleTypes.Is(creation.Type, "ReadinessPolicy") || RuleTypes.Is(creation.Type, "Citation"))
        {
            Texts(context, creation.Arguments);
        }
        else if (RuleTypes.Is(creation.Type, "PortfolioSettings"))
        {
            Ksbs(context, creation.Argument("Ksbs"));
        }
        else if (RuleTypes.Is(creation.Type, "DatedValue"))
        {
            DatedPeriods.Check(creation, (problem, place) => Report(context, problem, place));
        }
        else if (RuleTypes.Is(creation.Type, "DatedPeriod") && DatedPeriods.Of(creation) is { } period)
        {
            Report(context, RuleCheck.EmptyPeriod(DatedPeriods.NameAround(creation), period.From, period.Until), creation.Syntax);
        }
    }

    /// <summary>Titles of mandatory qualifications that no record can hold, KSBs of a portfolio that are none, and numbers out of range, in an initialiser or a <c>with</c>.</summary>
    public static void Assignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "MandatoryQualifications", ContainingType: var type } } && RuleTypes.Is(type, "GatewaySettings"))
        {
            foreach (var title in assignment.Value.Items() ?? [])
            {
                Blank(context, title, "title");
                CertificateSubject(context, title);
            }
        }
        else if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "Kinds", ContainingType: var demand } } && RuleTypes.Is(demand, "EvidenceDemand"))
        {
            foreach (var kind in assignment.Value.Items() ?? [])
            {
                Blank(context, kind, "kind");
            }
        }
        else if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "Ksbs", ContainingType: var settings } } && RuleTypes.Is(settings, "PortfolioSettings"))
        {
            Ksbs(context, assignment.Value);
        }
        else if (RequirementNumbers.Of(assignment) is { } number)
        {
            Report(context, number.Problem, number.Place);
        }
    }

    private void Made(OperationAnalysisContext context, IInvocationOperation call, string? id)
    {
        foreach (var (problem, place) in RequirementNumbers.Of(call))
        {
            Report(context, problem, place);
        }

        switch (call.TargetMethod.Name)
        {
            case "AllOf" or "AnyOf" or "AtLeast":
                Quantified(context, call, id);
                break;
            case "DateReached":
                Report(context, RuleCheck.DateReached(id, call.Argument("from").Date(), call.Argument("until").Date()), call.Argument("until")!.Syntax);
                break;
            case "StartedBetween":
                Report(context, RuleCheck.StartedBetween(id, call.Argument("from").Date(), call.Argument("until").Date(), !call.Argument("from").IsNull() || !call.Argument("until").IsNull()), call.Argument("until")!.Syntax);
                break;
            case "OptionIs":
                Option(context, call);
                break;
            case "Fact":
                Fact(context, call, id);
                break;
            case "Certificate":
                Certificate(context, call, id);
                break;
            case "Declaration":
                Declaration(context, call, id);
                break;
            case "KsbsAchieved" or "Portfolio":
                if (call.TargetMethod.Name == "KsbsAchieved" && call.Argument("ksbs").IsNull() && call.Argument("id") is { } named && named.Text() is { } text)
                {
                    Report(context, RuleCheck.KsbsAsId(text), named.Syntax);
                }

                Ksbs(context, call.Argument("ksbs"));
                Selection(context, call, id);
                break;
            case "When":
                OfOtherOptions(context, call);
                break;
            case "Custom" when !IsSaidAnew(call) && call.Argument("basis").Member() is { } basis && call.Argument("citation").IsNull():
                Report(context, Uncited(id, basis), call.Argument("basis")!.Syntax);
                break;
        }
    }

    private static void Quantified(OperationAnalysisContext context, IInvocationOperation call, string? id)
    {
        if (call.Argument("requirements").Items() is { } held)
        {
            var count = call.TargetMethod.Name == "AtLeast" ? call.Argument("count").Number() : null;
            Report(context, RuleCheck.Quantifier(id, (int?)count, held.Count, held.Count(IsCheck)), held.Count > 0 ? call.Argument("count")?.Syntax : NameOf(call));
        }
    }

    /// <summary>Whether a requirement surely is a check of data, which decides nothing: one that rests on it, a condition or attention around one, or several that hold nothing else.</summary>
    private static bool IsCheck(IOperation requirement)
    {
        var value = requirement.Unwrapped();
        if (RuleTypes.IsExtension(value) && value is IInvocationOperation said)
        {
            var inner = said.Argument(RuleTypes.Extended)!;
            return said.TargetMethod.Name != "RestingOn" ? IsCheck(inner)
                : said.Argument("basis").Member() is { } basis && (basis == DataCheck || (RequirementIds.Made(inner) is { TargetMethod.Name: "When" or "Unless" or "Attention" } made && IsCheck(made)));
        }

        return RuleTypes.IsRequire(value) && value is IInvocationOperation call && call.TargetMethod.Name switch
        {
            "DaysElapsed" => true,
            "Custom" => call.Argument("basis").Member() == DataCheck,
            "When" or "Unless" => call.Argument("then") is { } then && IsCheck(then),
            "Attention" => call.Argument("requirement") is { } decides && IsCheck(decides),
            "AllOf" or "AnyOf" or "AtLeast" => call.Argument("requirements").Items() is { Count: > 0 } held && held.All(IsCheck),
            _ => false,
        };
    }

    private const string DataCheck = "DataCheck";

    /// <summary>Of a fact's overloads, those of a number and of a text can ask nothing.</summary>
    private static void Fact(OperationAnalysisContext context, IInvocationOperation call, string? id)
    {
        if (call.Argument("oneOf") is { } texts)
        {
            Report(context, texts.Items() is { Count: 0 } ? RuleCheck.NoTexts(id) : null, texts.Syntax);
            foreach (var text in texts.Items() ?? [])
            {
                Blank(context, text, "text");
            }
        }
        else if (call.Argument("atLeast") is { } least && call.Argument("atMost") is { } most)
        {
            var isBounded = !least.IsNull() || !most.IsNull();
            Report(context, RuleCheck.Number(id, least.Always(), most.Number(), isBounded), isBounded ? most.Syntax : NameOf(call));
        }
    }

    private static void Certificate(OperationAnalysisContext context, IInvocationOperation call, string? id)
    {
        CertificateSubject(context, call.Argument("subject"));
        var (valid, renew) = (call.Argument("validForMonths"), call.Argument("renewWithinMonths"));
        if (valid.IsNull() || valid.Number() is not null)
        {
            Report(context, RuleCheck.Certificate(id, (int?)valid.Number(), (int?)renew.Number()), renew!.Syntax);
        }
    }

    private static void CertificateSubject(OperationAnalysisContext context, IOperation? named)
    {
        if (named.Text() is { } subject)
        {
            Report(context, RuleCheck.CertificateSubject(subject), named!.Syntax);
        }
    }

    private static void Declaration(OperationAnalysisContext context, IInvocationOperation call, string? id)
    {
        var (declaration, statement) = (call.Argument("declaration"), call.Argument("statement"));
        if (declaration.Member() is { } kind && (statement.IsNull() || statement.Text() is not null))
        {
            Report(context, RuleCheck.Declaration(id, kind == "Other", !statement.IsNull()), statement.IsNull() ? declaration!.Syntax : statement!.Syntax);
        }
    }

    private void Option(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.Argument("option") is { } argument && argument.Text() is { } option)
        {
            Report(context, RuleCheck.Option(option, StandardsOf(context, call, argument)), argument.Syntax);
        }
    }

    /// <summary>KSB4005 for what is asked when the option is a certain one, and learners of other options alone must achieve.</summary>
    private void OfOtherOptions(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.Argument("condition") is not { } condition || RequirementIds.Made(condition) is not { TargetMethod.Name: "OptionIs" } guard || guard.Argument("option").Text() is not { } option
            || call.Argument("then") is not { } then)
        {
            return;
        }

        foreach (var asked in _ids.Tree(then))
        {
            if (asked.Argument("ksbs") is not { } argument || argument.Unwrapped() is not { Syntax: ExpressionSyntax expression } value || value.Text() is not { } text)
            {
                continue;
            }

            var references = KsbNotation.Parse(text);
            var map = ConstantMap.Create(expression, text, value.SemanticModel);
            foreach (var (problem, span) in RuleCheck.OfOtherOptions(references, option, StandardsOf(context, asked, argument)))
            {
                context.ReportDiagnostic(FindingDiagnostics.Create(problem.Descriptor, map.Locate(span, out _), problem.Severity, problem.Message, suggestion: null));
            }
        }
    }

    /// <summary>KSB4002 and KSB1002 for a constant that names no KSB, or its standard or a weight as well.</summary>
    private static void Ksbs(OperationAnalysisContext context, IOperation? argument)
    {
        if (argument?.Unwrapped() is not { Syntax: ExpressionSyntax expression } value || value.Text() is not { } text)
        {
            return;
        }

        var references = KsbNotation.Parse(text);
        Report(context, RuleCheck.NamesNothing(references), expression);
        foreach (var problem in RuleCheck.Overfull(references))
        {
            context.ReportDiagnostic(FindingDiagnostics.Create(
                problem.Descriptor,
                ConstantMap.Create(expression, text, value.SemanticModel).Locate(problem.Span, out _),
                problem.Descriptor.Severity,
                problem.Message,
                suggestion: null));
        }
    }

    private void Selection(OperationAnalysisContext context, IInvocationOperation call, string? id)
    {
        var ksbs = call.Argument("ksbs");
        if (ksbs.IsNull())
        {
            Selection(context, call, id, null, null);
        }
        else if (ksbs.Text() is { } text && KsbNotation.Parse(text) is { References.Count: > 0 } references)
        {
            Selection(context, call, id, references, ksbs!.Syntax);
        }
    }

    private void Selection(OperationAnalysisContext context, IInvocationOperation call, string? id, KsbNotationResult? references, SyntaxNode? place)
    {
        if (call.Argument("kinds").Items() is { Count: 0 })
        {
            Report(context, RuleCheck.NoKinds(id), call.Argument("kinds")!.Syntax);
            return;
        }

        if (KindsOf(call.Argument("kinds")) is not { } kinds)
        {
            return;
        }

        // A number that nobody can ask is told where it is made.
        var count = call.Argument("atLeast")?.Unwrapped() is IInvocationOperation { TargetMethod: { Name: "Count", ContainingType.Name: "KsbThreshold" } } threshold
            && threshold.Argument("count").Number() is { } number && RuleCheck.Count(number) is null ? (int?)number : null;
        var standards = StandardsOf(context, call, call.Argument("ksbs"));
        var problem = RuleCheck.Selection(id, references is null ? [] : [references], kinds, count, standards, out var property);
        Report(context, problem, property == "ksbs" ? place : call.Argument(property)?.Syntax);
    }

    /// <summary>The kinds of KSB that are asked; none for every kind, null where nobody can say.</summary>
    private static KsbKind[]? KindsOf(IOperation? argument)
    {
        if (argument is null || argument.IsNull())
        {
            return [];
        }

        var kinds = argument.Items()?.Select(i => i.Member()).Select(m => Enum.TryParse<KsbKind>(m, out var kind) ? kind : (KsbKind?)null).ToArray();
        return kinds is null || kinds.Contains(null) ? null : kinds.Select(k => k!.Value).ToArray();
    }

    /// <summary>KSB4006 for a requirement that is made to rest on something. A kind whose reports cite the parameter that applied needs no citation.</summary>
    private static void Resting(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (IsSaidAnew(call) || call.Argument("basis").Member() is not { } basis || !call.Argument("citation").IsNull()
            || call.TargetMethod.TypeArguments is not { Length: 1 } types || !RuleTypes.IsOfRules(types[0] as INamedTypeSymbol))
        {
            return;
        }

        var kinds = RequirementKinds.All.Where(k => k.TypeName == types[0].Name).ToArray();
        var made = RequirementIds.Made(call.Argument(RuleTypes.Extended)!);
        var dated = kinds.SelectMany(k => k.Parameters).Where(p => p.Type == ParameterType.DatedNumber).ToArray();
        if (kinds.Length > 0 && !kinds.Any(k => k.CitesItself) && dated.All(p => made?.Argument(p.Name) is null ? made is not null : made.Argument(p.Name).IsNull() || made.Argument(p.Name)!.Always() is not null))
        {
            Report(context, Uncited(made is null ? null : RequirementIds.Of(made), basis), call.Argument("basis")!.Syntax);
        }
    }

    private static RuleProblem? Uncited(string? id, string basis) => RuleCheck.Uncited(id, char.ToLowerInvariant(basis[0]) + basis.Substring(1));

    /// <summary>Whether a call around this one says anew what the requirement rests on.</summary>
    private static bool IsSaidAnew(IOperation call)
    {
        for (var at = call.Parent; at is IConversionOperation or IArgumentOperation or IInvocationOperation; at = at.Parent)
        {
            if (at is IInvocationOperation around)
            {
                if (!RuleTypes.IsExtension(around) || !around.Argument(RuleTypes.Extended)!.Syntax.Span.Contains(call.Syntax.Span))
                {
                    return false;
                }

                if (around.TargetMethod.Name == "RestingOn")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private IReadOnlyList<OccupationalStandard> StandardsOf(OperationAnalysisContext context, IInvocationOperation call, IOperation? argument) =>
        argument?.Parent is IArgumentOperation { Parameter: { } parameter } ? inForce.Find(parameter, call, context.ContainingSymbol, call)
        : call.TargetMethod.Parameters.Length > 0 ? inForce.Find(call.TargetMethod.Parameters[0], call, context.ContainingSymbol, call)
        : [];

    private static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: var called } ? called is MemberAccessExpressionSyntax member ? member.Name : called : call.Syntax;

    private static void Report(OperationAnalysisContext context, RuleProblem? problem, SyntaxNode? place)
    {
        if (problem is not null)
        {
            var isLiteral = place.IsKind(SyntaxKind.StringLiteralExpression);
            context.ReportDiagnostic(FindingDiagnostics.Create(
                problem.Descriptor,
                (place ?? context.Operation.Syntax).GetLocation(),
                problem.Severity,
                problem.Message,
                problem.Suggestion is { } meant && isLiteral ? SymbolDisplay.FormatLiteral(meant, quote: true) : null));
        }
    }

    private static void Report(OperationAnalysisContext context, FindingDescriptor descriptor, string message, SyntaxNode place) =>
        context.ReportDiagnostic(FindingDiagnostics.Create(descriptor, place.GetLocation(), descriptor.Severity, message, suggestion: null));
}
