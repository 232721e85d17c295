using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>
/// The KSBs that selections ask for without exception, in the standard's order, as steps that are all alike: each looks at four KSBs that follow one another and are asked by the same
/// selections, and says of one selection who lacks any of them. Memory is read from one end to the other, and there is no branch that the processor could mistake: loops over as many
/// KSBs as happen to be asked together took twice as long as their work.
/// </summary>
internal sealed class KsbSteps
{
    private const int KsbsOfStep = 4;
    private const int LackAt = KsbsOfStep;
    private const int LackEvenSoAt = LackAt + 1;
    private const int Keeps = LackEvenSoAt + 1;
    private const int Length = Keeps + 1;

    // Of each step the places of the KSBs, where the planes of the selection stand, and -1 if they keep what they hold: the first of a selection knows nothing yet, and has 0.
    private readonly int[] _steps;

    // What is joined after all steps; null where there is but one selection, as in most policies.
    private readonly KsbJoins? _joins;

    /// <summary>The steps of some selections.</summary>
    /// <param name="selections">The selections, of which it is known where their planes stand; those that leave a choice are passed over.</param>
    /// <param name="ksbs">How many KSBs the standard has.</param>
    /// <remarks>Plain numbers: with dictionaries, sets and lists of values of its own the runtime compiles a hundred methods for it, in every process, for 8 ms.</remarks>
    public KsbSteps(List<KsbsSelection> selections, int ksbs)
    {
        _joins = selections.Count > 1 ? new KsbJoins(selections, ksbs) : null;
        var askedBy = new int[]?[ksbs];
        for (var i = 0; i < selections.Count; i++)
        {
            if (selections[i].AsksAll)
            {
                foreach (var position in _joins?.Left(i) ?? selections[i].Positions)
                {
                    askedBy[position] = With(askedBy[position], i);
                }
            }
        }

        var steps = new List<int>();
        var begun = new bool[selections.Count];
        for (var first = 0; first < ksbs;)
        {
            var end = first + 1;
            while (end < ksbs && end < first + KsbsOfStep && IsSame(askedBy[first], askedBy[end]))
            {
                end++;
            }

            foreach (var i in askedBy[first] ?? [])
            {
                for (var ksb = 0; ksb < KsbsOfStep; ksb++)
                {
                    // Where there are fewer than four the last is looked at again.
                    steps.Add(Math.Min(first + ksb, end - 1));
                }

                steps.Add(selections[i].LackAt);
                steps.Add(selections[i].LackEvenSoAt);
                steps.Add(begun[i] ? -1 : 0);
                begun[i] = true;
            }

            first = end;
        }

        _steps = steps.ToArray();
        _joins?.LayOut(begun);
    }

    /// <summary>Finds who has not all that each selection asks, but for what is joined.</summary>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="planes">The planes that are to say so, and others: <see cref="KsbsSelection.LackAt"/> says where they stand.</param>
    /// <remarks>
    /// What comes of it goes where it stays. By way of the stack a vector may lie in two lines of the cache: then it is not at hand before all that was to be read for it
    /// has come, and memory waits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindLack(ReadOnlySpan<Vector512<ulong>> achieved, Span<Vector512<ulong>> planes)
    {
        var ahead = ReadAhead.Behind(achieved);
        for (ReadOnlySpan<int> step = _steps; step.Length >= Length; step = step[Length..])
        {
            ahead.GoWhileReading();
            var all = achieved[step[0]] & achieved[step[1]] & achieved[step[2]] & achieved[step[3]];
            ref var lack = ref planes[step[LackAt]];
            lack = (lack & Vector512.Create((ulong)step[Keeps])) | ~all;
        }
    }

    /// <summary>Finds who would not have all that each selection asks, but for what is joined, if what is accepted under another version counted.</summary>
    /// <param name="elsewhere">The planes of what is accepted under another version only.</param>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="planes">The planes that are to say so, and others: <see cref="KsbsSelection.LackEvenSoAt"/> says where they stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindLackEvenSo(ReadOnlySpan<Vector512<ulong>> elsewhere, ReadOnlySpan<Vector512<ulong>> achieved, Span<Vector512<ulong>> planes)
    {
        for (ReadOnlySpan<int> step = _steps; step.Length >= Length; step = step[Length..])
        {
            var all = Vector512<ulong>.AllBitsSet;
            foreach (var ksb in step[..KsbsOfStep])
            {
                all &= achieved[ksb] | elsewhere[ksb];
            }

            ref var lack = ref planes[step[LackEvenSoAt]];
            lack = (lack & Vector512.Create((ulong)step[Keeps])) | ~all;
        }
    }

    /// <summary>Joins what was found of all blocks.</summary>
    /// <param name="planes">All planes.</param>
    /// <param name="isEvenSo">Whether of <see cref="FindLackEvenSo"/>.</param>
    public void Join(Span<Vector512<ulong>> planes, bool isEvenSo) => _joins?.Join(planes, isEvenSo);

    private static int[] With(int[]? places, int place)
    {
        var with = new int[(places?.Length ?? 0) + 1];
        places?.CopyTo(with, 0);
        with[^1] = place;
        return with;
    }

    private static bool IsSame(int[]? left, int[]? right)
    {
        if (left is null || left.Length != right?.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }
}
