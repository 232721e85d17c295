namespace Competency.Rules;

public sealed partial class OffTheJobHoursRequirement
{
    internal override LedgerKinds Reads =>
        LedgerKinds.Episodes | LedgerKinds.Hours | LedgerKinds.Plans | LedgerKinds.PriorLearning;

    private protected override Verdict? TryDecide(AssessmentContext context) => Margin(context).Verdict;

    /// <summary>The verdict, and by how many hours the minimum is exceeded; below 0 where they fall short, null where it is not known. The same reckoning as for the report, without its facts.</summary>
    internal (Verdict Verdict, decimal? Hours) Margin(AssessmentContext context)
    {
        if (context.OriginalStart is not { } start || !EnglishParameters.OffTheJobMethod.TryGet(start, context.AsOf, out var method)
            || Minimum(context, start, method.Value, facts: null).Minimum is not { } minimum)
        {
            return (Verdict.CannotTell, null);
        }

        var asked = AfterPriorLearning(context, start, minimum, facts: null, remarks: null);
        var counted = RecordedHours.Of(context.Hours, context.Time).Counted;
        return (counted >= asked ? Verdict.Met
            : !context.IsComplete(context.Hours)
              || (method.Value == OffTheJobMethod.PublishedHours && PublishedHours is null && start <= EnglishParameters.LowerHoursUntil)
              || counted >= LeastAfterPriorLearning(context, start, minimum, asked) ? Verdict.CannotTell
            : Verdict.NotMet, counted - asked);
    }

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) => new HoursNode(this, compiler);
}
