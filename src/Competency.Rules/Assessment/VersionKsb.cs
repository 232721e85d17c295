namespace Competency.Rules;

/// <summary>A KSB of one version of one standard: a code alone means nothing across versions.</summary>
/// <param name="Standard">The standard and version.</param>
/// <param name="Ksb">The KSB there.</param>
internal readonly record struct VersionKsb(StandardId Standard, KsbCode Ksb);
