using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A person has declared something. Its presence is reported; it is never inferred. Of employers only the current one's word counts.</summary>
public sealed class DeclarationRequirement : Requirement
{
    internal DeclarationRequirement(string id, string sentence, DeclarationKind declaration, DeclarationRole role, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Declaration = declaration;
        Role = role;
    }

    /// <summary>What must be declared.</summary>
    public DeclarationKind Declaration { get; }

    /// <summary>By whom.</summary>
    public DeclarationRole Role { get; }

    /// <inheritdoc/>
    public override string Kind => "declaration";

    private protected override void WriteParameters(JsonWriter json) =>
        json.Member("declaration", Words.Declaration.Of(Declaration)).Member("role", Words.Role.Of(Role));

    private protected override Outcome Judge(AssessmentContext context)
    {
        var declarations = context.Learner.Declarations;
        var made = declarations.Entries.Where(d => d.Kind == Declaration && d.Role == Role).ToArray();
        var absent = new OutstandingAction($"declare:{Words.Role.Of(Role)}:{Words.Declaration.Of(Declaration)}", $"{Sentence}: have it signed and record who signed when", By(Role), ActionStage.Signatures);
        if (made.Length == 0)
        {
            return Absent("No such declaration is recorded", "the declaration");
        }

        if (Role != DeclarationRole.Employer)
        {
            return Present(declarations.Latest(made.Contains)!);
        }

        var employers = context.Learner.Employments.Entries.Where(e => e.CoversDay(context.AsOf)).Select(e => e.Employer).ToArray();
        if (employers.Length == 0 && !context.IsComplete(context.Learner.Employments))
        {
            return Gap.CannotTell("A former employer's word does not count, and who the current employer is is not recorded",
                Gap.Record("employer", $"the employer on {Said.Date(context.AsOf)} (employments)", "Record the current employer"));
        }

        if (declarations.Latest(d => made.Contains(d) && d.Employer is { } employer && employers.Any(e => Same(e, employer))) is { } counting)
        {
            return Present(counting);
        }

        if (made.Any(d => d.Employer is null))
        {
            return Gap.CannotTell("The declaration does not say for which employer it was made",
                Gap.Record("declaring-employer", "for which employer the declaration was made", "Record for which employer the declaration was made"));
        }

        return Absent(
            employers.Length == 0 ? "The learner has no employer, and a former employer's word does not count" : $"Only a former employer has declared it, whose word does not count; the current one is {string.Join(" and ", employers)}",
            "the current employer's declaration");

        Outcome Absent(string explanation, string shortfall) => context.IsComplete(declarations)
            ? Outcome.NotMet(explanation, shortfall) with { Actions = [absent] }
            : Gap.CannotTell(explanation, Gap.Completeness("declarations", "declarations", context)) with { Shortfall = shortfall };
    }

    private static Outcome Present(Declaration declaration) => Outcome.Met($"Declared on {Said.Date(declaration.On)}") with
    {
        Facts = [Said.Fact("declaration", $"{Said.Date(declaration.On)}{(declaration.By is null ? ", nobody is named" : $", {declaration.By}")}{(declaration.Employer is null ? "" : $", {declaration.Employer}")}", declaration.Pointer)],
        Attention = [.. declaration.By is null ? ["A declaration without a name: it is not recorded who made it"] : Array.Empty<string>()],
    };

    private static bool Same(string left, string right) => Text.TextFolding.EqualsIgnoreCase(Text.TextFolding.Trim(left), Text.TextFolding.Trim(right));

    private static ActionBy By(DeclarationRole role) => role switch
    {
        DeclarationRole.Employer => ActionBy.Employer,
        DeclarationRole.Provider => ActionBy.Provider,
        _ => ActionBy.Apprentice,
    };
}
