namespace Competency.Rules;

/// <summary>The verdicts of a cohort in the learners' order, and what holds them back.</summary>
/// <remarks>
/// Once it is made it can be read from any number of threads. Whoever judges again and again disposes of it: then the cohort has its memory for the next one. Whoever does not leaves it to
/// the garbage collector, and loses some time, but nothing else.
/// </remarks>
public sealed class CohortResult : IDisposable
{
    private readonly CohortColumns _columns;
    private readonly CohortCounts _counts;

    // For each bit of the verdicts' numbers who has it, and behind these whom each requirement holds back, where that is kept.
    // None when it was disposed of.
    private CohortPlane[]? _planes;

    internal CohortResult(CohortColumns columns, bool keepReasons, PlaneParts memory)
    {
        _columns = columns;
        _counts = new CohortCounts(columns.Cohort);
        var planes = new CohortPlane[VerdictPlanes.NumberBits + (keepReasons ? columns.Cohort.Reasons.Length : 0)];
        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = new CohortPlane(columns.Blocks, memory);
        }

        _planes = planes;
    }

    /// <summary>How many learners there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The verdict of a learner, by the place from 0.</summary>
    /// <exception cref="ObjectDisposedException">The result was disposed of.</exception>
    public Verdict this[int index]
    {
        get
        {
            CheckIndex(index);
            var planes = Planes;
            var number = 0;
            for (var bit = 0; bit < VerdictPlanes.NumberBits; bit++)
            {
                number |= planes[bit][index] ? 1 << bit : 0;
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
    /// <exception cref="ArgumentOutOfRangeException">The bit is not from 0 to 2.</exception>
    /// <exception cref="ObjectDisposedException">The result was disposed of.</exception>
    public ReadOnlySpan<ulong> VerdictPlane(int bit)
    {
        if ((uint)bit >= VerdictPlanes.NumberBits)
        {
            throw new ArgumentOutOfRangeException(nameof(bit), bit, $"The number of a verdict has {VerdictPlanes.NumberBits} bits.");
        }

        return Planes[bit].Words;
    }

    /// <summary>For each learner whether a requirement is open: the learner is not ready, it applies by every condition above it, and it is not met. 64 learners a word, lowest bit first.</summary>
    /// <exception cref="ArgumentException">The requirement is none of <see cref="Requirements"/>, or reasons were not kept.</exception>
    /// <exception cref="ObjectDisposedException">The result was disposed of.</exception>
    public ReadOnlySpan<ulong> ReasonPlane(string requirementId) => ReasonOf(requirementId).Words;

    /// <summary>Whether a requirement is open for a learner: the learner is not ready, it applies by every condition above it, and it is not met.</summary>
    /// <param name="requirementId">One of <see cref="Requirements"/>.</param>
    /// <param name="index">The learner's place, from 0.</param>
    /// <exception cref="ArgumentException">The requirement is none of them, or reasons were not kept.</exception>
    /// <exception cref="ObjectDisposedException">The result was disposed of.</exception>
    public bool IsOpen(string requirementId, int index)
    {
        CheckIndex(index);
        return ReasonOf(requirementId)[index];
    }

    /// <summary>Gives the memory of verdicts and reasons back to the cohort. Nobody may be reading them. What was counted can still be asked for.</summary>
    public void Dispose()
    {
        foreach (var plane in Interlocked.Exchange(ref _planes, null) ?? [])
        {
            plane.GiveBack();
        }
    }

    /// <summary>How many planes are kept: first those of the verdicts' numbers, and then those of the requirements.</summary>
    internal int Kept => Planes.Length;

    /// <summary>Keeps one of the planes, of the blocks of a part.</summary>
    internal void Set(int plane, int firstBlock, ReadOnlySpan<ulong> words) => Planes[plane].Set(firstBlock, words);

    /// <summary>Adds the counts of one thread after another.</summary>
    internal void Take(CohortCounter counter) => counter.MoveTo(_counts);

    private CohortPlane[] Planes => _planes ?? throw new ObjectDisposedException(nameof(CohortResult));

    private CohortPlane ReasonOf(string requirementId)
    {
        var planes = Planes;
        var reason = Array.FindIndex(_columns.Cohort.Reasons, n => _columns.Cohort.Nodes[n].Requirement.Id == requirementId);
        var plane = VerdictPlanes.NumberBits + reason;
        return reason >= 0 && plane < planes.Length ? planes[plane] : throw new ArgumentException($"No reasons were kept for '{requirementId}': see {nameof(CohortOptions)}.{nameof(CohortOptions.KeepReasons)}.", nameof(requirementId));
    }

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} learners.");
        }
    }
}
