using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>
/// Where strings, and code that is left out of this build by <c>#if</c>, still name an old version after a move: what no analyzer takes for a
/// reference is not rewritten, and not passed over in silence.
/// </summary>
internal sealed class RemainingNames(IReadOnlyList<LoadedProject> projects, IReadOnlyList<string> ids)
{
    public IEnumerable<PlacedMessage> Of(IReadOnlyList<(string Path, IReadOnlyList<TextChange> Edits)> edits, IReadOnlyList<PlacedMessage> notes, IReadOnlyList<(SyntaxTree Tree, TextSpan Span)> pinned)
    {
        foreach (var (tree, source) in projects.SelectMany(p => p.Written).Select(w => (w.Key, w.Value)))
        {
            if (!ids.Any(id => source.Text.Contains(id)))
            {
                continue;
            }

            var told = edits.Where(e => e.Path == tree.FilePath).SelectMany(e => e.Edits.Select(c => c.Span)).Concat(pinned.Where(p => p.Tree == tree).Select(p => p.Span)).ToArray();
            foreach (var span in Texts(tree))
            {
                foreach (var id in ids)
                {
                    var at = IndexOf(source.Text, id, span.Start, span.End);
                    if (at >= 0 && !told.Any(t => t.IntersectsWith(new TextSpan(at, id.Length))) && !notes.Any(n => n.Path == tree.FilePath && span.Contains(n.Start)))
                    {
                        yield return new PlacedMessage(source.Locate(new SourceSpan(at, id.Length)), $"{id} is named here, where the compiler sees no reference; left as it is") { IsLeft = true };
                    }
                }
            }
        }
    }

    private static IEnumerable<TextSpan> Texts(SyntaxTree tree)
    {
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken)
            {
                yield return token.Span;
            }

            foreach (var trivia in token.LeadingTrivia.Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia)))
            {
                yield return trivia.Span;
            }
        }
    }

    /// <summary>ST0499@1.1 does not stand in ST0499@1.10.</summary>
    private static int IndexOf(string text, string id, int from, int to)
    {
        for (var at = text.IndexOf(id, from, to - from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, to - at - 1, StringComparison.Ordinal))
        {
            if (at + id.Length == text.Length || !TextFolding.IsDigit(text[at + id.Length]))
            {
                return at;
            }
        }

        return -1;
    }
}
