using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// The verdicts of 512 learners, one bit each: at most one of the four planes says so of a learner, and where none does the requirement
/// does not apply. Logic over planes is that of <see cref="VerdictAlgebra"/>, for all of them at once.
/// </summary>
/// <param name="Met">Met.</param>
/// <param name="NotYetDue">Not yet due.</param>
/// <param name="NotMet">Not met.</param>
/// <param name="CannotTell">Nobody can tell.</param>
internal readonly record struct VerdictPlanes(Vector512<ulong> Met, Vector512<ulong> NotYetDue, Vector512<ulong> NotMet, Vector512<ulong> CannotTell)
{
    /// <summary>How many learners a plane holds.</summary>
    public const int Size = 512;

    /// <summary>How many words of 64 bits a plane has.</summary>
    public const int Words = Size / 64;

    /// <summary>Where, among the words of the four planes, that of <see cref="NotYetDue"/> begins.</summary>
    public const int NotYetDueAt = Words;

    /// <summary>Where that of <see cref="NotMet"/> begins.</summary>
    public const int NotMetAt = 2 * Words;

    /// <summary>Where that of <see cref="CannotTell"/> begins.</summary>
    public const int CannotTellAt = 3 * Words;

    /// <summary>How many bits the number of a verdict has.</summary>
    public const int NumberBits = 3;

    /// <summary>Those to whom it applies.</summary>
    public Vector512<ulong> Applies => Met | NotYetDue | NotMet | CannotTell;

    /// <summary>Those to whom it applies and who do not meet it.</summary>
    public Vector512<ulong> Open => NotYetDue | NotMet | CannotTell;

    /// <summary>One verdict for everybody.</summary>
    public static VerdictPlanes Of(Verdict verdict)
    {
        var (all, none) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.Zero);
        return verdict switch
        {
            Verdict.Met => new(all, none, none, none),
            Verdict.NotYetDue => new(none, all, none, none),
            Verdict.NotMet => new(none, none, all, none),
            Verdict.CannotTell => new(none, none, none, all),
            _ => default,
        };
    }

    /// <summary>The plane that holds one bit of the verdicts' numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> NumberBit(int bit) => bit switch
    {
        // Met 0, NotMet 1, NotYetDue 2, CannotTell 3, DoesNotApply 4.
        0 => NotMet | CannotTell,
        1 => NotYetDue | CannotTell,
        _ => ~Applies,
    };

    /// <summary>Verdicts by the bits of their numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VerdictPlanes OfNumberBits(Vector512<ulong> bit0, Vector512<ulong> bit1, Vector512<ulong> bit2) =>
        new(~bit0 & ~bit1 & ~bit2, ~bit0 & bit1 & ~bit2, bit0 & ~bit1 & ~bit2, bit0 & bit1 & ~bit2);

    /// <summary>Only those of a plane; to others it does not apply.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VerdictPlanes Within(Vector512<ulong> plane) => new(Met & plane, NotYetDue & plane, NotMet & plane, CannotTell & plane);

    /// <summary>These, and others where none of these says anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VerdictPlanes Or(in VerdictPlanes others) => new(Met | others.Met, NotYetDue | others.NotYetDue, NotMet | others.NotMet, CannotTell | others.CannotTell);

    /// <summary>All of: not met, else nobody can tell, else not yet due, else met.</summary>
    public static void AllOf(ReadOnlySpan<VerdictPlanes> all, ReadOnlySpan<int> children, out VerdictPlanes verdicts)
    {
        Gather(all, children, out var met, out var due, out var not, out var unknown);
        unknown &= ~not;
        due &= ~(not | unknown);
        verdicts = new(met & ~(not | unknown | due), due, not, unknown);
    }

    /// <summary>Any of: met, else nobody can tell, else not yet due, else not met.</summary>
    public static void AnyOf(ReadOnlySpan<VerdictPlanes> all, ReadOnlySpan<int> children, out VerdictPlanes verdicts)
    {
        Gather(all, children, out var met, out var due, out var not, out var unknown);
        unknown &= ~met;
        due &= ~(met | unknown);
        verdicts = new(met, due, not & ~(met | unknown | due), unknown);
    }

    /// <summary>At least a number of: as good as the n-th best, where that is certain.</summary>
    public static void AtLeast(int count, ReadOnlySpan<VerdictPlanes> all, ReadOnlySpan<int> children, out VerdictPlanes verdicts)
    {
        // Whether at least so many are met; met or due; met or unknown; met, due or unknown.
        var each = count + 1;
        var counts = each <= 64 ? stackalloc Vector512<ulong>[4 * each] : new Vector512<ulong>[4 * each];
        counts.Clear();
        var met = counts[..each];
        var metOrDue = counts.Slice(each, each);
        var metOrUnknown = counts.Slice(2 * each, each);
        var any = counts.Slice(3 * each, each);
        met[0] = metOrDue[0] = metOrUnknown[0] = any[0] = Vector512<ulong>.AllBitsSet;
        var (applies, onlyUnknown) = (Vector512<ulong>.Zero, Vector512<ulong>.AllBitsSet);
        foreach (var child in children)
        {
            ref readonly var planes = ref all[child];
            Add(met, planes.Met);
            Add(metOrDue, planes.Met | planes.NotYetDue);
            Add(metOrUnknown, planes.Met | planes.CannotTell);
            Add(any, planes.Met | planes.NotYetDue | planes.CannotTell);
            applies |= planes.Applies;
            onlyUnknown &= ~(planes.Met | planes.NotYetDue | planes.NotMet);
        }

        // The worst and the best that the unknown may turn out to be.
        var worstMet = met[count];
        var worstDue = metOrDue[count] & ~worstMet;
        var bestMet = metOrUnknown[count];
        var bestDue = any[count] & ~bestMet;
        var isCertain = ~(worstMet ^ bestMet) & ~(worstDue ^ bestDue) & (worstMet | ~onlyUnknown) & applies;
        verdicts = new(worstMet & isCertain, worstDue & isCertain, isCertain & ~worstMet & ~worstDue, applies & ~isCertain);
    }

    /// <summary>For whom a condition says that what stands under it is asked; not those of whom nobody can tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Applied(in VerdictPlanes condition, bool isUnless) => isUnless ? ~condition.Met & ~condition.CannotTell : condition.Met;

    /// <summary>What applies where, or unless, a condition is met.</summary>
    public static void Conditional(in VerdictPlanes condition, in VerdictPlanes then, bool isUnless, out VerdictPlanes verdicts)
    {
        var applied = Applied(condition, isUnless);
        verdicts = new(then.Met & applied, then.NotYetDue & applied, then.NotMet & applied, (then.CannotTell & applied) | (condition.CannotTell & then.Applies));
    }

    /// <summary>Who has each verdict at least once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather(
        ReadOnlySpan<VerdictPlanes> all, ReadOnlySpan<int> children, out Vector512<ulong> met, out Vector512<ulong> due, out Vector512<ulong> not, out Vector512<ulong> unknown)
    {
        var (anyMet, anyDue, anyNot, anyUnknown) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        foreach (var child in children)
        {
            ref readonly var planes = ref all[child];
            anyMet |= planes.Met;
            anyDue |= planes.NotYetDue;
            anyNot |= planes.NotMet;
            anyUnknown |= planes.CannotTell;
        }

        (met, due, not, unknown) = (anyMet, anyDue, anyNot, anyUnknown);
    }

    private static void Add(Span<Vector512<ulong>> atLeast, Vector512<ulong> plane)
    {
        for (var n = atLeast.Length - 1; n > 0; n--)
        {
            atLeast[n] |= atLeast[n - 1] & plane;
        }
    }
}
