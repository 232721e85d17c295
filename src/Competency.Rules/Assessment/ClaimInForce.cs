namespace Competency.Rules;

/// <summary>An evidence item on one KSB with its decision in force.</summary>
/// <param name="Claim">The claim; of several on one item the first.</param>
/// <param name="Decision">The decision in force.</param>
/// <param name="Standing">How far it brings the KSB.</param>
internal readonly record struct ClaimInForce(Claim Claim, ClaimDecision Decision, KsbStanding Standing);
