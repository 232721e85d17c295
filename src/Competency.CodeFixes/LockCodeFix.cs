using System.Collections.Immutable;
using System.Composition;
using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Competency.CodeFixes;

/// <summary>
/// For a reference whose meaning moved: follows the statement to its new code, or accepts the new meaning for the consumer. For one that is not
/// locked: adds it to the lock.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(LockCodeFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".cs", ".json", ".csv", ".tsv", ".md"])]
[Shared]
public sealed class LockCodeFix : CodeFixProvider
{
    /// <summary>What an action does: it is its equivalence key, by which the same is done to a document, a project or a solution.</summary>
    internal const string Follow = nameof(LockCodeFix) + ".Follow";

    /// <summary>See <see cref="Follow"/>.</summary>
    internal const string Accept = nameof(LockCodeFix) + ".Accept";

    /// <summary>See <see cref="Follow"/>.</summary>
    internal const string Add = nameof(LockCodeFix) + ".Add";

    // For a data file, to whose whole no editor applies a fix by itself.
    internal const string AcceptAll = nameof(LockCodeFix) + ".AcceptAll";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FindingCatalogue.MeaningChanged.Id, FindingCatalogue.NotLocked.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => LockFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (LockRemedyProperties.Read(diagnostic.Properties) is not { } remedy || LockEdits.LockIn(document.Project, remedy.LockPath) is null)
            {
                continue;
            }

            if (diagnostic.Id == FindingCatalogue.NotLocked.Id)
            {
                Register($"Add to the lock: {Names(remedy)} for {remedy.Consumer}", Add, cancel => LockEdits.Apply(document.Project.Solution, [(document.Project.Id, diagnostic)], Add, cancel));
                continue;
            }

            if (remedy.Follow is not null && remedy.CanFollowAlone)
            {
                Register($"Follow the statement to {remedy.Follow}", Follow, cancel => LockEdits.Apply(document.Project.Solution, [(document.Project.Id, diagnostic)], Follow, cancel));
            }
            else if (remedy.Follow is not null)
            {
                // The new code is one that the consumer uses already, and that moved as well: one alone would be taken for the other.
                Register($"Follow the statement to {remedy.Follow}, with all others of {remedy.Consumer}", Follow, cancel => LockEdits.ApplyToConsumer(document.Project, remedy.Consumer, diagnostic, Follow, cancel));
            }

            if (remedy.Accepted.Count > 0)
            {
                // In a group of its own: what takes the first action there is and applies it everywhere, as dotnet format does, must not accept what nobody read.
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Accept the new meaning",
                        [
                            Action($"Accept the new meaning of {Names(remedy)} for {remedy.Consumer}", Accept, cancel => LockEdits.Apply(document.Project.Solution, [(document.Project.Id, diagnostic)], Accept, cancel)),
                            Action($"Accept all new meanings for {remedy.Consumer}", AcceptAll, cancel => LockEdits.ApplyToConsumer(document.Project, remedy.Consumer, diagnostic, Accept, cancel)),
                        ],
                        isInlinable: true),
                    diagnostic);
            }

            void Register(string title, string key, Func<CancellationToken, Task<Solution>> change) => context.RegisterCodeFix(Action(title, key, change), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static CodeAction Action(string title, string key, Func<CancellationToken, Task<Solution>> change) => CodeAction.Create(title, change, key);

    private static string Names(LockRemedy remedy) =>
        remedy.Accepted.Count <= 3 ? string.Join(", ", remedy.Accepted.Select(l => l.Name)) : $"{remedy.Accepted[0].Name} and {remedy.Accepted.Count - 1} more";
}
