using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// The verdicts of one node on a group of learners, a bit for each: at most one of four planes of a block says so of one, and whom none names meets the requirement.
/// Met is the verdict that hardly any requirement is without, so that it needs no plane; of the others most are empty, and are neither written nor read.
/// </summary>
/// <param name="planes">The planes: one of each block for each verdict, in the order of <see cref="VerdictKinds"/>.</param>
internal readonly ref struct VerdictPlanes(Span<Vector512<ulong>> planes)
{
    /// <summary>How many learners a plane holds.</summary>
    public const int Size = 512;

    /// <summary>How many words of 64 bits a plane has.</summary>
    public const int Words = Size / 64;

    /// <summary>How many verdicts have planes.</summary>
    public const int Number = 4;

    /// <summary>How many bits the number of a verdict has.</summary>
    public const int NumberBits = 3;

    /// <summary>The place of those who do not meet it.</summary>
    public const int NotMetAt = 0;

    /// <summary>The place of those of whom nobody can tell.</summary>
    public const int CannotTellAt = 1;

    /// <summary>The place of those to whom it is not yet due.</summary>
    public const int NotYetDueAt = 2;

    /// <summary>The place of those to whom it does not apply.</summary>
    public const int DoesNotApplyAt = 3;

    // Nothing beside it: as two words it comes to a method in registers.
    private readonly Span<Vector512<ulong>> _planes = planes;

    /// <summary>The planes of one verdict, by its place among <see cref="VerdictKinds"/>, block by block.</summary>
    public Span<Vector512<ulong>> this[int verdict] => _planes.Slice(verdict * CohortGroup.Blocks, CohortGroup.Blocks);

    /// <summary>Writes two planes of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int block, Vector512<ulong> notMet, Vector512<ulong> cannotTell)
    {
        _planes[(CannotTellAt * CohortGroup.Blocks) + block] = cannotTell;
        _planes[(NotMetAt * CohortGroup.Blocks) + block] = notMet;
    }

    /// <summary>Writes all planes of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int block, Vector512<ulong> notMet, Vector512<ulong> cannotTell, Vector512<ulong> notYetDue, Vector512<ulong> doesNotApply)
    {
        _planes[(DoesNotApplyAt * CohortGroup.Blocks) + block] = doesNotApply;
        _planes[(NotYetDueAt * CohortGroup.Blocks) + block] = notYetDue;
        Set(block, notMet, cannotTell);
    }

    /// <summary>Writes that some meet it, and that others do not of whom that is certain; nobody can tell of the rest.</summary>
    /// <returns>The verdicts other than met that anybody has.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VerdictKinds Set(ReadOnlySpan<Vector512<ulong>> isMet, ReadOnlySpan<Vector512<ulong>> isCertain)
    {
        var notMet = this[NotMetAt];
        isMet = isMet[..notMet.Length];
        isCertain = isCertain[..notMet.Length];
        var (anyNotMet, anyCannotTell) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        for (var i = 0; i < notMet.Length; i++)
        {
            var not = isCertain[i] & ~isMet[i];
            notMet[i] = not;
            anyNotMet |= not;
            anyCannotTell |= ~(isCertain[i] | isMet[i]);
        }

        var kinds = anyNotMet == Vector512<ulong>.Zero ? VerdictKinds.None : VerdictKinds.NotMet;
        if (anyCannotTell == Vector512<ulong>.Zero)
        {
            return kinds;
        }

        var cannotTell = this[CannotTellAt][..isMet.Length];
        for (var i = 0; i < isMet.Length; i++)
        {
            cannotTell[i] = ~(isCertain[i] | isMet[i]);
        }

        return kinds | VerdictKinds.CannotTell;
    }

    /// <summary>Of those who are said to lack it, keeps those of whom that is certain among those who do not meet it; nobody can tell of the rest.</summary>
    /// <returns>The verdicts other than met that anybody may have.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VerdictKinds Settle(ReadOnlySpan<Vector512<ulong>> isCertain)
    {
        var notMet = this[NotMetAt];
        isCertain = isCertain[..notMet.Length];
        var cannotTell = this[CannotTellAt][..notMet.Length];
        for (var i = 0; i < notMet.Length; i++)
        {
            cannotTell[i] = notMet[i] & ~isCertain[i];
            notMet[i] &= isCertain[i];
        }

        return VerdictKinds.NotMet | VerdictKinds.CannotTell;
    }

    /// <summary>Writes one verdict for everybody.</summary>
    public VerdictKinds Fill(Verdict verdict)
    {
        var place = verdict switch
        {
            Verdict.NotMet => NotMetAt,
            Verdict.CannotTell => CannotTellAt,
            Verdict.NotYetDue => NotYetDueAt,
            Verdict.DoesNotApply => DoesNotApplyAt,
            _ => -1,
        };
        if (place < 0)
        {
            return VerdictKinds.None;
        }

        this[place].Fill(Vector512<ulong>.AllBitsSet);
        return (VerdictKinds)(1 << place);
    }

    /// <summary>Of one block keeps those of a plane; the others meet it.</summary>
    public void Keep(int block, Vector512<ulong> there)
    {
        for (var verdict = 0; verdict < Number; verdict++)
        {
            this[verdict][block] &= there;
        }
    }

    /// <summary>Which of some verdicts, whose planes have been written, anybody has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public VerdictKinds Among(VerdictKinds written)
    {
        var kinds = VerdictKinds.None;
        for (var verdict = 0; verdict < Number; verdict++)
        {
            var kind = (VerdictKinds)(1 << verdict);
            if ((written & kind) == 0)
            {
                continue;
            }

            var anybody = Vector512<ulong>.Zero;
            foreach (var plane in this[verdict])
            {
                anybody |= plane;
            }

            kinds |= anybody == Vector512<ulong>.Zero ? VerdictKinds.None : kind;
        }

        return kinds;
    }
}
