using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Judges learners, a group at a time, and counts what came of them. Of one thread.</summary>
internal sealed class CohortJudge(CohortColumns columns, CohortScratch scratch, CohortResult result, bool countKsbs)
{
    private readonly CohortNode[] _nodes = columns.Cohort.Nodes;
    private readonly CohortGroup _group = new(columns, scratch.Answers);

    /// <summary>What it works with, for another when it is done.</summary>
    public CohortScratch Scratch => scratch;

    /// <summary>Judges some blocks, of which the first begins a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int firstBlock, int endBlock)
    {
        for (var first = firstBlock; first < endBlock; first += CohortGroup.Blocks)
        {
            var index = first / CohortGroup.Blocks;
            var learners = columns.CountIn(index);
            _group.Read(index);
            if (countKsbs)
            {
                scratch.Counter.AddKsbs(_group, columns.AchievedOf(index), learners);
            }

            scratch.Judged.Judge(_nodes, _group, learners);
            KeepNumbers(first - firstBlock);
            scratch.HeldBack.Find(scratch.Judged);
            scratch.Counter.Add(scratch.Judged, scratch.HeldBack, learners);
            result.SetReasons(first, scratch.HeldBack, scratch.Judged);
        }

        for (var bit = 0; bit < scratch.NumberBits.Length; bit++)
        {
            result.SetNumberBits(firstBlock, bit, scratch.NumberBits[bit].Slice(0, (endBlock - firstBlock) * VerdictPlanes.Words));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void KeepNumbers(int place)
    {
        var verdicts = scratch.Judged.Root;
        for (var bit = 0; bit < scratch.NumberBits.Length; bit++)
        {
            var planes = scratch.NumberBits[bit].Planes.Slice(place, CohortGroup.Blocks);
            for (var block = 0; block < planes.Length; block++)
            {
                planes[block] = verdicts.NumberBit(bit, block);
            }
        }
    }
}
