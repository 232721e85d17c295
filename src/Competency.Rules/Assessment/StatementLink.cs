namespace Competency.Rules;

/// <summary>A step from a statement of a version that was left to one of the version that was taken.</summary>
/// <param name="To">Where it leads.</param>
/// <param name="IsOffered">Whether it is offered, and nobody has decided; else it holds, as the statements are the same or a person approved it.</param>
/// <param name="On">The day of the transfer from which it holds.</param>
/// <param name="SignedBy">Who applied the plan, or approved the offer; null where that is not recorded, or nobody decided.</param>
/// <param name="SignedOn">On which day.</param>
internal sealed record StatementLink(VersionKsb To, bool IsOffered, DateOnly On, string? SignedBy, DateOnly SignedOn);
