using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>Reports what is wrong with <c>*.standard.json</c> files: each by itself, and all together.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandardDocumentAnalyzer() : FindingAnalyzer(
    FindingCatalogue.DutyMapsUnknownKsb,
    FindingCatalogue.UnmappedKsb,
    FindingCatalogue.DutyWithoutKnowledgeOrSkill,
    FindingCatalogue.RepeatedCode,
    FindingCatalogue.GapInNumbering,
    FindingCatalogue.RepeatedStatement,
    FindingCatalogue.ContradictoryLevel,
    FindingCatalogue.LookAlikeCharacters,
    FindingCatalogue.UnreadableDocument,
    FindingCatalogue.ConflictingDocuments,
    FindingCatalogue.MalformedNotation,
    FindingCatalogue.RepeatedReference,
    FindingCatalogue.BadRange)
{
    private protected override void Register(AnalysisContext context)
    {
        context.RegisterAdditionalFileAction(static file =>
        {
            if (DocumentCache.IsStandard(file.AdditionalFile) && DocumentCache.Standard(file.AdditionalFile, file.CancellationToken) is { } document)
            {
                FindingDiagnostics.Report(file, document.Findings);
            }
        });
        context.RegisterCompilationAction(static compilation =>
        {
            var known = new KnownStandards(compilation.Compilation, compilation.Options.AdditionalFiles, compilation.CancellationToken);
            var documents = known.OwnDocuments(compilation.CancellationToken).ToArray();
            var findings = DocumentSetCheck.Check(documents)
                .Concat(DocumentSetCheck.CheckAgainst(documents, known.Referenced()))
                .Concat(DocumentSetCheck.CheckReferenced(known.Referenced()));
            foreach (var finding in findings)
            {
                compilation.ReportDiagnostic(FindingDiagnostics.ToDiagnostic(finding));
            }
        });
    }
}
