namespace Competency.Rules;

public sealed partial class ConditionalRequirement
{
    /// <summary>What a check asks under a condition is a check still.</summary>
    internal override bool IsCheck => base.IsCheck || Then.IsCheck;

    internal override LedgerKinds Reads => Condition.Reads | Then.Reads;

    /// <summary>What the whole comes to.</summary>
    internal static Verdict Combine(Verdict condition, Verdict then, bool isUnless) => condition switch
    {
        Verdict.CannotTell => then == Verdict.DoesNotApply ? Verdict.DoesNotApply : Verdict.CannotTell,
        Verdict.Met => isUnless ? Verdict.DoesNotApply : then,
        _ => isUnless ? then : Verdict.DoesNotApply,
    };

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        var condition = Condition.Decide(context);
        return IsOut(condition) ? Verdict.DoesNotApply : Combine(condition, Then.Decide(context), IsUnless);
    }

    /// <summary>Whether the condition says that nothing is asked, whatever it would be.</summary>
    private bool IsOut(Verdict condition) => condition != Verdict.CannotTell && (condition == Verdict.Met) == IsUnless;

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason)
    {
        var condition = compiler.Add(Condition, isReason: false);
        return new ConditionalNode(this, condition, compiler.AddUnder(new CohortGate(condition, IsUnless ? CohortGateKind.Unless : CohortGateKind.When), Then, isReason));
    }
}
