namespace Competency.Rules;

/// <summary>
/// What a cohort's learners have recorded, as columns: a bit for each KSB, and the columns that <see cref="Cohort.Columns"/> names. From
/// learners, or filled by a platform from its own tables.
/// </summary>
/// <remarks>While it is filled, learners of different blocks of 512 may be set from different threads; afterwards it can be judged from any number of them.</remarks>
public sealed class CohortColumns
{
    private readonly ulong[] _achieved;
    private readonly ulong[] _elsewhere;
    private readonly ulong[][] _flags;
    private readonly int[][] _numbers;
    private readonly ulong[] _fellBack;
    private bool _hasElsewhere;

    internal CohortColumns(Cohort cohort, int count, DateOnly asOf, DateOnly knownAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Cohort = cohort;
        Count = count;
        (AsOf, KnownAt) = (asOf, knownAt);
        Blocks = (int)(((long)count + VerdictPlanes.Size - 1) / VerdictPlanes.Size);
        var layout = cohort.Layout;
        _achieved = new ulong[checked(Blocks * layout.Codes.Length * VerdictPlanes.Words)];
        _elsewhere = new ulong[_achieved.Length];
        _fellBack = new ulong[Blocks * VerdictPlanes.Words];
        _flags = [.. cohort.Compiler.Flags.Select(_ => new ulong[Blocks * VerdictPlanes.Words])];
        _numbers = [.. cohort.Compiler.Numbers.Select(c => Filled(c.Absent))];
    }

    /// <summary>How many learners there are.</summary>
    public int Count { get; }

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The day by which they had been recorded.</summary>
    public DateOnly KnownAt { get; }

    /// <summary>The cohort for which they are.</summary>
    public Cohort Cohort { get; }

    internal int Blocks { get; }

    internal bool HasElsewhere => _hasElsewhere;

    internal ReadOnlySpan<ulong> FellBack => _fellBack;

    /// <summary>Fills a learner's place in every column from the record.</summary>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="learner">The learner.</param>
    public void Set(int index, Learner learner)
    {
        ArgumentNullException.ThrowIfNull(learner);
        CheckIndex(index);
        var context = AssessmentContext.Rent(learner, Cohort.Standard, AsOf, KnownAt);
        var standings = context.Standings;
        for (var position = 0; position < Cohort.Layout.Codes.Length; position++)
        {
            Set(_achieved, position, index, standings[position] == KsbStanding.Achieved);
            var isElsewhere = standings[position] == KsbStanding.AcceptedElsewhere;
            _hasElsewhere |= isElsewhere;
            Set(_elsewhere, position, index, isElsewhere);
        }

        Set(_fellBack, index, value: false);
        foreach (var node in Cohort.Nodes)
        {
            node.Fill(this, index, context);
        }

        AssessmentContext.Return(context);
    }

    /// <summary>Says that a learner has achieved some KSBs and no others, and that none is accepted under another version only.</summary>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="achieved">The KSBs, of the cohort's standard.</param>
    public void SetKsbs(int index, KsbSet achieved) => SetKsbs(index, achieved, KsbSet.Empty(Cohort.Standard));

    /// <summary>Says which KSBs a learner has achieved, and which are accepted under another version only.</summary>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="achieved">The KSBs that are achieved.</param>
    /// <param name="elsewhere">The KSBs of which evidence is accepted under another version only.</param>
    /// <exception cref="ArgumentException">A set is of another standard.</exception>
    public void SetKsbs(int index, KsbSet achieved, KsbSet elsewhere)
    {
        CheckIndex(index);
        if (achieved.Standard is { } one && !one.Equals(Cohort.Standard))
        {
            throw new ArgumentException($"The KSBs are those of {one.Id}, and the cohort's those of {Cohort.Standard.Id}.", nameof(achieved));
        }

        if (elsewhere.Standard is { } other && !other.Equals(Cohort.Standard))
        {
            throw new ArgumentException($"The KSBs are those of {other.Id}, and the cohort's those of {Cohort.Standard.Id}.", nameof(elsewhere));
        }

        _hasElsewhere |= !elsewhere.IsEmpty;
        var codes = Cohort.Layout.Codes;
        for (var position = 0; position < codes.Length; position++)
        {
            Set(_achieved, position, index, achieved.Contains(codes[position]));
            Set(_elsewhere, position, index, elsewhere.Contains(codes[position]) && !achieved.Contains(codes[position]));
        }
    }

