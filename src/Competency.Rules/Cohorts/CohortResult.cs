using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The verdicts of a cohort in the learners' order, and what holds them back.</summary>
public sealed class CohortResult
{
    /// <summary>How many blocks are judged by one thread at once.</summary>
    internal const int BlocksOfPart = 64;

    private const int LearnersOfPart = BlocksOfPart * VerdictPlanes.Size;

    private readonly CohortColumns _columns;
    private readonly CohortCounts _counts;

    // The bits of the verdicts' numbers, for each bit part by part. Nothing is kept of a part in which nobody has the bit: of most policies two thirds.
    private readonly ulong[]?[][] _numberBits = new ulong[VerdictPlanes.NumberBits][][];
    private readonly ulong[]?[] _wholeNumberBits = new ulong[VerdictPlanes.NumberBits][];
    private readonly ulong[][] _reasons;

    internal CohortResult(CohortColumns columns, bool keepReasons)
    {
        _columns = columns;
        var reasons = columns.Cohort.Reasons;
        _counts = new CohortCounts(columns.Cohort);
        for (var bit = 0; bit < _numberBits.Length; bit++)
        {
            _numberBits[bit] = new ulong[(columns.Blocks + BlocksOfPart - 1) / BlocksOfPart][];
        }

        _reasons = new ulong[keepReasons ? reasons.Length : 0][];
        for (var i = 0; i < _reasons.Length; i++)
        {
            // Every word is written before anybody has the result.
            _reasons[i] = GC.AllocateUninitializedArray<ulong>(columns.Blocks * VerdictPlanes.Words);
        }
    }

    /// <summary>How many learners there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The verdict of a learner, by the place from 0.</summary>
    public Verdict this[int index]
    {
        get
        {
            CheckIndex(index);
            var (part, word) = (index / LearnersOfPart, index % LearnersOfPart / 64);
            var number = 0;
            for (var bit = 0; bit < _numberBits.Length; bit++)
            {
                if (_numberBits[bit][part] is { } words)
                {
                    number |= (int)((words[word] >> (index & 63)) & 1) << bit;
                }
            }

            return (Verdict)number;
        }
    }

    /// <summary>How many learners have a verdict.</summary>
    public long CountOf(Verdict verdict) => _counts.OfPolicy(Defined.Of(verdict, nameof(verdict)));

    /// <summary>What came of each requirement that is judged by itself and is no condition of another, in the policy's order.</summary>
    public IReadOnlyList<CohortRequirement> Requirements => field ??=
        [.. _columns.Cohort.Reasons.Select((node, i) => _counts.Of(i, _columns.Cohort.Nodes[node].Requirement))];

    /// <summary>How many lack each KSB that is in force for them, those that most lack first. Empty where <see cref="CohortOptions.CountKsbs"/> is off.</summary>
    public IReadOnlyList<CohortKsb> Ksbs => field ??=
    [
        .. _columns.Cohort.Layout.Codes
            .Select((c, i) => new CohortKsb(c, _counts.Missing[i]))
            .Where(k => k.Missing > 0)
            .OrderByDescending(k => k.Missing),
    ];

    /// <summary>How many learners had a requirement that no column decides, so that it was judged for each of them by itself.</summary>
    public long FellBack => PlaneMath.CountAll(_columns.FellBack);

    /// <summary>A bit of every verdict's number, 64 learners a word, lowest bit first: 0 to 2. Bits beyond the last learner say nothing.</summary>
    public ReadOnlySpan<ulong> VerdictPlane(int bit) => _wholeNumberBits[bit] ??= WholePlane(bit);

    /// <summary>For each learner whether a requirement is open: the learner is not ready, it applies by every condition above it, and it is not met. 64 learners a word, lowest bit first.</summary>
    /// <exception cref="ArgumentException">The requirement is none of <see cref="Requirements"/>, or reasons were not kept.</exception>
    public ReadOnlySpan<ulong> ReasonPlane(string requirementId)
    {
        var place = Array.FindIndex(_columns.Cohort.Reasons, n => _columns.Cohort.Nodes[n].Requirement.Id == requirementId);
        return place >= 0 && place < _reasons.Length ? _reasons[place] : throw new ArgumentException($"No reasons were kept for '{requirementId}': see {nameof(CohortOptions)}.{nameof(CohortOptions.KeepReasons)}.", nameof(requirementId));
    }

    /// <summary>Whether a requirement is open for a learner: the learner is not ready, it applies by every condition above it, and it is not met.</summary>
    /// <param name="requirementId">One of <see cref="Requirements"/>.</param>
    /// <param name="index">The learner's place, from 0.</param>
    /// <exception cref="ArgumentException">The requirement is none of them, or reasons were not kept.</exception>
    public bool IsOpen(string requirementId, int index)
    {
        CheckIndex(index);
        return ((ReasonPlane(requirementId)[index >> 6] >> (index & 63)) & 1) != 0;
    }

    /// <summary>Keeps one bit of the verdicts' numbers, of the blocks of one part.</summary>
    internal void SetNumberBits(int firstBlock, int bit, ReadOnlySpan<ulong> words)
    {
        if (words.ContainsAnyExcept(0UL))
        {
            var kept = GC.AllocateUninitializedArray<ulong>(words.Length);
            words.CopyTo(kept);
            _numberBits[bit][firstBlock / BlocksOfPart] = kept;
        }
    }

    /// <summary>Keeps whom each requirement holds back.</summary>
    internal void SetReasons(int firstBlock, HeldBack heldBack, JudgedNodes judged)
    {
        for (var i = 0; i < _reasons.Length; i++)
        {
            var kept = _reasons[i].AsSpan(firstBlock * VerdictPlanes.Words);
            var by = MemoryMarshal.Cast<Vector512<ulong>, ulong>(heldBack.By(i, judged));
            by[..Math.Min(by.Length, kept.Length)].CopyTo(kept);
        }
    }

    /// <summary>Adds the counts of one thread after another.</summary>
    internal void Take(CohortCounter counter) => counter.MoveTo(_counts);

    private ulong[] WholePlane(int bit)
    {
        var plane = new ulong[_columns.Blocks * VerdictPlanes.Words];
        var parts = _numberBits[bit];
        for (var part = 0; part < parts.Length; part++)
        {
            parts[part]?.CopyTo(plane, part * BlocksOfPart * VerdictPlanes.Words);
        }

        return plane;
    }

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} learners.");
        }
    }
}
