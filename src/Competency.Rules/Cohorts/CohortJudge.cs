using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Judges blocks of learners and counts what came of them. Of one thread.</summary>
internal sealed class CohortJudge(CohortColumns columns, CohortResult result, bool countKsbs)
{
    private readonly CohortNode[] _nodes = columns.Cohort.Nodes;
    private readonly AlignedWords _judged = new(columns.Cohort.Nodes.Length * 4 * VerdictPlanes.Words);
    private readonly CohortBlock _block = new(columns);

    public CohortCounts Counts { get; } = new(columns.Cohort.Reasons, columns.Cohort.Layout.Codes.Length);

    public void Run(int firstBlock, int endBlock)
    {
        var verdicts = result.NewPart(firstBlock, endBlock);
        var judged = _judged.AsVerdicts();
        for (var block = firstBlock; block < endBlock; block++)
        {
            if ((block - firstBlock) % CohortBlock.AtOnce == 0)
            {
                _block.Read(block, Math.Min(block + CohortBlock.AtOnce, endBlock), countKsbs ? Counts : null);
            }

            _block.MoveTo(block);
            var there = PlaneMath.First(columns.CountIn(block));
            Judge(judged, there);
            judged[^1].WriteNumbers(verdicts, block - firstBlock, there);
            Counts.Add(judged);
            result.SetReasons(block, Counts);
        }
    }

    private void Judge(Span<VerdictPlanes> judged, Vector512<ulong> there)
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            _nodes[i].Judge(_block, judged, out judged[i]);
        }

        if (there == Vector512<ulong>.AllBitsSet)
        {
            return;
        }

        for (var i = 0; i < judged.Length; i++)
        {
            judged[i] = judged[i].Within(there);
        }
    }
}
