namespace Competency.Rules;

/// <summary>
/// Says which requirements a policy surely has, for the compiler, which runs nothing: whoever puts one of such an id on top (<see cref="ReadinessPolicy.WithOwn"/>) is told so (KSB4003).
/// A test holds the ids beside the policies.
/// </summary>
/// <param name="ids">The ids, with blanks between.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
internal sealed class RequirementIdsAttribute(string ids) : Attribute
{
    /// <summary>The ids, with blanks between.</summary>
    public string Ids { get; } = ids;
}
