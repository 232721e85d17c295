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

    /// <summary>The plane that holds the bits of one verdict's number: 0 to 2.</summary>
    public Vector512<ulong> NumberBit(int bit) => bit switch
    {
        // Met 0, NotMet 1, NotYetDue 2, CannotTell 3, DoesNotApply 4.
        0 => NotMet | CannotTell,
        1 => NotYetDue | CannotTell,
        _ => ~Applies,
    };

    /// <summary>Verdicts by the bits of their numbers.</summary>
    public static VerdictPlanes OfNumberBits(Vector512<ulong> bit0, Vector512<ulong> bit1, Vector512<ulong> bit2) =>
        new(~bit0 & ~bit1 & ~bit2, ~bit0 & bit1 & ~bit2, bit0 & ~bit1 & ~bit2, bit0 & bit1 & ~bit2);

    /// <summary>Only those of a plane; to others it does not apply.</summary>
    public VerdictPlanes Within(Vector512<ulong> plane) => new(Met & plane, NotYetDue & plane, NotMet & plane, CannotTell & plane);

    /// <summary>These, and others where none of these says anything.</summary>
    public VerdictPlanes Or(VerdictPlanes others) => new(Met | others.Met, NotYetDue | others.NotYetDue, NotMet | others.NotMet, CannotTell | others.CannotTell);

    /// <summary>All of: not met, else nobody can tell, else not yet due, else met.</summary>
    public static VerdictPlanes AllOf(ReadOnlySpan<VerdictPlanes> all, ReadOnlySpan<int> children)
    {
        VerdictPlanes any = default;
        foreach (var child in children)
        {
            any = any.Or(all[child]);
        }

        var (not, unknown) = (any.NotMet, any.CannotTell & ~any.NotMet);
        var due = any.NotYetDue & ~not & ~unknown;
        return new(any.Met & ~not & ~unknown & ~due, due, not, unknown);
    }

    /// <summary>Any of: met, else nobody can tell, else not yet due, else not met.</summary>
    public static VerdictPlanes AnyOf(ReadOnlySpan<VerdictPlanes> all, ReadOnlySpan<int> children)
    {
        VerdictPlanes any = default;
        foreach (var child in children)
        {
            any = any.Or(all[child]);
        }

        var unknown = any.CannotTell & ~any.Met;
        var due = any.NotYetDue & ~any.Met & ~unknown;
        return new(any.Met, due, any.NotMet & ~any.Met & ~unknown & ~due, unknown);
    }

    /// <summary>At least a number of: as good as the n-th best, where that is certain.</summary>
    public static VerdictPlanes AtLeast(int count, ReadOnlySpan<VerdictPlanes> all, ReadOnlySpan<int> children)
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
            var planes = all[child];
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
        return new(worstMet & isCertain, worstDue & isCertain, isCertain & ~worstMet & ~worstDue, applies & ~isCertain);
    }

    /// <summary>What applies where, or unless, a condition is met.</summary>
    public static VerdictPlanes Conditional(VerdictPlanes condition, VerdictPlanes then, bool isUnless)
    {
        var applied = then.Within(isUnless ? ~condition.Met & ~condition.CannotTell : condition.Met);
        return applied with { CannotTell = applied.CannotTell | (condition.CannotTell & then.Applies) };
    }

    private static void Add(Span<Vector512<ulong>> atLeast, Vector512<ulong> plane)
    {
        for (var n = atLeast.Length - 1; n > 0; n--)
        {
            atLeast[n] |= atLeast[n - 1] & plane;
        }
    }
}
