using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>One that columns decide, block by block.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="writes">The verdicts whose planes it writes.</param>
internal abstract class ColumnsNode(Requirement requirement, VerdictKinds writes) : CohortNode(requirement)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public sealed override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts)
    {
        for (var i = 0; i < CohortGroup.Blocks; i++)
        {
            group.MoveTo(i);
            Judge(group, verdicts);
        }

        return verdicts.Among(writes);
    }

    /// <summary>Writes the verdicts of a block.</summary>
    /// <param name="group">The group, moved to the block.</param>
    /// <param name="verdicts">Where they stand afterwards.</param>
    protected abstract void Judge(CohortGroup group, VerdictPlanes verdicts);
}
