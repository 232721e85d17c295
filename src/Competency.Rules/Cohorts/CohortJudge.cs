using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Judges learners, a group at a time, and counts what came of them. Of one thread.</summary>
internal sealed class CohortJudge(CohortColumns columns, CohortScratch scratch, CohortResult result, bool countKsbs)
{
    private readonly CohortNode[] _nodes = columns.Cohort.Nodes;
    private readonly CohortGroup _group = new(columns, scratch.Judged);

    /// <summary>What it works with, for another when it is done.</summary>
    public CohortScratch Scratch => scratch;

    /// <summary>Judges the blocks of a part: each group is read, and then judged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int firstBlock, int endBlock)
    {
        for (var block = firstBlock; block < endBlock; block += CohortGroup.Blocks)
        {
            Judge(block / CohortGroup.Blocks);
            Keep(block - firstBlock);
        }

        for (var plane = 0; plane < result.Kept; plane++)
        {
            result.Set(plane, firstBlock, scratch.Part.Slice(plane * CohortPlane.WordsOfPart, (endBlock - firstBlock) * VerdictPlanes.Words));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Judge(int group)
    {
        _group.Read(group);
        var learners = columns.CountIn(group);
        if (countKsbs)
        {
            scratch.Counter.AddKsbs(_group, columns.AchievedOf(group), learners);
        }

        var ahead = columns.Ahead(group + 1);
        scratch.Judged.Judge(_nodes, _group, learners, ref ahead);
        scratch.HeldBack.Find(scratch.Judged);
        scratch.Counter.Add(scratch.Judged, learners, ref ahead);
    }

    /// <summary>Notes what is kept of a group.</summary>
    /// <param name="place">The place of its first block in the part.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Keep(int place)
    {
        var judged = scratch.Judged;
        var verdicts = judged[judged.Root];
        var planes = scratch.Part.Planes[place..];
        for (var bit = 0; bit < VerdictPlanes.NumberBits; bit++)
        {
            verdicts.FindNumberBit(bit, planes.Slice(bit * CohortPlane.BlocksOfPart, CohortGroup.Blocks));
        }

        for (var plane = VerdictPlanes.NumberBits; plane < result.Kept; plane++)
        {
            scratch.HeldBack.CopyBy(plane - VerdictPlanes.NumberBits, judged, planes.Slice(plane * CohortPlane.BlocksOfPart, CohortGroup.Blocks));
        }
    }
}
