using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A person has declared something. Its presence is reported; it is never inferred. Of employers only the current one's word counts.</summary>
public sealed partial class DeclarationRequirement : Requirement
{
    internal DeclarationRequirement(
        string id,
        string sentence,
        DeclarationKind declaration,
        DeclarationRole role,
        string? statement,
        int? notOlderThanMonths,
        bool currentEmployer,
        RequirementBasis basis,
        Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Declaration = Defined.Of(declaration, nameof(declaration));
        Role = Defined.Of(role, nameof(role));
        Statement = Bounded.TextOrNull(statement, "A statement says something.", nameof(statement));
        NotOlderThanMonths = notOlderThanMonths is null or (>= 1 and <= 240) ? notOlderThanMonths : throw new ArgumentOutOfRangeException(nameof(notOlderThanMonths), notOlderThanMonths, "1 to 240 months can be asked.");
        CurrentEmployer = currentEmployer;
        if ((declaration == DeclarationKind.Other) != (statement is not null))
        {
            throw new ArgumentException($"A statement is named where the declaration is {nameof(DeclarationKind.Other)}, and only there.", nameof(statement));
        }
    }

    /// <summary>What must be declared.</summary>
    public DeclarationKind Declaration { get; }

    /// <summary>By whom.</summary>
    public DeclarationRole Role { get; }

    /// <summary>What must be declared where it is <see cref="DeclarationKind.Other"/>, compared without regard to case; null otherwise.</summary>
    public string? Statement { get; }

    /// <summary>How many calendar months a declaration counts; null for ever.</summary>
    public int? NotOlderThanMonths { get; }

    /// <summary>Whether of employers only the current one's word counts.</summary>
    public bool CurrentEmployer { get; }

    /// <inheritdoc/>
    public override string Kind => "declaration";

    private protected override void WriteParameters(JsonWriter json) =>
        json.Member("declaration", Words.Declaration.Of(Declaration))
            .Member("role", Words.Role.Of(Role))
            .Member("statement", Statement)
            .Member("notOlderThanMonths", NotOlderThanMonths)
            .Member("currentEmployer", CurrentEmployer ? null : false);

    private protected override Outcome Judge(AssessmentContext context)
    {
        var outcome = JudgeToday(context);

        // Whatever is not known of it, once it is too old it counts for nobody.
        return outcome.Verdict == Verdict.CannotTell && NotOlderThanMonths is not null && context.IsComplete(context.Declarations)
            ? outcome with { UnknownUntil = context.Declarations.Entries.Where(d => IsAsked(context, d)).Max(ExpiryOf) }
            : outcome;
    }

    private Outcome JudgeToday(AssessmentContext context)
    {
        return Counting(context) is not { } counting ? Missing(context)
            : !MayBeFromBefore(context, counting) ? Present(context, counting)
            : Gap.CannotTell($"Declared on {Said.Date(counting.On)}, and the original start, before which no declaration counts, is not recorded", Gap.OriginalStart(context))
                with { FactsWhenRead = () => Present(context, counting).Facts };
    }

    /// <summary>Whether learning may have begun after a declaration, on a day that is not recorded. What went on from another had begun by the first day that is.</summary>
    private static bool MayBeFromBefore(AssessmentContext context, Declaration declaration) => context.OriginalStart is null && !(declaration.On >= context.Time.First);

