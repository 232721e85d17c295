using Competency.Analysis;
using Competency.Findings;
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

    /// <summary>The findings of a constant string beside the lock, each where the build tells it: not where the text is written that an edit would change.</summary>
    public IEnumerable<(LockProblem Problem, PlacedMessage Message)> Findings(IEnumerable<LockProblem> moved, ExpressionSyntax expression, string text, SemanticModel? model, KnownStandards known) =>
        LockedReferences.Placed(moved, ConstantMap.Create(expression, text, model), NamedMembers.Of(expression, model, known)).Select(m => (m.Problem, Finding(m.Problem, Locate(m.Location.SourceTree!, m.Location.SourceSpan))));

    /// <summary>A finding of the lock as the tool prints it.</summary>
    public static PlacedMessage Finding(LockProblem problem, SourceLocation at) =>
        new(at, $"{(problem.Severity == FindingSeverity.Error ? "error" : "warning")} {problem.Descriptor.Id}: {problem.Message}");

    private static SemanticModel? OfConstant(IFieldSymbol constant) =>
        (constant.ContainingAssembly as ISourceAssemblySymbol)?.Compilation is { } compilation && constant.DeclaringSyntaxReferences[0].SyntaxTree is var tree && compilation.ContainsSyntaxTree(tree)
            ? compilation.GetSemanticModel(tree)
            : null;
}
