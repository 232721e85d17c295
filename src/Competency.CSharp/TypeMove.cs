using Competency.Analysis;
using Competency.Text;
using Competency.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>
/// Moves identifiers from the generated type of an old version to that of the new one: the type's name wherever it stands, and the members of its
/// enums to the codes that their statements have. A member without a successor goes on naming the old type, in full where an alias or a
/// <c>using static</c> named that: it must not become another statement in silence, and where the compiler cannot take it, it says so.
/// </summary>
internal sealed class TypeMove
{
    private readonly List<(INamedTypeSymbol Old, INamedTypeSymbol? New, Migration Migration)> _types = [];

    public TypeMove(KnownStandards known, IReadOnlyList<Migration> migrations, StandardId to)
    {
        var @new = known.TypesOf(to).FirstOrDefault();
        _types.AddRange(migrations.SelectMany(m => known.TypesOf(m.Diff.Old.Id).Select(t => (t, (INamedTypeSymbol?)@new, m))));
    }

    /// <summary>How members of a version's type move; null where the version is none that is moved from.</summary>
    public Migration? Of(StandardId id) => _types.FirstOrDefault(t => t.Migration.Diff.Old.Id == id && t.New is not null).Migration;

    /// <summary>Names of the old types where there is no new one.</summary>
    public IEnumerable<Location> Unmovable(LoadedProject project, IReadOnlyList<(SyntaxTree Tree, TextSpan Span)> pinned) =>
        from type in _types
        where type.New is null
        from tree in project.Written.Keys
        where tree.ToString().IndexOf(type.Old.Name, StringComparison.Ordinal) >= 0
        let model = project.Compilation.GetSemanticModel(tree)
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where name.Identifier.ValueText == type.Old.Name && !pinned.Any(p => p.Tree == tree && p.Span.Contains(name.Span)) && IsType(model, name, type.Old)
        select name.GetLocation();

