namespace Competency.Rules;

/// <summary>An evidence item that is accepted for a KSB, by a decision.</summary>
/// <param name="Position">The place of the KSB in the standard's order.</param>
/// <param name="Evidence">The id of the item.</param>
/// <param name="Decision">The decision in force.</param>
internal readonly record struct AcceptedItem(int Position, string Evidence, ClaimDecision Decision);
