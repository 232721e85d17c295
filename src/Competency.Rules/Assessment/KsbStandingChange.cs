namespace Competency.Rules;

/// <summary>A KSB that stands otherwise in a second report.</summary>
/// <param name="Ksb">The KSB.</param>
/// <param name="Before">How far it had got.</param>
/// <param name="After">How far it has got.</param>
public sealed record KsbStandingChange(KsbCode Ksb, KsbStanding Before, KsbStanding After);