    /// <summary>Claims every name of the old types and of their members.</summary>
    public void Rename(LoadedProject project, Claims claims, IReadOnlyList<(SyntaxTree Tree, TextSpan Span)> pinned)
    {
        foreach (var (old, @new, migration) in _types.Where(t => t.New is not null))
        {
            var members = Members(old, migration).ToDictionary(m => m.Old, m => m.New, StringComparer.Ordinal);
            foreach (var tree in project.Written.Keys)
            {
                var text = tree.ToString();
                if (text.IndexOf(old.Name, StringComparison.Ordinal) < 0 && text.IndexOf("Ksb", StringComparison.Ordinal) < 0 && text.IndexOf("Duty", StringComparison.Ordinal) < 0)
                {
                    continue;
                }

                var model = project.Compilation.GetSemanticModel(tree);
                foreach (var name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
                {
                    var isPinned = pinned.Any(p => p.Tree == tree && p.Span.Contains(name.Span));
                    if (!isPinned && name.Identifier.ValueText == old.Name && IsType(model, name, old))
                    {
                        Type(name, model, old, @new!, members, claims);
                    }
                    else if (members.TryGetValue(name.Identifier.ValueText, out var member) && IsMember(model, name, old))
                    {
                        Member(name, model, old, member, claims);
                    }
                }
            }
        }
    }

    /// <summary>The names of the members that do not stay what they are; null for one without a successor.</summary>
    private static IEnumerable<(string Old, string? New)> Members(INamedTypeSymbol type, Migration migration)
    {
        foreach (var member in type.GetTypeMembers().Where(t => t.TypeKind == TypeKind.Enum).SelectMany(t => t.GetMembers()).OfType<IFieldSymbol>().Where(f => f.IsConst))
        {
            var name = member.Name;
            if (KsbCode.TryParse(name, out var code))
            {
                if (migration.Follow(code) is var followed && followed != code)
                {
                    yield return (name, followed?.ToString());
                }
            }
            else if (name.StartsWith("Duty", StringComparison.Ordinal) && int.TryParse(name.Substring(4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
                && migration.FollowDuty(number) is var duty && duty != number)
            {
                yield return (name, duty is { } to ? "Duty" + to.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
            }
        }
    }

    private static bool IsType(SemanticModel model, SimpleNameSyntax name, INamedTypeSymbol type) =>
        model.GetAliasInfo(name) is null && model.GetSymbolInfo(name).Symbol is INamedTypeSymbol symbol && SymbolEqualityComparer.Default.Equals(symbol, type);

    private static bool IsMember(SemanticModel model, SimpleNameSyntax name, INamedTypeSymbol type) =>
        model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsConst: true, ContainingType: { TypeKind: TypeKind.Enum, ContainingType: { } outer } } && SymbolEqualityComparer.Default.Equals(outer, type);

    private static void Type(SimpleNameSyntax name, SemanticModel model, INamedTypeSymbol old, INamedTypeSymbol @new, IReadOnlyDictionary<string, string?> members, Claims claims)
    {
        if (MemberOf(name) is { } member && members.TryGetValue(member.Identifier.ValueText, out var moved) && moved is null && IsMember(model, member, old))
        {
            // Old.Ksb.S9, which has no successor.
        }
        else if (SymbolEqualityComparer.Default.Equals(old.ContainingNamespace, @new.ContainingNamespace))
        {
            claims.Add(name.SyntaxTree.FilePath, name.Identifier.Span, @new.Name, new Claims.Claimant(), changes: old.Name != @new.Name);
        }
        else
        {
            claims.Add(name.SyntaxTree.FilePath, Whole(name).Span, Full(@new), new Claims.Claimant(), changes: true);
        }
    }

    private static void Member(SimpleNameSyntax name, SemanticModel model, INamedTypeSymbol old, string? member, Claims claims)
    {
        if (member is not null)
        {
            claims.Add(name.SyntaxTree.FilePath, name.Identifier.Span, member, new Claims.Claimant(), changes: true);
        }
        else if (QualifierOf(name) is not { } type)
        {
            // S9 by itself, after using static.
            claims.Add(name.SyntaxTree.FilePath, name.Span, $"{Full(old)}.{model.GetSymbolInfo(name).Symbol!.ContainingType.Name}.{name}", new Claims.Claimant(), changes: true);
        }
        else if (QualifierOf(RightmostOf(type)) is not { } outer || RightmostOf(outer) is not { } named || named.Identifier.ValueText != old.Name || model.GetAliasInfo(named) is not null)
        {
            claims.Add(name.SyntaxTree.FilePath, type.Span, $"{Full(old)}.{model.GetSymbolInfo(name).Symbol!.ContainingType.Name}", new Claims.Claimant(), changes: true);
        }
    }

    /// <summary>Of <c>Old.Ksb.S9</c> the last name, for the first.</summary>
    private static SimpleNameSyntax? MemberOf(SimpleNameSyntax type) => RightOf(Whole(type)) is { } inner && RightOf(inner.Parent) is { } member ? member : null;

    private static SimpleNameSyntax? RightOf(SyntaxNode? left) => left?.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == left => access.Name,
        QualifiedNameSyntax qualified when qualified.Left == left => qualified.Right,
        QualifiedCrefSyntax { Member: NameMemberCrefSyntax { Name: SimpleNameSyntax member } } cref when cref.Container == left => member,
        _ => null,
    };

    private static SyntaxNode? QualifierOf(SimpleNameSyntax? name) => name?.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        NameMemberCrefSyntax { Parent: QualifiedCrefSyntax cref } => cref.Container,
        _ => null,
    };

    private static SimpleNameSyntax? RightmostOf(SyntaxNode? node) => node switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => null,
    };

    /// <summary>A name with the namespaces before it.</summary>
    private static SyntaxNode Whole(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified,
        AliasQualifiedNameSyntax alias when alias.Name == name => alias,
        _ => name,
    };

    private static string Full(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
