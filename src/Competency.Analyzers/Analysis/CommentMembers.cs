using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analysis;

/// <summary>
/// Members of generated enums in documentation comments, <c>cref="Mini.Ksb.S15"</c>: they are no operation of any body. Where the compiler reads no
/// documentation, comments hold no names, and none is guessed.
/// </summary>
internal static class CommentMembers
{
    /// <summary>Shows every such member.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="known">What the compilation knows.</param>
    /// <param name="see">Takes the type that the comment belongs to, the KSB, the name's place, and where to report.</param>
    public static void Register(CompilationStartAnalysisContext start, KnownStandards known, Action<ISymbol, (KsbCode Code, OccupationalStandard Standard), Location, Action<Diagnostic>> see) =>
        start.RegisterSyntaxNodeAction(context => Show(context, known, see), SyntaxKind.NameMemberCref);

    private static void Show(SyntaxNodeAnalysisContext context, KnownStandards known, Action<ISymbol, (KsbCode Code, OccupationalStandard Standard), Location, Action<Diagnostic>> see)
    {
        // Few names are codes: the compiler is asked of no other.
        if (context.Node is NameMemberCrefSyntax { Name: IdentifierNameSyntax name, Parameters: null } cref
            && KsbCode.TryParse(name.Identifier.ValueText, out var code)
            && Named(cref, name, code, context, known) is { } of)
        {
            see(ConsumerName.Around(cref, context.SemanticModel), of, name.GetLocation(), context.ReportDiagnostic);
        }
    }

    /// <summary>The KSB that is named. A member that the enum has no more is no error in a comment, and says what it meant all the same.</summary>
    private static (KsbCode Code, OccupationalStandard Standard)? Named(NameMemberCrefSyntax cref, IdentifierNameSyntax name, KsbCode code, SyntaxNodeAnalysisContext context, KnownStandards known)
    {
        if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is { } symbol)
        {
            return symbol is IFieldSymbol field ? LockedReferences.CodeOf(field, known) : null;
        }

        return code.ToString() == name.Identifier.ValueText
            && cref.Parent is QualifiedCrefSyntax qualified
            && context.SemanticModel.GetSymbolInfo(qualified.Container, context.CancellationToken).Symbol is INamedTypeSymbol type
            && LockedReferences.IsKsb(type) && known.Of(type.ContainingType) is { } standard
                ? (code, standard)
                : null;
    }
}