    /// <summary>None that is recorded counts: why, and what is to be done.</summary>
    private Outcome Missing(AssessmentContext context)
    {
        var declarations = context.Declarations;
        var made = declarations.Entries.Where(d => d.Kind == Declaration && d.Role == Role && (Statement is null || (d.Statement is { } said && Same(said, Statement)))).ToArray();
        if (made.Length == 0)
        {
            return Absent("No such declaration is recorded", "the declaration");
        }

        // What was said before the apprenticeship began was said of something else, and so would be what was said today.
        if (context.HasNotBegun)
        {
            return Absent($"The declaration of {Said.Date(made.Max(d => d.On))} was made before learning began, and does not count", "the declaration");
        }

        var counted = made.Where(d => !(d.On < context.OriginalStart)).ToArray();
        if (counted.Length == 0)
        {
            return Absent($"The declaration of {Said.Date(made.Max(d => d.On))} was made before the original start, {Said.Date(context.OriginalStart!.Value)}, and does not count", "the declaration");
        }

        if (counted.Where(d => ExpiryOf(d) is null || ExpiryOf(d) >= context.AsOf).ToArray() is { Length: > 0 } current)
        {
            counted = current;
        }
        else
        {
            return Absent($"The declaration of {Said.Date(counted.Max(d => d.On))} is older than {LearningDuration.Months(NotOlderThanMonths!.Value)}, and does not count any more", "a new declaration");
        }

        var employers = context.Employments.Entries.Where(e => e.CoversDay(context.AsOf)).OrderBy(e => e.On).ThenBy(e => e.Employer, StringComparer.Ordinal).Select(e => e.Employer).ToArray();
        employers = [.. employers.Where((e, i) => !employers.Take(i).Any(earlier => Same(earlier, e)))];
        if (employers.Length == 0 && !context.IsComplete(context.Employments))
        {
            return Gap.CannotTell("A former employer's word does not count, and who the current employer is is not recorded",
                Gap.Record("employer", $"the employer on {Said.Date(context.AsOf)} (employments)", "Record the current employer"));
        }

        if (counted.Any(d => d.Employer is null))
        {
            return Gap.CannotTell("The declaration does not say for which employer it was made",
                Gap.Record("declaring-employer", "for which employer the declaration was made", "Record for which employer the declaration was made"));
        }

        var others = string.Join(" and by ", counted.OrderBy(d => d.On).Select(d => Declarer(context, d, employers)).Distinct());
        if (!context.IsComplete(context.Employments))
        {
            return Gap.CannotTell($"Declared only by {others}, and whether the learner had another employment is not recorded", Gap.Completeness("employments", "employments", context))
                with { Shortfall = "the current employer's declaration" };
        }

        return Absent($"Declared only by {others}, whose word does not count; {(employers.Length == 0 ? "the learner has no employer" : $"the current {(employers.Length == 1 ? "employer is" : "employers are")} {string.Join(" and ", employers)}")}", "the current employer's declaration");

        Outcome Absent(string explanation, string shortfall) => context.IsComplete(declarations)
            ? Outcome.NotMet(explanation, shortfall) with { Actions = context.HasNotBegun ? [Gap.OriginalStart(context).Action, Declare()] : [Declare()] }
            : Gap.CannotTell(explanation, Gap.Completeness("declarations", "declarations", context)) with { Shortfall = shortfall };
    }

    private OutstandingAction Declare() =>
        new($"declare:{Words.Role.Of(Role)}:{Statement ?? Words.Declaration.Of(Declaration)}", $"{Sentence}: have it signed and record who signed when", By(Role), ActionStage.Signatures);

    /// <summary>The last day on which a declaration counts; null for ever.</summary>
    private DateOnly? ExpiryOf(Declaration declaration) => NotOlderThanMonths is { } months ? Calendar.AddMonths(declaration.On, months) : null;

    /// <summary>The last day on which a declaration meets it: it expires, or the employment ends by which its employer is that of the day. Null for no end.</summary>
    private DateOnly? LastDayOf(AssessmentContext context, Declaration declaration) =>
        EndOfEmployment(context, declaration) is { } end && !(ExpiryOf(declaration) < end) ? end : ExpiryOf(declaration);

    /// <summary>The day by which the record says that the learner's employment by whoever declared ends; null where it says none, and where any employer's word counts.</summary>
    private DateOnly? EndOfEmployment(AssessmentContext context, Declaration declaration)
    {
        if (!IsOfEmployers)
        {
            return null;
        }

        // Of several by one employer any suffices. None begins after the day of assessment: such an entry is not looked at yet.
        var ends = context.Employments.Entries.Where(e => e.CoversDay(context.AsOf) && Same(e.Employer, declaration.Employer!)).Select(e => e.To ?? DateOnly.MaxValue).Max();
        return ends == DateOnly.MaxValue ? null : ends;
    }

