using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// What a cohort's learners have recorded, as columns: a bit for each KSB, and the columns that <see cref="Cohort.Columns"/> names. From
/// learners, or filled by a platform from its own tables.
/// </summary>
/// <remarks>While it is filled, learners of different blocks of 512 may be set from different threads; afterwards it can be judged from any number of them.</remarks>
public sealed class CohortColumns
{
    private readonly Lock _lock = new();

    // Group by group of eight blocks, and in a group first the numbers, then block by block the planes of the KSBs, then those of flags: judging reads memory from one end to
    // the other. What is combined of many KSBs is combined in registers, block by block; a number, and a flag, is looked at for all blocks at once.
    private readonly AlignedWords _words;
    private readonly int _stride;
    private readonly int _ksbs;
    private readonly int _flags;
    private readonly int _ofKsbs;
    private readonly ulong[] _fellBack;
    private AlignedWords? _elsewhere;

    internal CohortColumns(Cohort cohort, int count, DateOnly asOf, DateOnly knownAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Cohort = cohort;
        Count = count;
        (AsOf, KnownAt) = (asOf, knownAt);
        Blocks = (int)(((long)count + VerdictPlanes.Size - 1) / VerdictPlanes.Size);
        _ofKsbs = cohort.Layout.Codes.Length * CohortGroup.Words;
        _ksbs = cohort.Compiler.Numbers.Count * (CohortGroup.Learners / 2);
        _flags = _ksbs + _ofKsbs;
        _stride = _flags + (cohort.Compiler.Flags.Count * CohortGroup.Words);
        if ((long)Groups * _stride > AlignedWords.Most)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Columns of this policy hold at most {Said.Number(AlignedWords.Most / _stride * CohortGroup.Learners)} learners; judge more in several parts.");
        }

