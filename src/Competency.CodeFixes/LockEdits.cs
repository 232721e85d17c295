using System.Collections.Immutable;
using Competency.Documents;
using Competency.Findings;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CodeFixes;

/// <summary>Writes what a person decided about references into the files that hold them and into the lock, in one step.</summary>
internal static class LockEdits
{
    /// <summary>The lock among a project's files that can be read, or null: one that is damaged, or holds a merge conflict, is never written.</summary>
    public static TextDocument? LockIn(Project project, string path) =>
        project.AdditionalDocuments.FirstOrDefault(d => d.FilePath == path) is { } document
        && document.TryGetText(out var text) && LockDocument.Read(path, text.ToString()).Lock is null
            ? null
            : project.AdditionalDocuments.FirstOrDefault(d => d.FilePath == path);

    /// <summary>Applies the remedies of some diagnostics.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="found">The diagnostics with their projects.</param>
    /// <param name="key">One of the keys of <see cref="LockCodeFix"/>.</param>
    /// <param name="cancel">Cancels it.</param>
    public static async Task<Solution> Apply(Solution solution, IReadOnlyList<(ProjectId Project, Diagnostic Diagnostic)> found, string key, CancellationToken cancel)
    {
        var all = found
            .Where(f => f.Diagnostic.Id == (key == LockCodeFix.Add ? FindingCatalogue.NotLocked.Id : FindingCatalogue.MeaningChanged.Id))
            .Select(f => (f.Project, f.Diagnostic, Remedy: LockRemedyProperties.Read(f.Diagnostic.Properties)))
            .Where(f => f.Remedy is not null)
            .ToArray();
        var before = solution;
        if (key == LockCodeFix.Follow)
        {
            var followed = await Follow(solution, all.Where(f => f.Remedy!.Follow is not null).Select(f => (f.Project, f.Diagnostic, f.Remedy!.Follow!)).ToArray(), cancel).ConfigureAwait(false);
            if (followed is null)
            {
                return before;
            }

            solution = followed;
        }

        foreach (var of in all.GroupBy(f => f.Remedy!.LockPath))
        {
            // One lock is a file of several projects.
            var documents = solution.Projects.SelectMany(p => p.AdditionalDocuments).Where(d => d.FilePath == of.Key).ToArray();
            var text = documents.Length == 0 ? null : await documents[0].GetTextAsync(cancel).ConfigureAwait(false);
            if (text is null || LockDocument.Read(of.Key, text.ToString()).Lock is not { } content)
            {
                // References that follow without the lock would be reported again, and follow once more.
                return before;
            }

            var remedies = of.Select(f => f.Remedy!);
            var changed = SourceText.From(LockDocument.Write(key == LockCodeFix.Follow ? LockRemedies.Follow(content, remedies) : LockRemedies.Accept(content, remedies)), text.Encoding);
            solution = documents.Aggregate(solution, (s, d) => s.WithAdditionalDocumentText(d.Id, changed));
        }

        return solution;
    }

    /// <summary>Does to every reference of one consumer what is asked for one: asks the project's own analyzers where else it refers to what moved.</summary>
    public static async Task<Solution> ApplyToConsumer(Project project, LockConsumer consumer, Diagnostic asked, string key, CancellationToken cancel)
    {
        var analyzers = project.AnalyzerReferences
            .SelectMany(r => r.GetAnalyzers(project.Language))
            .Where(a => a.SupportedDiagnostics.Any(d => d.Id == FindingCatalogue.MeaningChanged.Id))
            .ToImmutableArray();
        var compilation = await project.GetCompilationAsync(cancel).ConfigureAwait(false);
        if (analyzers.IsEmpty || compilation is null)
        {
            return project.Solution;
        }

        var diagnostics = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancel).ConfigureAwait(false);
        var ofConsumer = diagnostics
            .Where(d => d.Id == asked.Id && LockRemedyProperties.Read(d.Properties) is { } remedy && remedy.Consumer.Equals(consumer))
            .Select(d => (project.Id, d))
            .ToArray();
        return await Apply(project.Solution, ofConsumer, key, cancel).ConfigureAwait(false);
    }

    /// <summary>The solution with the references written anew; null where one stands in a file that the solution does not hold, or would not be read as it is meant.</summary>
    private static async Task<Solution?> Follow(Solution solution, IReadOnlyList<(ProjectId Project, Diagnostic Diagnostic, string Text)> edits, CancellationToken cancel)
    {
        foreach (var ofFile in edits.GroupBy(e => (e.Project, Path: e.Diagnostic.Location.GetLineSpan().Path)))
        {
            var changes = ofFile.GroupBy(e => e.Diagnostic.Location.SourceSpan).Select(g => new TextChange(g.Key, g.First().Text)).OrderBy(c => c.Span).ToArray();
            var project = solution.GetProject(ofFile.Key.Project)!;
            var tree = ofFile.First().Diagnostic.Location.SourceTree;
            TextDocument? document = tree is null
                ? project.AdditionalDocuments.FirstOrDefault(d => d.FilePath == ofFile.Key.Path)
                : project.GetDocument(tree) ?? project.Documents.FirstOrDefault(d => d.FilePath == ofFile.Key.Path);
            if (document is null)
            {
                return null;
            }

            var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
            if (tree is null && ReadAgain(ofFile.Key.Path, text.ToString(), changes) is var settled)
            {
                if (settled is null)
                {
                    return null;
                }

                changes = settled;
            }

            text = text.WithChanges(changes);
            solution = tree is null ? solution.WithAdditionalDocumentText(document.Id, text) : solution.WithDocumentText(document.Id, text);
        }

        return solution;
    }

    /// <summary>The changes of a document as it is read with them: in prose another code may want its standard before it, and what stays is spelled as it was. Null where even that would not be read.</summary>
    private static TextChange[]? ReadAgain(string path, string text, TextChange[] changes)
    {
        var document = DocumentReferences.Read(path, text);
        if (!document.References.IsReadable)
        {
            return changes;
        }

        var (edits, left) = Versions.ReadAgain.Settle(document, [.. changes.Select(c => new SourceEdit(SourceSpan.FromBounds(c.Span.Start, c.Span.End), c.NewText ?? ""))]);
        return left.Count > 0 ? null : [.. edits.Select(e => new TextChange(TextSpan.FromBounds(e.Span.Start, e.Span.End), e.Text))];
    }
}
