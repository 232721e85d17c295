namespace Competency.Rules;

public sealed partial class DeclarationRequirement
{
    internal override LedgerKinds Reads =>
        LedgerKinds.Declarations | LedgerKinds.Episodes | (IsOfEmployers ? LedgerKinds.Employments : LedgerKinds.None);

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var (counts, namesNobody, mayCount) = (false, false, false);
        foreach (var declaration in context.Declarations.Items)
        {
            if (!IsAsked(context, declaration))
            {
                continue;
            }

            if (IsOfWhoIsAsked(context, declaration))
            {
                if (!MayBeFromBefore(context, declaration))
                {
                    return Verdict.Met;
                }

                mayCount = true;
                continue;
            }

            counts = true;
            namesNobody |= declaration.Employer is null;
        }

        if (mayCount || (counts && (namesNobody || !context.IsComplete(context.Employments))))
        {
            return Verdict.CannotTell;
        }

        return context.IsComplete(context.Declarations) ? Verdict.NotMet : Verdict.CannotTell;
    }

    /// <summary>The declaration that meets it longest, the latest of several; null for none.</summary>
    private Declaration? Counting(AssessmentContext context)
    {
        var longest = Latest(null);

        // The latest lasts longest, unless an employment ends sooner.
        return longest is not null && IsOfEmployers && EndOfEmployment(context, longest) is not null
            ? Latest(context.Declarations.Entries.Where(d => Meets(this, context, d)).Max(d => LastDayOf(context, d) ?? DateOnly.MaxValue))
            : longest;

        Declaration? Latest(DateOnly? lasting) => context.Declarations.Latest(
            (Requirement: this, Context: context, Lasting: lasting),
            static (d, asked) => Meets(asked.Requirement, asked.Context, d) && (asked.Lasting is null || (asked.Requirement.LastDayOf(asked.Context, d) ?? DateOnly.MaxValue) == asked.Lasting));

        static bool Meets(DeclarationRequirement requirement, AssessmentContext context, Declaration declaration) =>
            requirement.IsAsked(context, declaration) && requirement.IsOfWhoIsAsked(context, declaration);
    }

    /// <summary>Whether it is the employer's word that is asked, and the current one's alone.</summary>
    private bool IsOfEmployers => Role == DeclarationRole.Employer && CurrentEmployer;

    /// <summary>Whether it is the declaration that is asked, made since the original start and not too old.</summary>
    private bool IsAsked(AssessmentContext context, Declaration declaration) =>
        declaration.Kind == Declaration && declaration.Role == Role && !(declaration.On < context.OriginalStart) && !context.HasNotBegun && !(ExpiryOf(declaration) < context.AsOf)
        && (Statement is null || (declaration.Statement is { } said && Same(said, Statement)));

    private bool IsOfWhoIsAsked(AssessmentContext context, Declaration declaration) =>
        !IsOfEmployers || IsOfCurrentEmployer(context, declaration);

    /// <summary>Whether an employer of the day of assessment made it, on a day on which it employed the learner.</summary>
    private static bool IsOfCurrentEmployer(AssessmentContext context, Declaration declaration)
    {
        var (isCurrent, wasEmployer) = (false, false);
        foreach (var employment in declaration.Employer is null ? [] : context.Employments.Items)
        {
            if (Same(employment.Employer, declaration.Employer!))
            {
                isCurrent |= employment.CoversDay(context.AsOf);
                wasEmployer |= employment.CoversDay(declaration.On);
            }
        }

        return isCurrent && wasEmployer;
    }

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) => new HeldUntilNode(this, compiler, "a declaration");
}
