using Competency.Documents;
using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Analysis;

/// <summary>The members of generated enums that a constant string names, <c>nameof(Ksb.S10)</c>. They are reviewed as members, at their own place.</summary>
internal sealed class NamedMembers
{
    private readonly List<(TextSpan Place, KsbCode Code, StandardId Standard)> _members = [];

    /// <summary>The members that an expression names.</summary>
    public static NamedMembers Of(ExpressionSyntax expression, SemanticModel? model, KnownStandards known)
    {
        var members = new NamedMembers();
        foreach (var name in expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (model?.GetOperation(name) is INameOfOperation { Argument: IFieldReferenceOperation member } && LockedReferences.CodeOf(member, known) is { } of)
            {
                members._members.Add((name.Span, of.Code, of.Standard.Id));
            }
        }

        return members;
    }

    /// <summary>Whether a problem of the string is that of a member, which is told where the member stands.</summary>
    public bool Tell(LockProblem problem, TextSpan place) =>
        _members.Any(m => m.Place.Contains(place) && problem.Remedy.Reviewed.All(l => l.Standard == m.Standard && l.Name == m.Code.ToString()));

    /// <summary>Whether a reference of the string is a member, which moves by itself.</summary>
    public bool Hold(Notation.KsbReference reference, TextSpan place, IReadOnlyList<OccupationalStandard> standards) =>
        !reference.IsDuty && !reference.IsRange && _members.Any(m => m.Place.Contains(place) && m.Code == reference.First && standards.Any(s => s.Id == m.Standard));

    /// <summary>Whether a member names what the lock lacks.</summary>
    public bool Name(LockLine line) => _members.Any(m => m.Standard == line.Standard && m.Code.ToString() == line.Name);
}
