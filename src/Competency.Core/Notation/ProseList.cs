namespace Competency.Notation;

/// <summary>The list that can stand beneath a label.</summary>
/// <param name="Label">What its references are; none where no list is open.</param>
/// <param name="IsSure">Whether what is written like a code in it is one or a mistake: not where the label speaks of other things as well, or holds references itself.</param>
/// <param name="GoesOn">Whether the label holds references itself, which the list beneath goes on with: not over a blank line or a heading.</param>
/// <param name="Indent">How far the items stand in at least: those beside a label that is an item itself are not beneath it.</param>
internal readonly record struct ProseList(NotationLabel Label, bool IsSure, bool GoesOn = false, int Indent = 0)
{
    /// <summary>Whether a list is open.</summary>
    public bool IsOpen => Label != NotationLabel.None;
}
