using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>Reports what is wrong with <c>*.policy.json</c> and <c>*.plan.json</c> files beside the standards that the compilation knows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyDocumentAnalyzer() : FindingAnalyzer(
    FindingCatalogue.RuleUnknownKsb,
    FindingCatalogue.RuleCannotBeMet,
    FindingCatalogue.RepeatedRuleId,
    FindingCatalogue.DatedParameterGap,
    FindingCatalogue.RuleNeverApplies,
    FindingCatalogue.RuleWithoutCitation,
    FindingCatalogue.UncoveredKsb,
    FindingCatalogue.UnreadableDocument,
    FindingCatalogue.UnknownStandard,
    FindingCatalogue.MalformedNotation,
    FindingCatalogue.RepeatedReference,
    FindingCatalogue.BadRange,
    FindingCatalogue.NotOfStandardInForce)
{
    private protected override void Register(AnalysisContext context)
    {
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownStandards(start.Compilation, start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterAdditionalFileAction(file =>
            {
                if (DocumentCache.Policy(file.AdditionalFile, file.CancellationToken) is { } policy)
                {
                    FindingDiagnostics.Report(file, policy.Check(known.Catalogue));
                }

                if (DocumentCache.Plan(file.AdditionalFile, file.CancellationToken) is { } plan)
                {
                    FindingDiagnostics.Report(file, plan.Check(known.Catalogue));
                }
            });
        });
    }
}
