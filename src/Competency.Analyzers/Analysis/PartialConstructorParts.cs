using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>
/// The attributes and default values of the defining declaration of a partial constructor: the compiler shows analyzers those of the implementing one
/// alone, so that they must be looked for by syntax.
/// </summary>
internal static class PartialConstructorParts
{
    /// <summary>Shows every operation within such a part.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="see">Takes the operation, the constructor, and where to report.</param>
    public static void Register(CompilationStartAnalysisContext start, Action<IOperation, ISymbol, Action<Diagnostic>> see)
    {
        start.RegisterSyntaxNodeAction(
            context =>
            {
                foreach (var constructor in ((TypeDeclarationSyntax)context.Node).Members.OfType<ConstructorDeclarationSyntax>().Where(IsDefinition))
                {
                    Show(context, constructor, see);
                }
            },
            SyntaxKind.ClassDeclaration,
            SyntaxKind.StructDeclaration,
            SyntaxKind.RecordDeclaration,
            SyntaxKind.RecordStructDeclaration);
    }

    /// <summary>Whether an operation is of such a part. A compiler that shows it to analyzers as it shows all others would have it told twice.</summary>
    public static bool Holds(IOperation operation, ISymbol of) =>
        of is IMethodSymbol { MethodKind: MethodKind.Constructor } method && (method.PartialDefinitionPart ?? method.PartialImplementationPart) is not null
        && operation.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor && IsDefinition(constructor);

    private static bool IsDefinition(ConstructorDeclarationSyntax constructor) =>
        constructor is { Body: null, ExpressionBody: null } && constructor.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static void Show(SyntaxNodeAnalysisContext context, ConstructorDeclarationSyntax constructor, Action<IOperation, ISymbol, Action<Diagnostic>> see)
    {
        if (context.SemanticModel.GetDeclaredSymbol(constructor, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        var parameters = constructor.ParameterList.Parameters;
        var parts = constructor.AttributeLists.Concat(parameters.SelectMany(p => p.AttributeLists)).SelectMany(l => l.Attributes).Cast<SyntaxNode>()
            .Concat(parameters.Select(p => p.Default).OfType<SyntaxNode>());
        foreach (var part in parts)
        {
            foreach (var operation in context.SemanticModel.GetOperation(part, context.CancellationToken)?.DescendantsAndSelf() ?? [])
            {
                see(operation, symbol, context.ReportDiagnostic);
            }
        }
    }
}
