namespace Competency.Rules;

public sealed partial class ConditionalRequirement
{
    internal override LedgerKinds Reads => Condition.Reads | Then.Reads;

    /// <summary>What the whole comes to.</summary>
    internal static Verdict Combine(Verdict condition, Verdict then, bool isUnless) => condition switch
    {
        Verdict.CannotTell => then == Verdict.DoesNotApply ? Verdict.DoesNotApply : Verdict.CannotTell,
        Verdict.Met => isUnless ? Verdict.DoesNotApply : then,
        _ => isUnless ? then : Verdict.DoesNotApply,
    };

    private protected override Verdict? TryDecide(AssessmentContext context) => Combine(Condition.Decide(context), Then.Decide(context), IsUnless);

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason)
    {
        var condition = compiler.Add(Condition, isReason: false);
        return new ConditionalNode(this, condition, compiler.Add(Then, isReason));
    }
}
