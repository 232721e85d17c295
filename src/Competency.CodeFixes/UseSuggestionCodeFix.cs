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
    DocumentExtensions = [".cs", ".json", ".csv", ".tsv", ".md"])]
[Shared]
public sealed class UseSuggestionCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. FindingCatalogue.All.Where(d => d != FindingCatalogue.MeaningChanged && d != FindingCatalogue.NotLocked).Select(d => d.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SuggestionFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(DiagnosticProperties.Suggestion, out var suggestion) && suggestion is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(suggestion.Length == 0 ? "Remove it" : $"Write {suggestion}", cancel => Replace(context.TextDocument, diagnostic.Location.SourceSpan, suggestion, cancel), nameof(UseSuggestionCodeFix)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> Replace(TextDocument document, TextSpan span, string suggestion, CancellationToken cancel)
    {
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var changed = text.WithChanges(new TextChange(suggestion.Length == 0 ? Removal(text, span, document.Name) : span, suggestion));
        return document is Document
            ? document.Project.Solution.WithDocumentText(document.Id, changed)
            : document.Project.Solution.WithAdditionalDocumentText(document.Id, changed);
    }

    /// <summary>What goes with a reference that is taken out of its list: the separator before it, or the one behind the first.</summary>
    private static TextSpan Removal(SourceText text, TextSpan span, string name)
    {
        // In a table a separator may part cells; it stays, and says nothing within a list.
        bool Ends(string suffix) => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
        var separators = Ends(".csv") || Ends(".tsv") ? " " : Ends(".md") ? " ,;/&+" : " ,;/&+|";
        var (start, end) = (Before(span.Start), span.End);
        if (start < span.Start && start >= 4 && text[start - 4] == ' ' && text.ToString(TextSpan.FromBounds(start - 3, start)).Equals("and", StringComparison.OrdinalIgnoreCase))
        {
            start = Before(start - 3);
        }

        if (start > 0 && start < span.Start && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == ')'))
        {
            return TextSpan.FromBounds(start, span.End);
        }

        while (end < text.Length && separators.IndexOf(text[end]) >= 0)
        {
            end++;
        }

        return end < text.Length && char.IsLetterOrDigit(text[end]) ? TextSpan.FromBounds(span.Start, end) : span;

        int Before(int at)
        {
            while (at > 0 && separators.IndexOf(text[at - 1]) >= 0)
            {
                at--;
            }

            return at;
        }
    }
}
