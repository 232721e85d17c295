namespace Competency.Rules;

public sealed partial class StandardMinimumRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var published = Months is null ? EnglishStandards.DurationOf(context.Standard) : null;
        if (Months is null && published is null)
        {
            // Said in one place what silence comes to.
            return null;
        }

        if (published is { IsMinimum: false })
        {
            return Verdict.DoesNotApply;
        }

        if (context.OriginalStart is not { } start)
        {
            return context.IsComplete(context.Episodes) ? Verdict.NotMet : Verdict.CannotTell;
        }

        var months = Months ?? published!.Months;
        var verdict = LearningDuration.Decide(context, months);
        return verdict == Verdict.Met || Prevails == true
               || !EnglishParameters.MinimumDurationMonths.TryGet(start, context.AsOf, out var law) || law.Value >= months ? verdict
            : Prevails == false ? Verdict.DoesNotApply
            : Verdict.CannotTell;
    }
}
