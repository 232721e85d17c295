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
        // What a project's global usings say holds in each of its files; a file of several projects is read with those of all.
        var everywhere = projects.SelectMany(p => p.Compilation.SyntaxTrees).Distinct().SelectMany(t => Usings(t.GetRoot())).Where(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).ToArray();
        foreach (var file in projects.SelectMany(p => p.Written).GroupBy(w => w.Key.FilePath, StringComparer.Ordinal))
        {
            var source = file.First().Value;
            if (file.All(w => w.Key.GetRoot().ContainsDirectives) && migrationsIn(source) is { Count: > 0 } migrations)
            {
                // What one framework leaves out and another compiles is read there.
                var others = file.Skip(1).Select(w => Disabled(w.Key).ToArray()).ToArray();
                var found = Disabled(file.First().Key).SelectMany(s => In(file.First().Key, s, everywhere)).Where(f => others.All(o => o.Any(s => s.Contains(f.Span))));
                foreach (var (reference, span) in found)
                {
                    if (migrations.FirstOrDefault(m => Migration.NamesOld(reference, [m.Diff.Old.Id], m.Diff.Old.Id) && m.Moves(reference)) is { } migration)
                    {
                        yield return new PlacedMessage(source.Locate(new SourceSpan(span.Start, span.Length)), $"{reference} stands in code that #if leaves out, and is not the same in {migration.Diff.New.Id}; left as it is") { IsLeft = true };
                    }
                }
            }
        }
    }

    private static IEnumerable<TextSpan> Disabled(SyntaxTree tree) =>
        tree.GetRoot().DescendantTokens().SelectMany(t => t.LeadingTrivia).Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia)).Select(t => t.Span);

    private static IEnumerable<(KsbReference Reference, TextSpan Span)> In(SyntaxTree tree, TextSpan disabled, IReadOnlyList<UsingDirectiveSyntax> everywhere)
    {
        var code = CSharpSyntaxTree.ParseText(tree.GetText().GetSubText(disabled), (CSharpParseOptions)tree.Options).GetRoot();
        var usings = Usings(tree.GetRoot()).Concat(Usings(code)).Concat(everywhere).Where(u => u.NamespaceOrType.GetLastToken().ValueText == Members).ToArray();
        var names = new HashSet<string>(usings.Where(u => u.Alias is not null).Select(u => u.Alias!.Name.Identifier.ValueText).Append(Members), StringComparer.Ordinal);
        var isBare = usings.Any(u => u.StaticKeyword.IsKind(SyntaxKind.StaticKeyword));

        // A piece of a class is no file: tokens that fit nowhere are trivia then.
        var tokens = code.DescendantTokens(descendIntoTrivia: true).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            var isAfterDot = i > 0 && tokens[i - 1].IsKind(SyntaxKind.DotToken);
            var isMember = isAfterDot ? i > 1 && names.Contains(tokens[i - 2].ValueText) : isBare;
            var found = tokens[i].IsKind(SyntaxKind.IdentifierToken) ? isMember ? Member(tokens[i]) : [] : DisabledText.At(tokens, i) is { } text ? Text(text) : [];
            foreach (var (reference, span) in found)
            {
                yield return (reference, new TextSpan(disabled.Start + span.Start, span.Length));
            }
        }
    }

    /// <summary>The names under which a file reads generated enums come by these: aliases of theirs, and what takes their members as they are.</summary>
    private static IEnumerable<UsingDirectiveSyntax> Usings(SyntaxNode root) =>
        root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();

    private static IEnumerable<(KsbReference Reference, TextSpan Span)> Member(SyntaxToken token)
    {
        var whole = new SourceSpan(0, token.ValueText.Length);
        return KsbCode.TryParse(token.ValueText, out var code) && code.ToString() == token.ValueText ? [(new KsbReference(whole, code, code, whole, whole, 0), token.Span)] : [];
    }

    /// <summary>A string that holds references and nothing else, or the items of a list that do: of prose nobody can say what it means.</summary>
    private static IEnumerable<(KsbReference Reference, TextSpan Span)> Text(DisabledText text) =>
        from item in KsbNotation.Parse(text.Value) is { Problems.Count: 0 } ? [(Start: 0, Text: text.Value)] : Items(text)
        let read = KsbNotation.Parse(item.Text)
        where read.Problems.Count == 0
        from reference in read.References
        let codes = ReferenceRewrite.CodesOf(reference)
        where !text.IsCut(item.Start + codes.Start, item.Start + codes.End)
        select (reference, text.Place(item.Start + reference.Span.Start, item.Start + reference.Span.End));

    /// <summary>The items of a list, without what joins the first and the last to something that is not known here.</summary>
    private static IEnumerable<(int Start, string Text)> Items(DisabledText text)
    {
        var value = text.Value;
        for (var at = 0; at <= value.Length;)
        {
            var end = value.IndexOfAny([',', ';', '\n'], at);
            end = end < 0 ? value.Length : end;
            var item = value.Substring(at, end - at);

            // As in {From}-S12.
            var skipped = text.GoesOnBefore && at == 0 ? item.Length - item.TrimStart('-', '–', ' ').Length : 0;
            yield return (at + skipped, text.GoesOnBehind && end == value.Length ? item.Substring(skipped).TrimEnd('-', '–', ' ') : item.Substring(skipped));
            at = end + 1;
        }
    }
}
