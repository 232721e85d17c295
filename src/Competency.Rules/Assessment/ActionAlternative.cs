namespace Competency.Rules;

/// <summary>A choice that an action is one way to settle, or belongs to one: not all of its ways are needed.</summary>
/// <param name="Requirement">The id of the requirement that leaves the choice, an any of or an at least.</param>
/// <param name="Sentence">What it asks.</param>
/// <param name="Needed">How many more of its ways are needed.</param>
/// <param name="Of">How many ways are open.</param>
/// <param name="Way">To which of those it belongs, from 1 in the policy's order: all actions of one way are needed for it. Null where several ways ask it.</param>
public sealed record ActionAlternative(string Requirement, string Sentence, int Needed, int Of, int? Way);
