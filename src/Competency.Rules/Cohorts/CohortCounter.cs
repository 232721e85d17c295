using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>Counts how many learners come out how, a group at a time. Of one thread.</summary>
internal sealed class CohortCounter
{
    private readonly Cohort _cohort;
    private readonly HeldBack _heldBack;
    private readonly PlaneTally _ofNodes;
    private readonly PlaneTally _missing;

    // The learners that there are, and those of one option, block by block.
    private readonly AlignedWords _there = new(CohortGroup.Words);
    private readonly AlignedWords _chosen = new(CohortGroup.Words);
    private long _learners;

    /// <summary>A counter that has counted nobody yet.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="heldBack">Whom each requirement holds back of the group that is added.</param>
    public CohortCounter(Cohort cohort, HeldBack heldBack)
    {
        _cohort = cohort;
        _heldBack = heldBack;
        _ofNodes = new PlaneTally(cohort.Counted.Length * CohortCount.Number);
        _missing = new PlaneTally(cohort.Layout.Codes.Length);
    }

    /// <summary>Adds who lacks each KSB.</summary>
    /// <param name="group">The group, when it has been read.</param>
    /// <param name="achieved">Block by block a plane for each KSB.</param>
    /// <param name="learners">How many learners there are. Of the last group a platform may have filled more.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddKsbs(CohortGroup group, ReadOnlySpan<Vector512<ulong>> achieved, int learners)
    {
        var there = _there.Planes;
        for (var block = 0; block < there.Length; block++)
        {
            there[block] = PlaneMath.First(learners - (block * VerdictPlanes.Size));
        }

        if (_cohort.KsbsByOption is { } byOption)
        {
            byOption.Count(group, achieved, there, _chosen.Planes, _missing);
            return;
        }

        var ksbs = achieved.Length / CohortGroup.Blocks;
        for (var position = 0; position < ksbs; position++)
        {
            _missing.AddWithout(position, there, achieved[position..], step: ksbs);
        }
    }

    /// <summary>Adds what came of a group.</summary>
    /// <param name="judged">The verdicts of all nodes, of learners that there are.</param>
    /// <param name="learners">How many there are.</param>
    /// <param name="ahead">Brings the next group meanwhile.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(JudgedNodes judged, int learners, ref ReadAhead ahead)
    {
        _learners += learners;
        for (var i = 0; i < _cohort.Counted.Length; i++)
        {
            ahead.Go();
            var node = _cohort.Counted[i];
            var first = i * CohortCount.Number;
            var isReason = i < _cohort.Reasons.Length;
            var isNeverAlone = isReason && _heldBack.IsNeverAlone(i);
            var isGated = IsGated(i);
            if (isReason && (!isGated || isNeverAlone) && judged.IsInDoubt(node))
            {
                // Both verdicts, and whom it holds back, or but for some.
                _ofNodes.AddInDoubt(first, first + (isNeverAlone ? CohortCount.ByIt : CohortCount.ByItAlone), judged.Written(node, VerdictPlanes.NotMetAt), judged.AreCertain, isNeverAlone ? _heldBack.Spared(i) : _heldBack.BySeveral);
                continue;
            }

            var verdicts = judged[node];
            for (var verdict = 0; verdict < VerdictPlanes.Number; verdict++)
            {
                if (((int)verdicts.Kinds & (1 << verdict)) == 0)
                {
                    continue;
                }

                if (!isReason || verdict == VerdictPlanes.DoesNotApplyAt || (isGated && !isNeverAlone))
                {
                    _ofNodes.Add(first + verdict, verdicts[verdict]);
                }
                else
                {
                    // Whoever does not meet it is held back by it, or but for some.
                    _ofNodes.AddBoth(first + verdict, first + (isNeverAlone ? CohortCount.ByIt : CohortCount.ByItAlone), verdicts[verdict], isNeverAlone ? _heldBack.Spared(i) : _heldBack.BySeveral);
                }
            }

            if (isReason && isGated && !isNeverAlone && (verdicts.Kinds & ~VerdictKinds.DoesNotApply) != 0)
            {
                _ofNodes.AddBoth(first + CohortCount.ByIt, first + CohortCount.ByItAlone, _heldBack.ByGated(i), _heldBack.BySeveral);
            }
        }
    }

    /// <summary>Adds what was counted to sums, and begins anew.</summary>
    public void MoveTo(CohortCounts sums)
    {
        sums.Learners += _learners;
        _learners = 0;
        for (var i = 0; i < _cohort.Counted.Length; i++)
        {
            var counts = sums.Of(i);
            var open = 0L;
            var isGated = IsGated(i);
            for (var count = 0; count < counts.Length; count++)
            {
                var more = _ofNodes.Take((i * CohortCount.Number) + count);
                open += count < CohortCount.DoesNotApply ? more : 0;

                // Whoever does not meet what nothing stands above is not ready: it holds back all of them.
                counts[count] += count == CohortCount.ByIt && !isGated ? open : more;
            }
        }

        for (var position = 0; position < sums.Missing.Length; position++)
        {
            sums.Missing[position] += _missing.Take(position);
        }
    }

    /// <summary>Whether anything stands above one of those that are counted: above the policy, which is the last, nothing does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsGated(int counted) => counted < _cohort.Reasons.Length && _heldBack.IsGated(counted);
}
