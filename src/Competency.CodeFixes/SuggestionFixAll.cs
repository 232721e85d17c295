using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Competency.CodeFixes;

/// <summary>
/// Writes everywhere what was probably meant. <c>dotnet format</c> asks for what the first finding of an id offers; where that one offers nothing, those that do
/// are mended nevertheless.
/// </summary>
internal sealed class SuggestionFixAll : FixAllProvider
{
    public static readonly SuggestionFixAll Instance = new();

    private static readonly FixAllProvider Batch = WellKnownFixAllProviders.BatchFixer;

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => Batch.GetSupportedFixAllScopes();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Batch.GetFixAsync(fixAllContext.CodeActionEquivalenceKey is null ? WithKey(fixAllContext) : fixAllContext);

    private static FixAllContext WithKey(FixAllContext context)
    {
        const string Key = nameof(UseSuggestionCodeFix);
        var found = new Found(context);
        return context.Document is { } document
            ? new FixAllContext(document, context.CodeFixProvider, context.Scope, Key, context.DiagnosticIds, found, context.CancellationToken)
            : new FixAllContext(context.Project, context.CodeFixProvider, context.Scope, Key, context.DiagnosticIds, found, context.CancellationToken);
    }

    /// <summary>What the context found, for another one.</summary>
    private sealed class Found(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
