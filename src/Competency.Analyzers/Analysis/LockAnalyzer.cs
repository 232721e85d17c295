using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>Reports what is wrong with the lock itself, and where mappings, policies and plans mean something else than it says. References in C# are <see cref="KsbReferenceAnalyzer"/>'s.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockAnalyzer() : FindingAnalyzer(
    FindingCatalogue.MeaningChanged,
    FindingCatalogue.NotLocked,
    FindingCatalogue.UnreadableDocument)
{
    private protected override void Register(AnalysisContext context)
    {
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Options.AdditionalFiles.Any(DocumentCache.IsLock))
            {
                return;
            }

            var known = new KnownStandards(start.Compilation, start.Options.AdditionalFiles, start.CancellationToken);
            var locked = LockedReferences.Of(start.Options.AdditionalFiles, known, start.CancellationToken);
            start.RegisterAdditionalFileAction(file => File(file, known, locked));
        });
    }

    private static void File(AdditionalFileAnalysisContext context, KnownStandards known, LockedReferences? locked)
    {
        if (DocumentCache.IsLock(context.AdditionalFile) && DocumentCache.Lock(context.AdditionalFile, context.CancellationToken) is { } document)
        {
            FindingDiagnostics.Report(context, document.Findings);
        }
        else if (locked is not null && DocumentCache.Referencing(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken) is { } referencing)
        {
            // Its encoding is told with the document's own findings.
            foreach (var finding in LockCheck.Check(referencing, locked.Document, known.Catalogue))
            {
                context.ReportDiagnostic(FindingDiagnostics.ToDiagnostic(finding));
            }
        }
    }
}
