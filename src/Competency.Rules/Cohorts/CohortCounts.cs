using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>How many learners came out how. Sums only, so that their order is nothing.</summary>
internal sealed class CohortCounts(int nodes, int ksbs)
{
    private const int ForEach = 6;

    private readonly long[] _ofNodes = new long[nodes * ForEach];

    /// <summary>By the verdict's number, those to whom it does not apply left out.</summary>
    public long[] Verdicts { get; } = new long[4];

    /// <summary>How many have each KSB, where everybody is asked for all.</summary>
    public long[] Achieved { get; } = new long[ksbs];

    /// <summary>How many are asked for all.</summary>
    public long Asked { get; set; }

    /// <summary>How many lack each KSB that is in force for them, where it depends on the option.</summary>
    public long[] Missing { get; } = new long[ksbs];

    /// <summary>Does not apply, not met, not yet due, cannot tell, holds back, holds back alone.</summary>
    public ReadOnlySpan<long> Of(int node) => _ofNodes.AsSpan(node * ForEach, ForEach);

    public void Add(VerdictPlanes root)
    {
        Verdicts[(int)Verdict.Met] += PlaneMath.Count(root.Met);
        Verdicts[(int)Verdict.NotMet] += PlaneMath.Count(root.NotMet);
        Verdicts[(int)Verdict.NotYetDue] += PlaneMath.Count(root.NotYetDue);
        Verdicts[(int)Verdict.CannotTell] += PlaneMath.Count(root.CannotTell);
    }

    public void Add(int node, in VerdictPlanes verdicts, Vector512<ulong> there, Vector512<ulong> lacked, Vector512<ulong> alone)
    {
        // Most are met: the others are counted, and those to whom it does not apply, of whom there is often none in a block. Who is held back is among them.
        if ((there & ~(verdicts.Met & ~verdicts.Open)) == Vector512<ulong>.Zero)
        {
            return;
        }

        var counts = _ofNodes.AsSpan(node * ForEach, ForEach);
        counts[0] += PlaneMath.Count(there & ~verdicts.Applies);
        counts[1] += PlaneMath.Count(there & verdicts.NotMet);
        counts[2] += PlaneMath.Count(there & verdicts.NotYetDue);
        counts[3] += PlaneMath.Count(there & verdicts.CannotTell);
        counts[4] += PlaneMath.Count(lacked);
        counts[5] += PlaneMath.Count(alone);
    }

    public void Add(CohortCounts others)
    {
        Add(_ofNodes, others._ofNodes);
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
