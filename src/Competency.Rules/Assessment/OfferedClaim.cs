namespace Competency.Rules;

/// <summary>Evidence under a version that was left, which is offered for a KSB of the one that is judged.</summary>
/// <param name="Claim">The claim under the version that was left.</param>
/// <param name="Ksb">The KSB for which it is offered.</param>
internal readonly record struct OfferedClaim(Claim Claim, KsbCode Ksb);
