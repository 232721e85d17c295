using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The KSBs that are asked of the learners of one option, or of all.</summary>
internal sealed class KsbsSelection
{
    private readonly int[] _positions;

    /// <summary>Some KSBs.</summary>
    /// <param name="compiler">Gathers the selections.</param>
    /// <param name="positions">Their places in the standard, ascending; at least one.</param>
    /// <param name="asked">How many of them are asked.</param>
    /// <param name="isOption">The comparison that says that the option is this one or a later one; -1 where there are no options.</param>
    /// <param name="isLaterOption">The comparison that says that it is a later one; -1 where there are no options.</param>
    public KsbsSelection(CohortCompiler compiler, int[] positions, int asked, int isOption, int isLaterOption)
    {
        _positions = positions;
        Asked = asked;
        AsksAll = asked >= positions.Length;
        IsOption = isOption;
        IsLaterOption = isLaterOption;
        Place = compiler.Selections.Count;
        compiler.Selections.Add(this);
    }

    /// <summary>Its place among the selections of a cohort.</summary>
    public int Place { get; }

    /// <summary>How many KSBs there are to choose from.</summary>
    public int Count => _positions.Length;

    public int Asked { get; }

    public int IsOption { get; }

    public int IsLaterOption { get; }

    /// <summary>Whether all of them are asked: then <see cref="KsbSegments"/> say who has them.</summary>
    public bool AsksAll { get; }

    /// <summary>Their places in the standard, ascending.</summary>
    public int[] Positions => _positions;

    /// <summary>Who has enough of them, where some can be lacked.</summary>
    /// <param name="achieved">The planes of all KSBs, of one block.</param>
    /// <param name="elsewhere">Those of what is accepted under another version only, if it is to count; otherwise none.</param>
    /// <param name="enough">The plane that is to say so.</param>
    public void Enough(ReadOnlySpan<Vector512<ulong>> achieved, ReadOnlySpan<Vector512<ulong>> elsewhere, out Vector512<ulong> enough) =>
        PlaneSum.AtLeast(Asked, achieved, elsewhere, _positions, out enough);
}