    /// <summary>Whether the employment ends before the declaration is too old, and whether there was another by the same employer is not recorded.</summary>
    private bool EndsFirst(AssessmentContext context, Declaration declaration) =>
        EndOfEmployment(context, declaration) is { } end && !(ExpiryOf(declaration) <= end) && !context.IsComplete(context.Employments);

    /// <summary>
    /// Whether nobody can tell once a declaration meets it no more, and the last day of that; null for no end. Others may count: by an employer that they do not name, or that may have
    /// employed the learner.
    /// </summary>
    private (bool IsSo, DateOnly? Until) UnknownAfter(AssessmentContext context, Declaration declaration)
    {
        if (LastDayOf(context, declaration) is not { } last || !context.IsComplete(context.Declarations))
        {
            return (!context.IsComplete(context.Declarations), null);
        }

        var ends = context.Declarations.Entries
            .Where(d => IsAsked(context, d) && !IsOfWhoIsAsked(context, d) && (d.Employer is null || !context.IsComplete(context.Employments)))
            .Concat(EndsFirst(context, declaration) ? [declaration] : [])
            .Select(d => ExpiryOf(d) ?? DateOnly.MaxValue)
            .Where(e => e > last)
            .ToArray();
        return ends.Length == 0 ? (false, null) : (true, ends.Max() is var end && end == DateOnly.MaxValue ? null : end);
    }

    private Outcome Present(AssessmentContext context, Declaration declaration)
    {
        var (isUnknownAfter, unknownUntil) = UnknownAfter(context, declaration);
        return Outcome.Met($"Declared on {Said.Date(declaration.On)}") with
        {
            FactsWhenRead = () =>
            [
                Said.Fact("declaration", $"{Said.Date(declaration.On)}{(declaration.By is null ? ", nobody is named" : $", {declaration.By}")}{(declaration.Employer is null ? "" : $", {declaration.Employer}")}", declaration.Pointer) with
                {
                    Signatures = [new Signature(declaration.By, $"{Words.Role.Of(declaration.Role)}{(declaration.Employer is null ? "" : $", {declaration.Employer}")}", declaration.On)],
                },
                .. EndOfEmployment(context, declaration) is { } end ? [Said.Fact("end of the employment", Said.Date(end))] : (ReportedFact[])[],
            ],
            MetUntil = LastDayOf(context, declaration),
            IsUnknownAfter = isUnknownAfter,
            UnknownUntil = unknownUntil,
            Attention = declaration.By is null ? ["A declaration without a name: it is not recorded who made it"] : [],
        };
    }

    /// <summary>Whose word does not count, and why.</summary>
    private static string Declarer(AssessmentContext context, Declaration declaration, string[] current)
    {
        var employer = declaration.Employer!;
        return Began(context, employer) is not { } began ? $"an employer that never employed the learner by the record ({employer})"
            : declaration.On < began && current.Any(c => Same(c, employer)) ? $"a future employer ({employer}, on {Said.Date(declaration.On)}, before its employment of the learner began on {Said.Date(began)})"
            : current.Any(c => Same(c, employer)) ? $"the current employer on a day on which it did not employ the learner ({employer}, on {Said.Date(declaration.On)})"
            : $"a former employer ({employer})";
    }

    /// <summary>The day on which an employer first employed the learner; null where it never did by the record.</summary>
    private static DateOnly? Began(AssessmentContext context, string employer) =>
        context.Employments.Entries.Where(e => Same(e.Employer, employer)).Select(e => (DateOnly?)e.On).Min();

    private static bool Same(string left, string right) => left == right || WrittenName.IsSame(left, right);

    private static ActionBy By(DeclarationRole role) => role switch
    {
        DeclarationRole.Employer => ActionBy.Employer,
        DeclarationRole.Provider => ActionBy.Provider,
        _ => ActionBy.Apprentice,
    };
}
