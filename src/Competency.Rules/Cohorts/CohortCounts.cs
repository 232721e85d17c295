using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>How many learners came out how. Sums only, so that their order is nothing.</summary>
/// <param name="reasons">The nodes of which it is counted whom they hold back.</param>
/// <param name="ksbs">How many KSBs there are.</param>
internal sealed class CohortCounts(int[] reasons, int ksbs)
{
    // After the numbers of verdicts those of whom it holds back, and whom nothing else holds back.
    private const int ByIt = VerdictCounts.Number;
    private const int ByItAlone = ByIt + 1;
    private const int ForEach = ByItAlone + 1;

    private readonly long[] _ofReasons = new long[reasons.Length * ForEach];

    /// <summary>By the verdict's number, those to whom it does not apply left out.</summary>
    public long[] Verdicts { get; } = new long[VerdictCounts.Number];

    /// <summary>How many have each KSB, where everybody is asked for all.</summary>
    public long[] Achieved { get; } = new long[ksbs];

    /// <summary>How many are asked for all.</summary>
    public long Asked { get; set; }

    /// <summary>How many lack each KSB that is in force for them, where it depends on the option.</summary>
    public long[] Missing { get; } = new long[ksbs];

    /// <summary>What came of a requirement.</summary>
    public CohortRequirement Of(int reason, Requirement requirement)
    {
        var counts = _ofReasons.AsSpan(reason * ForEach, ForEach);
        return new(
            requirement,
            counts[(int)Verdict.Met],
            counts[(int)Verdict.NotMet],
            counts[(int)Verdict.NotYetDue],
            counts[(int)Verdict.CannotTell],
            counts[ByIt],
            counts[ByItAlone]);
    }

    /// <summary>Adds who has, or lacks, each KSB.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="block">The block of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddKsbs(CohortColumns columns, CohortBlock block)
    {
        var planes = columns.AchievedPlanes(block.Index);
        var learners = columns.CountIn(block.Index);
        if (columns.Cohort.KsbsByOption is { } byOption)
        {
            byOption.Count(block, planes, PlaneMath.First(learners), Missing);
            return;
        }

        // Of the last block a platform may have filled more than there are learners.
        Span<ulong> there = stackalloc ulong[VerdictPlanes.Words];
        PlaneMath.First(learners).CopyTo(there);
        var achieved = Achieved;
        for (var position = 0; position < achieved.Length; position++)
        {
            achieved[position] += learners == VerdictPlanes.Size ? PlaneMath.Count(planes) : learners - PlaneMath.CountWithout(there, planes);
            planes = planes[VerdictPlanes.Words..];
        }

        Asked += learners;
    }

    /// <summary>Adds what came of a block.</summary>
    /// <param name="judged">The verdicts of all nodes, of learners that there are; the last is the root.</param>
    /// <param name="heldBack">Whom each requirement holds back.</param>
    /// <param name="learners">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<VerdictPlanes> judged, HeldBack heldBack, int learners)
    {
        var there = PlaneMath.First(learners);
        var ofRoot = VerdictCounts.Of(judged[^1], there, learners);
        ofRoot.AddTo(Verdicts);
        for (var reason = 0; reason < reasons.Length; reason++)
        {
            var node = reasons[reason];
            ref readonly var verdicts = ref judged[node];
            var counted = node == judged.Length - 1 ? ofRoot : VerdictCounts.Of(verdicts, there, learners);
            var counts = _ofReasons.AsSpan(reason * ForEach, ForEach);
            counted.AddTo(counts);
            if (counted.Open == 0)
            {
                continue;
            }

            // Those to whom it is open are mostly of one kind, nobody of them is ready, and it alone holds back either hardly anybody or everybody.
            var lacked = heldBack.By(reason);
            var alone = heldBack.ByAlone(reason);
            var plane = PlaneMath.Plane(lacked);
            var number = plane == verdicts.Open ? counted.Open : PlaneMath.Count(lacked);
            counts[ByIt] += number;
            counts[ByItAlone] += PlaneMath.Plane(alone) == plane ? number : PlaneMath.CountSome(alone);
        }
    }

    public void Add(CohortCounts others)
    {
        Add(_ofReasons, others._ofReasons);
        Add(Verdicts, others.Verdicts);
        Add(Achieved, others.Achieved);
        Add(Missing, others.Missing);
        Asked += others.Asked;
    }

    private static void Add(long[] counts, long[] others)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += others[i];
        }
    }
}
