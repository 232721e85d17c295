using Competency.Notation;
using Competency.Text;
using Competency.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>
/// What looks like a reference in code that <c>#if</c> leaves out of every compilation of its file, and would have to become another one. No
/// compiler says what it means there: it is not rewritten, and not passed over in silence.
/// </summary>
/// <param name="projects">The projects.</param>
/// <param name="migrationsIn">The versions that references of a file are moved from; none where nothing of it is.</param>
internal sealed class DisabledReferences(IReadOnlyList<LoadedProject> projects, Func<SourceDocument, IReadOnlyList<Migration>> migrationsIn)
{
    // The enum of KSBs in each generated type.
    private const string Members = "Ksb";

    public IEnumerable<PlacedMessage> Of()
    {
        foreach (var file in projects.SelectMany(p => p.Written).GroupBy(w => w.Key.FilePath, StringComparer.Ordinal))
        {
            var source = file.First().Value;
            if (file.All(w => w.Key.GetRoot().ContainsDirectives) && migrationsIn(source) is { Count: > 0 } migrations)
            {
                // What one framework leaves out and another compiles is read there.
                var others = file.Skip(1).Select(w => Disabled(w.Key).ToArray()).ToArray();
                var found = Disabled(file.First().Key).SelectMany(s => In(file.First().Key, s)).Where(f => others.All(o => o.Any(s => s.Contains(f.Span))));
                foreach (var (reference, span) in found)
                {
                    if (migrations.FirstOrDefault(m => Migration.NamesOld(reference, m.Diff.Old.Id, m.Diff.Old.Id) && m.Moves(reference)) is { } migration)
                    {
                        yield return new PlacedMessage(source.Locate(new SourceSpan(span.Start, span.Length)), $"{reference} stands in code that #if leaves out, and is not the same in {migration.Diff.New.Id}; left as it is") { IsLeft = true };
                    }
                }
            }
        }
    }

    private static IEnumerable<TextSpan> Disabled(SyntaxTree tree) =>
        tree.GetRoot().DescendantTokens().SelectMany(t => t.LeadingTrivia).Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia)).Select(t => t.Span);

    private static IEnumerable<(KsbReference Reference, TextSpan Span)> In(SyntaxTree tree, TextSpan disabled)
    {
        var names = NamesOfMembers(tree);
        var code = CSharpSyntaxTree.ParseText(tree.GetText().GetSubText(disabled), (CSharpParseOptions)tree.Options).GetRoot();

        // A piece of a class is no file: tokens that fit nowhere are trivia then.
        var tokens = code.DescendantTokens(descendIntoTrivia: true).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            var found = tokens[i].IsKind(SyntaxKind.IdentifierToken)
                ? i > 1 && tokens[i - 1].IsKind(SyntaxKind.DotToken) && names.Contains(tokens[i - 2].ValueText) ? Member(tokens[i]) : []
                : IsText(tokens[i]) ? Text(tokens[i]) : [];
            foreach (var (reference, span) in found)
            {
                yield return (reference, new TextSpan(disabled.Start + span.Start, span.Length));
            }
        }
    }

    /// <summary>The names under which a file reads generated enums: their own, and its aliases.</summary>
    private static HashSet<string> NamesOfMembers(SyntaxTree tree) =>
    [
        Members,
        .. tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Where(u => u.Alias is not null && u.NamespaceOrType.GetLastToken().ValueText == Members)
            .Select(u => u.Alias!.Name.Identifier.ValueText),
    ];

    private static IEnumerable<(KsbReference Reference, TextSpan Span)> Member(SyntaxToken token)
    {
        var whole = new SourceSpan(0, token.ValueText.Length);
        return KsbCode.TryParse(token.ValueText, out var code) ? [(new KsbReference(whole, code, code, whole, whole, 0), token.Span)] : [];
    }

    private static bool IsText(SyntaxToken token) =>
        token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    /// <summary>A string that holds references and nothing else.</summary>
    private static IEnumerable<(KsbReference Reference, TextSpan Span)> Text(SyntaxToken token)
    {
        var value = token.ValueText;
        var read = KsbNotation.Parse(value);
        var start = value.Length == 0 ? -1 : token.Text.IndexOf(value, StringComparison.Ordinal);
        return read.Problems.Count > 0 ? [] : read.References.Select(r => (r, start < 0 ? token.Span : new TextSpan(token.SpanStart + start + r.Span.Start, r.Span.Length)));
    }
}
