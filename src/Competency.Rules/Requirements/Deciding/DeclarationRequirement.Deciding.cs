namespace Competency.Rules;

public sealed partial class DeclarationRequirement
{
    internal override LedgerKinds Reads =>
        LedgerKinds.Declarations | LedgerKinds.Episodes | (Role == DeclarationRole.Employer && CurrentEmployer ? LedgerKinds.Employments : LedgerKinds.None);

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var (counts, namesNobody) = (false, false);
        foreach (var declaration in context.Declarations.Items)
        {
            if (!IsAsked(context, declaration))
            {
                continue;
            }

            if (IsOfWhoIsAsked(context, declaration))
            {
                return Verdict.Met;
            }

            counts = true;
            namesNobody |= declaration.Employer is null;
        }

        if (counts && (namesNobody || (!HasEmployer(context) && !context.IsComplete(context.Employments))))
        {
            return Verdict.CannotTell;
        }

        return context.IsComplete(context.Declarations) ? Verdict.NotMet : Verdict.CannotTell;
    }

    /// <summary>The declaration that meets it, the latest of several; null for none.</summary>
    private Declaration? Counting(AssessmentContext context) =>
        context.Declarations.Latest((Requirement: this, Context: context), static (d, asked) => asked.Requirement.IsAsked(asked.Context, d) && asked.Requirement.IsOfWhoIsAsked(asked.Context, d));

    /// <summary>Whether it is the declaration that is asked, made since the original start and not too old.</summary>
    private bool IsAsked(AssessmentContext context, Declaration declaration) =>
        declaration.Kind == Declaration && declaration.Role == Role && !(declaration.On < context.OriginalStart) && !(ExpiryOf(declaration) < context.AsOf)
        && (Statement is null || (declaration.Statement is { } said && Same(said, Statement)));

    private bool IsOfWhoIsAsked(AssessmentContext context, Declaration declaration) =>
        Role != DeclarationRole.Employer || !CurrentEmployer || IsOfCurrentEmployer(context, declaration);

    private static bool HasEmployer(AssessmentContext context)
    {
        foreach (var employment in context.Employments.Items)
        {
            if (employment.CoversDay(context.AsOf))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an employer of the day made it, and not before it first employed the learner.</summary>
    private static bool IsOfCurrentEmployer(AssessmentContext context, Declaration declaration)
    {
        var (isCurrent, hadBegun) = (false, false);
        foreach (var employment in declaration.Employer is null ? [] : context.Employments.Items)
        {
            if (Same(employment.Employer, declaration.Employer!))
            {
                isCurrent |= employment.CoversDay(context.AsOf);
                hadBegun |= employment.On <= declaration.On;
            }
        }

        return isCurrent && hadBegun;
    }

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) => new HeldUntilNode(this, compiler, "a declaration");
}
