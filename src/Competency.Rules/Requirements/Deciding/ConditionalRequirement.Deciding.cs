namespace Competency.Rules;

public sealed partial class ConditionalRequirement
{
    internal override LedgerKinds Reads => Condition.Reads | Then.Reads;

    /// <summary>What the whole comes to.</summary>
    internal static Verdict Combine(Verdict condition, Verdict then) => condition switch
    {
        Verdict.Met => then,
        Verdict.CannotTell when then != Verdict.DoesNotApply => Verdict.CannotTell,
        _ => Verdict.DoesNotApply,
    };

    private protected override Verdict? TryDecide(AssessmentContext context) => Combine(Condition.Decide(context), Then.Decide(context));
}
