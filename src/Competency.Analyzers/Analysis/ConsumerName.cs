using System.Text;
using Competency.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Competency.Analysis;

/// <summary>
/// What the lock calls a type: a name that is the same in every checkout and that people can read. The compiler's own names for a type of one
/// file hold a hash of the file's path, and those of extension blocks a hash of what they extend.
/// </summary>
internal static class ConsumerName
{
    private const string OfAssembly = "[assembly]";

    /// <summary>The type around a reference: its full metadata name and its assembly. What stands on the assembly is the assembly's own.</summary>
    /// <param name="from">The symbol in which the reference stands.</param>
    public static LockConsumer Of(ISymbol from) => LockConsumer.Type(Text(from));

    /// <summary>The type in which a name stands, or on which: the attributes and comments of a type are its own.</summary>
    public static ISymbol Around(SyntaxNode name, SemanticModel model) =>
        name.Ancestors().FirstOrDefault(a => a is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) is { } type && model.GetDeclaredSymbol(type) is { } symbol ? symbol
        : name.Ancestors().Any(a => a is GlobalStatementSyntax) && model.Compilation.GetEntryPoint(CancellationToken.None) is { } entry ? entry.ContainingType
        : model.Compilation.Assembly;

    /// <summary>The name as the lock writes it.</summary>
    public static string Text(ISymbol from)
    {
        var type = from as INamedTypeSymbol ?? from.ContainingType;
        while (type is not null && !HasName(type))
        {
            // An extension block, and whatever else the compiler makes: the type around it has a name.
            type = type.ContainingType;
        }

        var assembly = (from as IAssemblySymbol ?? from.ContainingAssembly).Name;
        return $"{(type is null ? OfAssembly : Full(type))}, {assembly}";
    }

    /// <summary>Names with characters such as <c>&lt;</c> are the compiler's. Roslyn before 5.0 has no other word for an extension block.</summary>
    private static bool HasName(INamedTypeSymbol type) => type.Name.Length > 0 && (type.IsFileLocal || type.MetadataName.IndexOf('<') < 0);

    private static string Full(INamedTypeSymbol type)
    {
        var name = new StringBuilder(Simple(type));
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (HasName(outer))
            {
                name.Insert(0, Simple(outer) + "+");
            }
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, space.MetadataName + ".");
        }

        return name.ToString();
    }

    /// <summary><c>Cohort`1</c>; for <c>file class Draft</c> the name with that of its file, <c>Draft@Lessons.cs</c>.</summary>
    private static string Simple(INamedTypeSymbol type) =>
        !type.IsFileLocal ? type.MetadataName : (type.Arity == 0 ? type.Name : $"{type.Name}`{type.Arity}") + "@" + FileOf(type);

    /// <summary>
    /// The name of the file that a type is local to. Where files of that name in other folders have such a type as well, its path from the folder that
    /// holds them all: what stands above that is not the same in every checkout.
    /// </summary>
    private static string FileOf(INamedTypeSymbol type)
    {
        var own = Parts(type);
        var others = type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity)
            .Where(t => t.IsFileLocal && !SymbolEqualityComparer.Default.Equals(t, type.OriginalDefinition))
            .Select(Parts)
            .Where(o => o[o.Length - 1] == own[own.Length - 1])
            .ToArray();
        var shared = own.Length - 1;
        foreach (var other in others)
        {
            shared = Math.Min(shared, Enumerable.Range(0, Math.Min(shared, other.Length - 1)).TakeWhile(i => other[i] == own[i]).Count());
        }

        return string.Join("/", own.Skip(shared));
    }

    private static string[] Parts(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath.Split('/', '\\') ?? [""];
}
