namespace Competency.Rules;

public sealed partial class OptionChosenRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Options;

    private protected override Verdict? TryDecide(AssessmentContext context) =>
        context.Standard.FindOption(Option) is not { } asked || context.Option is not { } option ? Verdict.CannotTell
        : option.Id == asked.Id ? Verdict.Met : Verdict.NotMet;

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason)
    {
        var options = compiler.Layout.Standard.Options;
        var asked = compiler.Layout.Standard.FindOption(Option);
        var place = Enumerable.Range(0, options.Count).FirstOrDefault(i => options[i].Id == asked?.Id, -1) + 1;
        return place > 0 && compiler.Layout.HasOptions ? new OptionNode(this, compiler, place) : new SameForAllNode(this, Verdict.CannotTell);
    }
}
