using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Competency.Analysis;

/// <summary>
/// Which standard an attribute derived from <c>[ForStandard]</c> names: the literal that its constructor hands on, or the argument that it is
/// given for a parameter handed on. Of one in another assembly, whose constructor nobody sees, none.
/// </summary>
internal static class DerivedForStandard
{
    public static string? IdOf(AttributeData attribute, WellKnownTypes types)
    {
        // Hands on from class to class; a chain longer than this is none that a person wrote.
        var (constructor, arguments) = (attribute.AttributeConstructor, attribute.ConstructorArguments.Select(a => a.Value as string).ToArray());
        for (var step = 0; constructor is not null && step < 8; step++)
        {
            if (types.IsForStandard(constructor.ContainingType))
            {
                return arguments.Length == 1 ? arguments[0] : null;
            }

            if (constructor.DeclaringSyntaxReferences.Length != 1 || HandedOn(constructor.DeclaringSyntaxReferences[0].GetSyntax()) is not { } handed)
            {
                return null;
            }

            arguments = handed.Arguments.Select(a => ValueOf(a.Expression, constructor, arguments)).ToArray();
            constructor = constructor.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == arguments.Length);
        }

        return null;
    }

    private static ArgumentListSyntax? HandedOn(SyntaxNode constructor) => constructor switch
    {
        ConstructorDeclarationSyntax { Initializer: { ThisOrBaseKeyword: var keyword } initializer } when keyword.IsKind(SyntaxKind.BaseKeyword) => initializer.ArgumentList,
        TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault()?.ArgumentList,
        _ => null,
    };

    private static string? ValueOf(ExpressionSyntax expression, IMethodSymbol constructor, string?[] arguments) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string literal } => literal,
        IdentifierNameSyntax name when constructor.Parameters.FirstOrDefault(p => p.Name == name.Identifier.ValueText) is { } parameter && parameter.Ordinal < arguments.Length => arguments[parameter.Ordinal],
        _ => null,
    };
}