    /// <summary>
    /// The bits of one KSB for 512 learners: bit <c>i</c> of word <c>w</c> is the learner at <c>512 × block + 64 × w + i</c>. For a platform that has
    /// bit planes of its own.
    /// </summary>
    /// <param name="block">The block, from 0.</param>
    /// <param name="ksb">The KSB.</param>
    /// <exception cref="ArgumentException">The standard has no such KSB.</exception>
    public Span<ulong> Achieved(int block, KsbCode ksb)
    {
        var position = Cohort.Layout.PositionOf(ksb);
        return position >= 0 ? Plane(_achieved, block, position) : throw new ArgumentException($"{Cohort.Standard.Id} has no {ksb}.", nameof(ksb));
    }

    /// <summary>A column of numbers, a number for each learner.</summary>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    public Span<int> Numbers(string column)
    {
        var at = Cohort.Compiler.Numbers.FindIndex(c => c.Name == column);
        return at >= 0 ? _numbers[at].AsSpan(0, Count) : throw new ArgumentException($"The cohort has no column of numbers '{column}'.", nameof(column));
    }

    /// <summary>Says yes or no in a column of flags.</summary>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    public void SetFlag(string column, int index, bool value)
    {
        CheckIndex(index);
        var at = Cohort.Compiler.Flags.FindIndex(c => c.Name == column);
        Set(at >= 0 ? _flags[at] : throw new ArgumentException($"The cohort has no column of flags '{column}'.", nameof(column)), index, value);
    }

    /// <summary>The words of a column of flags, 64 learners each, lowest bit first: for a platform that has bits of its own.</summary>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    public Span<ulong> Flags(string column)
    {
        var at = Cohort.Compiler.Flags.FindIndex(c => c.Name == column);
        return at >= 0 ? _flags[at] : throw new ArgumentException($"The cohort has no column of flags '{column}'.", nameof(column));
    }

    /// <summary>Says the verdict of a requirement that no column can decide.</summary>
    /// <param name="requirementId">The requirement; its column bears its id.</param>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="verdict">The verdict.</param>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    public void SetVerdict(string requirementId, int index, Verdict verdict)
    {
        CheckIndex(index);
        var node = Cohort.Nodes.OfType<JudgedNode>().FirstOrDefault(n => n.Requirement.Id == requirementId)
            ?? throw new ArgumentException($"The cohort has no column of verdicts '{requirementId}'.", nameof(requirementId));
        node.Set(this, index, verdict);
    }

    internal ReadOnlySpan<ulong> AchievedPlanes(int block) => Planes(_achieved, block);

    internal ReadOnlySpan<ulong> ElsewherePlanes(int block) => Planes(_elsewhere, block);

    internal ReadOnlySpan<int> NumbersOf(int column, int block) => _numbers[column].AsSpan(block * VerdictPlanes.Size, VerdictPlanes.Size);

    internal ReadOnlySpan<ulong> FlagsOf(int column, int block) => _flags[column].AsSpan(block * VerdictPlanes.Words, VerdictPlanes.Words);

    /// <summary>The options of a block's learners; none where no requirement looks at them.</summary>
    internal ReadOnlySpan<int> OptionsOf(int block)
    {
        var column = Cohort.Compiler.Numbers.FindIndex(c => c.Name == "option");
        return column < 0 ? default : NumbersOf(column, block);
    }

    internal void SetNumber(int column, int index, int value) => _numbers[column][index] = value;

    internal void SetFlag(int column, int index, bool value) => Set(_flags[column], index, value);

    internal void SetFellBack(int index) => Set(_fellBack, index, value: true);

    private static void Set(ulong[] words, int index, bool value)
    {
        ref var word = ref words[index >> 6];
        var bit = 1UL << (index & 63);
        word = value ? word | bit : word & ~bit;
    }

    private void Set(ulong[] planes, int position, int index, bool value)
    {
        ref var word = ref Plane(planes, index / VerdictPlanes.Size, position)[(index & (VerdictPlanes.Size - 1)) >> 6];
        var bit = 1UL << (index & 63);
        word = value ? word | bit : word & ~bit;
    }

    private Span<ulong> Plane(ulong[] planes, int block, int position) =>
        planes.AsSpan(((block * Cohort.Layout.Codes.Length) + position) * VerdictPlanes.Words, VerdictPlanes.Words);

    private ReadOnlySpan<ulong> Planes(ulong[] planes, int block)
    {
        var length = Cohort.Layout.Codes.Length * VerdictPlanes.Words;
        return planes.AsSpan(block * length, length);
    }

    private int[] Filled(int value)
    {
        var numbers = new int[Blocks * VerdictPlanes.Size];
        Array.Fill(numbers, value);
        return numbers;
    }

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} learners.");
        }
    }
}
