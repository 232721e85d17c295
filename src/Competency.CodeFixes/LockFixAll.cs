using Competency.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Competency.CodeFixes;

/// <summary>Does to a document, a project or a solution what <see cref="LockCodeFix"/> does to one reference: all references in one step, so that none follows twice.</summary>
internal sealed class LockFixAll : FixAllProvider
{
    public static readonly LockFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (await Key(fixAllContext).ConfigureAwait(false) is not { } key)
        {
            return null;
        }

        var title = key == LockCodeFix.Follow ? "Follow all statements to their new codes" : key == LockCodeFix.Accept ? "Accept all new meanings" : "Add all to the lock";
        return CodeAction.Create(title, cancel => Fix(fixAllContext, key, cancel), key);
    }

    /// <summary>
    /// What is to be done. <c>dotnet format</c> asks for the first action of the first reference, whichever that is. Where that one cannot follow, as
    /// what stands elsewhere under a constant's name, those that can are followed nevertheless; nothing is accepted that nobody read.
    /// </summary>
    private static async Task<string?> Key(FixAllContext context)
    {
        switch (context.CodeActionEquivalenceKey)
        {
            case LockCodeFix.Follow or LockCodeFix.Accept or LockCodeFix.Add:
                return context.CodeActionEquivalenceKey;
            case LockCodeFix.AcceptAll:
                return null;
            default:
                var found = await Found(context, LockCodeFix.Follow).ConfigureAwait(false);
                return found.Any(f => LockRemedyProperties.Read(f.Diagnostic.Properties)?.Follow is not null) ? LockCodeFix.Follow : null;
        }
    }

    private static async Task<Solution> Fix(FixAllContext context, string key, CancellationToken cancel)
    {
        var found = await Found(context, key).ConfigureAwait(false);
        return await LockEdits.Apply(context.Solution, found, key, cancel).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<(ProjectId Project, Diagnostic Diagnostic)>> Found(FixAllContext context, string key)
    {
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var found = new List<(ProjectId Project, Diagnostic Diagnostic)>();
        foreach (var project in projects.Where(p => p.Language == context.Project.Language))
        {
            // Those of a project include what stands in its data files.
            IEnumerable<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await OfDocument(context, document, key).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            found.AddRange(diagnostics.Select(d => (project.Id, d)));
        }

        return found;
    }

    /// <summary>The diagnostics of a document; where statements are followed, all of those consumers, which can be partial types of several files.</summary>
    private static async Task<IEnumerable<Diagnostic>> OfDocument(FixAllContext context, Document document, string key)
    {
        var ofDocument = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        if (key != LockCodeFix.Follow)
        {
            return ofDocument;
        }

        var consumers = new HashSet<LockConsumer>(ofDocument.Select(d => LockRemedyProperties.Read(d.Properties)?.Consumer).Where(c => c is not null)!);
        return (await context.GetAllDiagnosticsAsync(document.Project).ConfigureAwait(false))
            .Where(d => LockRemedyProperties.Read(d.Properties) is { } remedy && consumers.Contains(remedy.Consumer));
    }
}
