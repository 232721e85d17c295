using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The programme is this one, and the learner has not withdrawn.</summary>
internal sealed class ProgrammeNode(ProgrammeRequirement requirement, int onThis, int withdrawn) : CohortNode(requirement)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts)
    {
        var isOn = block.Flag(onThis);
        var isWithdrawn = block.Flag(withdrawn);
        verdicts = new(isOn & ~isWithdrawn, Vector512<ulong>.Zero, isOn & isWithdrawn, ~isOn);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        columns.SetFlag(onThis, index, context.Programme == context.Standard.Id);
        columns.SetFlag(withdrawn, index, context.StateNow == EpisodeKind.Withdrawn);
    }
}
