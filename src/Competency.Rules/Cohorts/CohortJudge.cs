using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Judges blocks of learners and counts what came of them.</summary>
internal static class CohortJudge
{
    public static CohortCounts Run(CohortColumns columns, CohortResult result, int firstBlock, int endBlock, bool countKsbs)
    {
        var cohort = columns.Cohort;
        var nodes = cohort.Nodes;
        var counts = new CohortCounts(nodes.Length, cohort.Layout.Codes.Length);
        var judged = new VerdictPlanes[nodes.Length];
        var at = new CohortBlock(columns);
        for (var block = firstBlock; block < endBlock; block++)
        {
            at.MoveTo(block);
            for (var i = 0; i < nodes.Length; i++)
            {
                judged[i] = nodes[i].Judge(at, judged);
            }

            var there = PlaneMath.First((int)Math.Min(VerdictPlanes.Size, columns.Count - ((long)block * VerdictPlanes.Size)));
            var root = judged[^1].Within(there);
            result.Set(block, root, there);
            counts.Add(root);
            CountReasons(result, block, nodes, judged, root.Open, there, counts);
            if (countKsbs)
            {
                CountKsbs(columns, block, there, counts);
            }
        }

        return counts;
    }

    private static void CountReasons(CohortResult result, int block, CohortNode[] nodes, VerdictPlanes[] judged, Vector512<ulong> open, Vector512<ulong> there, CohortCounts counts)
    {
        // Who lacks one, and who lacks more than one.
        var (some, several) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].IsReason)
            {
                var lacked = judged[i].Open & open;
                several |= some & lacked;
                some |= lacked;
            }
        }

        var alone = some & ~several;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].IsReason)
            {
                // Who is not there is not open.
                var lacked = judged[i].Open & open;
                counts.Add(i, judged[i], there, lacked, lacked & alone);
                result.SetReason(block, i, lacked);
            }
        }
    }

    private static void CountKsbs(CohortColumns columns, int block, Vector512<ulong> there, CohortCounts counts)
    {
        var layout = columns.Cohort.Layout;
        var planes = columns.AchievedPlanes(block);
        if (!layout.HasOptions)
        {
            // Nobody beyond the last learner has a bit.
            for (var position = 0; position < layout.Codes.Length; position++)
            {
                counts.Achieved[position] += PlaneMath.Count(planes.Slice(position * VerdictPlanes.Words, VerdictPlanes.Words));
            }

            counts.Asked += PlaneMath.Count(there);
            return;
        }

        var options = columns.OptionsOf(block);
        for (var option = 0; option <= layout.Standard.Options.Count; option++)
        {
            var chosen = there & (options.IsEmpty ? option == 0 ? Vector512<ulong>.AllBitsSet : Vector512<ulong>.Zero
                : option == 0 ? ~PlaneMath.AtLeast(options, 1) : PlaneMath.AtLeast(options, option) & ~PlaneMath.AtLeast(options, option + 1));
            foreach (var code in layout.InForce(option == 0 ? null : layout.Standard.Options[option - 1]).Codes)
            {
                var position = layout.PositionOf(code);
                counts.Missing[position] += PlaneMath.Count(chosen & ~PlaneMath.Plane(planes.Slice(position * VerdictPlanes.Words, VerdictPlanes.Words)));
            }
        }
    }
}
