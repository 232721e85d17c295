namespace Competency.Rules;

public sealed partial class OffTheJobHoursRequirement
{
    internal override LedgerKinds Reads =>
        LedgerKinds.Episodes | LedgerKinds.Hours | LedgerKinds.Plans | LedgerKinds.PriorLearning;

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        // The same reckoning as for the report, without its facts.
        if (context.OriginalStart is not { } start || !EnglishParameters.OffTheJobMethod.TryGet(start, context.AsOf, out var method))
        {
            return Verdict.CannotTell;
        }

        if (Minimum(context, start, method.Value, facts: null).Minimum is not { } minimum)
        {
            return Verdict.CannotTell;
        }

        var asked = AfterPriorLearning(context, start, minimum, facts: null, attention: null, citations: null);
        var counted = RecordedHours.Of(context.Hours, context.Time).Counted;
        return counted >= asked ? Verdict.Met
            : !context.IsComplete(context.Hours)
              || (method.Value == OffTheJobMethod.PublishedHours && PublishedHours is null && start <= EnglishParameters.LowerHoursUntil)
              || counted >= LeastAfterPriorLearning(context, start, minimum, asked) ? Verdict.CannotTell
            : Verdict.NotMet;
    }
}
