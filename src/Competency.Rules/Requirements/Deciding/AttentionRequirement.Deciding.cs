namespace Competency.Rules;

public sealed partial class AttentionRequirement
{
    /// <summary>A check with something to sign beside it is a check still.</summary>
    internal override bool IsCheck => base.IsCheck || Requirement.IsCheck;

    internal override LedgerKinds Reads => Requirement.Reads;

    /// <summary>What must be seen to holds nobody up.</summary>
    private protected override Verdict? TryDecide(AssessmentContext context) => Requirement.Decide(context);

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason) => new AttentionNode(this, compiler.Add(Requirement, isReason));
}
