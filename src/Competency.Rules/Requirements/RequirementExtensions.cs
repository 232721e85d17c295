namespace Competency.Rules;

/// <summary>What every requirement can be told beside its parameters.</summary>
public static class RequirementExtensions
{
    /// <summary>The same requirement, resting on something else than its kind usually does: law, a plan, a rule of one's own.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="basis">What it rests on.</param>
    /// <param name="citation">Where it stands; null for a rule of one's own.</param>
    public static T RestingOn<T>(this T requirement, RequirementBasis basis, Citation? citation = null)
        where T : Requirement
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return (T)requirement.With(requirement.Sentence, basis, citation);
    }

    /// <summary>The same requirement in other words.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="sentence">What it asks, in a plain sentence without a closing full stop; not empty.</param>
    public static T Saying<T>(this T requirement, string sentence)
        where T : Requirement
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return (T)requirement.With(sentence, requirement.Basis, requirement.Citation);
    }
}
