using Competency.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Competency.CSharp;

/// <summary>Understands the error of the compiler that a generated <c>Ksb</c> enum has no such member: CS0117.</summary>
internal static class MissingMember
{
    private const string NoSuchMember = "CS0117";

    /// <summary>The KSB that the member would name, and the type that names it; null for any other error.</summary>
    public static ReferenceCollector.MemberReference? Of(Diagnostic error, CSharpCompilation compilation, KnownStandards known)
    {
        if (error.Id != NoSuchMember || error.Location.SourceTree is not { } tree
            || tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name
            || !KsbCode.TryParse(name.Identifier.ValueText, out var code))
        {
            return null;
        }

        var model = compilation.GetSemanticModel(tree);
        return model.GetSymbolInfo(access.Expression).Symbol is INamedTypeSymbol type && LockedReferences.IsKsb(type) && known.Of(type.ContainingType) is { } standard
            ? new ReferenceCollector.MemberReference(ConsumerName.Of(ConsumerName.Around(name, model)), code, standard, error.Location)
            : null;
    }
}
