using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The verdicts of one node on a group of learners, when they have been written.</summary>
/// <param name="planes">The planes.</param>
/// <param name="kinds">The verdicts whose planes have been written. The others hold what was there before, and nobody has them.</param>
internal readonly ref struct NodeVerdicts(VerdictPlanes planes, VerdictKinds kinds)
{
    private readonly VerdictPlanes _planes = planes;

    /// <summary>The verdicts other than met that anybody may have.</summary>
    public VerdictKinds Kinds { get; } = kinds;

    /// <summary>The planes of one verdict that has been written, by its place among <see cref="VerdictKinds"/>, block by block.</summary>
    public ReadOnlySpan<Vector512<ulong>> this[int verdict] => _planes[verdict];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> NotMet(int block) => Plane(VerdictPlanes.NotMetAt, block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> CannotTell(int block) => Plane(VerdictPlanes.CannotTellAt, block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> NotYetDue(int block) => Plane(VerdictPlanes.NotYetDueAt, block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> DoesNotApply(int block) => Plane(VerdictPlanes.DoesNotApplyAt, block);

    /// <summary>Those to whom it applies and who do not meet it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Open(int block) => Kinds == VerdictKinds.NotMet ? _planes[VerdictPlanes.NotMetAt][block] : NotMet(block) | CannotTell(block) | NotYetDue(block);

    /// <summary>Those who meet it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Met(int block) => ~(Open(block) | DoesNotApply(block));

    /// <summary>Who has one bit of the verdicts' numbers: met 0, not met 1, not yet due 2, nobody can tell 3, does not apply 4.</summary>
    /// <param name="bit">The bit.</param>
    /// <param name="planes">The planes that are to say so, block by block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindNumberBit(int bit, Span<Vector512<ulong>> planes)
    {
        var (one, other) = bit switch
        {
            0 => (VerdictPlanes.NotMetAt, VerdictPlanes.CannotTellAt),
            1 => (VerdictPlanes.NotYetDueAt, VerdictPlanes.CannotTellAt),
            _ => (VerdictPlanes.DoesNotApplyAt, VerdictPlanes.DoesNotApplyAt),
        };
        if (!Has(one) && !Has(other))
        {
            planes.Clear();
            return;
        }

        for (var block = 0; block < planes.Length; block++)
        {
            planes[block] = Plane(one, block) | Plane(other, block);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(int verdict) => ((int)Kinds & (1 << verdict)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Plane(int verdict, int block) => Has(verdict) ? _planes[verdict][block] : Vector512<ulong>.Zero;
}
