using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>How many learners came out how. Sums only, so that their order is nothing.</summary>
/// <param name="reasons">The nodes of which it is counted whom they hold back.</param>
/// <param name="ksbs">How many KSBs there are.</param>
internal sealed class CohortCounts(int[] reasons, int ksbs)
{
    private const int ForEach = 6;

    private readonly long[] _ofReasons = new long[reasons.Length * ForEach];
    // For each two planes: whom it holds back, and whom nothing else holds back.
    private readonly AlignedWords _lacked = new(reasons.Length * 2 * VerdictPlanes.Words);

    /// <summary>By the verdict's number, those to whom it does not apply left out.</summary>
    public long[] Verdicts { get; } = new long[4];

    /// <summary>How many have each KSB, where everybody is asked for all.</summary>
    public long[] Achieved { get; } = new long[ksbs];

    /// <summary>How many are asked for all.</summary>
    public long Asked { get; set; }

    /// <summary>How many lack each KSB that is in force for them, where it depends on the option.</summary>
    public long[] Missing { get; } = new long[ksbs];

    /// <summary>Met, not yet due, not met, cannot tell, holds back, holds back alone.</summary>
    public ReadOnlySpan<long> Of(int reason) => _ofReasons.AsSpan(reason * ForEach, ForEach);

    /// <summary>Adds who has, or lacks, each KSB.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="block">The block of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddKsbs(CohortColumns columns, CohortBlock block)
    {
        var planes = columns.AchievedPlanes(block.Index);
        var there = columns.CountIn(block.Index);
        if (columns.Cohort.KsbsByOption is { } byOption)
        {
            byOption.Count(block, planes, PlaneMath.First(there), Missing);
            return;
        }

        // Nobody beyond the last learner has a bit.
        var achieved = Achieved;
        for (var position = 0; position < achieved.Length; position++)
        {
            achieved[position] += PlaneMath.CountWords(planes);
            planes = planes[VerdictPlanes.Words..];
        }

        Asked += there;
    }

    /// <summary>Adds what came of a block.</summary>
    /// <param name="judged">The verdicts of all nodes, of learners that there are; the last is the root.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<VerdictPlanes> judged)
    {
        ref readonly var root = ref judged[^1];
        Verdicts[(int)Verdict.Met] += PlaneMath.CountSome(root.Met);
        Verdicts[(int)Verdict.NotYetDue] += PlaneMath.CountSome(root.NotYetDue);
        Verdicts[(int)Verdict.NotMet] += PlaneMath.CountSome(root.NotMet);
        Verdicts[(int)Verdict.CannotTell] += PlaneMath.CountSome(root.CannotTell);
        FindLacked(judged);
        var lackedAndAlone = MemoryMarshal.Cast<ulong, Vector512<ulong>>(_lacked.Slice(0, _lacked.Count));
        for (var reason = 0; reason < reasons.Length; reason++)
        {
            ref readonly var verdicts = ref judged[reasons[reason]];
            var counts = _ofReasons.AsSpan(reason * ForEach, ForEach);
            counts[0] += PlaneMath.Count(verdicts.Met);
            var open = verdicts.Open;
            if (open == Vector512<ulong>.Zero)
            {
                continue;
            }

            // Those to whom it is open are mostly of one kind, and nobody of them is ready.
            var (due, not, unknown) = (PlaneMath.CountSome(verdicts.NotYetDue), PlaneMath.CountSome(verdicts.NotMet), PlaneMath.CountSome(verdicts.CannotTell));
            counts[1] += due;
            counts[2] += not;
            counts[3] += unknown;
            counts[4] += lackedAndAlone[2 * reason] == open ? due + not + unknown : PlaneMath.Count(lackedAndAlone[2 * reason]);
            counts[5] += PlaneMath.CountSome(lackedAndAlone[(2 * reason) + 1]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindLacked(ReadOnlySpan<VerdictPlanes> judged)
    {
        // Who lacks one, and who lacks more than one.
        var open = judged[^1].Open;
        var planes = MemoryMarshal.Cast<ulong, Vector512<ulong>>(_lacked.Slice(0, _lacked.Count));
        var (some, several) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        for (var reason = 0; reason < reasons.Length; reason++)
        {
            var lacked = judged[reasons[reason]].Open & open;
            several |= some & lacked;
            some |= lacked;
            planes[2 * reason] = lacked;
        }

        for (var reason = 0; reason < reasons.Length; reason++)
        {
            planes[(2 * reason) + 1] = planes[2 * reason] & ~several;
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

    /// <summary>Whom a requirement held back in the block that was added last.</summary>
    public ReadOnlySpan<ulong> LackedOf(int reason) => _lacked.Slice(2 * reason * VerdictPlanes.Words, VerdictPlanes.Words);

    private static void Add(long[] counts, long[] others)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += others[i];
        }
    }
}
