using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The KSBs that are asked of the learners of one option, or of all.</summary>
/// <remarks>Fields, as <see cref="CohortCompiler"/> says.</remarks>
internal sealed class KsbsSelection
{
    /// <summary>Where among all planes those begin of who has not enough of them: those of who does not meet the node, where it asks for no others.</summary>
    public int LackAt;

    /// <summary>Where those begin of who would not have enough if all that may yet be carried over counted.</summary>
    public int LackEvenSoAt;

    /// <summary>Their places in the standard, ascending.</summary>
    public readonly int[] Positions;

    /// <summary>Whether all of them are asked: then <see cref="KsbSteps"/> find who lacks any.</summary>
    public readonly bool AsksAll;

    /// <summary>The place of the node whose planes say who does not meet it; -1 where it has planes of its own.</summary>
    public readonly int Node;

    /// <summary>Some KSBs.</summary>
    /// <param name="compiler">Gathers the selections.</param>
    /// <param name="node">The place of the node whose planes say who does not meet it; -1 where it has planes of its own.</param>
    /// <param name="positions">Their places in the standard, ascending; at least one.</param>
    /// <param name="asked">How many of them are asked.</param>
    /// <param name="isOption">The comparison that says that the option is this one or a later one; -1 where there are no options.</param>
    /// <param name="isLaterOption">The comparison that says that it is a later one; -1 where there are no options.</param>
    public KsbsSelection(CohortCompiler compiler, int node, int[] positions, int asked, int isOption, int isLaterOption)
    {
        Node = node;
        Positions = positions;
        Asked = asked;
        AsksAll = asked >= positions.Length;
        IsOption = isOption;
        IsLaterOption = isLaterOption;
        compiler.Selections.Add(this);
    }

    /// <summary>How many KSBs there are to choose from.</summary>
    public int Count => Positions.Length;

    public int Asked { get; }

    public int IsOption { get; }

    public int IsLaterOption { get; }

    /// <summary>Who has not enough of them, where some can be lacked.</summary>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="elsewhere">Those of what is accepted under another version only, if it is to count; otherwise none.</param>
    /// <param name="lack">The plane that is to say so.</param>
    public void Lack(ReadOnlySpan<Vector512<ulong>> achieved, ReadOnlySpan<Vector512<ulong>> elsewhere, out Vector512<ulong> lack)
    {
        PlaneSum.AtLeast(Asked, achieved, elsewhere, Positions, out lack);
        lack = ~lack;
    }
}
