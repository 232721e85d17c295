using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>
/// The attributes and default values of local functions and lambdas, of their parameters and of what they return: the compiler gives them to no
/// operation of any body, so that they must be looked for by syntax.
/// </summary>
internal static class LocalFunctionParts
{
    /// <summary>Shows every operation within such a part.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="see">Takes the operation, the function that it belongs to, and where to report.</param>
    public static void Register(CompilationStartAnalysisContext start, Action<IOperation, ISymbol, Action<Diagnostic>> see)
    {
        start.RegisterSyntaxNodeAction(context => Show(context, see), SyntaxKind.Attribute, SyntaxKind.Parameter);
    }

    private static void Show(SyntaxNodeAnalysisContext context, Action<IOperation, ISymbol, Action<Diagnostic>> see)
    {
        var part = context.Node is ParameterSyntax parameter ? parameter.Default : context.Node;
        if (part is null || FunctionOf(context) is not { } function || context.SemanticModel.GetOperation(part, context.CancellationToken) is not { } operation)
        {
            return;
        }

        foreach (var inner in operation.DescendantsAndSelf())
        {
            see(inner, function, context.ReportDiagnostic);
        }
    }

    /// <summary>The local function or lambda around a part; null where it belongs to a member, and is seen with it.</summary>
    private static ISymbol? FunctionOf(SyntaxNodeAnalysisContext context) =>
        context.Node.Ancestors().FirstOrDefault(n => n is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax) switch
        {
            LocalFunctionStatementSyntax local => context.SemanticModel.GetDeclaredSymbol(local, context.CancellationToken),
            AnonymousFunctionExpressionSyntax lambda => context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol ?? context.ContainingSymbol,
            _ => null,
        };
}
