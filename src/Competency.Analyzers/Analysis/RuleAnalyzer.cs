using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>Checks rules in C#: requirements that cannot mean what they say, and rules in code that read what is not given to them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuleAnalyzer() : FindingAnalyzer(
    FindingCatalogue.RuleUnknownKsb,
    FindingCatalogue.RuleCannotBeMet,
    FindingCatalogue.RepeatedRuleId,
    FindingCatalogue.DatedParameterGap,
    FindingCatalogue.RuleNeverApplies,
    FindingCatalogue.RuleWithoutCitation,
    FindingCatalogue.RuleReadsEnvironment,
    FindingCatalogue.MalformedNotation)
{
    private protected override void Register(AnalysisContext context)
    {
        context.RegisterCompilationStartAction(static start =>
        {
            if (RuleTypes.Of(start.Compilation) is not { } rules || WellKnownTypes.Of(start.Compilation) is not { } types)
            {
                return;
            }

            var known = new KnownStandards(start.Compilation, start.Options.AdditionalFiles, start.CancellationToken);
            var requirements = new RequirementCheck(rules, new StandardsInForce(start.Compilation, types, known));
            var code = new RuleCodeCheck(rules);
            start.RegisterOperationAction(requirements.Call, OperationKind.Invocation);
            start.RegisterOperationAction(requirements.Creation, OperationKind.ObjectCreation);
            start.RegisterOperationAction(RequirementCheck.Assignment, OperationKind.SimpleAssignment);
            start.RegisterOperationAction(code.Delegate, OperationKind.DelegateCreation);
        });
    }
}
