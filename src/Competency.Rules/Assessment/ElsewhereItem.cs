namespace Competency.Rules;

/// <summary>An evidence item that is accepted for a KSB of another standard or version than the one that is judged.</summary>
/// <param name="Standard">The standard and version under which it is accepted.</param>
/// <param name="Ksb">The KSB there.</param>
/// <param name="Evidence">The id of the item.</param>
/// <param name="Decision">The decision in force.</param>
internal readonly record struct ElsewhereItem(StandardId Standard, KsbCode Ksb, string Evidence, ClaimDecision Decision);
