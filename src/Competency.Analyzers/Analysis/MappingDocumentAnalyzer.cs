using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>Reports what is wrong with mapping documents of every format beside the standards that the compilation knows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MappingDocumentAnalyzer() : FindingAnalyzer(
    FindingCatalogue.MappingUnknownKsb,
    FindingCatalogue.UncoveredKsb,
    FindingCatalogue.CoverageBelowDemand,
    FindingCatalogue.NotInOption,
    FindingCatalogue.MappingUnknownStandard,
    FindingCatalogue.RepeatedItemId,
    FindingCatalogue.UnreadableDocument,
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
                if (DocumentCache.IsMapping(file.AdditionalFile, file.Options.AnalyzerConfigOptionsProvider) && DocumentCache.Mapping(file.AdditionalFile, file.CancellationToken) is { } document)
                {
                    FindingDiagnostics.Report(file, document.Check(known.Catalogue));
                }
            });
        });
    }
}
