using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Judges blocks of learners and counts what came of them. Of one thread.</summary>
internal sealed class CohortJudge(CohortColumns columns, CohortScratch scratch, CohortResult result, bool countKsbs)
{
    private readonly CohortNode[] _nodes = columns.Cohort.Nodes;
    private readonly CohortBlock _block = new(columns, scratch.Answers);

    /// <summary>What it works with, for another when it is done.</summary>
    public CohortScratch Scratch => scratch;

    public CohortCounts Counts { get; } = new(columns.Cohort.Reasons, columns.Cohort.Layout.Codes.Length);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int firstBlock, int endBlock)
    {
        var judged = scratch.Judged.AsVerdicts();
        for (var block = firstBlock; block < endBlock; block++)
        {
            if ((block - firstBlock) % CohortBlock.AtOnce == 0)
            {
                _block.Read(block, Math.Min(block + CohortBlock.AtOnce, endBlock), countKsbs ? Counts : null);
            }

            _block.MoveTo(block);
            var learners = columns.CountIn(block);
            Judge(judged, learners);
            KeepNumbers(judged[^1], block - firstBlock, learners);
            scratch.HeldBack.Find(judged);
            Counts.Add(judged, scratch.HeldBack, learners);
            result.SetReasons(block, scratch.HeldBack);
        }

        for (var bit = 0; bit < scratch.NumberBits.Length; bit++)
        {
            result.SetNumberBits(firstBlock, bit, scratch.NumberBits[bit].Slice(0, (endBlock - firstBlock) * VerdictPlanes.Words));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Judge(Span<VerdictPlanes> judged, int learners)
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            _nodes[i].Judge(_block, judged, out judged[i]);
        }

        if (learners == VerdictPlanes.Size)
        {
            return;
        }

        var there = PlaneMath.First(learners);
        for (var i = 0; i < judged.Length; i++)
        {
            judged[i] = judged[i].Within(there);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void KeepNumbers(in VerdictPlanes verdicts, int place, int learners)
    {
        var there = PlaneMath.First(learners);
        for (var bit = 0; bit < scratch.NumberBits.Length; bit++)
        {
            (verdicts.NumberBit(bit) & there).CopyTo(scratch.NumberBits[bit].Slice(place * VerdictPlanes.Words, VerdictPlanes.Words));
        }
    }
}
