namespace Competency.Notation;

/// <summary>The list that can stand beneath a label.</summary>
/// <param name="Label">What its references are; none where no list is open.</param>
/// <param name="IsSure">Whether what is written like a code in it is one or a mistake: not where the label speaks of other things as well.</param>
internal readonly record struct ProseList(NotationLabel Label, bool IsSure)
{
    /// <summary>Whether a list is open.</summary>
    public bool IsOpen => Label != NotationLabel.None;
}
