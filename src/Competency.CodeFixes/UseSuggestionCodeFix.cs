using System.Collections.Immutable;
using System.Composition;
using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CodeFixes;

/// <summary>Puts what a finding says was probably meant in place of what is written, in C# and in documents alike.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(UseSuggestionCodeFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".cs", ".json"])]
[Shared]
public sealed class UseSuggestionCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. FindingCatalogue.All.Where(d => d != FindingCatalogue.MeaningChanged && d != FindingCatalogue.NotLocked).Select(d => d.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(DiagnosticProperties.Suggestion, out var suggestion) && suggestion is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Write {suggestion}", cancel => Replace(context.TextDocument, diagnostic.Location.SourceSpan, suggestion, cancel), nameof(UseSuggestionCodeFix)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> Replace(TextDocument document, TextSpan span, string suggestion, CancellationToken cancel)
    {
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var changed = text.WithChanges(new TextChange(span, suggestion));
        return document is Document
            ? document.Project.Solution.WithDocumentText(document.Id, changed)
            : document.Project.Solution.WithAdditionalDocumentText(document.Id, changed);
    }
}
