using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The verdicts of a cohort in the learners' order, and what holds them back.</summary>
public sealed class CohortResult
{
    private readonly Lock _lock = new();
    private readonly CohortColumns _columns;
    private readonly CohortCounts _counts;
    private readonly ulong[][] _verdicts;
    private readonly ulong[]?[] _reasons;

    internal CohortResult(CohortColumns columns, bool keepReasons)
    {
        _columns = columns;
        var nodes = columns.Cohort.Nodes;
        _counts = new CohortCounts(nodes.Length, columns.Cohort.Layout.Codes.Length);
        var words = columns.Blocks * VerdictPlanes.Words;

        // Every word is written before anybody has the result.
        _verdicts = [NewPlane(words), NewPlane(words), NewPlane(words)];
        _reasons = [.. nodes.Select(n => keepReasons && n.IsReason ? NewPlane(words) : null)];
    }

    /// <summary>How many learners there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The verdict of a learner, by the place from 0.</summary>
    public Verdict this[int index]
    {
        get
        {
            CheckIndex(index);
            var number = 0;
            for (var bit = 0; bit < 3; bit++)
            {
                number |= (int)((_verdicts[bit][index >> 6] >> (index & 63)) & 1) << bit;
            }

            return (Verdict)number;
        }
    }

    /// <summary>How many learners have a verdict.</summary>
    public long CountOf(Verdict verdict) => verdict == Verdict.DoesNotApply ? Count - _counts.Verdicts.Sum() : _counts.Verdicts[(int)verdict];

    /// <summary>What came of each requirement that is judged by itself and is no condition of another, in the policy's order.</summary>
    public IReadOnlyList<CohortRequirement> Requirements => field ??=
    [
        .. _columns.Cohort.Nodes.Select((n, i) => (Node: n, Index: i)).Where(n => n.Node.IsReason).Select(n =>
        {
            var counts = _counts.Of(n.Index);
            return new CohortRequirement(n.Node.Requirement, Count - counts[0] - counts[1] - counts[2] - counts[3], counts[1], counts[2], counts[3], counts[4], counts[5]);
        }),
    ];

    /// <summary>How many lack each KSB that is in force for them, those that most lack first. Empty where <see cref="CohortOptions.CountKsbs"/> is off.</summary>
    public IReadOnlyList<CohortKsb> Ksbs => field ??=
    [
        .. _columns.Cohort.Layout.Codes
            .Select((c, i) => new CohortKsb(c, _columns.Cohort.Layout.HasOptions ? _counts.Missing[i] : _counts.Asked - _counts.Achieved[i]))
            .Where(k => k.Missing > 0)
            .OrderByDescending(k => k.Missing),
    ];

    /// <summary>How many learners had a requirement that no column decides, so that it was judged for each of them by itself.</summary>
    public long FellBack => PlaneMath.Count(_columns.FellBack);

    /// <summary>A bit of every verdict's number, 64 learners a word, lowest bit first: 0 to 2. Bits beyond the last learner say nothing.</summary>
    public ReadOnlySpan<ulong> VerdictPlane(int bit) => _verdicts[bit];

    /// <summary>For each learner whether a requirement is open: the learner is not ready, it applies, and it is not met. 64 learners a word, lowest bit first.</summary>
    /// <exception cref="ArgumentException">The requirement is none of <see cref="Requirements"/>, or reasons were not kept.</exception>
    public ReadOnlySpan<ulong> ReasonPlane(string requirementId)
    {
        var node = Array.FindIndex(_columns.Cohort.Nodes, n => n.Requirement.Id == requirementId);
        return node >= 0 && _reasons[node] is { } plane ? plane : throw new ArgumentException($"No reasons were kept for '{requirementId}': see {nameof(CohortOptions)}.{nameof(CohortOptions.KeepReasons)}.", nameof(requirementId));
    }

    /// <summary>Whether a requirement is open for a learner: the learner is not ready, it applies, and it is not met.</summary>
    /// <param name="requirementId">One of <see cref="Requirements"/>.</param>
    /// <param name="index">The learner's place, from 0.</param>
    /// <exception cref="ArgumentException">The requirement is none of them, or reasons were not kept.</exception>
    public bool IsOpen(string requirementId, int index)
    {
        CheckIndex(index);
        return ((ReasonPlane(requirementId)[index >> 6] >> (index & 63)) & 1) != 0;
    }

    internal void Set(int block, VerdictPlanes verdicts, Vector512<ulong> there)
    {
        for (var bit = 0; bit < 3; bit++)
        {
            (verdicts.NumberBit(bit) & there).CopyTo(_verdicts[bit], block * VerdictPlanes.Words);
        }
    }

    internal void SetReason(int block, int node, Vector512<ulong> open)
    {
        if (_reasons[node] is { } plane)
        {
            open.CopyTo(plane, block * VerdictPlanes.Words);
        }
    }

    internal void Take(CohortCounts counts)
    {
        lock (_lock)
        {
            _counts.Add(counts);
        }
    }

    private static ulong[] NewPlane(int words) => GC.AllocateUninitializedArray<ulong>(words);

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} learners.");
        }
    }
}
