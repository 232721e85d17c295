namespace Competency.Rules;

/// <summary>Any of others, or at least a number of them: whoever has enough of them is held back by none.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="counted">The places of the others.</param>
/// <param name="tooMany">So many that are not met are too many.</param>
internal abstract class ChoiceNode(QuantifiedRequirement requirement, int[] counted, int tooMany) : CohortNode(requirement)
{
    /// <summary>The places of what it offers.</summary>
    public readonly int[] Counted = counted;

    /// <summary>Where all that it offers is met or not, so many that are not met are too many.</summary>
    public readonly int TooMany = tooMany;
}
