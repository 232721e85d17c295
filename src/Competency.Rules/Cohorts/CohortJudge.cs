using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Judges learners, some groups at a time, and counts what came of them. Of one thread.</summary>
internal sealed class CohortJudge(CohortColumns columns, CohortScratch scratch, CohortResult result, bool countKsbs)
{
    private readonly CohortNode[] _nodes = columns.Cohort.Nodes;
    private readonly CohortGroup[] _groups = Array.ConvertAll(scratch.Judged, judged => new CohortGroup(columns, judged));

    /// <summary>What it works with, for another when it is done.</summary>
    public CohortScratch Scratch => scratch;

    /// <summary>Judges the blocks of a part: some groups are read, and then judged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int firstBlock, int endBlock)
    {
        var end = (endBlock + CohortGroup.Blocks - 1) / CohortGroup.Blocks;
        for (var first = firstBlock / CohortGroup.Blocks; first < end; first += _groups.Length)
        {
            var count = Math.Min(_groups.Length, end - first);
            for (var i = 0; i < count; i++)
            {
                _groups[i].Read(first + i);
            }

            columns.Bring(first + count, scratch.Ahead);
            for (var i = 0; i < count; i++)
            {
                Judge(first + i, _groups[i], scratch.Judged[i]);
                Keep(((first + i) * CohortGroup.Blocks) - firstBlock, scratch.Judged[i]);
            }
        }

        for (var plane = 0; plane < result.Kept; plane++)
        {
            result.Set(plane, firstBlock, scratch.Part.Slice(plane * CohortPlane.WordsOfPart, (endBlock - firstBlock) * VerdictPlanes.Words));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Judge(int index, CohortGroup group, JudgedNodes judged)
    {
        var learners = columns.CountIn(index);
        if (countKsbs)
        {
            scratch.Counter.AddKsbs(group, columns.AchievedOf(index), learners);
        }

        judged.Judge(_nodes, group, learners, scratch.Ahead);
        scratch.HeldBack.Find(judged);
        scratch.Counter.Add(judged, learners, scratch.Ahead);
    }

    /// <summary>Notes what is kept of a group.</summary>
    /// <param name="place">The place of its first block in the part.</param>
    /// <param name="judged">Its verdicts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Keep(int place, JudgedNodes judged)
    {
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
