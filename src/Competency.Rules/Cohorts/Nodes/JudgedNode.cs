using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>
/// One that columns cannot decide: each learner is judged by itself when the columns are filled, and what came of it is a column. Some kinds know learners
/// of whom a column says enough.
/// </summary>
/// <param name="requirement">The requirement.</param>
/// <param name="firstBit">The first of three columns, of the bits that differ between the verdict's number and that of "nobody can tell": of whom nothing was said, nothing is known.</param>
internal sealed class JudgedNode(Requirement requirement, int firstBit) : ColumnsNode(requirement, VerdictKinds.All)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Judge(CohortGroup group, VerdictPlanes verdicts)
    {
        // Met 3, not met 2, not yet due 1, nobody can tell 0, does not apply 7.
        var (bit0, bit1, bit2) = (group.Flag(firstBit), group.Flag(firstBit + 1), group.Flag(firstBit + 2));
        verdicts.Set(group.Block, ~bit0 & bit1 & ~bit2, ~bit0 & ~bit1 & ~bit2, bit0 & ~bit1 & ~bit2, bit2);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        Set(columns, index, Requirement.Decide(context, out var wasJudgedInFull));
        if (wasJudgedInFull)
        {
            columns.SetFellBack(index);
        }
    }

    public void Set(CohortColumns columns, int index, Verdict verdict)
    {
        var bits = (int)verdict ^ (int)Verdict.CannotTell;
        for (var bit = 0; bit < 3; bit++)
        {
            columns.SetFlag(firstBit + bit, index, ((bits >> bit) & 1) != 0);
        }
    }
}
