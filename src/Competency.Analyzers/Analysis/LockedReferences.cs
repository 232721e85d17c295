using System.Collections.Immutable;
using Competency.Documents;
using Competency.Findings;
using Competency.Notation;
using Competency.Text;
using Competency.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>Holds the references of a compilation beside its lock. Without a lock there is nothing of this: locking is opt-in.</summary>
internal sealed class LockedReferences
{
    private readonly Lazy<LockReview> _review;
    private readonly KnownStandards _known;

    private LockedReferences(LockDocument document, KnownStandards known)
    {
        Document = document;
        _known = known;
        _review = new Lazy<LockReview>(() => new LockReview(document.Lock!, document.Source.Path, known.Catalogue));
    }

    /// <summary>The lock.</summary>
    public LockDocument Document { get; }

    /// <summary>The lock among the files that can be read, or null. One that cannot be read is reported itself, and judges nothing.</summary>
    public static LockedReferences? Of(ImmutableArray<AdditionalText> files, KnownStandards known, CancellationToken cancel) =>
        files.Where(DocumentCache.IsLock)
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => DocumentCache.Lock(f, cancel))
            .FirstOrDefault() is { Lock: not null } document ? new LockedReferences(document, known) : null;

    /// <summary>Reviews the references of a constant string.</summary>
    public void Text(ISymbol from, string text, KsbNotationResult references, IReadOnlyList<OccupationalStandard> inForce, ExpressionSyntax expression, SemanticModel? model, Action<Diagnostic> report)
    {
        if (references.References.Count == 0)
        {
            return;
        }

        var consumer = ConsumerName.Of(from);
        var result = _review.Value.References(consumer, text, references, inForce, ReferenceSetting.Field);
        if (result.Moved.Count == 0 && result.Unlocked.Count == 0)
        {
            return;
        }

        var places = ConstantMap.Create(expression, text, model);
        var members = NamedMembers.Of(expression, model, _known);
        foreach (var (problem, location, isExact) in Placed(result.Moved, places, members))
        {
            Report(isExact ? Spelled(problem, text, references, places) : problem, location, isExact, report);
        }

        var unlocked = Once(result.Unlocked.Where(l => !members.Name(l)));
        if (unlocked.Length > 0)
        {
            Report(_review.Value.NotLocked(consumer, unlocked, default), places.Locate(default, out _), isExact: false, report);
        }
    }

    /// <summary>The problem with what is to stand there in the spelling of the code: a dash that is written as an escape stays one.</summary>
    private static LockProblem Spelled(LockProblem problem, string text, KsbNotationResult references, ConstantMap places)
    {
        if (problem.Remedy.Follow is not { } follow || references.References.FirstOrDefault(r => ReferenceRewrite.CodesOf(r) == problem.Span) is not { } reference)
        {
            return problem;
        }

        var spelled = ReferenceRewrite.Spelled(text, reference, follow, s => places.Exact(s) is { } at ? at.Tree.GetText().ToString(at.Span) : null);
        return spelled == follow ? problem : problem with { Remedy = problem.Remedy.Spelled(spelled) };
    }

    /// <summary>
    /// Where each problem of a constant string is told, by the build, the editor and the tool alike. What stands elsewhere under a constant's name can
    /// follow there alone: each of its codes is told where the name is used, and once; one that was reworded hides none that moved.
    /// </summary>
    /// <param name="moved">What changed meaning.</param>
    /// <param name="places">The map of the string, which takes a constant's name for its place.</param>
    /// <param name="members">The members that it names, of which each is told by itself.</param>
    public static IEnumerable<(LockProblem Problem, Location Location, bool IsExact)> Placed(IEnumerable<LockProblem> moved, ConstantMap places, NamedMembers members)
    {
        var told = new HashSet<(string Message, Location Location)>();
        foreach (var problem in moved)
        {
            var location = places.Locate(problem.Span, out var isExact);
            if (!members.Tell(problem, location.SourceSpan) && (isExact || told.Add((problem.Message, location))))
            {
                yield return (problem, location, isExact);
            }
        }
    }

    /// <summary>Reviews a member of a generated <c>Ksb</c> enum.</summary>
    public void Member(ISymbol from, IFieldReferenceOperation member, Action<Diagnostic> report)
    {
        if (CodeOf(member, _known) is { } of)
        {
            // Those of an attribute that are not locked are told together, by Attribute.
            Member(from, of, NameOf(member), IsWithinAttribute(member), report);
        }
    }

    /// <summary>Reviews a member of a generated enum that a documentation comment names.</summary>
    public void Comment(ISymbol from, (KsbCode Code, OccupationalStandard Standard) of, Location place, Action<Diagnostic> report) => Member(from, of, place, isLockedElsewhere: false, report);

    private void Member(ISymbol from, (KsbCode Code, OccupationalStandard Standard) of, Location place, bool isLockedElsewhere, Action<Diagnostic> report)
    {
        var consumer = ConsumerName.Of(from);
        var (moved, unlocked) = _review.Value.Code(consumer, of.Code, of.Standard);
        if (moved is not null)
        {
            Report(moved, place, isExact: true, report);
        }

        if (unlocked is not null && !isLockedElsewhere)
        {
            Report(_review.Value.NotLocked(consumer, [unlocked], default), place, isExact: false, report);
        }
    }

    /// <summary>KSB1010, once for all members of generated enums in an attribute.</summary>
    public void Attribute(ISymbol from, IAttributeOperation attribute, Action<Diagnostic> report)
    {
        var consumer = ConsumerName.Of(from);
        var unlocked = new List<LockLine>();
        foreach (var member in attribute.Descendants().OfType<IFieldReferenceOperation>())
        {
            if (CodeOf(member, _known) is { } of && _review.Value.Code(consumer, of.Code, of.Standard).Unlocked is { } line)
            {
                unlocked.Add(line);
            }
        }

        if (unlocked.Count > 0)
        {
            var place = attribute.Syntax is AttributeSyntax syntax ? syntax.Name.GetLocation() : attribute.Syntax.GetLocation();
            Report(_review.Value.NotLocked(consumer, Once(unlocked), default), place, isExact: false, report);
        }
    }

    /// <summary>The KSB that a member of a generated enum names; null for any other constant.</summary>
    public static (KsbCode Code, OccupationalStandard Standard)? CodeOf(IFieldReferenceOperation member, KnownStandards known) => CodeOf(member.Field, known);

    /// <summary>The KSB that a constant of a generated enum is; null for any other.</summary>
    public static (KsbCode Code, OccupationalStandard Standard)? CodeOf(IFieldSymbol field, KnownStandards known) =>
        field is { HasConstantValue: true, ConstantValue: ushort value, ContainingType: { } type } && IsKsb(type)
        && known.Of(type.ContainingType) is { } standard && KsbCode.TryParse(field.Name, out var code) && code.Value == value
            ? (code, standard)
            : null;

    /// <summary>Whether a type is called as the enums of generated types are.</summary>
    public static bool IsKsb(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Enum, Name: "Ksb" };

    private static LockLine[] Once(IEnumerable<LockLine> lines) => lines.GroupBy(l => (l.Standard, l.Name)).Select(g => g.First()).ToArray();

    /// <summary>The name of the member alone.</summary>
    public static Location NameOf(IFieldReferenceOperation member) => member.Syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        QualifiedNameSyntax name => name.Right.GetLocation(),
        _ => member.Syntax.GetLocation(),
    };

    private static bool IsWithinAttribute(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAttributeOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(LockProblem problem, Location location, bool isExact, Action<Diagnostic> report)
    {
        var remedy = isExact ? problem.Remedy : new LockRemedy(problem.Remedy.LockPath, problem.Remedy.Consumer)
        {
            Accepted = problem.Remedy.Accepted,
            Reviewed = problem.Remedy.Reviewed,
            Left = problem.Remedy.Reviewed,
        };
        report(FindingDiagnostics.Create(problem.Descriptor, location, problem.Severity, problem.Message, suggestion: null, remedy));
    }
}
