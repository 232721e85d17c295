using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>The programme is this one, and the learner has not withdrawn.</summary>
internal sealed class ProgrammeNode(ProgrammeRequirement requirement, int onThis, int withdrawn) : ColumnsNode(requirement, VerdictKinds.NotMet | VerdictKinds.CannotTell)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Judge(CohortGroup group, VerdictPlanes verdicts)
    {
        var isOn = group.Flag(onThis);
        var isWithdrawn = group.Flag(withdrawn);
        verdicts.Set(group.Block, notMet: isOn & isWithdrawn, cannotTell: ~isOn);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        columns.SetFlag(onThis, index, context.Programme == context.Standard.Id && ProgrammeRequirement.KnowsWhetherWithdrawn(context));
        columns.SetFlag(withdrawn, index, context.StateNow == EpisodeKind.Withdrawn);
    }
}