        _words = new AlignedWords(Groups * _stride);
        _fellBack = new ulong[Blocks * VerdictPlanes.Words];
        for (var block = 0; block < Groups * CohortGroup.Blocks; block++)
        {
            for (var column = 0; column < cohort.Compiler.Numbers.Count; column++)
            {
                NumbersIn(column, block).Fill(cohort.Compiler.Numbers[column].Absent);
            }
        }
    }

    /// <summary>How many learners there are.</summary>
    public int Count { get; }

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The day by which they had been recorded.</summary>
    public DateOnly KnownAt { get; }

    /// <summary>The cohort for which they are.</summary>
    public Cohort Cohort { get; }

    /// <summary>How many blocks hold learners.</summary>
    internal int Blocks { get; }

    /// <summary>How many groups there are: the last is as large as the others, and may hold blocks without learners.</summary>
    internal int Groups => (Blocks + CohortGroup.Blocks - 1) / CohortGroup.Blocks;

    /// <summary>Whether evidence of anybody under another standard or version may yet be carried over: of most cohorts none may, and then nobody looks.</summary>
    internal bool HasElsewhere => _elsewhere is not null;

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
            SetKsb(index, position, standings[position] == KsbStanding.Achieved, (standings.MayBeCarried[position >> 6] & (1UL << (position & 63))) != 0);
        }

        SetFellBack(index, value: false);
        foreach (var node in Cohort.Nodes)
        {
            node.Fill(this, index, context);
        }

        Cohort.KsbsByOption?.Fill(this, index, context);
        AssessmentContext.Return(context);
    }

    /// <summary>Says that a learner has achieved some KSBs and no others, and that nothing may yet be carried over from another standard or version.</summary>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="achieved">The KSBs, of the cohort's standard.</param>
    public void SetKsbs(int index, KsbSet achieved) => SetKsbs(index, achieved, KsbSet.Empty(Cohort.Standard));

    /// <summary>Says which KSBs a learner has achieved, and to which evidence that is accepted under another standard or version may yet be carried over.</summary>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="achieved">The KSBs that are achieved.</param>
    /// <param name="elsewhere">
    /// The KSBs to which it may yet be carried over; those among them that are achieved are passed over. All of the standard for a learner with something accepted under a standard or
    /// version from which no transfer leads, whatever its codes; for one who was moved those with an offer on which nobody has decided.
    /// </param>
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

        var codes = Cohort.Layout.Codes;
        for (var position = 0; position < codes.Length; position++)
        {
            var has = achieved.Contains(codes[position]);
            SetKsb(index, position, has, !has && elsewhere.Contains(codes[position]));
        }
    }

    /// <summary>
    /// The bits of one KSB for 512 learners: bit <c>i</c> of word <c>w</c> is the learner at <c>512 × block + 64 × w + i</c>. For a platform that has
    /// bit planes of its own.
    /// </summary>
    /// <param name="block">The block, from 0.</param>
    /// <param name="ksb">The KSB.</param>
    /// <exception cref="ArgumentException">The standard has no such KSB.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No learner is in such a block.</exception>
    public Span<ulong> Achieved(int block, KsbCode ksb)
    {
        CheckBlock(block);
        var position = Cohort.Layout.PositionOf(ksb);
        return position >= 0 ? KsbIn(position, block) : throw new ArgumentException($"{Cohort.Standard.Id} has no {ksb}.", nameof(ksb));
    }

    /// <summary>A column of numbers, for the 512 learners of a block: the first is the learner at <c>512 × block</c>.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="block">The block, from 0.</param>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No learner is in such a block.</exception>
    public Span<int> Numbers(string column, int block)
    {
        CheckBlock(block);
        return NumbersIn(NumberColumn(column), block);
    }

    /// <summary>Says a number.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="value">The number; a day as <see cref="DateOnly.DayNumber"/>.</param>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    public void SetNumber(string column, int index, int value)
    {
        CheckIndex(index);
        SetNumber(NumberColumn(column), index, value);
    }

    /// <summary>The bits of a column of flags, for the 512 learners of a block: 64 learners a word, lowest bit first.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="block">The block, from 0.</param>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No learner is in such a block.</exception>
    public Span<ulong> Flags(string column, int block)
    {
        CheckBlock(block);
        return FlagsIn(FlagColumn(column), block);
    }

    /// <summary>Says yes or no.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="index">The learner's place, from 0.</param>
    /// <param name="value">Yes or no.</param>
    /// <exception cref="ArgumentException">The cohort has no such column.</exception>
    public void SetFlag(string column, int index, bool value)
    {
        CheckIndex(index);
        SetFlag(FlagColumn(column), index, value);
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
        node.Set(this, index, Defined.Of(verdict, nameof(verdict)));
    }

    /// <summary>All that is read to judge them, as it lies in memory, but for what may be carried over.</summary>
    internal ReadOnlySpan<ulong> Words => _words.Slice(0, _words.Count);

    /// <summary>Who has each KSB: block by block a plane for each.</summary>
    internal ReadOnlySpan<Vector512<ulong>> AchievedOf(int group) => Planes(_words.Slice((group * _stride) + _ksbs, _ofKsbs));

    /// <summary>To whom something accepted under another standard or version may yet be carried over: block by block a plane for each KSB.</summary>
    internal ReadOnlySpan<Vector512<ulong>> ElsewhereOf(int group) => Planes(_elsewhere!.Slice(group * _ofKsbs, _ofKsbs));

    /// <summary>A column of numbers of a group.</summary>
    internal ReadOnlySpan<int> NumbersOf(int column, int group) =>
        MemoryMarshal.Cast<ulong, int>(_words.Slice((group * _stride) + (column * (CohortGroup.Learners / 2)), CohortGroup.Learners / 2));

    /// <summary>The flags of a group: for each, a plane of every block.</summary>
    internal ReadOnlySpan<Vector512<ulong>> FlagsOf(int group) => Planes(_words.Slice((group * _stride) + _flags, _stride - _flags));

    /// <summary>Is to ask for a group, or for what is behind the last.</summary>
    internal ReadAhead Ahead(int group) => ReadAhead.Of(Words[(group * _stride)..]);

    /// <summary>How many learners a group holds: all but the last are full.</summary>
    internal int CountIn(int group) => (int)Math.Min(CohortGroup.Learners, Count - ((long)group * CohortGroup.Learners));

    internal void SetNumber(int column, int index, int value) => NumbersIn(column, index / VerdictPlanes.Size)[index % VerdictPlanes.Size] = value;

    internal void SetFlag(int column, int index, bool value) => Set(FlagsIn(column, index / VerdictPlanes.Size), index, value);

    internal void SetFellBack(int index) => SetFellBack(index, value: true);

    private static void Set(Span<ulong> plane, int index, bool value)
    {
        ref var word = ref plane[(index % VerdictPlanes.Size) >> 6];
        var bit = 1UL << (index & 63);
        word = value ? word | bit : word & ~bit;
    }

    private void SetFellBack(int index, bool value) => Set(_fellBack.AsSpan(index / VerdictPlanes.Size * VerdictPlanes.Words, VerdictPlanes.Words), index, value);

    private void SetKsb(int index, int position, bool isAchieved, bool isElsewhere)
    {
        var block = index / VerdictPlanes.Size;
        Set(KsbIn(position, block), index, isAchieved);
        if (_elsewhere is null && !isElsewhere)
        {
            return;
        }

        if (_elsewhere is null)
        {
            lock (_lock)
            {
                _elsewhere ??= new AlignedWords(checked(Groups * _ofKsbs));
            }
        }

        Set(_elsewhere.Slice((block / CohortGroup.Blocks * _ofKsbs) + WordOfKsb(position, block), VerdictPlanes.Words), index, isElsewhere);
    }

    private static ReadOnlySpan<Vector512<ulong>> Planes(ReadOnlySpan<ulong> words) => MemoryMarshal.Cast<ulong, Vector512<ulong>>(words);

    /// <summary>Where the plane of a KSB begins, among those of a group.</summary>
    private int WordOfKsb(int position, int block) => ((block % CohortGroup.Blocks * Cohort.Layout.Codes.Length) + position) * VerdictPlanes.Words;

    private Span<ulong> KsbIn(int position, int block) => _words.Slice((block / CohortGroup.Blocks * _stride) + _ksbs + WordOfKsb(position, block), VerdictPlanes.Words);

    private Span<ulong> FlagsIn(int column, int block) => _words.Slice((block / CohortGroup.Blocks * _stride) + _flags + (column * CohortGroup.Words) + (block % CohortGroup.Blocks * VerdictPlanes.Words), VerdictPlanes.Words);

    private Span<int> NumbersIn(int column, int block) => MemoryMarshal.Cast<ulong, int>(_words.Slice(
        (block / CohortGroup.Blocks * _stride) + (column * (CohortGroup.Learners / 2)) + (block % CohortGroup.Blocks * (VerdictPlanes.Size / 2)), VerdictPlanes.Size / 2));

    private int FlagColumn(string name)
    {
        var at = Cohort.Compiler.Flags.FindIndex(c => c.Name == name && c.Kind == CohortColumnKind.Flag);
        return at >= 0 ? at : throw new ArgumentException($"The cohort has no column of flags '{name}'.", nameof(name));
    }

    private int NumberColumn(string name)
    {
        var at = Cohort.Compiler.Numbers.FindIndex(c => c.Name == name);
        return at >= 0 ? at : throw new ArgumentException($"The cohort has no column of numbers '{name}'.", nameof(name));
    }

    /// <summary>The last group has room for blocks in which nobody is.</summary>
    private void CheckBlock(int block)
    {
        if ((uint)block >= (uint)Blocks)
        {
            throw new ArgumentOutOfRangeException(nameof(block), block, $"{Count} learners are in {Blocks} blocks of {VerdictPlanes.Size}.");
        }
    }

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} learners.");
        }
    }
}
