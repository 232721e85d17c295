using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>How many learners of a block have each verdict.</summary>
internal readonly record struct VerdictCounts(int Met, int NotMet, int NotYetDue, int CannotTell)
{
    /// <summary>How many counts there are.</summary>
    public const int Number = 4;

    /// <summary>Those to whom it applies and who do not meet it.</summary>
    public int Open => NotMet + NotYetDue + CannotTell;

    /// <summary>Counts the learners of a block.</summary>
    /// <param name="verdicts">Their verdicts, where they lie in memory.</param>
    /// <param name="there">The learners that there are.</param>
    /// <param name="learners">How many that is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VerdictCounts Of(in VerdictPlanes verdicts, in Vector512<ulong> there, int learners)
    {
        // Most planes are empty, and to see that costs less than to count: those who meet it are the rest.
        var words = MemoryMarshal.Cast<VerdictPlanes, ulong>(new ReadOnlySpan<VerdictPlanes>(in verdicts));
        var due = PlaneMath.CountSome(words.Slice(VerdictPlanes.NotYetDueAt, VerdictPlanes.Words));
        var not = PlaneMath.CountSome(words.Slice(VerdictPlanes.NotMetAt, VerdictPlanes.Words));
        var unknown = PlaneMath.CountSome(words.Slice(VerdictPlanes.CannotTellAt, VerdictPlanes.Words));
        var others = verdicts.Applies == there ? 0 : learners - PlaneMath.Count(words[..VerdictPlanes.Words]) - not - due - unknown;
        return new(learners - others - not - due - unknown, not, due, unknown);
    }

    /// <summary>Adds them to others, by the verdict's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(Span<long> others)
    {
        others = others[..Number];
        others[(int)Verdict.Met] += Met;
        others[(int)Verdict.NotMet] += NotMet;
        others[(int)Verdict.NotYetDue] += NotYetDue;
        others[(int)Verdict.CannotTell] += CannotTell;
    }
}
