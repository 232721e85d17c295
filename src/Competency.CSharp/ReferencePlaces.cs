using Competency.Analysis;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>Where the characters of constant strings stand in the files of some projects: in the literal itself, or in the one that declares the constant.</summary>
internal sealed class ReferencePlaces(IReadOnlyList<LoadedProject> projects)
{
    private readonly Dictionary<SyntaxTree, SourceDocument> _written = projects.SelectMany(p => p.Written).GroupBy(w => w.Key).ToDictionary(g => g.Key, g => g.First().Value);

    /// <summary>The map of a constant expression.</summary>
    public ConstantMap Map(ExpressionSyntax expression, string text, SemanticModel? model) => ConstantMap.Create(expression, text, model, OfConstant);

    /// <summary>Whether a file can be written anew.</summary>
    public bool IsWritten(SyntaxTree tree) => _written.ContainsKey(tree);

    /// <summary>A place of a file for people.</summary>
    public SourceLocation Locate(SyntaxTree tree, TextSpan span) =>
        (_written.TryGetValue(tree, out var source) ? source : new SourceDocument(tree.FilePath, tree.ToString())).Locate(new SourceSpan(span.Start, span.Length));

    /// <summary>Where some characters of a constant are told: where they are written, else where the constant is used.</summary>
    public SourceLocation Locate(ConstantMap map, SourceSpan span, ExpressionSyntax expression) =>
        map.Exact(span) is { } exact ? Locate(exact.Tree, exact.Span) : Locate(expression.SyntaxTree, expression.Span);

    private static SemanticModel? OfConstant(IFieldSymbol constant) =>
        (constant.ContainingAssembly as ISourceAssemblySymbol)?.Compilation is { } compilation && constant.DeclaringSyntaxReferences[0].SyntaxTree is var tree && compilation.ContainsSyntaxTree(tree)
            ? compilation.GetSemanticModel(tree)
            : null;
}
