using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Judges learners, a group at a time, and counts what came of them. Of one thread.</summary>
internal sealed class CohortJudge(CohortColumns columns, CohortScratch scratch, CohortResult result, bool countKsbs)
{
    private readonly CohortNode[] _nodes = columns.Cohort.Nodes;
    private readonly CohortGroup _group = new(columns, scratch.Judged);

    /// <summary>What it works with, for another when it is done.</summary>
    public CohortScratch Scratch => scratch;

    /// <summary>Judges the blocks of a part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int firstBlock, int endBlock)
    {
        for (var first = firstBlock; first < endBlock; first += CohortGroup.Blocks)
        {
            var index = first / CohortGroup.Blocks;
            var learners = columns.CountIn(index);
            _group.Read(index);
            columns.Bring(index + 1, scratch.Ahead);
            if (countKsbs)
            {
                scratch.Counter.AddKsbs(_group, columns.AchievedOf(index), learners);
            }

            scratch.Judged.Judge(_nodes, _group, learners, scratch.Ahead);
            scratch.HeldBack.Find(scratch.Judged);
            scratch.Counter.Add(scratch.Judged, scratch.HeldBack, learners, scratch.Ahead);
            Keep(first - firstBlock);
        }

        for (var plane = 0; plane < result.Kept; plane++)
        {
            result.Set(plane, firstBlock, scratch.Part.Slice(plane * CohortPlane.WordsOfPart, (endBlock - firstBlock) * VerdictPlanes.Words));
        }
    }

    /// <summary>Notes what is kept of the group.</summary>
    /// <param name="place">The place of its first block in the part.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Keep(int place)
    {
        var verdicts = scratch.Judged.Root;
        var planes = scratch.Part.Planes[place..];
        for (var bit = 0; bit < VerdictPlanes.NumberBits; bit++)
        {
            verdicts.FindNumberBit(bit, planes.Slice(bit * CohortPlane.BlocksOfPart, CohortGroup.Blocks));
        }

        for (var plane = VerdictPlanes.NumberBits; plane < result.Kept; plane++)
        {
            scratch.HeldBack.By(plane - VerdictPlanes.NumberBits, scratch.Judged).CopyTo(planes[(plane * CohortPlane.BlocksOfPart)..]);
        }
    }
}
